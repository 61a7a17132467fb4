//! What is done with workspaces themselves.

use rollcall_policy::Action;
use serde_json::{Value, json};

use super::Of::{Granted, NewWorkspace, NotGranted, Settings};
use super::Way::{By, None};
use super::{Case, Permission, delete, get, patch, request, words};

const NOBODY_ENTERS: &str =
    "nobody enters a workspace by way of Rollcall, which shows and grants who may";

pub(super) const PERMISSIONS: &[Permission] = &[
    Permission {
        action: Action::WorkspacesView,
        of: &[Granted],
        window: By(|_| ("workspaces", json!({}))),
        terminal: By(|_| words(["workspaces", "list"])),
        server: By(|case| get(workspace(case))),
    },
    Permission {
        action: Action::WorkspacesView,
        of: &[NotGranted],
        window: By(|case| ("workspace_details", json!({ "workspace": case.workspace }))),
        terminal: By(|case| words(["workspaces", "show", &case.workspace])),
        server: By(|case| get(workspace(case))),
    },
    Permission {
        action: Action::WorkspacesView,
        of: &[Settings],
        window: By(|case| ("workspace_details", json!({ "workspace": case.workspace }))),
        terminal: By(|case| words(["workspaces", "show", &case.workspace])),
        server: By(|case| get(format!("/Groups?filter=members.value eq \"{}\"", case.user))),
    },
    Permission {
        action: Action::WorkspacesEnter,
        of: &[Granted, NotGranted],
        window: None(NOBODY_ENTERS),
        terminal: None(NOBODY_ENTERS),
        server: None(NOBODY_ENTERS),
    },
    Permission {
        action: Action::WorkspacesCreate,
        of: &[NewWorkspace],
        window: By(|case| {
            let create = json!({ "operation": case.operation, "name": case.name });
            ("create_workspace", json!({ "create": create }))
        }),
        terminal: By(|case| words(["workspaces", "create", &case.name])),
        server: By(|case| request("POST", "/Groups", json!({ "displayName": case.name }))),
    },
    Permission {
        action: Action::WorkspacesRename,
        of: &[Granted, NotGranted],
        window: By(|case| {
            let rename = json!({
                "operation": case.operation, "workspace": case.workspace, "name": case.name,
            });
            ("rename_workspace", json!({ "rename": rename }))
        }),
        terminal: By(|case| words(["workspaces", "rename", &case.workspace, &case.name])),
        server: By(|case| patch(workspace(case), "replace", "displayName", &json!(case.name))),
    },
    Permission {
        action: Action::WorkspacesDelete,
        of: &[Granted, NotGranted],
        window: By(|case| {
            let deletion = json!({
                "operation": case.operation, "workspace": case.workspace, "typed": Value::Null,
            });
            ("delete_workspace", json!({ "deletion": deletion }))
        }),
        terminal: By(|case| words(["workspaces", "delete", &case.workspace, "--yes"])),
        server: By(|case| delete(workspace(case))),
    },
];

fn workspace(case: &Case) -> String {
    format!("/Groups/{}", case.workspace)
}
