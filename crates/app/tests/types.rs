//! The interface's types are generated from Rust and checked in: here it shows when they are stale.
//!
//! `ROLLCALL_WRITE_TYPES=1 cargo test --workspace --test types` writes them anew.

#![expect(clippy::unwrap_used, reason = "what tests share panics as they do")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rollcall_app::Failure;
use rollcall_app::view::{
    AccessExplained, AddUser, AddView, Added, Adding, AddressView, BillingView, CanView,
    ChangePreview, ChangeUsers, ChangeView, Changes, Confirm, Connect, CreateWorkspace,
    CreatedWorkspace, DeleteWorkspace, DeletionView, DemoMessage, EditChange, EditView,
    ExportProgress, ExportUsers, Exported, GeneralView, HoldView, Holding, ImportView,
    InviteesAdded, InviteesRead, InviteesWindow, InvoiceView, InvoicesWindow, JournalExported,
    JournalQuery, JournalVerified, JournalWindow, MoveChanges, OrganizationCard, OutboxQuery,
    OutboxView, PlanExported, PlanView, PlanWindow, PreviewWindow, Receipt, RemovalView,
    RemoveOrganization, Removed, RenameWorkspace, ReplaceEmail, ReplaceView, RoleExplained,
    SaveSettings, SaveUser, SaveView, SavedView, Sent, SessionView, Stale, SubscriptionPreview,
    SubscriptionWish, UserDetails, UserQuery, UsersWindow, WorkspaceChoice, WorkspaceDeletion,
    WorkspaceDetails, WorkspaceQuery, WorkspacesWindow,
};
use ts_rs::{Config, TS};

/// Where the interface keeps them.
fn checked_in() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/host/types")
}

/// Writes every type that goes over the door, with those that it mentions, and a file that names all.
fn write_types(folder: &Path) {
    let config = Config::new().with_large_int("number").with_out_dir(folder);
    AccessExplained::export_all(&config).unwrap();
    AddUser::export_all(&config).unwrap();
    AddView::export_all(&config).unwrap();
    Added::export_all(&config).unwrap();
    Adding::export_all(&config).unwrap();
    AddressView::export_all(&config).unwrap();
    BillingView::export_all(&config).unwrap();
    CanView::export_all(&config).unwrap();
    ChangePreview::export_all(&config).unwrap();
    ChangeUsers::export_all(&config).unwrap();
    Changes::export_all(&config).unwrap();
    Confirm::export_all(&config).unwrap();
    Connect::export_all(&config).unwrap();
    CreateWorkspace::export_all(&config).unwrap();
    CreatedWorkspace::export_all(&config).unwrap();
    DeleteWorkspace::export_all(&config).unwrap();
    DeletionView::export_all(&config).unwrap();
    DemoMessage::export_all(&config).unwrap();
    EditView::export_all(&config).unwrap();
    ExportProgress::export_all(&config).unwrap();
    ExportUsers::export_all(&config).unwrap();
    Exported::export_all(&config).unwrap();
    Failure::export_all(&config).unwrap();
    GeneralView::export_all(&config).unwrap();
    HoldView::export_all(&config).unwrap();
    Holding::export_all(&config).unwrap();
    ImportView::export_all(&config).unwrap();
    InviteesAdded::export_all(&config).unwrap();
    InviteesRead::export_all(&config).unwrap();
    InviteesWindow::export_all(&config).unwrap();
    JournalExported::export_all(&config).unwrap();
    JournalQuery::export_all(&config).unwrap();
    JournalVerified::export_all(&config).unwrap();
    JournalWindow::export_all(&config).unwrap();
    InvoiceView::export_all(&config).unwrap();
    InvoicesWindow::export_all(&config).unwrap();
    OrganizationCard::export_all(&config).unwrap();
    ChangeView::export_all(&config).unwrap();
    EditChange::export_all(&config).unwrap();
    MoveChanges::export_all(&config).unwrap();
    OutboxQuery::export_all(&config).unwrap();
    OutboxView::export_all(&config).unwrap();
    PlanExported::export_all(&config).unwrap();
    PlanView::export_all(&config).unwrap();
    PlanWindow::export_all(&config).unwrap();
    PreviewWindow::export_all(&config).unwrap();
    Receipt::export_all(&config).unwrap();
    RemovalView::export_all(&config).unwrap();
    RemoveOrganization::export_all(&config).unwrap();
    Removed::export_all(&config).unwrap();
    RenameWorkspace::export_all(&config).unwrap();
    ReplaceEmail::export_all(&config).unwrap();
    ReplaceView::export_all(&config).unwrap();
    RoleExplained::export_all(&config).unwrap();
    SaveSettings::export_all(&config).unwrap();
    SaveUser::export_all(&config).unwrap();
    SaveView::export_all(&config).unwrap();
    SavedView::export_all(&config).unwrap();
    Sent::export_all(&config).unwrap();
    SessionView::export_all(&config).unwrap();
    Stale::export_all(&config).unwrap();
    SubscriptionPreview::export_all(&config).unwrap();
    SubscriptionWish::export_all(&config).unwrap();
    UserDetails::export_all(&config).unwrap();
    UserQuery::export_all(&config).unwrap();
    UsersWindow::export_all(&config).unwrap();
    WorkspaceChoice::export_all(&config).unwrap();
    WorkspaceDeletion::export_all(&config).unwrap();
    WorkspaceDetails::export_all(&config).unwrap();
    WorkspaceQuery::export_all(&config).unwrap();
    WorkspacesWindow::export_all(&config).unwrap();
    let mut index =
        "// Every type that Rust hands to the interface; generated with them.\n".to_owned();
    for name in read_types(folder).keys() {
        let name = name.trim_end_matches(".ts");
        index.push_str(&format!("export type {{ {name} }} from \"./{name}\";\n"));
    }
    fs::write(folder.join("index.ts"), index).unwrap();
}

/// The files of a folder, by name.
fn read_types(folder: &Path) -> BTreeMap<String, String> {
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|file| {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

#[test]
fn the_types_of_the_interface_are_those_of_rust() {
    if std::env::var_os("ROLLCALL_WRITE_TYPES").is_some() {
        let _ = fs::remove_dir_all(checked_in());
        fs::create_dir_all(checked_in()).unwrap();
        write_types(&checked_in());
    }
    let fresh = tempfile::tempdir().unwrap();
    write_types(fresh.path());
    let (fresh, kept) = (read_types(fresh.path()), read_types(&checked_in()));
    let cure = "write them anew: ROLLCALL_WRITE_TYPES=1 cargo test --workspace --test types";
    assert!(
        fresh.keys().eq(kept.keys()),
        "a type was added or removed; {cure}"
    );
    for (name, text) in &fresh {
        assert_eq!(Some(text), kept.get(name), "{name} is stale; {cure}");
    }
}
