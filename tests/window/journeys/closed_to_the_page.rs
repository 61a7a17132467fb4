//! What the page can't do, whatever runs in it: the policy and the bridge hold from outside.

use serde_json::json;

use crate::desk::Desk;

#[tokio::test]
async fn a_page_that_was_taken_over_can_run_fetch_and_reach_nothing() {
    let desk = Desk::new();
    let window = desk.open(&[]).await;
    window.reads("Connect your organization").await;
    window.screenshot("first-run").await;

    let inline = "const script = document.createElement('script'); script.textContent = 'window.broken = 1';
        document.body.append(script);
        const image = document.createElement('img'); image.setAttribute('onerror', 'window.broken = 2');
        image.src = 'data:,'; document.body.append(image);
        return window.broken ?? null;";
    assert!(
        window.run(inline, vec![]).await.is_null(),
        "no inline script runs"
    );
    window
        .until(
            "both violations are reported",
            "window.violations.length > 1",
        )
        .await;
    let late = window.run("return window.broken ?? null;", vec![]).await;
    assert!(late.is_null(), "no inline handler runs");

    let fetched = "const done = arguments[arguments.length - 1];
        Promise.all(['https://example.com/', 'http://127.0.0.1:9/'].map((to) => fetch(to).then(() => 'fetched', () => 'blocked')))
            .then(done);";
    assert_eq!(
        window.awaits(fetched).await,
        json!(["blocked", "blocked"]),
        "the network is Rust's alone"
    );

    let eval = window
        .run(
            "try { return (0, eval)('1 + 1'); } catch { return 'blocked'; }",
            vec![],
        )
        .await;
    assert_eq!(eval, "blocked", "text does not become code");

    let frozen = window
        .run("return Object.isFrozen(Object.prototype);", vec![])
        .await;
    assert_eq!(frozen, true, "what objects inherit can't be changed");

    window
        .run(
            "location.href = 'https://example.com/'; window.open('https://example.com/');",
            vec![],
        )
        .await;
    window.reads("Connect your organization").await;
    let place = window
        .run("return location.protocol + '//' + location.host;", vec![])
        .await;
    assert_eq!(
        place, "tauri://localhost",
        "the window does not navigate away"
    );
    assert_eq!(window.count().await, 1, "no second window opens");
    // These violations were asked for.
    window.forget_violations().await;
    window.close().await;
}

#[tokio::test]
async fn a_command_that_is_not_listed_is_refused_by_the_bridge() {
    let desk = Desk::new();
    let window = desk.open(&[]).await;
    window.reads("Connect your organization").await;
    for command in [
        "plugin:app|version",
        "plugin:event|listen",
        "plugin:event|emit",
        "plugin:window|close",
        "plugin:window|create",
        "plugin:webview|create_webview_window",
        "plugin:path|resolve_directory",
        "plugin:resources|close",
        "plugin:shell|open",
        "plugin:fs|read_file",
        "plugin:http|fetch",
        "delete_organization",
    ] {
        let refused = window
            .invoke(command, json!({}))
            .await
            .expect_err("the bridge refuses it");
        assert!(
            refused.is_string(),
            "{command} does not reach the product: {refused}"
        );
    }
    let listed = window.invoke("organizations", json!({})).await;
    assert_eq!(listed, Ok(json!([])), "a listed command answers");
    window.close().await;
}
