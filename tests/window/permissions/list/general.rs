//! What is done with the organization itself.

use rollcall_policy::Action;
use serde_json::json;

use super::Of::Organization;
use super::Way::By;
use super::{Permission, delete, get, organization, patch, words};

pub(super) const PERMISSIONS: &[Permission] = &[
    Permission {
        action: Action::OrganizationView,
        of: &[Organization],
        window: By(|_| ("general", json!({}))),
        terminal: By(|_| words(["organization", "show"])),
        server: By(|case| get(organization(case))),
    },
    Permission {
        action: Action::OrganizationEdit,
        of: &[Organization],
        window: By(|case| {
            let values = json!({ "website": { "to": format!("https://{}.example", case.name) } });
            let save = json!({ "operation": case.operation, "values": values });
            ("save_general", json!({ "save": save }))
        }),
        terminal: By(|case| {
            let website = format!("https://{}.example", case.name);
            words(["organization", "edit", "--website", &website])
        }),
        server: By(|case| {
            let website = json!(format!("https://{}.example", case.name));
            patch(organization(case), "replace", "website", &website)
        }),
    },
    // The server alone does it: it can be done once, and ends every session. It is tried last.
    Permission {
        action: Action::OrganizationDelete,
        of: &[Organization],
        window: By(|_| ("deletion_view", json!({}))),
        terminal: By(|_| words(["organization", "delete", "--dry-run"])),
        server: By(|case| delete(organization(case))),
    },
];
