//! The changes that are not at rest.

use rollcall_app::MutationId;
use rollcall_app::view::{
    ChangeView, Changes, EditChange, HoldView, Holding, MoveChanges, OutboxQuery, OutboxView,
    PlanView, PlanWindow, Receipt, Sent,
};
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
    typed: Option<String>,
) -> Answer<Sent> {
    program
        .app()
        .await?
        .send(organization.parse()?, &changes, typed.as_deref())
        .await
}

#[command]
pub(crate) async fn outbox_plan(
    program: State<'_, Program>,
    organization: String,
    changes: Changes,
    window: PlanWindow,
) -> Answer<PlanView> {
    program
        .app()
        .await?
        .plan(organization.parse()?, &changes, window)
        .await
}

#[command]
pub(crate) async fn outbox_hold(
    program: State<'_, Program>,
    organization: String,
    holding: Holding,
) -> Answer<HoldView> {
    program
        .app()
        .await?
        .hold(organization.parse()?, holding)
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
pub(crate) async fn outbox_combine(
    program: State<'_, Program>,
    organization: String,
    changes: Changes,
) -> Answer<Receipt> {
    program
        .app()
        .await?
        .combine(organization.parse()?, &changes)
        .await
}

#[command]
pub(crate) async fn outbox_change_view(
    program: State<'_, Program>,
    organization: String,
    change: String,
) -> Answer<ChangeView> {
    let id: MutationId = change.parse()?;
    program
        .app()
        .await?
        .change_view(organization.parse()?, id)
        .await
}

#[command]
pub(crate) async fn outbox_edit(
    program: State<'_, Program>,
    organization: String,
    edit: EditChange,
) -> Answer<Receipt> {
    program
        .app()
        .await?
        .edit_change(organization.parse()?, &edit)
        .await
}

#[command]
pub(crate) async fn outbox_move(
    program: State<'_, Program>,
    organization: String,
    moving: MoveChanges,
) -> Answer<u32> {
    program
        .app()
        .await?
        .move_changes(organization.parse()?, &moving)
        .await
}

#[command]
pub(crate) async fn outbox_seen(program: State<'_, Program>, organization: String) -> Answer<()> {
    program.app().await?.seen(organization.parse()?).await
}
