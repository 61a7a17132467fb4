//! Input that nobody means well: shown as text or refused with a sentence, never a crash or an effect.

use reqwest::Method;
use rollcall_model::Role;
use serde_json::{Value, json};

use crate::support::{Server, encode, id, send};

#[tokio::test]
async fn a_hundred_thousand_parentheses_are_refused() {
    let server = Server::demo(6).await;
    let filter = format!("{}userName pr{}", "(".repeat(100_000), ")".repeat(100_000));
    let search = server
        .post("/Users/.search", &json!({ "filter": filter }))
        .await;
    search.is_error(400, "invalidFilter");
    let brackets = format!("{}value pr", "groups[".repeat(10_000));
    let search = server
        .post("/Users/.search", &json!({ "filter": brackets }))
        .await;
    search.is_error(400, "invalidFilter");
    let wide = vec!["userName pr"; 900].join(" or ");
    let search = server
        .post("/Users/.search", &json!({ "filter": wide }))
        .await;
    assert!(
        search.status == 200 || search.status == 400,
        "wide, not deep: {:?}",
        search.body
    );
}

#[tokio::test]
async fn a_body_nested_a_hundred_thousand_deep_is_refused() {
    let server = Server::demo(6).await;
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let body = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        for path in [
            "/Users",
            "/Groups",
            "/Bulk",
            "/Users/.search",
            "/Users/.delta",
        ] {
            let request = server
                .request(Role::Admin, Method::POST, path)
                .body(body.clone());
            send(request).await.is_error(400, "invalidSyntax");
        }
    }
}

#[tokio::test]
async fn a_filter_stays_a_value() {
    let server = Server::demo(6).await;
    let everyone = server.ids("userName pr").await.len();
    for text in [
        "' OR 1=1 --",
        "\\\" or userName pr or userName eq \\\"",
        "\\\"; DROP TABLE users; --",
        "?1",
        ":base",
        "%",
        "_",
        "*",
        "\\u0000",
        "x' UNION SELECT digest FROM tokens --",
    ] {
        let filter = format!("userName eq \"{text}\"");
        let answer = server
            .get(&format!("/Users?filter={}", encode(&filter)))
            .await;
        match answer.status.as_u16() {
            200 => assert_eq!(answer.body["totalResults"], 0, "{text} is nobody's name"),
            _ => answer.is_error(400, "invalidFilter"),
        }
    }
    for by in [
        "userName; DROP TABLE users",
        "user_name",
        "(SELECT 1)",
        "template",
        "id desc",
    ] {
        let answer = server.get(&format!("/Users?sortBy={}", encode(by))).await;
        assert_eq!(
            answer.status, 400,
            "{by} is no attribute: {:?}",
            answer.body
        );
    }
    assert_eq!(
        server.ids("userName pr").await.len(),
        everyone,
        "everybody is still there"
    );
}

#[tokio::test]
async fn names_are_text_or_refused_by_name() {
    let server = Server::demo(6).await;
    let kept = [
        "<img src=x onerror=alert(1)>",
        "=HYPERLINK(\"x\")",
        "Robert'); DROP TABLE users;--",
        "\u{202e}gnp.exe",
        "Ａ＝１",
        "e\u{301}\u{327}",
        "👩🏽‍💻",
    ];
    for (number, name) in kept.iter().enumerate() {
        let body = json!({ "userName": format!("n{number}@x.example"), "displayName": name });
        let made = server.post("/Users", &body).await;
        assert_eq!(made.body["displayName"], *name, "text is text");
        let read = server.get(&format!("/Users/{}", id(&made.body))).await;
        assert_eq!(read.body["displayName"], *name);
    }
    let long = "x".repeat(1024 * 1024);
    for name in [
        "\u{200b}\u{200d}",
        "line\nbreak",
        "\u{1b}[31mred",
        "nul\0",
        long.as_str(),
    ] {
        let body = json!({ "userName": "refused@x.example", "displayName": name });
        let refused = server.post("/Users", &body).await;
        refused.is_error(400, "invalidValue");
        assert!(
            refused.detail().contains("displayName"),
            "{}",
            refused.detail()
        );
        assert!(
            refused.detail().len() < 500,
            "an error doesn't repeat a megabyte"
        );
    }
    for name in ["", " ", "\u{feff}", "a\tb@x.example", &"x".repeat(321)] {
        let refused = server.post("/Users", &json!({ "userName": name })).await;
        refused.is_error(400, "invalidValue");
        assert!(
            refused.detail().contains("userName"),
            "{}",
            refused.detail()
        );
    }
    for body in [
        json!(null),
        json!([]),
        json!("x"),
        json!({ "userName": 7 }),
        json!({ "userName": null }),
    ] {
        assert_eq!(server.post("/Users", &body).await.status, 400, "{body}");
    }
}

