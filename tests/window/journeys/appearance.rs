//! The look: light, dark, with text twice as large, and as narrow as a phone. The pictures are for
//! eyes; the assertions are for what must not break.

use crate::desk::Desk;
use crate::window::Window;

/// The background that is really painted behind the list.
async fn canvas(window: &Window) -> Vec<u64> {
    let colour = window
        .run(
            "return getComputedStyle(document.body).backgroundColor;",
            vec![],
        )
        .await;
    let numbers = colour
        .as_str()
        .expect("a colour")
        .split(|letter: char| !letter.is_ascii_digit());
    numbers.filter_map(|number| number.parse().ok()).collect()
}

/// Nothing sticks out sideways.
async fn fits(window: &Window) -> bool {
    let overflow =
        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth;";
    window.run(overflow, vec![]).await == true
}

#[tokio::test]
async fn the_window_follows_a_dark_system() {
    let desk = Desk::new().dark();
    let window = desk.open(&["--demo"]).await;
    window.reads("Online").await;
    assert!(
        canvas(&window).await.iter().all(|&part| part < 64),
        "the canvas is dark after dark"
    );
    window.press("row", "").await;
    window.screenshot("users-dark").await;
    window.press("button", "Edit").await;
    window.find("radio", "Admin").await;
    window.screenshot("edit-dark").await;
    window.close().await;
}

#[tokio::test]
async fn the_window_stays_whole_with_large_text_and_in_little_space() {
    let desk = Desk::new();
    let window = desk.open(&["--demo"]).await;
    window.reads("Online").await;
    assert!(
        canvas(&window).await.iter().all(|&part| part > 192),
        "the canvas is light by day"
    );
    window
        .run("document.documentElement.style.fontSize = '200%';", vec![])
        .await;
    window.screenshot("users-200-percent").await;
    assert!(
        fits(&window).await,
        "text twice as large needs no scrolling sideways"
    );
    window
        .run("document.documentElement.style.fontSize = '';", vec![])
        .await;
    window.resize(320, 640).await;
    window.screenshot("users-320-pixels").await;
    assert!(fits(&window).await, "320 pixels are enough");
    window.close().await;
}
