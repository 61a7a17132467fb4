//! Working while the server is gone, and afterwards.

use rollcall_model::Role;

use crate::support::{Desk, text};

#[test]
fn a_change_made_offline_waits_and_goes_out_later() {
    let mut desk = Desk::synced(50, Role::Admin);
    let ana = desk.somebody(Role::UserAdmin);
    let (id, email) = (text(&ana["id"]), text(&ana["email"]));
    desk.server.stop();

    let queued = desk
        .run(&["users", "set-role", &email, "member"])
        .succeeded();
    assert!(
        queued.out.starts_with("Queued. Waiting in Outbox: "),
        "it says which: {queued:?}"
    );
    assert!(
        queued.out.contains("Nothing has changed on the server."),
        "{queued:?}"
    );

    let shown = desk
        .run(&["users", "show", &email, "--format", "json"])
        .succeeded()
        .json();
    assert_eq!(shown["role"], "member", "what waits is laid over the list");
    assert_eq!(
        shown["roleOnServer"], "User Admin",
        "and what is there can be read"
    );
    assert_eq!(shown["change"], "waiting", "marked as waiting");

    let unsent = desk.run(&["outbox", "send"]);
    assert_eq!(unsent.status, 1, "nothing could be sent: {unsent:?}");
    let sync = desk.run(&["sync"]);
    assert_eq!(sync.status, 1, "nothing could be read: {sync:?}");
    assert_eq!(desk.users(&[]).len(), 50, "the list is as it was");

    desk.server.start_again();
    assert_eq!(
        desk.role_on_server(&id),
        "user_admin",
        "nothing has changed so far"
    );
    let sent = desk
        .run(&["outbox", "send", "--format", "json"])
        .succeeded()
        .json();
    assert_eq!(
        (&sent["applied"], &sent["waiting"]),
        (&1.into(), &0.into()),
        "{sent}"
    );
    assert_eq!(desk.role_on_server(&id), "member", "now it has");
}
