//! The changes that are not at rest.

use rollcall_app::view::{OutboxView, Receipt, Sent};
use rollcall_app::{Failure, MutationId};
use tauri::{State, command};

use crate::program::{Answer, Program};

#[command]
pub(crate) async fn outbox(
    program: State<'_, Program>,
    organization: String,
) -> Answer<OutboxView> {
    program.app().await?.outbox(organization.parse()?).await
}

#[command]
pub(crate) async fn outbox_send(
    program: State<'_, Program>,
    organization: String,
    ids: Option<Vec<String>>,
) -> Answer<Sent> {
    let ids = ids.as_deref().map(mutations).transpose()?;
    program
        .app()
        .await?
        .send(organization.parse()?, ids.as_deref())
        .await
}

#[command]
pub(crate) async fn outbox_take_back(
    program: State<'_, Program>,
    organization: String,
    ids: Vec<String>,
) -> Answer<()> {
    program
        .app()
        .await?
        .take_back(organization.parse()?, &mutations(&ids)?)
        .await
}

#[command]
pub(crate) async fn outbox_ask_again(
    program: State<'_, Program>,
    organization: String,
    id: String,
) -> Answer<Receipt> {
    program
        .app()
        .await?
        .ask_again(organization.parse()?, id.parse()?)
        .await
}

#[command]
pub(crate) async fn outbox_seen(program: State<'_, Program>, organization: String) -> Answer<()> {
    program.app().await?.seen(organization.parse()?).await
}

fn mutations(ids: &[String]) -> Answer<Vec<MutationId>> {
    ids.iter()
        .map(|id| id.parse().map_err(Failure::from))
        .collect()
}
