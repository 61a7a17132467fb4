//! What must not be found anywhere: the token, and anybody's name or address.

use rollcall_model::Role;

use crate::support::{Desk, text};

#[test]
fn no_token_name_or_address_can_be_read_in_any_file() {
    let mut desk = Desk::synced(200, Role::Admin);
    let ana = desk.somebody(Role::Member);
    desk.run(&["users", "set-role", &text(&ana["id"]), "user_admin"])
        .succeeded();
    desk.server.stop();
    desk.run(&["users", "set-role", &text(&ana["id"]), "billing_admin"])
        .succeeded();

    let mut planted = vec![desk.server.token(Role::Admin).reveal().to_owned()];
    for user in desk.users(&[]) {
        planted.push(text(&user["email"]));
        // Shorter names may occur in random bytes by chance.
        planted.extend(Some(text(&user["name"])).filter(|name| name.len() > 7));
    }
    assert!(planted.len() > 200, "there is something to look for");
    let files = desk.files();
    assert!(
        files.iter().any(|path| path.ends_with("ledger.db")),
        "{files:?}"
    );
    for path in files {
        let content = std::fs::read(&path).unwrap();
        for secret in &planted {
            let found = content
                .windows(secret.len())
                .any(|window| window == secret.as_bytes());
            assert!(!found, "{secret} can be read in {}", path.display());
        }
    }
}

#[test]
fn the_token_is_in_no_output_at_the_highest_log_level() {
    let mut desk = Desk::new(50);
    let token = desk.server.token(Role::Admin).reveal().to_owned();
    let file = desk.token_file(Role::Admin);
    let (url, file) = (desk.server.url(), file.to_str().unwrap());
    let mut said = vec![
        desk.run(&["connect", &url, "-vvv", "--token-file", file])
            .succeeded(),
    ];
    let trace = [("ROLLCALL_LOG", "trace")];
    said.push(desk.run_with(&["sync"], "", &trace).succeeded());
    assert!(
        said[1].err.len() > 1_000,
        "the log is on: {}",
        said[1].err.len()
    );
    let ana = text(&desk.somebody(Role::Member)["id"]);
    said.push(
        desk.run(&["users", "set-role", &ana, "user_admin", "-vvv"])
            .succeeded(),
    );
    said.push(
        desk.run(&["sync", "-vvv", "--token-file", file])
            .succeeded(),
    );
    desk.server.stop();
    said.push(desk.run(&["sync", "-vvv"]));
    for done in said {
        assert!(!done.out.contains(&token), "the token is in no answer");
        assert!(!done.err.contains(&token), "the token is in no log line");
    }
}

#[cfg(unix)]
#[test]
fn a_token_file_or_key_file_that_others_can_read_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new(20);
    let open = std::fs::Permissions::from_mode(0o644);
    let token = desk.token_file(Role::Admin);
    std::fs::set_permissions(&token, open.clone()).unwrap();
    let token_file = token.to_str().unwrap();
    let refused = desk.run(&["connect", &desk.server.url(), "--token-file", token_file]);
    assert_eq!(refused.status, 1, "{refused:?}");
    assert!(
        refused.err.contains("chmod 600"),
        "it says what to do: {refused:?}"
    );

    desk.connect(Role::Admin).succeeded();
    let key = desk.home().with_file_name("key");
    let mode = std::fs::metadata(&key).unwrap().permissions().mode();
    assert_eq!(
        mode & 0o777,
        0o600,
        "the key file is made for its owner alone"
    );
    std::fs::set_permissions(&key, open).unwrap();
    let refused = desk.run(&["users", "list"]);
    assert_eq!(refused.status, 1, "{refused:?}");
}

#[test]
fn a_profile_whose_key_file_is_not_named_asks_for_it() {
    let desk = Desk::synced(20, Role::Admin);
    let home = desk.home();
    std::fs::rename(desk.key_file(), home.with_file_name("elsewhere")).unwrap();
    let refused = desk.run(&["users", "list"]);
    assert_eq!(refused.status, 1, "{refused:?}");
    assert!(
        refused
            .err
            .contains("Name the key file that this profile was made with: --key-file FILE"),
        "{refused:?}"
    );
}
