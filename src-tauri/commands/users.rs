//! The people: the list by windows, one in full and why they may what they may, and changes to one or many.

use std::time::Duration;

use rollcall_app::view::{
    AccessExplained, ChangePreview, ChangeUsers, EditView, PreviewWindow, Receipt, ReplaceEmail,
    ReplaceView, RoleExplained, SaveUser, Selection, UserAction, UserDetails, UserQuery,
    UsersWindow,
};
use rollcall_app::{App, UserId};
use tauri::ipc::Response;
use tauri::{State, command};

use crate::program::{Answer, Program};

/// How long a change made in the window can be taken back before it is sent.
pub(crate) const UNDO: Duration = Duration::from_secs(5);

#[command]
pub(crate) async fn users_window(
    program: State<'_, Program>,
    organization: String,
    query: UserQuery,
    offset: u32,
    limit: u32,
) -> Answer<UsersWindow> {
    program
        .app()
        .await?
        .users_window(organization.parse()?, &query, offset, limit)
        .await
}

#[command]
pub(crate) async fn user_details(
    program: State<'_, Program>,
    organization: String,
    user: String,
) -> Answer<UserDetails> {
    program
        .app()
        .await?
        .user_details(organization.parse()?, &UserId::new(user))
        .await
}

#[command]
pub(crate) async fn access_explained(
    program: State<'_, Program>,
    organization: String,
    user: String,
) -> Answer<AccessExplained> {
    program
        .app()
        .await?
        .access_explained(organization.parse()?, &UserId::new(user))
        .await
}

/// The same for everybody, whatever the organization.
#[command]
pub(crate) fn role_comparison() -> Vec<RoleExplained> {
    App::role_comparison()
}

/// The picture as bytes, without a detour over text; none is no bytes.
#[command]
pub(crate) async fn user_picture(
    program: State<'_, Program>,
    organization: String,
    user: String,
) -> Answer<Response> {
    let picture = program
        .app()
        .await?
        .user_picture(organization.parse()?, &UserId::new(user))
        .await?;
    Ok(Response::new(picture.unwrap_or_default()))
}

#[command]
pub(crate) async fn edit_view(
    program: State<'_, Program>,
    organization: String,
    user: String,
) -> Answer<EditView> {
    program
        .app()
        .await?
        .edit_view(organization.parse()?, &UserId::new(user))
        .await
}

#[command]
pub(crate) async fn save_user(
    program: State<'_, Program>,
    organization: String,
    save: SaveUser,
) -> Answer<Receipt> {
    program
        .app()
        .await?
        .save_user(organization.parse()?, &save, Some(UNDO))
        .await
}

#[command]
pub(crate) async fn replace_view(
    program: State<'_, Program>,
    organization: String,
    user: String,
) -> Answer<ReplaceView> {
    program
        .app()
        .await?
        .replace_view(organization.parse()?, &UserId::new(user))
        .await
}

#[command]
pub(crate) async fn replace_email(
    program: State<'_, Program>,
    organization: String,
    replace: ReplaceEmail,
) -> Answer<Receipt> {
    program
        .app()
        .await?
        .replace_email(organization.parse()?, &replace, Some(UNDO))
        .await
}

#[command]
pub(crate) async fn preview_change(
    program: State<'_, Program>,
    organization: String,
    selection: Selection,
    action: UserAction,
    window: PreviewWindow,
) -> Answer<ChangePreview> {
    program
        .app()
        .await?
        .preview_change(organization.parse()?, &selection, &action, window)
        .await
}

#[command]
pub(crate) async fn change_users(
    program: State<'_, Program>,
    organization: String,
    change: ChangeUsers,
) -> Answer<Receipt> {
    program
        .app()
        .await?
        .change_users(organization.parse()?, &change, Some(UNDO))
        .await
}
