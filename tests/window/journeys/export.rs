//! What the list shows, in a file that the person names in the system's own dialog, and on the clipboard.

use fantoccini::key::Key;
use rollcall_model::Role;
use serde_json::{Value, json};

use super::steps::demo;
use crate::desk::Desk;
use crate::window::Window;

/// The rows that the list has for the search that stands in it: name and e-mail, in order.
async fn listed(window: &Window, search: &str) -> Vec<(String, String)> {
    let cards = window.invoke("organizations", json!({})).await;
    let organization = cards.expect("there is one")[0]["id"].clone();
    let query = json!({ "search": search, "sort": "email", "descending": true });
    let list = json!({ "organization": organization, "query": query, "offset": 0, "limit": 1000 });
    let list = window
        .invoke("users_window", list)
        .await
        .expect("an Admin sees it");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let rows = list["rows"].as_array().expect("rows");
    rows.iter()
        .map(|row| (text(&row["name"]), text(&row["email"])))
        .collect()
}

#[tokio::test]
async fn a_file_and_the_clipboard_have_exactly_what_the_list_shows() {
    let desk = Desk::new();
    let (window, _) = demo(&desk, Role::Admin).await;
    let (control, enter) = (char::from(Key::Control), char::from(Key::Enter));
    window.chord(&[control, 'f']).await;
    window.types("ar").await;
    window.press("button", "E-mail").await;
    window.press("button", "E-mail").await;
    let list = listed(&window, "ar").await;
    let (first, last) = (&list[0].0, &list[list.len() - 1].0);
    window.reads(first).await;

    window.press("button", "Export").await;
    window.press("menuitem", "Export to a file").await;
    window.find("dialog", "Export").await;
    window.screenshot("export").await;
    window.axe("export").await;
    window.chord(&[control, enter]).await;
    desk.leaves("Export users");
    let ready = "find('button', 'Choose a file').getAttribute('aria-disabled') === 'false'";
    window
        .until("who names no place is asked again", ready)
        .await;
    window.chord(&[control, enter]).await;
    let path = desk.folder().join("home/out.csv");
    desk.types_into("Export users", path.to_str().expect("a path"));
    window.reads("written to out.csv.").await;
    let written = std::fs::read_to_string(&path).expect("the file is there");
    let lines: Vec<_> = written.lines().collect();
    assert_eq!(
        lines[0],
        "name,email,role,role_on_server,workspaces,last_active,change"
    );
    assert_eq!(lines.len(), list.len() + 1, "all rows, not those on screen");
    for (line, (name, email)) in lines[1..].iter().zip(&list) {
        assert!(
            line.starts_with(&format!("{name},{email},")),
            "{line}: in its order"
        );
    }

    window.press("button", "Export").await;
    window.press("menuitem", "Export to a file").await;
    window.press("radio", "JSON").await;
    window.chord(&[control, enter]).await;
    let path = desk.folder().join("home/out.json");
    desk.types_into("Export users", path.to_str().expect("a path"));
    window.reads("written to out.json.").await;
    let written = std::fs::read_to_string(&path).expect("the file is there");
    let json: Value = serde_json::from_str(&written).expect("it is JSON");
    assert_eq!(json["users"].as_array().map(Vec::len), Some(list.len()));

    window.press("button", "Export").await;
    window.press("menuitem", "Copy as CSV").await;
    window.reads("Copied: ").await;
    window.chord(&[control, 'f']).await;
    window.chord(&[control, 'v']).await;
    let pasted = window
        .until(
            "it is pasted",
            "find('textbox', 'Search').value.includes(',') && find('textbox', 'Search').value",
        )
        .await;
    let pasted = pasted.as_str().expect("a text");
    assert!(
        pasted.starts_with("name,email,role") && pasted.contains(first) && pasted.contains(last),
        "the clipboard has all of it: {pasted:.200}"
    );
    window.close().await;
}
