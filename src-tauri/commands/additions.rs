//! Users to be added: one in a dialog, or many from a list.

use rollcall_app::view::{
    AddUser, AddView, Added, Adding, AddressView, Fate, InviteesAdded, InviteesRead, InviteesWindow,
};
use rollcall_language::say;
use tauri::ipc::{Channel, Request};
use tauri::{State, WebviewWindow, command};

use super::users::UNDO;
use crate::handed;
use crate::program::{Answer, Program};
use crate::save_dialog;

#[command]
pub(crate) async fn add_view(program: State<'_, Program>, organization: String) -> Answer<AddView> {
    program.app().await?.add_view(organization.parse()?).await
}

#[command]
pub(crate) async fn check_address(
    program: State<'_, Program>,
    organization: String,
    address: String,
) -> Answer<AddressView> {
    program
        .app()
        .await?
        .check_address(organization.parse()?, &address)
        .await
}

#[command]
pub(crate) async fn add_user(
    program: State<'_, Program>,
    organization: String,
    add: AddUser,
) -> Answer<Added> {
    program
        .app()
        .await?
        .add_user(organization.parse()?, &add, Some(UNDO))
        .await
}

/// The list comes as bytes; the organization in a header beside it.
#[command]
pub(crate) async fn read_invitees(
    program: State<'_, Program>,
    request: Request<'_>,
) -> Answer<InviteesRead> {
    let organization = handed::header(&request, "organization").parse()?;
    let bytes = handed::bytes(&request)?.to_owned();
    program
        .app()
        .await?
        .read_invitees(organization, bytes, None)
        .await
}

#[command]
pub(crate) async fn invitees_window(
    program: State<'_, Program>,
    organization: String,
    list: u32,
    role: String,
    only: Option<Fate>,
    offset: u32,
    limit: u32,
) -> Answer<InviteesWindow> {
    program
        .app()
        .await?
        .invitees_window(
            organization.parse()?,
            list,
            role.parse()?,
            only,
            offset,
            limit,
        )
        .await
}

#[command]
pub(crate) async fn add_invitees(
    program: State<'_, Program>,
    organization: String,
    list: u32,
    role: String,
    channel: Channel<Adding>,
) -> Answer<InviteesAdded> {
    let tell = move |adding| drop(channel.send(adding));
    program
        .app()
        .await?
        .add_invitees(organization.parse()?, list, role.parse()?, Some(UNDO), tell)
        .await
}

/// Answers nothing when the person names no file.
#[command]
pub(crate) async fn save_refused(
    window: WebviewWindow,
    program: State<'_, Program>,
    organization: String,
    list: u32,
    role: String,
) -> Answer<Option<String>> {
    let (app, organization) = (program.app().await?, organization.parse()?);
    let lines = app
        .refused_invitees(organization, list, role.parse()?)
        .await?;
    let title = say!("dialog-refused-lines");
    let Some(path) = save_dialog::ask(&window, &title, "refused.csv").await else {
        return Ok(None);
    };
    app.save_refused(organization, &lines, &path).map(Some)
}

#[command]
pub(crate) async fn stop_adding(
    program: State<'_, Program>,
    organization: String,
    list: u32,
) -> Answer<()> {
    program
        .app()
        .await?
        .stop_adding(organization.parse()?, list)
}

#[command]
pub(crate) async fn forget_invitees(
    program: State<'_, Program>,
    organization: String,
    list: u32,
) -> Answer<()> {
    let app = program.app().await?;
    app.forget_invitees(organization.parse()?, list);
    Ok(())
}
