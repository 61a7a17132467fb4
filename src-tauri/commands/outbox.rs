//! The changes that are not at rest.

use rollcall_app::view::{Changes, OutboxQuery, OutboxView, Receipt, Sent};
use tauri::{State, command};

use crate::program::{Answer, Program};

#[command]
pub(crate) async fn outbox(
    program: State<'_, Program>,
    organization: String,
    query: OutboxQuery,
) -> Answer<OutboxView> {
    program
        .app()
        .await?
        .outbox_window(organization.parse()?, &query)
        .await
}

#[command]
pub(crate) async fn outbox_send(
    program: State<'_, Program>,
    organization: String,
    changes: Changes,
) -> Answer<Sent> {
    program
        .app()
        .await?
        .send(organization.parse()?, &changes)
        .await
}

#[command]
pub(crate) async fn outbox_take_back(
    program: State<'_, Program>,
    organization: String,
    changes: Changes,
) -> Answer<u32> {
    program
        .app()
        .await?
        .take_back(organization.parse()?, &changes)
        .await
}

#[command]
pub(crate) async fn outbox_ask_again(
    program: State<'_, Program>,
    organization: String,
    changes: Changes,
) -> Answer<Receipt> {
    program
        .app()
        .await?
        .ask_again(organization.parse()?, &changes)
        .await
}

#[command]
pub(crate) async fn outbox_seen(program: State<'_, Program>, organization: String) -> Answer<()> {
    program.app().await?.seen(organization.parse()?).await
}
