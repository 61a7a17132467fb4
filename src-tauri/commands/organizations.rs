//! The organizations of the profile.

use rollcall_app::view::{
    Connect, OrganizationCard, RemovalView, RemoveOrganization, Removed, SessionView,
};
use tauri::{State, command};

use crate::program::{Answer, Program};

#[command]
pub(crate) async fn organizations(program: State<'_, Program>) -> Answer<Vec<OrganizationCard>> {
    program.app().await?.organizations().await
}

#[command]
pub(crate) async fn connect(
    program: State<'_, Program>,
    request: Connect,
) -> Answer<OrganizationCard> {
    program.app().await?.connect(request).await
}

#[command]
pub(crate) async fn open_demo(
    program: State<'_, Program>,
    role: String,
) -> Answer<OrganizationCard> {
    program.open_demo(&role).await
}

#[command]
pub(crate) async fn sign_in(
    program: State<'_, Program>,
    organization: String,
    token: String,
) -> Answer<SessionView> {
    program
        .app()
        .await?
        .sign_in(organization.parse()?, &token)
        .await
}

#[command]
pub(crate) async fn removal(
    program: State<'_, Program>,
    organization: String,
) -> Answer<RemovalView> {
    program.app().await?.removal(organization.parse()?).await
}

#[command]
pub(crate) async fn remove_organization(
    program: State<'_, Program>,
    organization: String,
    remove: RemoveOrganization,
) -> Answer<Removed> {
    program
        .app()
        .await?
        .remove_organization(organization.parse()?, &remove)
        .await
}
