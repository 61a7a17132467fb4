//! The program: its first line, its commands, and what a restart keeps.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

#[cfg(target_os = "linux")]
use crate::peer::MailPeer;

/// A running program; it is ended when this is dropped.
pub(crate) struct Program {
    child: Child,
    ready: Value,
}

impl Program {
    pub(crate) fn start(arguments: &[&str]) -> Self {
        Self::spawn(&mut program(arguments))
    }

    fn spawn(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let ready =
            serde_json::from_str(&line).unwrap_or_else(|_| panic!("no first line: {line:?}"));
        Self { child, ready }
    }

    pub(crate) fn url(&self) -> &str {
        self.ready["url"].as_str().unwrap()
    }

    fn token(&self, role: &str) -> &str {
        self.ready["tokens"][role].as_str().unwrap()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rollcall-server"));
    command.args(arguments);
    command
}

pub(crate) fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = program(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().trim().to_owned();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

pub(crate) async fn get(url: &str, path: &str, token: &str) -> (u16, Value) {
    let client = reqwest::Client::new();
    let answer = client
        .get(format!("{url}{path}"))
        .bearer_auth(token)
        .send()
        .await
        .unwrap();
    (
        answer.status().as_u16(),
        answer
            .text()
            .await
            .map(|text| text.parse().unwrap_or_default())
            .unwrap(),
    )
}

pub(crate) fn path(folder: &Path) -> &str {
    folder.to_str().unwrap()
}

#[tokio::test]
async fn a_restart_keeps_everything_tokens_included() {
    let folder = tempfile::tempdir().unwrap();
    let data = path(folder.path());
    let demo = [
        "--listen",
        "127.0.0.1:0",
        "--data",
        data,
        "--demo",
        "40",
        "--seed",
        "3",
        "--print-tokens",
    ];
    let first = Program::start(&demo);
    assert_eq!(first.ready["ready"], true);
    let admin = first.token("admin").to_owned();
    let (_, before) = get(first.url(), "/Users?count=100&sortBy=userName", &admin).await;
    let (_, token) = get(first.url(), "/Users/.deltaToken", &admin).await;
    drop(first);

    let second = Program::start(&demo);
    assert_ne!(second.token("admin"), admin, "each start issues fresh ones");
    let (status, after) = get(second.url(), "/Users?count=100&sortBy=userName", &admin).await;
    assert_eq!(status, 200, "and earlier ones stay good");
    let names = |list: &Value| -> Vec<String> {
        let list = list["Resources"].as_array().unwrap();
        list.iter()
            .map(|user| {
                format!(
                    "{} {} {}",
                    user["id"], user["userName"], user["meta"]["version"]
                )
            })
            .collect()
    };
    assert_eq!(
        names(&before),
        names(&after),
        "the same people, not made up again"
    );
    let body = serde_json::json!({ "deltaToken": token["value"] }).to_string();
    let delta = reqwest::Client::new().post(format!("{}/Users/.delta", second.url()));
    let delta = delta.bearer_auth(&admin).body(body).send().await.unwrap();
    assert_eq!(delta.status(), 200, "a sync goes on where it was");

    let without = Program::start(&["--listen", "127.0.0.1:0", "--data", data]);
    assert!(
        without.ready.get("tokens").is_none(),
        "tokens only when asked for"
    );
}

#[cfg(unix)]
#[test]
fn it_stops_when_told_to() {
    let mut program = Program::start(&["--listen", "127.0.0.1:0", "--demo", "4"]);
    let id = program.child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-TERM", &id])
            .status()
            .unwrap()
            .success()
    );
    let status = program.child.wait().unwrap();
    assert!(
        status.success(),
        "SIGTERM is a wish, not an accident: {status}"
    );
}

#[tokio::test]
async fn an_organization_is_founded_and_given_tokens() {
    let folder = tempfile::tempdir().unwrap();
    let data = path(folder.path());
    let (code, token, _) = run(&[
        "init",
        "--data",
        data,
        "--admin",
        "ada@example.org",
        "--name",
        "Ours",
    ]);
    assert_eq!(code, 0);
    let (code, _, complaint) = run(&["init", "--data", data, "--admin", "eve@example.org"]);
    assert_eq!(
        (code, complaint.contains("already")),
        (1, true),
        "an organization is founded once"
    );

    let server = Program::start(&["--listen", "127.0.0.1:0", "--data", data]);
    let (status, me) = get(server.url(), "/Me", &token).await;
    assert_eq!(
        (status, me["userName"].as_str()),
        (200, Some("ada@example.org"))
    );
    let body = serde_json::json!({ "userName": "new@example.org" }).to_string();
    let add = reqwest::Client::new()
        .post(format!("{}/Users", server.url()))
        .bearer_auth(&token);
    assert_eq!(add.body(body).send().await.unwrap().status(), 201);

    let (code, second, _) = run(&[
        "token",
        "create",
        "--data",
        data,
        "--user",
        "New@example.org",
        "--label",
        "laptop",
    ]);
    assert_eq!(code, 0, "while the server runs");
    assert_eq!(
        get(server.url(), "/Me", &second).await.0,
        200,
        "a token handed out is an accepted invitation"
    );
    let (_, list, _) = run(&["token", "list", "--data", data]);
    let line = list.lines().find(|line| line.contains("laptop")).unwrap();
    assert!(
        !list.contains(&second) && line.contains("new@example.org"),
        "secrets aren't listed: {list}"
    );
    let id = line.split('\t').next().unwrap();
    assert_eq!(run(&["token", "revoke", "--data", data, id]).0, 0);
    assert_eq!(
        get(server.url(), "/Me", &second).await.0,
        401,
        "revoked at once"
    );
    assert_eq!(
        run(&["token", "revoke", "--data", data, id]).0,
        1,
        "and only once"
    );
    let unknown = run(&[
        "token",
        "create",
        "--data",
        data,
        "--user",
        "nobody@example.org",
    ]);
    assert_eq!(
        (unknown.0, unknown.2.contains("nobody@example.org")),
        (1, true)
    );

    let stored = std::fs::read(folder.path().join("organization.db")).unwrap();
    let log = std::fs::read(folder.path().join("organization.db-wal")).unwrap_or_default();
    for secret in [&token, &second] {
        let secret = secret.rsplit('_').next().unwrap().as_bytes();
        let is_in = |bytes: &[u8]| bytes.windows(secret.len()).any(|window| window == secret);
        assert!(
            !is_in(&stored) && !is_in(&log),
            "tokens are kept as hashes only"
        );
    }
}

#[tokio::test]
async fn invitations_go_where_the_operator_says() {
    let folder = tempfile::tempdir().unwrap();
    let mails = folder.path().join("mails");
    // The first line tells the public URL alone, so the port is chosen here.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let listen = free.local_addr().unwrap().to_string();
    drop(free);
    let server = Program::start(&[
        "--listen",
        &listen,
        "--demo",
        "4",
        "--print-tokens",
        "--public-url",
        "https://people.example/scim",
        "--mail-dir",
        path(&mails),
        "--mail-from",
        "Northwind <it@northwind.example>",
        "--invitation-days",
        "2",
    ]);
    let local = format!("http://{listen}");
    let add = |name: &str| {
        let body = serde_json::json!({ "userName": name }).to_string();
        let add = reqwest::Client::new().post(format!("{local}/Users"));
        add.bearer_auth(server.token("admin")).body(body).send()
    };
    assert_eq!(add("new@x.example").await.unwrap().status(), 201);
    let file = loop {
        // Asking keeps this from spinning faster than the server can write.
        get(&local, "/Me", server.token("admin")).await;
        let mut files = std::fs::read_dir(&mails).into_iter().flatten().flatten();
        if let Some(file) = files.find(|file| file.file_name().to_string_lossy().ends_with("eml")) {
            break file.path();
        }
    };
    let message = crate::peer::read(&file).await;
    assert_eq!(
        message["headers"]["from"],
        "Northwind <it@northwind.example>"
    );
    let link = crate::peer::link(&message);
    assert!(
        link.starts_with("https://people.example/scim/invitations/accept?"),
        "{link}"
    );
    let (_, list) = get(
        &local,
        "/Invitations?count=1&sortBy=sentAt&sortOrder=descending",
        server.token("admin"),
    )
    .await;
    let time = |name: &str| -> jiff::Timestamp {
        list["Resources"][0][name]
            .as_str()
            .unwrap()
            .parse()
            .unwrap()
    };
    let lasts = time("expiresAt").duration_since(time("sentAt"));
    assert_eq!(
        lasts,
        jiff::SignedDuration::from_hours(48),
        "--invitation-days"
    );
}

/// Elsewhere a test can't add to what the system trusts.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_mail_server_is_spoken_to_under_seal_if_it_can_be_trusted() {
    let file = |name: &str| format!("{}/tests/server/tls/{name}", env!("CARGO_MANIFEST_DIR"));
    let (certificate, key) = (file("certificate.pem"), file("key.pem"));
    for (tls, scheme, query) in [
        ("wrapped", "smtps", ""),
        ("starttls", "smtp", "?tls=required"),
    ] {
        let settings = [
            ("CERTIFICATE", certificate.as_str()),
            ("KEY", key.as_str()),
            ("TLS", tls),
            ("PASSWORD", "s3cret"),
        ];
        let mut peer = MailPeer::with(0, &settings).await;
        let url = format!("{scheme}://it:s3cret@127.0.0.1:{}{query}", peer.port);
        let arguments = ["--listen", "127.0.0.1:0", "--demo", "4", "--print-tokens"];
        let start = |trusted: Option<&str>| {
            let mut command = program(&arguments);
            command
                .env("ROLLCALL_SMTP", &url)
                .env_remove("SSL_CERT_FILE");
            // Where the system's trusted certificates are, by the word of OpenSSL.
            if let Some(trusted) = trusted {
                command.env("SSL_CERT_FILE", trusted);
            }
            Program::spawn(&mut command)
        };
        let add = async |server: &Program| {
            let body = serde_json::json!({ "userName": "new@x.example" }).to_string();
            let add = reqwest::Client::new().post(format!("{}/Users", server.url()));
            let added = add.bearer_auth(server.token("admin")).body(body).send();
            assert_eq!(added.await.unwrap().status(), 201);
        };

        let trusting = start(Some(&certificate));
        add(&trusting).await;
        assert_eq!(peer.line().await["to"][0], "new@x.example", "{tls}");

        let wary = start(None);
        add(&wary).await;
        let failure = loop {
            let list = "/Invitations?filter=failure%20co%20%22mail%20server%22";
            let (_, list) = get(wary.url(), list, wary.token("admin")).await;
            if let Some(failure) = list["Resources"][0]["failure"].as_str() {
                break failure.to_owned();
            }
        };
        assert_eq!(
            failure, "This computer doesn't trust the mail server's certificate.",
            "{tls}"
        );
    }
}

