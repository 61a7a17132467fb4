//! The one list of commands that the page can call. `build.rs`, the capability and the interface
//! name the same ones; a test compares the four.

use tauri::{Builder, Wry};

use crate::commands::{
    additions, demo, export, journal, organization, organizations, outbox, session, users, views,
    workspaces,
};

/// Registers every command.
pub(crate) fn commands(builder: Builder<Wry>) -> Builder<Wry> {
    builder.invoke_handler(tauri::generate_handler![
        organizations::organizations,
        organizations::connect,
        organizations::open_demo,
        organizations::sign_in,
        session::session,
        session::refresh,
        session::watch,
        users::users_window,
        users::user_details,
        users::access_explained,
        users::role_comparison,
        users::user_picture,
        users::edit_view,
        users::save_user,
        users::replace_view,
        users::replace_email,
        additions::add_view,
        additions::check_address,
        additions::add_user,
        additions::read_invitees,
        additions::invitees_window,
        additions::add_invitees,
        additions::save_refused,
        additions::stop_adding,
        additions::forget_invitees,
        users::preview_change,
        users::change_users,
        workspaces::workspaces,
        workspaces::workspaces_window,
        workspaces::workspace_details,
        workspaces::create_workspace,
        workspaces::rename_workspace,
        workspaces::workspace_deletion,
        workspaces::delete_workspace,
        organization::general,
        organization::save_general,
        views::views,
        views::save_view,
        views::delete_view,
        export::export_users,
        export::export_cancel,
        export::copy_users,
        outbox::outbox,
        outbox::outbox_hold,
        outbox::outbox_plan,
        outbox::outbox_send,
        outbox::outbox_take_back,
        outbox::outbox_ask_again,
        outbox::outbox_seen,
        journal::journal,
        journal::journal_verify,
        journal::journal_export,
        demo::demo_mailbox,
        demo::open_invitation,
    ])
}
