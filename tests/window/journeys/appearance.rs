//! The look: light, dark, with text twice as large, and as narrow as a phone. The pictures are for
//! eyes; the assertions are for what must not break.

use fantoccini::key::Key;
use rollcall_model::Role;

use super::steps::{demo, holds};
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

/// What sticks out sideways, of the page or of a part of it that scrolls; an empty text where nothing does.
const STICKS_OUT: &str = "
    const parts = [document.documentElement, ...front().querySelectorAll('.page, .details, .dialog, .dialog-content, .grid, .menu, .rail')];
    return parts.flatMap((part) => {
        const edge = part.getBoundingClientRect().right + 1;
        const out = [...part.querySelectorAll(':not(.clip *)')].find((each) => visible(each) && each.getBoundingClientRect().right > edge);
        const scrolls = part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'hidden';
        return out || scrolls ? [`${part.className || part.tagName}: ${out?.outerHTML.slice(0, 300)}`] : [];
    }).join('\\n');";

/// What is pressed or typed into and keeps a size of its own, however large the text is.
const STAYS_SMALL: &str = "
    const least = 0.7 * parseFloat(getComputedStyle(document.documentElement).fontSize);
    const controls = [...front().querySelectorAll('button, input, textarea')].filter(visible);
    return controls.filter((each) => parseFloat(getComputedStyle(each).fontSize) < least).map((each) => each.outerHTML.slice(0, 200)).join('\\n');";

/// Holds what is on screen to the width that there is, and keeps a picture.
async fn fits(window: &Window, name: &str) {
    window.screenshot(name).await;
    let out = window.run(STICKS_OUT, vec![]).await;
    assert_eq!(out, "", "{name} needs no scrolling sideways");
    let small = window.run(STAYS_SMALL, vec![]).await;
    assert_eq!(small, "", "{name} grows with the text of the page");
}

#[tokio::test]
async fn the_window_follows_a_dark_system() {
    let desk = Desk::new().dark();
    let (window, _) = demo(&desk, Role::Admin).await;
    holds(&window).await;
    assert!(
        canvas(&window).await.iter().all(|&part| part < 64),
        "the canvas is dark after dark"
    );
    window.press("row", "").await;
    window.screenshot("users-dark").await;
    window.press("button", "Edit").await;
    window.find("radio", "Admin").await;
    window.screenshot("edit-dark").await;
    window.press("radio", "Billing Admin").await;
    window.press("button", "Save 1 change").await;
    window.reads("Waiting in Outbox").await;
    window.press("button", "Outbox").await;
    window.screenshot("outbox-dark").await;
    window.press("button", "Review before sending").await;
    window.reads("would go to the server").await;
    window.screenshot("review-dark").await;
    window.close().await;
}

#[tokio::test]
async fn the_window_stays_whole_with_text_twice_as_large() {
    let desk = Desk::new();
    let (window, _) = demo(&desk, Role::Admin).await;
    holds(&window).await;
    assert!(
        canvas(&window).await.iter().all(|&part| part > 192),
        "the canvas is light by day"
    );
    let twice = "document.documentElement.style.fontSize = '200%';";
    window.run(twice, vec![]).await;
    every_part_fits(&window, "200-percent").await;
    window.close().await;
}

#[tokio::test]
async fn the_window_stays_whole_as_narrow_as_a_phone() {
    let desk = Desk::new();
    let (window, _) = demo(&desk, Role::Admin).await;
    window.resize(320, 640).await;
    every_part_fits(&window, "320-pixels").await;
    window.close().await;
}

async fn every_part_fits(window: &Window, how: &str) {
    let fits = async |part: &str| fits(window, &format!("{part}-{how}")).await;
    let escape = [char::from(Key::Escape)];
    let control = char::from(Key::Control);
    fits("users").await;
    window.press("button", "Activity").await;
    fits("filter").await;
    window.chord(&escape).await;
    window.press("button", "Demo organization").await;
    fits("switcher").await;
    window.press("menuitem", "Add an organization").await;
    fits("connect").await;
    window.chord(&escape).await;
    window.chord(&[control, 'k']).await;
    window.find("dialog", "Commands").await;
    fits("commands").await;
    window.chord(&escape).await;
    window.chord(&[char::from(Key::F1)]).await;
    window.find("dialog", "Keyboard").await;
    fits("keys").await;
    window.chord(&escape).await;

    window.chord(&[control, 'n']).await;
    window.press("button", "Many at once").await;
    window.find("textbox", "Addresses").await;
    fits("add-many").await;
    window.chord(&escape).await;

    window.press("row", "").await;
    window.reads("Active since").await;
    fits("details").await;
    window.press("tab", "Access").await;
    window.press("button", "Compare the four roles").await;
    window.find("columnheader", "Billing Admin").await;
    fits("access").await;
    window.press("button", "Edit").await;
    window.press("radio", "Billing Admin").await;
    window.press("button", "Compare the four roles").await;
    window.reads("What will change").await;
    window.find("columnheader", "Billing Admin").await;
    fits("edit").await;
    window.press("button", "Save 1 change").await;
    window.reads("Waiting in Outbox").await;
    window.press("tab", "Overview").await;
    fits("waiting").await;
    window.press("button", "Outbox").await;
    window.reads("Change role").await;
    fits("outbox").await;
    window.press("button", "Review before sending").await;
    window.reads("would go to the server").await;
    fits("review").await;
    window.chord(&escape).await;
    window.press("button", "Journal").await;
    window.reads("Queued").await;
    fits("journal").await;
    window.press("row", "").await;
    window.reads("As it stands").await;
    fits("journal-line").await;
    window.chord(&escape).await;
    window.press("button", "Verify").await;
    window.reads("unbroken since").await;
    fits("journal-verified").await;
    window.chord(&escape).await;
    window.press("button", "Settings").await;
    window.reads("Rows of the list").await;
    fits("settings").await;
}
