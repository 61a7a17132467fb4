//! A view of one's own: columns chosen and a search saved under a name, there again after a start.
//! Without touching the pointer.

use fantoccini::key::Key;
use rollcall_model::Role;
use rollcall_testkit::TestServer;
use serde_json::json;

use super::steps::{demo, dialog_is_gone};
use crate::desk::Desk;
use crate::window::Window;

/// The headers of the list, as they are read.
async fn headers(window: &Window) -> serde_json::Value {
    let heads =
        "return [...document.querySelectorAll('[role=columnheader]:not(.grid-box)')].map(nameOf);";
    window.run(heads, vec![]).await
}

/// Opens the menu that a button shows, and chooses an item by the first letters of its name.
async fn choose(window: &Window, menu: &str, item: &str) {
    let focused = format!("find('button', {}).focus()", json!(menu));
    window.find("button", menu).await;
    window.run(&focused, vec![]).await;
    window.chord(&[char::from(Key::Enter)]).await;
    window.find("menuitem", item).await;
    // A space would choose.
    window.types(item.split(' ').next().unwrap_or(item)).await;
    let reached = format!(
        "document.activeElement.innerText.trim().startsWith({})",
        json!(item)
    );
    window.until("the item has the focus", &reached).await;
    window.chord(&[char::from(Key::Enter)]).await;
}

#[tokio::test]
async fn a_view_is_made_and_opened_again_with_the_keyboard_alone() {
    let server = TestServer::start(60);
    let desk = Desk::with_keychain();
    let window = desk.open(&[]).await;
    window.connect("Acme", &server, Role::Admin).await;
    window.reads("Online").await;

    let control = char::from(Key::Control);
    let (up, down, right) = (
        char::from(Key::Up),
        char::from(Key::Down),
        char::from(Key::Right),
    );
    window
        .run("find('button', 'Columns').focus()", vec![])
        .await;
    window.chord(&[char::from(Key::Enter)]).await;
    window
        .until(
            "the first column has the focus",
            "document.activeElement.role === 'option'",
        )
        .await;
    // Role is sized; workspaces hidden; the day when they were added stands before the last activity.
    window.chord(&[down]).await;
    for _ in 0..4 {
        window.chord(&[right]).await;
    }
    window.chord(&[down]).await;
    window.chord(&[' ']).await;
    window.chord(&[char::from(Key::End)]).await;
    window.chord(&[' ']).await;
    for _ in 0..3 {
        window.chord(&[char::from(Key::Alt), up]).await;
    }
    window.screenshot("columns").await;
    window.axe("columns").await;
    window.chord(&[control, char::from(Key::Enter)]).await;
    let chosen = json!(["Name E-mail", "Role", "Added", "Last active"]);
    dialog_is_gone(&window).await;
    assert_eq!(headers(&window).await, chosen, "as they were put");
    let width = window.of("columnheader", "Role", "it.offsetWidth").await;
    assert_eq!(width, 176, "four steps wider");

    window.chord(&[control, 'f']).await;
    window.types("ra").await;
    window.reads("matches").await;
    choose(&window, "All users", "Save view").await;
    window.find("textbox", "Name").await;
    window.chord(&[control, char::from(Key::Enter)]).await;
    window.reads("Give the view a name.").await;
    window.types("With ra").await;
    window.screenshot("save-view").await;
    window.axe("save view").await;
    window.chord(&[control, char::from(Key::Enter)]).await;
    window.reads("Saved: With ra.").await;
    choose(&window, "With ra", "All users").await;
    window.reads("row 1 of 60").await;
    window.close().await;

    let window = desk.open(&[]).await;
    window.reads("Online").await;
    choose(&window, "All users", "With ra").await;
    window.reads("matches").await;
    assert_eq!(
        headers(&window).await,
        chosen,
        "the view brings its columns"
    );
    window.screenshot("saved-view").await;
    window.close().await;
}

#[tokio::test]
async fn a_column_is_as_wide_as_its_edge_was_dragged_and_takes_its_share_again() {
    let desk = Desk::new().dark();
    let (window, _) = demo(&desk, Role::Admin).await;
    let width = "it.offsetWidth";
    let before = window.of("columnheader", "Role", width).await;
    let edge = "(({ right, top, height }) => [right, top + height / 2])(it.querySelector('.grid-edge').getBoundingClientRect())";
    let edge = window.of("columnheader", "Role", edge).await;
    let at = |place: usize| edge[place].as_f64().expect("a place");
    window
        .drag((at(0) - 4.0, at(1)), (at(0) + 76.0, at(1)))
        .await;
    let wider = before.as_u64().expect("a width") + 80;
    window
        .until(
            "it follows the pointer",
            &format!("find('columnheader', 'Role').offsetWidth === {wider}"),
        )
        .await;
    for button in ["All users", "Export"] {
        window.press("button", button).await;
        window.find("menuitem", "").await;
        window.axe(button).await;
        window.screenshot(&format!("menu-{button}-dark")).await;
        window.chord(&[char::from(Key::Escape)]).await;
    }
    window.press("button", "Columns").await;
    window.find("dialog", "Columns").await;
    window.press("menuitem", "Role").await;
    window.press("menuitem", "Role").await;
    window.press("button", "Usual width for Role").await;
    window.screenshot("columns-dark").await;
    window.axe("columns").await;
    window.press("button", "Show these columns").await;
    window
        .until(
            "it takes its share again",
            &format!("find('columnheader', 'Role').offsetWidth === {before}"),
        )
        .await;
    window.close().await;
}
