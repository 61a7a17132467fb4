//! Connecting an organization, and reading it.

use std::collections::HashSet;

use rollcall_model::Role;
use rollcall_testkit::TestServer;

use crate::support::{Desk, text};

#[test]
fn a_sync_into_an_empty_home_ends_in_a_complete_list() {
    let desk = Desk::new(2_500);
    let connected = desk.connect(Role::Admin).succeeded();
    assert!(connected.out.contains("Connected Acme"), "{connected:?}");

    let synced = desk.run(&["sync", "--format", "json"]).succeeded().json();
    assert_eq!(synced["full"], true, "the first read is a full one");

    let listed = desk
        .run(&["users", "list", "--format", "json"])
        .succeeded()
        .json();
    assert_eq!(listed["complete"], true, "the list says that it is whole");
    let users = listed["users"].as_array().unwrap();
    let ids: HashSet<_> = users.iter().map(|user| text(&user["id"])).collect();
    let (_, page) = desk.ask_server(Role::Admin, "GET /Users?count=0", "");
    assert_eq!(
        users.len() as u64,
        page["totalResults"],
        "as many users as the server has"
    );
    assert_eq!(ids.len(), users.len(), "each once");
    assert_eq!(
        synced["users"].as_u64(),
        Some(users.len() as u64),
        "the report says so too"
    );
}

#[test]
fn a_second_sync_with_nothing_new_transfers_next_to_nothing() {
    let desk = Desk::synced(500, Role::Admin);
    let again = desk.run(&["sync", "--format", "json"]).succeeded().json();
    assert_eq!(again["full"], false, "only what is new is read");
    let bytes = again["bytes"].as_u64().unwrap();
    assert!(bytes < 1_000, "under 1 kB of bodies, but it was {bytes}");
}

#[test]
fn a_connected_organization_is_listed_and_knows_who_is_signed_in() {
    let desk = Desk::synced(50, Role::UserAdmin);
    let listed = desk
        .run(&["organizations", "--format", "json"])
        .succeeded()
        .json();
    let card = &listed["organizations"][0];
    assert_eq!(
        (text(&card["name"]), text(&card["url"])),
        ("Acme".into(), desk.server.url())
    );
    assert_eq!(card["role"], "User Admin", "the role held there");

    let me = desk.run(&["whoami", "--format", "json"]).succeeded().json();
    assert_eq!(me["role"], "user_admin", "the token's own user");
    let (_, asked) = desk.ask_server(Role::UserAdmin, "GET /Me", "");
    assert_eq!(
        (&me["id"], &me["email"]),
        (&asked["id"], &asked["userName"]),
        "as the server says"
    );
}

#[test]
fn a_token_comes_by_file_descriptor_or_standard_input() {
    let desk = Desk::new(20);
    let token = desk.server.token(Role::Admin).reveal().to_owned() + "\n";
    let url = desk.server.url();
    desk.run_with(&["connect", &url, "--name", "Acme"], &token, &[])
        .succeeded();
    desk.run_with(&["sync", "--token-fd", "0"], &token, &[])
        .succeeded();
    let empty = desk.run_with(&["sync", "--token-fd", "0"], "\n", &[]);
    assert_eq!(empty.status, 1, "an empty token is refused: {empty:?}");
}

#[test]
fn a_token_that_is_not_to_be_kept_is_needed_every_time() {
    let desk = Desk::new(20);
    let file = desk.token_file(Role::Admin);
    let (url, file) = (desk.server.url(), file.to_str().unwrap());
    desk.run(&["connect", &url, "--token-file", file, "--do-not-keep-token"])
        .succeeded();
    let without = desk.run(&["sync"]);
    assert_eq!(
        without.status, 1,
        "nothing was kept to sign in with: {without:?}"
    );
    desk.run(&["sync", "--token-file", file]).succeeded();
}

#[test]
fn whoever_is_signed_out_signs_in_again_as_the_same_user_and_what_waits_goes_on() {
    let mut desk = Desk::synced(50, Role::Admin);
    let helper = text(&desk.somebody(Role::UserAdmin)["id"]);
    desk.server.stop();
    desk.run(&["users", "set-role", &helper, "member"])
        .succeeded();
    desk.server.start_again();
    let out = desk.run_with(&["sync", "--token-fd", "0"], "revoked", &[]);
    assert_eq!(out.status, 1, "{out:?}");
    assert!(
        out.err.contains("rollcall-cli sign-in --token-file FILE"),
        "it says what to do: {out:?}"
    );

    let other = desk.token_file(Role::UserAdmin);
    let refused = desk.run(&["sign-in", "--token-file", other.to_str().unwrap()]);
    assert_eq!(refused.status, 1, "what waits is an Admin's: {refused:?}");
    assert!(refused.err.contains("This token belongs to"), "{refused:?}");
    let refused = desk.run_with(&["sign-in"], "revoked", &[]);
    assert_eq!(refused.status, 1, "{refused:?}");
    assert!(
        refused.err.contains("Ask whoever runs the server"),
        "{refused:?}"
    );

    let token = desk.server.token(Role::Admin).reveal().to_owned();
    let me = desk.run_with(&["sign-in", "--format", "json"], &token, &[]);
    assert_eq!(me.succeeded().json()["role"], "admin", "as whoami tells it");
    desk.run(&["outbox", "send"]).succeeded();
    assert_eq!(desk.role_on_server(&helper), "member");
}