#[test]
fn a_mail_server_s_password_is_never_repeated() {
    for (url, code) in [
        ("smtp://it:s3cret@mail.example.org", 1),
        ("https://it:s3cret@mail.example.org", 1),
        ("s3cret", 1),
    ] {
        let arguments = ["--listen", "127.0.0.1:0", "--demo", "4", "--smtp", url];
        let (ended, said, complaint) = run(&arguments);
        assert_eq!(ended, code, "{complaint}");
        assert!(
            complaint.contains("mail server"),
            "what is wrong: {complaint}"
        );
        assert!(
            !format!("{said}{complaint}").contains("s3cret"),
            "{complaint}"
        );
    }
    let mut command = program(&["--help"]);
    command.env("ROLLCALL_SMTP", "smtps://it:s3cret@mail.example.org");
    let help = command.output().unwrap().stdout;
    assert!(!String::from_utf8(help).unwrap().contains("s3cret"));
}

#[test]
fn wrong_use_is_told_apart_from_failure() {
    let folder = tempfile::tempdir().unwrap();
    let empty = path(folder.path());
    assert_eq!(
        run(&["--listen", "127.0.0.1:0"]).0,
        2,
        "neither data nor demo"
    );
    assert_eq!(
        run(&["--demo", "4", "--tls-cert", "x.pem"]).0,
        2,
        "a certificate needs its key"
    );
    assert_eq!(
        run(&["init", "--data", empty, "--admin", "no-address"]).0,
        2
    );
    let (code, out, complaint) = run(&["--listen", "127.0.0.1:0", "--data", empty]);
    assert_eq!(
        (code, out.as_str()),
        (1, ""),
        "no organization, no first line"
    );
    assert!(
        complaint.contains("init"),
        "and the cure is named: {complaint}"
    );
    let nowhere = format!("{empty}/nowhere");
    assert_eq!(run(&["token", "list", "--data", &nowhere]).0, 1);
    assert!(
        !Path::new(&nowhere).exists(),
        "a mistyped folder is not made"
    );
    assert_eq!(run(&["audit", "--data", empty]).0, 1);
    let made = std::fs::read_dir(empty).unwrap().count();
    assert_eq!(made, 0, "and in an empty one nothing is");
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_looked_into_is_not_taken_for_an_empty_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let within = file.join("data");
    for arguments in [&[][..], &["audit"]] {
        let (code, _, complaint) = run(&[arguments, &["--data", path(&within)]].concat());
        assert_eq!(code, 1, "{complaint}");
        assert!(
            complaint.contains("could not prepare the data folder"),
            "{complaint}"
        );
    }
}

