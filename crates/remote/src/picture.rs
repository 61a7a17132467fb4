//! Pictures: fetched without the credential, and decoded and encoded anew, so that nothing but their
//! pixels comes through.

use std::io::Cursor;

use bytes::Bytes;
use http::header::ACCEPT;
use http::{Method, Request};
use image::{ImageFormat, ImageReader, Limits};
use rollcall_language::say;
use rollcall_sync::RemoteError;
use tower::ServiceExt;
use url::Url;

use crate::answer::judge;
use crate::ask::unanswered;
use crate::http_remote::HttpRemote;
use crate::public_address::may_be_asked;
use crate::wire::MEGABYTE;

/// Most bytes of a picture that are read.
pub(crate) const PICTURE_LIMIT: usize = MEGABYTE;
/// The side of the square that a picture is made to fit, in pixels.
const SIDE: u32 = 96;
/// The largest side of a picture that is decoded, in pixels.
const LARGEST_SIDE: u32 = 4_096;
/// Memory that decoding may take, in bytes: a 4,096 × 4,096 picture with alpha.
const LARGEST_ALLOCATION: u64 = 4 * 4_096 * 4_096;

impl HttpRemote {
    pub(crate) async fn fetch_picture(&self, url: &str) -> Result<Vec<u8>, RemoteError> {
        let refused = |reason| RemoteError::Refused {
            status: 400,
            reason,
        };
        let url = Url::parse(url).map_err(|_| refused(say!("faults-picture-not-url")))?;
        let wire =
            if self.base.same_origin(&url) && url.username().is_empty() && url.password().is_none()
            {
                &self.ways.own_pictures
            } else if may_be_asked(&url) {
                &self.ways.pictures
            } else {
                return Err(refused(say!("faults-picture-not-public")));
            };
        let request = Request::builder()
            .method(Method::GET)
            .uri(url.as_str())
            .header(ACCEPT, "image/png, image/jpeg, image/webp, image/gif")
            .body(Bytes::new())
            .map_err(|_| refused(say!("faults-picture-not-url")))?;
        let answer = wire.clone().oneshot(request).await.map_err(unanswered)?;
        let answer = judge(&url, answer)?;
        if answer.body.len() > PICTURE_LIMIT {
            return Err(RemoteError::TooLarge {
                limit: (PICTURE_LIMIT / MEGABYTE) as u64,
            });
        }
        thumbnail(&answer.body).map_err(|error| RemoteError::Malformed {
            what: error.to_string(),
        })
    }
}

/// Decodes within limits and encodes a small PNG.
fn thumbnail(bytes: &[u8]) -> Result<Vec<u8>, image::ImageError> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(LARGEST_ALLOCATION);
    reader.limits(limits);
    let picture = reader.decode()?;
    let small = if picture.width() > SIDE || picture.height() > SIDE {
        picture.thumbnail(SIDE, SIDE)
    } else {
        picture
    };
    let mut png = Cursor::new(Vec::new());
    small.into_rgba8().write_to(&mut png, ImageFormat::Png)?;
    Ok(png.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{DynamicImage, GenericImageView};

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height)
            .write_to(&mut bytes, ImageFormat::Png)
            .unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_picture_becomes_a_small_png() {
        let small = thumbnail(&png(400, 200)).unwrap();
        let decoded = image::load_from_memory_with_format(&small, ImageFormat::Png).unwrap();
        assert_eq!(decoded.dimensions(), (96, 48), "it keeps its shape");
    }

    #[test]
    fn a_picture_that_would_fill_the_memory_is_not_decoded() {
        assert!(
            thumbnail(&png(5_000, 1)).is_err(),
            "a side beyond the limit"
        );
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        for bytes in [
            &b""[..],
            b"<svg onload=alert(1)>",
            b"GIF89a",
            b"\x89PNG\r\n\x1a\n",
        ] {
            assert!(thumbnail(bytes).is_err());
        }
    }
}