#[test]
fn a_token_that_was_not_kept_is_kept_by_signing_in() {
    let desk = Desk::new(20);
    let file = desk.token_file(Role::Admin);
    let (url, file) = (desk.server.url(), file.to_str().unwrap());
    desk.run(&["connect", &url, "--token-file", file, "--do-not-keep-token"])
        .succeeded();
    let without = desk.run(&["sync"]);
    assert!(without.err.contains("rollcall-cli sign-in"), "{without:?}");
    desk.run(&["sign-in", "--token-file", file]).succeeded();
    desk.run(&["sync"]).succeeded();
}

#[test]
fn what_is_wrong_with_a_server_is_said_and_nothing_is_kept() {
    let desk = Desk::new(20);
    let file = desk.token_file(Role::Admin);
    let file = file.to_str().unwrap();
    let connect = |url: &str| desk.run(&["connect", url, "--token-file", file]);
    for (url, word) in [
        ("http://people.example", "https://"),
        ("https://user@people.example", "user name"),
        ("ftp://people.example", "https://"),
    ] {
        let refused = connect(url);
        assert_eq!(refused.status, 2, "{url} can't be meant: {refused:?}");
        assert!(
            refused.err.contains(word),
            "it says what is wrong with {url}: {refused:?}"
        );
    }
    let wrong = desk.run_with(
        &["connect", &desk.server.url()],
        "not-a-token-of-this-server",
        &[],
    );
    assert_eq!(wrong.status, 1, "{wrong:?}");
    assert!(wrong.err.contains("doesn't accept this token"), "{wrong:?}");
    let twice = (connect(&desk.server.url()), connect(&desk.server.url()));
    assert_eq!(
        (twice.0.status, twice.1.status),
        (0, 1),
        "the same account is connected once"
    );
    let listed = desk.run(&["organizations", "--format", "json"]).json();
    assert_eq!(
        listed["organizations"].as_array().unwrap().len(),
        1,
        "nothing else was kept"
    );
}

#[test]
fn what_is_left_out_of_a_command_is_named_with_all_that_it_could_be() {
    let desk = Desk::new(20);
    for (arguments, choice) in [
        (
            &["users", "edit", "ana@example.com"][..],
            "<--display-name <NAME>|--picture <URL|none>>",
        ),
        (&["outbox", "drop"], "<IDS|--all|--done>"),
        (&["outbox", "resolve", "mine"], "<IDS|--all>"),
        (&["outbox", "move", "0"], "<--before <ID>|--last>"),
        (
            &["users", "set-workspaces", "ana@example.com"],
            "<WORKSPACES|--grant <WORKSPACE>|--revoke <WORKSPACE>|--none>",
        ),
    ] {
        let refused = desk.run(arguments);
        assert_eq!(refused.status, 2, "{refused:?}");
        assert!(refused.err.contains(choice), "{choice}: {refused:?}");
    }
}

#[test]
fn wrong_use_is_told_apart_from_failure() {
    let desk = Desk::new(20);
    for arguments in [
        &["sync"][..],
        &["users", "list", "--no-such-option"],
        &["users", "set-role", "ana@example.com", "owner"],
        &["users", "set-workspaces", "ana@example.com"],
        &["users", "list", "--state", "asleep"],
        &["sync", "--token-fd", "0", "--token-file", "token"],
    ] {
        let refused = desk.run(arguments);
        assert_eq!(
            refused.status, 2,
            "{arguments:?} can't be meant: {refused:?}"
        );
        assert!(
            !refused.err.is_empty() && refused.out.is_empty(),
            "said beside the answer"
        );
    }
}

#[test]
fn with_several_organizations_one_has_to_be_named() {
    let desk = Desk::new(20);
    desk.connect(Role::Admin).succeeded();
    let other = TestServer::start(30);
    let token = other.token(Role::Member).reveal().to_owned();
    desk.run_with(&["connect", &other.url(), "--name", "Birch"], &token, &[])
        .succeeded();

    let unnamed = desk.run(&["sync"]);
    assert_eq!(unnamed.status, 2, "which one can't be guessed: {unnamed:?}");
    assert!(
        unnamed.err.contains("Acme") && unnamed.err.contains("Birch"),
        "{unnamed:?}"
    );
    for named in ["acme", desk.server.url().as_str()] {
        desk.run(&["sync", "--organization", named]).succeeded();
    }
    let me = desk
        .run(&["whoami", "--organization", "Acme", "--format", "json"])
        .succeeded()
        .json();
    assert_eq!(
        (&me["organization"], &me["users"]),
        (&"Acme".into(), &20.into()),
        "that one alone"
    );
}

#[test]
fn the_profile_folder_can_be_named_by_the_environment() {
    let desk = Desk::synced(20, Role::Admin);
    let home = desk.home();
    let elsewhere = desk.home().with_file_name("elsewhere");
    let environment = [("ROLLCALL_HOME", home.to_str().unwrap())];
    let listed = desk
        .run_without_home(&["organizations"], &environment)
        .succeeded();
    assert!(listed.out.contains("Acme"), "{listed:?}");
    let option = ["organizations", "--home", elsewhere.to_str().unwrap()];
    let listed = desk.run_without_home(&option, &environment).succeeded();
    assert!(
        !listed.out.contains("Acme"),
        "the option comes first: {listed:?}"
    );
}
