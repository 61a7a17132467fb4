//! Pictures: from where they may come, and what is left of them.

use std::io::Cursor;

use crate::support::{Stub, met, raw};
use image::{DynamicImage, GenericImageView, ImageFormat};
use rollcall_sync::RemoteError;

fn png() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(200, 200)
        .write_to(&mut bytes, ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

#[tokio::test]
async fn a_picture_is_fetched_without_the_token_and_encoded_anew() {
    let stub = Stub::known(met(), |_| raw(200, "image/png", png()));
    for url in [
        "https://people.example/photos/1.png",
        "https://cdn.example/2.png",
    ] {
        let picture = stub.remote.picture(url).await.unwrap();
        let decoded = image::load_from_memory_with_format(&picture, ImageFormat::Png).unwrap();
        assert_eq!(decoded.dimensions(), (96, 96));
    }
    assert!(
        stub.asked()
            .iter()
            .all(|asked| asked.header("authorization").is_none())
    );
}

#[tokio::test]
async fn a_picture_from_within_a_network_is_not_asked_for() {
    let stub = Stub::known(met(), |_| panic!("it must not be asked for"));
    for url in [
        "http://people.example/1.png",
        "https://10.0.0.1/1.png",
        "https://[::1]/1.png",
        "file:///etc/passwd",
        "data:image/png;base64,AAAA",
        "not a url",
    ] {
        let refused = stub.remote.picture(url).await;
        assert!(
            matches!(refused, Err(RemoteError::Refused { .. })),
            "{url}: {refused:?}"
        );
    }
}

#[tokio::test]
async fn what_is_too_large_or_no_picture_is_refused() {
    let large = Stub::known(met(), |_| raw(200, "image/png", vec![0; 1_048_577]));
    let url = "https://people.example/1.png";
    assert!(matches!(
        large.remote.picture(url).await,
        Err(RemoteError::TooLarge { limit: 1 })
    ));
    let script = Stub::known(met(), |_| {
        raw(200, "image/svg+xml", "<svg onload='alert(1)'/>")
    });
    assert!(script.remote.picture(url).await.is_err());
}
