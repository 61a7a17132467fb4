//! The page behind an invitation's link: looked at, filled in, and what it says when it can't be used.

use jiff::SignedDuration;
use reqwest::Method;
use rollcall_model::Role;
use serde_json::{Value, json};

use crate::support::{Answer, Server, encode, id, send};

const EXTENSION: &str = "urn:rollcall:params:scim:schemas:organization:2.0:User";
const ANA: &str = "ana@northwind.example";

async fn look(link: &str) -> Answer {
    send(reqwest::Client::new().get(link)).await
}

/// Sends the form that the link's page shows.
async fn accept(server: &Server, link: &str, name: &str) -> Answer {
    let (_, token) = link.split_once("token=").unwrap();
    let form = format!("token={token}&displayName={}", encode(name));
    let request = server
        .bare(Method::POST, "/invitations/accept")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form);
    send(request).await
}

fn text(page: &Answer) -> &str {
    page.body.as_str().unwrap()
}

#[tokio::test]
async fn whoever_has_the_link_gives_a_name_and_is_a_member() {
    let server = Server::demo(6).await;
    let user = server.add_user(ANA, Role::Member).await;
    let link = server.message(ANA, "").await.link;

    for _ in 0..2 {
        let page = look(&link).await;
        assert_eq!(page.status, 200, "looking uses nothing up");
        assert!(text(&page).contains("Northwind") && text(&page).contains(ANA));
        assert!(
            text(&page).contains("<label for=\"name\">"),
            "the field has a label"
        );
        assert!(!text(&page).contains("<script"), "there is no script");
        assert_eq!(
            page.header("referrer-policy"),
            "no-referrer",
            "the link stays here"
        );
        assert_eq!(page.header("cache-control"), "no-store");
        let policy = page.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'self'; form-action 'self'"));
    }
    let path = format!("/Users/{}", id(&user));
    let pending = server.get(&path).await.body;
    assert_eq!(pending[EXTENSION]["invitation"]["status"], "pending");

    server.clock.advance(SignedDuration::from_hours(1));
    let welcome = accept(&server, &link, " Ana Nová ").await;
    assert_eq!(welcome.status, 200, "{:?}", welcome.body);
    assert!(text(&welcome).contains("Welcome, <bdi>Ana Nová</bdi>"));
    let accepted = server.get(&path).await.body;
    assert_eq!(accepted["displayName"], "Ana Nová");
    assert_eq!(accepted[EXTENSION]["invitation"]["status"], "accepted");
    assert!(
        accepted[EXTENSION].get("lastActive").is_none(),
        "only a credential's use is activity"
    );
    assert_ne!(accepted["meta"]["version"], pending["meta"]["version"]);
    assert_eq!(accepted["meta"]["lastModified"], "2026-11-22T13:00:00Z");

    for again in [look(&link).await, accept(&server, &link, "Eve").await] {
        assert_eq!(again.status, 410, "a link works once");
        assert!(
            text(&again).contains("accepted already"),
            "{}",
            text(&again)
        );
    }
    assert_eq!(server.get(&path).await.body["displayName"], "Ana Nová");
    let refused = server.resend_as(Role::Admin, id(&user)).await;
    refused.is_error(403, "");
    assert_eq!(refused.detail(), "This user has no open invitation.");
    let refused = server.delete(&format!("/Invitations/{}", id(&user))).await;
    assert_eq!(refused.detail(), "This user has no open invitation.");

    let lines = server.audit();
    assert_eq!(lines.len(), 2, "the invitation and this, a line each");
    let line = &lines[1];
    assert_eq!(line.actions, "invitations.accept");
    assert_eq!(line.actor.as_deref(), Some(id(&user)), "the user did it");
    let after: Value = serde_json::from_str(line.after.as_ref().unwrap()).unwrap();
    assert_eq!(
        after,
        json!({ "displayName": "Ana Nová", "invitation": "accepted" })
    );
}

#[tokio::test]
async fn each_link_that_can_t_be_used_says_what_to_do() {
    let server = Server::demo(6).await;
    let user = server.add_user(ANA, Role::Member).await;
    let first = server.message(ANA, "").await.link;
    server.resend_as(Role::Admin, id(&user)).await;
    let second = server.message(ANA, &first).await.link;
    let cut = second[..second.len() - 1].to_owned();
    let changed = format!("{cut}{}", if second.ends_with('0') { '1' } else { '0' });
    let nothing = format!("{}/invitations/accept", server.url);
    for (link, status, words) in [
        (&first, 410, "Open the link in the latest message"),
        (&cut, 404, "Copy the whole address"),
        (&changed, 404, "leads to no invitation"),
        (&nothing, 404, "leads to no invitation"),
    ] {
        let page = look(link).await;
        assert_eq!(page.status, status, "{link}");
        assert!(text(&page).contains(words), "{}", text(&page));
    }

    let suspend = json!([{ "op": "replace", "path": "active", "value": false }]);
    let path = format!("/Users/{}", id(&user));
    server.patch(&path, suspend).await;
    for page in [look(&second).await, accept(&server, &second, "Ana").await] {
        assert_eq!(
            page.status, 403,
            "whoever is suspended doesn't get in by a link"
        );
        assert!(text(&page).contains("suspended"));
    }
    let reactivate = json!([{ "op": "replace", "path": "active", "value": true }]);
    server.patch(&path, reactivate).await;
    assert_eq!(look(&second).await.status, 200);

    server.clock.advance(SignedDuration::from_hours(7 * 24));
    for page in [look(&second).await, accept(&server, &second, "Ana").await] {
        assert_eq!(page.status, 410);
        assert!(text(&page).contains("send it again"), "{}", text(&page));
    }
}

