//! Tells Tauri which commands exist: one that isn't listed here is refused, registered or not.

use std::error::Error;
use std::path::Path;

use tauri_build::{AppManifest, Attributes};

/// By area, in the order of `register.rs`; a test holds the two, the capability and the
/// interface's own list together.
const COMMANDS: &[&str] = &[
    "organizations",
    "connect",
    "open_demo",
    "sign_in",
    "removal",
    "remove_organization",
    "speak",
    "session",
    "refresh",
    "watch",
    "users_window",
    "user_details",
    "access_explained",
    "role_comparison",
    "user_picture",
    "edit_view",
    "save_user",
    "replace_view",
    "replace_email",
    "add_view",
    "check_address",
    "add_user",
    "read_invitees",
    "invitees_window",
    "add_invitees",
    "save_refused",
    "stop_adding",
    "forget_invitees",
    "preview_change",
    "change_users",
    "workspaces",
    "workspaces_window",
    "workspace_details",
    "create_workspace",
    "rename_workspace",
    "workspace_deletion",
    "delete_workspace",
    "general",
    "save_general",
    "billing",
    "save_billing",
    "preview_subscription",
    "change_subscription",
    "cancel_view",
    "cancel_subscription",
    "resume_subscription",
    "invoices",
    "invoice",
    "save_invoice",
    "open_payment_page",
    "deletion_view",
    "delete_organization",
    "views",
    "save_view",
    "delete_view",
    "export_users",
    "export_cancel",
    "copy_users",
    "outbox",
    "outbox_hold",
    "outbox_plan",
    "outbox_send",
    "outbox_take_back",
    "outbox_ask_again",
    "outbox_combine",
    "outbox_change_view",
    "outbox_edit",
    "outbox_move",
    "outbox_seen",
    "outbox_export",
    "outbox_import_view",
    "outbox_import",
    "journal",
    "journal_verify",
    "journal_export",
    "demo_mailbox",
    "open_invitation",
];

/// Shown in place of the interface by a build that was made before `npm run build`.
const NOT_BUILT: &str = "<!doctype html><title>Rollcall</title>\
    <p>The interface is not built. Start with <code>cargo xtask run</code>.</p>\n";

fn main() -> Result<(), Box<dyn Error>> {
    let interface = Path::new("ui/dist");
    if !interface.join("index.html").exists() {
        std::fs::create_dir_all(interface)?;
        std::fs::write(interface.join("index.html"), NOT_BUILT)?;
    }
    for watched in ["ui/dist", "src-tauri/build.rs", "src-tauri/capabilities"] {
        println!("cargo:rerun-if-changed={watched}");
    }
    let manifest = AppManifest::new()
        .commands(COMMANDS)
        .permissions_path_pattern("src-tauri/permissions/*.toml");
    let attributes = Attributes::new()
        .app_manifest(manifest)
        .capabilities_path_pattern("src-tauri/capabilities/*.json");
    tauri_build::try_build(attributes)?;
    Ok(())
}
