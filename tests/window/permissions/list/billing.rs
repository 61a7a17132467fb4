//! What is done with billing, the subscription and invoices.

use rollcall_model::Role;
use rollcall_policy::Action;
use serde_json::json;

use super::Of::{FreeSeats, Organization, Plan};
use super::Way::{By, Within};
use super::{Case, Command, Permission, get, organization, patch, words};

pub(super) const PERMISSIONS: &[Permission] = &[
    Permission {
        action: Action::BillingView,
        of: &[Organization],
        window: Within(Action::OrganizationView, shown_in_window),
        terminal: Within(Action::OrganizationView, shown_at_terminal),
        server: Within(Action::OrganizationView, |case| get(organization(case))),
    },
    Permission {
        action: Action::BillingEdit,
        of: &[Organization],
        window: By(|case| {
            let values = json!({ "tax_id": { "to": case.name } });
            let save = json!({ "operation": case.operation, "values": values });
            ("save_billing", json!({ "save": save }))
        }),
        terminal: By(|case| words(["billing", "edit", "--tax-id", &case.name])),
        server: By(|case| {
            patch(
                organization(case),
                "replace",
                "billing.taxId",
                &json!(case.name),
            )
        }),
    },
    Permission {
        action: Action::InvoicesView,
        of: &[Organization],
        window: By(|_| ("invoices", json!({ "offset": 0, "limit": 10 }))),
        terminal: By(|_| words(["invoices", "list"])),
        server: By(|_| get("/Invoices".to_owned())),
    },
    Permission {
        action: Action::SubscriptionView,
        of: &[Plan],
        window: By(|_| ("billing", json!({}))),
        terminal: By(|_| words(["billing", "show"])),
        server: Within(Action::OrganizationView, |case| get(organization(case))),
    },
    Permission {
        action: Action::SubscriptionView,
        of: &[FreeSeats],
        window: Within(Action::OrganizationView, shown_in_window),
        terminal: Within(Action::OrganizationView, shown_at_terminal),
        server: Within(Action::OrganizationView, |case| get(organization(case))),
    },
    Permission {
        action: Action::SubscriptionChange,
        of: &[Organization],
        window: By(|case| {
            let values = json!({ "seats": { "to": case.seats } });
            let save = json!({ "operation": case.operation, "values": values });
            ("change_subscription", json!({ "save": save }))
        }),
        terminal: By(|case| words(["billing", "change-subscription", "--seats", &case.seats])),
        server: By(|case| {
            let seats: u32 = case.seats.parse().unwrap_or_default();
            patch(
                organization(case),
                "replace",
                "subscription.seats",
                &json!(seats),
            )
        }),
    },
    // The server alone does it: it can be done once.
    Permission {
        action: Action::SubscriptionCancel,
        of: &[Organization],
        window: By(|_| ("cancel_view", json!({}))),
        terminal: By(|_| words(["billing", "cancel-subscription", "--dry-run"])),
        server: By(|case| {
            let status = json!("cancelling");
            patch(
                organization(case),
                "replace",
                "subscription.status",
                &status,
            )
        }),
    },
];

/// Whom the area Billing is closed to sees a part of it in General.
fn is_billing_open(case: &Case) -> bool {
    matches!(case.actor, Role::Admin | Role::BillingAdmin)
}

fn shown_in_window(case: &Case) -> Command {
    let command = if is_billing_open(case) {
        "billing"
    } else {
        "general"
    };
    (command, json!({}))
}

fn shown_at_terminal(case: &Case) -> Vec<String> {
    let area = if is_billing_open(case) {
        "billing"
    } else {
        "organization"
    };
    words([area, "show"])
}
