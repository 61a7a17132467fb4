//! What is done with users.

use rollcall_model::Role::{Admin, BillingAdmin, Member, UserAdmin};
use rollcall_policy::Action;
use serde_json::{Value, json};

use super::Of::{All, LastAdmin, New, Oneself, Suspended, User};
use super::Way::{By, None};
use super::{Case, Command, Of, Permission, Request, delete, get, patch, request, words};

const EVERY_ROLE: &[Of] = &[
    User(Admin),
    User(BillingAdmin),
    User(UserAdmin),
    User(Member),
];
const WHO_CAN_LOSE_ACCESS: &[Of] = &[
    User(Admin),
    User(BillingAdmin),
    User(UserAdmin),
    User(Member),
    Oneself,
    LastAdmin,
];

pub(super) const PERMISSIONS: &[Permission] = &[
    Permission {
        action: Action::UsersView,
        of: &[All],
        window: By(|_| {
            (
                "users_window",
                json!({ "query": {}, "offset": 0, "limit": 10 }),
            )
        }),
        terminal: By(|_| words(["users", "list"])),
        server: By(|_| get("/Users".to_owned())),
    },
    Permission {
        action: Action::UsersView,
        of: &[User(Member)],
        window: By(|case| ("user_details", json!({ "user": case.user }))),
        terminal: By(|case| words(["users", "show", &case.user])),
        server: By(|case| get(user(case))),
    },
    Permission {
        action: Action::UsersAdd,
        of: &[New(Admin), New(BillingAdmin), New(UserAdmin), New(Member)],
        window: By(|case| {
            let add = json!({
                "operation": case.operation, "address": case.address(), "name": "",
                "role": case.role, "workspaces": [],
            });
            ("add_user", json!({ "add": add }))
        }),
        terminal: By(|case| words(["users", "add", &case.address(), "--role", &case.role])),
        server: By(|case| {
            let roles = json!([{ "value": case.role }]);
            request(
                "POST",
                "/Users",
                json!({ "userName": case.address(), "roles": roles }),
            )
        }),
    },
    Permission {
        action: Action::UsersDelete,
        of: &[
            User(Admin),
            User(BillingAdmin),
            User(UserAdmin),
            User(Member),
            Suspended(Member),
            Oneself,
            LastAdmin,
        ],
        window: By(|case| change(case, "delete")),
        terminal: By(|case| words(["users", "delete", &case.user, "--yes"])),
        server: By(|case| delete(user(case))),
    },
    Permission {
        action: Action::UsersSetRole,
        of: WHO_CAN_LOSE_ACCESS,
        window: By(|case| save(case, &json!({ "role": case.role }))),
        terminal: By(|case| words(["users", "set-role", &case.user, &case.role])),
        server: By(|case| set(case, "roles", &json!([{ "value": case.role }]))),
    },
    Permission {
        action: Action::UsersSuspend,
        of: WHO_CAN_LOSE_ACCESS,
        window: By(|case| change(case, "suspend")),
        terminal: By(|case| words(["users", "suspend", &case.user])),
        server: By(|case| set(case, "active", &json!(false))),
    },
    Permission {
        action: Action::UsersReactivate,
        of: &[
            Suspended(Admin),
            Suspended(BillingAdmin),
            Suspended(UserAdmin),
            Suspended(Member),
        ],
        window: By(|case| change(case, "reactivate")),
        terminal: By(|case| words(["users", "reactivate", &case.user])),
        server: By(|case| set(case, "active", &json!(true))),
    },
    Permission {
        action: Action::UsersEditProfile,
        of: EVERY_ROLE,
        window: By(|case| save(case, &json!({ "displayName": case.name }))),
        terminal: By(|case| words(["users", "edit", &case.user, "--display-name", &case.name])),
        server: By(|case| set(case, "displayName", &json!(case.name))),
    },
    Permission {
        action: Action::UsersReplaceEmail,
        of: &[
            User(Admin),
            User(BillingAdmin),
            User(UserAdmin),
            User(Member),
            Oneself,
        ],
        window: By(|case| {
            let replace = json!({
                "operation": case.operation, "user": case.user, "address": case.address(),
                "delete": "at_once",
            });
            ("replace_email", json!({ "replace": replace }))
        }),
        terminal: By(|case| {
            words([
                "users",
                "replace-email",
                &case.user,
                &case.address(),
                "--delete",
                "at-once",
            ])
        }),
        server: None(
            "to the server it is an addition and a deletion, which have rows of their own",
        ),
    },
    Permission {
        action: Action::UsersSetWorkspaces,
        of: &[
            User(Admin),
            User(BillingAdmin),
            User(UserAdmin),
            User(Member),
            Oneself,
        ],
        window: By(|case| save(case, &json!({ "grant": [case.workspace] }))),
        terminal: By(|case| {
            words([
                "users",
                "set-workspaces",
                &case.user,
                "--grant",
                &case.workspace,
            ])
        }),
        server: By(grant),
    },
    Permission {
        action: Action::UsersSetWorkspaces,
        of: &[User(Member)],
        window: By(|case| {
            let ids = json!([case.workspace]);
            changes(case, &json!({ "kind": "add_to_workspaces", "ids": ids }))
        }),
        terminal: By(|case| words(["workspaces", "add", &case.workspace, &case.user])),
        server: By(grant),
    },
    Permission {
        action: Action::InvitationsResend,
        of: EVERY_ROLE,
        window: By(|case| change(case, "resend_invitation")),
        terminal: By(|case| words(["invitations", "resend", &case.user])),
        server: By(|case| request("POST", "/Invitations", json!({ "user": case.user }))),
    },
    Permission {
        action: Action::InvitationsRevoke,
        of: EVERY_ROLE,
        window: By(|case| change(case, "revoke_invitation")),
        terminal: By(|case| words(["invitations", "revoke", &case.user, "--yes"])),
        server: By(|case| delete(format!("/Invitations/{}", case.user))),
    },
];

fn user(case: &Case) -> String {
    format!("/Users/{}", case.user)
}

fn set(case: &Case, attribute: &str, value: &Value) -> Request {
    patch(user(case), "replace", attribute, value)
}

fn grant(case: &Case) -> Request {
    let members = json!([{ "value": case.user }]);
    patch(
        format!("/Groups/{}", case.workspace),
        "add",
        "members",
        &members,
    )
}

/// Saves the edit dialog with some of it changed.
fn save(case: &Case, changed: &Value) -> Command {
    let mut save = json!({
        "operation": case.operation, "user": case.user, "role": null, "grant": [], "revoke": [],
    });
    for (field, value) in changed.as_object().into_iter().flatten() {
        save[field] = value.clone();
    }
    ("save_user", json!({ "save": save }))
}

/// Does something to one selected user, and confirms it where that is asked for.
fn change(case: &Case, kind: &str) -> Command {
    changes(case, &json!({ "kind": kind }))
}

fn changes(case: &Case, action: &Value) -> Command {
    let change = json!({
        "operation": case.operation, "selection": { "kind": "ids", "ids": [case.user] },
        "action": action, "typed": case.email,
    });
    ("change_users", json!({ "change": change }))
}