#[tokio::test]
async fn a_name_that_is_none_is_refused_in_words_and_nothing_is_lost() {
    let server = Server::demo(6).await;
    server.add_user(ANA, Role::Member).await;
    let link = server.message(ANA, "").await.link;
    for (name, words) in [
        ("", "The name holds nothing that can be seen."),
        (
            "\u{200b}\u{202e}",
            "The name holds nothing that can be seen.",
        ),
        ("Ana\r\nBcc: eve@x.example", "The name holds a line break"),
        ("\u{1b}[31mred", "another control character"),
        (&"x".repeat(257), "The name is longer than 256 characters."),
    ] {
        let page = accept(&server, &link, name).await;
        assert_eq!(page.status, 422, "{name:?}");
        assert!(text(&page).contains(words), "{}", text(&page));
        assert!(text(&page).contains("aria-invalid=\"true\" aria-describedby=\"problem\""));
    }
    let huge = accept(&server, &link, &"x".repeat(1024 * 1024)).await;
    assert_eq!(huge.status, 413);
    assert!(text(&huge).contains("shorter name"));
    assert_eq!(look(&link).await.status, 200, "the link was not used up");

    let markup = "<img src=x onerror=alert(1)>\"'";
    let page = accept(&server, &link, markup).await;
    assert_eq!(page.status, 200, "a name is what its owner says");
    assert!(
        !text(&page).contains("<img"),
        "and is text: {}",
        text(&page)
    );
}

#[tokio::test]
async fn names_given_by_others_are_text_on_the_page_and_in_the_message() {
    let server = Server::demo(6).await;
    let me = format!("/Users/{}", id(&server.get("/Me").await.body));
    let markup = "<b onload=x>\u{202e}Eve</b>\"";
    let rename = json!([{ "op": "replace", "path": "displayName", "value": markup }]);
    assert_eq!(server.patch(&me, rename).await.status, 200);
    let body = json!({ "userName": ANA, "displayName": "\"><script>alert(1)</script>" });
    server.post("/Users", &body).await;
    let message = server.message(ANA, "").await;
    assert!(!message.html.contains("<b onload"), "{}", message.html);
    assert!(
        !message.subject.contains('\u{202e}'),
        "nothing turns the line around"
    );
    let page = look(&message.link).await;
    assert!(!text(&page).contains("<script"), "{}", text(&page));
}

#[tokio::test]
async fn a_link_that_is_used_twice_at_once_is_used_once() {
    let server = Server::demo(6).await;
    server.add_user(ANA, Role::Member).await;
    let link = server.message(ANA, "").await.link;
    let (first, second) = tokio::join!(
        accept(&server, &link, "First"),
        accept(&server, &link, "Second")
    );
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 410], "a link works once");
}

#[tokio::test]
async fn a_token_from_the_console_makes_the_link_needless() {
    let server = Server::demo(6).await;
    server.add_user(ANA, Role::Member).await;
    let link = server.message(ANA, "").await.link;
    server.org.issue_token(ANA, "laptop").unwrap();
    let page = look(&link).await;
    assert_eq!(page.status, 410);
    assert!(text(&page).contains("accepted already"), "{}", text(&page));
}

#[tokio::test]
async fn guessing_links_is_slowed_down() {
    let server = Server::demo(6).await;
    let wrong = format!("{}/invitations/accept?token=invitation_0_0", server.url);
    let mut last = look(&wrong).await;
    for _ in 0..60 {
        last = look(&wrong).await;
    }
    assert_eq!(last.status, 429);
    assert_eq!(last.header("retry-after"), "60");
    server.add_user(ANA, Role::Member).await;
    let link = server.message(ANA, "").await.link;
    assert_eq!(
        look(&link).await.status,
        200,
        "a right link is never held up"
    );
}

#[tokio::test]
async fn the_style_of_the_page_is_its_own_file() {
    let server = Server::demo(6).await;
    let style = send(server.bare(Method::GET, "/invitations/accept.css")).await;
    assert_eq!(style.status, 200);
    assert!(style.header("content-type").starts_with("text/css"));
    assert!(text(&style).contains("prefers-color-scheme: dark"));
}
