//! A judge that others wrote: PyPI's `scim2-tester`, for User and Group, without a failed check.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use rollcall_model::SystemClock;
use rollcall_org_server::{DataPlace, OrgServer, Settings};
use tokio::net::TcpListener;

#[tokio::test(flavor = "multi_thread")]
async fn scim2_tester_finds_nothing_wrong() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let python = python(&root);
    assert!(
        python.exists(),
        "the test peers are not installed at {}: run `cargo xtask setup`",
        python.display()
    );
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = OrgServer::open(
        &DataPlace::Memory,
        Arc::new(SystemClock),
        &Settings::new(&url),
    )
    .unwrap();
    let token = server.found("Tested", "ada@example.org").unwrap();
    tokio::spawn(async move {
        server
            .serve(listener, std::future::pending())
            .await
            .unwrap();
    });

    let script = root.join("tests/peers/check_with_scim2_tester.py");
    let output = tokio::task::spawn_blocking(move || {
        Command::new(python)
            .arg(script)
            .arg(&url)
            .env("TOKEN", token.reveal())
            .output()
            .unwrap()
    });
    let output = output.await.unwrap();
    let said = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(
        output.status.success(),
        "scim2-tester found something wrong:\n{said}"
    );
    println!("{said}");
}

/// The interpreter of the environment that `cargo xtask setup` makes.
fn python(root: &Path) -> PathBuf {
    let folder = root.join("target/venv");
    if cfg!(windows) {
        folder.join("Scripts/python.exe")
    } else {
        folder.join("bin/python")
    }
}
