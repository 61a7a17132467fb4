//! What stands outside of the catalogue for good.

/// What looks like a sentence, and is none that a person reads: where (a file, a folder
/// of them, or anywhere), what (its beginning, where it ends with "…"), and why.
pub(super) const EXCEPTIONS: &[(&str, &[&str], &str)] = &[
    ("", &["Rollcall"], "the name of the program"),
    (
        "crates/app/src/areas.rs",
        &["Organization", "Group"],
        "names of SCIM's schemas",
    ),
    (
        "crates/app/src/invoices.rs",
        &["Invoice"],
        "a name of SCIM's schemas",
    ),
    (
        "crates/app/src/asked_action.rs",
        &["Invitation"],
        "a name of SCIM's schemas",
    ),
    (
        "crates/app/src/replace_email.rs",
        &["Invitation"],
        "a name of SCIM's schemas",
    ),
    (
        "crates/remote/src/",
        &["Organization", "Group", "Invoice"],
        "names of SCIM's schemas",
    ),
    (
        "crates/remote/src/",
        &[
            "Users",
            "Groups",
            "Me",
            "Organizations",
            "Invoices",
            "Invitations",
            "ServiceProviderConfig",
            "Schemas",
            "ResourceTypes",
        ],
        "names of SCIM, in a path",
    ),
    (
        "crates/remote/src/http_remote.rs",
        &["Bearer {}"],
        "a header",
    ),
    (
        "crates/remote/src/http_remote.rs",
        &["rollcall credential mark\0"],
        "the input of a hash",
    ),
    (
        "crates/remote/src/network_error.rs",
        &[
            "tunnel error: ",
            "proxy authorization required",
            "failed to create underlying connection",
        ],
        "a library's words, by which its error is known",
    ),
    (
        "crates/cache/src/cache/",
        &["id, display_name,…", "number, id, user_name,…"],
        "columns of a table",
    ),
    (
        "crates/cache/src/ledger/columns.rs",
        &["id, coalesce(place,…"],
        "columns of a table",
    ),
    (
        "crates/cache/src/",
        &["20…"],
        "the date and name of a step of a schema",
    ),
    (
        "crates/cache/src/cache/index.rs",
        &["search index"],
        "the name of a thread",
    ),
    (
        "crates/app/src/app.rs",
        &["take over"],
        "the name of a thread",
    ),
    (
        "crates/cache/src/ledger/",
        &["in the place of: {}", "found in sending at start-up"],
        "kept in the journal, which is English",
    ),
    (
        "crates/app/src/delete_organization.rs",
        &["deletion of the organization"],
        "kept in the journal, which is English",
    ),
    (
        "crates/app/src/renewal.rs",
        &[
            "cancellation of the subscription",
            "the subscription goes on",
        ],
        "kept in the journal, which is English",
    ),
    (
        "crates/app/src/move_changes.rs",
        &["before {}", "behind all that waits"],
        "kept in the journal, which is English",
    ),
    (
        "crates/app/src/invoice_file.rs",
        &[
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'",
        ],
        "what a page may load, in HTML",
    ),
    (
        "crates/app/src/view/user.rs",
        &["Pending", "Never"],
        "for a file, which is English",
    ),
    (
        "crates/cli/src/output/cell.rs",
        &["{day} {minute} UTC"],
        "a time as ISO 8601 has it, in every language",
    ),
    ("src-tauri/self_test.rs", &["(async () => {…"], "a script"),
    (
        "src-tauri/system/macos.rs",
        &["document.body.dispatchEvent(…"],
        "a script",
    ),
];
