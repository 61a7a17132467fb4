//! Names, addresses and searches that were made to do harm: shown as text, or refused with the field and
//! the cure; never a crash, a hang, or an effect.

use fantoccini::key::Key;
use rollcall_model::Role;
use rollcall_testkit::TestServer;
use serde_json::json;

use crate::desk::Desk;
use crate::told::Told;
use crate::window::Window;

/// Names that a server may have, each with a part that must be readable as it stands.
const NAMES: [(&str, &str); 6] = [
    ("<img src=x onerror=document.title='harm'>", "<img src=x"),
    ("</td><script>document.title='harm'</script>", "<script>"),
    ("javascript:alert(1)", "javascript:alert(1)"),
    ("=HYPERLINK(\"https://evil.example\")", "=HYPERLINK("),
    (
        "{{constructor.constructor('document.title=1')()}}",
        "{{constructor",
    ),
    ("R&amp;D &lt;b&gt;", "R&amp;D &lt;b&gt;"),
];

/// What is no address, however it is typed.
const ADDRESSES: [&str; 7] = [
    "nowhere",
    "two@new.example, three@new.example",
    "a b@new.example",
    "<script>@new.example",
    "@new.example",
    "ana@",
    "ana@new.example?subject=x",
];

/// Searches that mean nothing but themselves.
const SEARCHES: [&str; 7] = ["%", "_", "\"'`;--", "*", "👋🏽", "\u{202e}anA", "(((((((("];

async fn unharmed(window: &Window) {
    let harm = window
        .run("return [document.title, document.querySelectorAll('main img[src=x], main script').length];", vec![])
        .await;
    assert_eq!(harm[1], 0, "text from a server makes no element");
    assert!(
        !harm[0].as_str().unwrap_or_default().contains("harm"),
        "text from a server runs nothing"
    );
}

#[tokio::test]
async fn what_was_made_to_do_harm_is_text_or_is_refused() {
    let desk = Desk::new();
    let server = TestServer::start(40);
    let told = Told::of(&server);
    for (at, (name, _)) in NAMES.iter().enumerate() {
        let user = json!({ "userName": format!("harm{at}@new.example"), "displayName": name });
        let added = told.attempt("POST", "/Users", user).await;
        added.expect("an Admin may add users, whatever they are called");
    }
    let window = desk.open(&[]).await;
    window.connect("Northwind", &server, Role::Admin).await;
    window.press("radio", "This session only").await;
    window.press("button", "Connect").await;
    window.reads("Online").await;

    for (at, (_, shown)) in NAMES.iter().enumerate() {
        window.fill("Search users", &format!("harm{at}@")).await;
        window.press("row", &format!("harm{at}@")).await;
        let reads = format!(
            "document.querySelector('.details')?.textContent.includes({}) && document.querySelector('.cell-name, [role=row][aria-selected]')?.closest('[role=grid]')?.textContent.includes({})",
            json!(shown),
            json!(shown)
        );
        window.until("the name stands there as text", &reads).await;
        unharmed(&window).await;
    }
    window.screenshot("harmful-names").await;
    window.press("button", "Close details").await;

    for search in SEARCHES {
        window.fill("Search users", search).await;
        window
            .until(
                "the search is answered",
                "reading().includes('Nobody matches') || /row \\d+ of \\d+ match/.test(reading())",
            )
            .await;
    }
    unharmed(&window).await;
    window.fill("Search users", "").await;

    window.press("button", "Add user").await;
    for address in ADDRESSES {
        window.fill("E-mail address", address).await;
        window.chord(&[char::from(Key::Tab)]).await;
        let refused = "(() => { const field = find('textbox', 'E-mail address');
            const why = (field?.getAttribute('aria-describedby') ?? '').split(/\\s+/).filter(Boolean)
                .map((id) => document.getElementById(id)?.textContent).join(' ').trim();
            return field?.getAttribute('aria-invalid') === 'true' && why; })()";
        let why = window
            .until(&format!("{address:?} is refused at its field"), refused)
            .await;
        let why = why.as_str().expect("a sentence");
        assert!(
            why.ends_with('.') || why.contains(". "),
            "{address:?}: {why}"
        );
    }
    window.chord(&[char::from(Key::Escape)]).await;
    window.close().await;
}