#[test]
fn an_address_in_front_is_what_clients_are_told() {
    let front = "https://people.example/scim/";
    let program = Program::start(&[
        "--listen",
        "127.0.0.1:0",
        "--demo",
        "4",
        "--public-url",
        front,
    ]);
    assert_eq!(
        program.url(),
        "https://people.example/scim",
        "paths are appended to it"
    );
    for wrong in [
        "people.example",
        "ftp://people.example",
        "https://people.example/?a=b",
    ] {
        let (code, _, complaint) = run(&["--demo", "4", "--public-url", wrong]);
        assert_eq!(code, 2, "invitations would lead nowhere: {wrong}");
        assert!(
            complaint.contains("https://people.example.org/scim"),
            "{complaint}"
        );
    }
}

#[tokio::test]
async fn https_is_served_with_a_certificate() {
    let file = |name: &str| format!("{}/tests/server/tls/{name}", env!("CARGO_MANIFEST_DIR"));
    let (certificate, key) = (file("certificate.pem"), file("key.pem"));
    let program = Program::start(&[
        "--listen",
        "127.0.0.1:0",
        "--demo",
        "4",
        "--print-tokens",
        "--tls-cert",
        &certificate,
        "--tls-key",
        &key,
    ]);
    assert!(
        program.url().starts_with("https://127.0.0.1:"),
        "{}",
        program.url()
    );
    let trusted = reqwest::Certificate::from_pem(&std::fs::read(&certificate).unwrap()).unwrap();
    let client = reqwest::Client::builder()
        .tls_certs_only([trusted])
        .build()
        .unwrap();
    let me = client
        .get(format!("{}/Me", program.url()))
        .bearer_auth(program.token("admin"));
    assert_eq!(me.send().await.unwrap().status(), 200);
    let plain = program.url().replacen("https", "http", 1);
    assert!(
        reqwest::get(format!("{plain}/Me")).await.is_err(),
        "nothing is said in plain text"
    );

    let (code, _, complaint) = run(&[
        "--listen",
        "127.0.0.1:0",
        "--demo",
        "4",
        "--tls-cert",
        &key,
        "--tls-key",
        &certificate,
    ]);
    assert_eq!(code, 1, "a mix-up is refused: {complaint}");
}