#[tokio::test]
async fn pictures_are_web_addresses() {
    let server = Server::demo(6).await;
    for address in [
        "javascript:alert(1)",
        "data:image/png;base64,AA",
        "file:///etc/passwd",
        "/Pictures/1.png",
        "//x",
    ] {
        let body = json!({ "userName": "p@x.example", "photos": [{ "value": address }] });
        let refused = server.post("/Users", &body).await;
        refused.is_error(400, "invalidValue");
        assert!(refused.detail().contains("photos"), "{}", refused.detail());
    }
    for name in ["..%2F..%2Fetc", "1.jpg", "-1.png", "fffffffff.png", ".png"] {
        let missing = send(server.bare(Method::GET, &format!("/Pictures/{name}"))).await;
        missing.is_error(404, "");
    }
}

#[tokio::test]
async fn odd_bodies_are_refused_with_the_attribute() {
    let server = Server::demo(6).await;
    let with = |name: &str, value: Value| {
        let mut body = json!({ "userName": "odd@x.example" });
        body[name] = value;
        body
    };
    for body in [
        with("active", json!("False")),
        with("active", json!(1)),
        with("roles", json!("admin")),
        with("roles", json!([{ "value": 7 }])),
        with("USERNAME", json!("twice@x.example")),
        with(
            "schemas",
            json!(["urn:ietf:params:scim:schemas:core:2.0:Group"]),
        ),
        with("externalId", json!("x".repeat(300))),
    ] {
        let refused = server.post("/Users", &body).await;
        assert!(
            refused.status.is_client_error(),
            "{body}: {:?}",
            refused.body
        );
        assert!(!refused.detail().is_empty());
    }
    assert!(
        server.ids("userName eq \"odd@x.example\"").await.is_empty(),
        "nothing came of it"
    );
    let bytes = send(
        server
            .request(Role::Admin, Method::POST, "/Users")
            .body(b"\xff\xfe{}".to_vec()),
    );
    bytes.await.is_error(400, "invalidSyntax");
    let surrogate = r#"{"userName":"\ud800@x.example"}"#;
    let lone = send(
        server
            .request(Role::Admin, Method::POST, "/Users")
            .body(surrogate),
    )
    .await;
    lone.is_error(400, "invalidSyntax");
}

#[tokio::test]
async fn ids_are_opaque() {
    let server = Server::demo(6).await;
    let long = "x".repeat(10_000);
    let me = id(&server.get("/Me").await.body).to_uppercase();
    for odd in [
        "..%2F..%2FMe",
        "%3F",
        "%23",
        "%00",
        "%0d%0aX:%20y",
        "1",
        &long,
        &me,
        ".deltaTokens",
    ] {
        let missing = server.get(&format!("/Users/{odd}")).await;
        missing.is_error(404, "");
        assert!(
            missing.detail().len() < 300,
            "an error doesn't repeat ten kilobytes"
        );
    }
}

#[tokio::test]
async fn a_token_is_never_guessed_from_its_id() {
    let server = Server::demo(6).await;
    let token = server.token(Role::Admin).to_owned();
    let (head, secret) = token.rsplit_once('_').unwrap();
    let wrong = [
        head.to_owned(),
        format!("{head}_"),
        format!(
            "{head}_{}",
            secret.replace(|c: char| c.is_ascii_digit(), "0")
        ),
        token.to_uppercase(),
        format!("{token}0"),
        format!("{token}_x"),
    ];
    for token in wrong {
        let refused = send(server.bare(Method::GET, "/Me").bearer_auth(&token)).await;
        refused.is_error(401, "");
        assert!(
            !refused.body.to_string().contains(secret),
            "a secret is never repeated"
        );
    }
}
