//! Tells the page what became stale, for as long as it listens.

use rollcall_app::App;
use rollcall_app::view::{Stale, Topic};
use tauri::async_runtime::{self, JoinHandle};
use tauri::ipc::Channel;
use tokio::sync::broadcast::error::RecvError;

/// Hands on what becomes stale from now on, until the task that it answers is aborted.
pub(crate) fn hand_on(app: App, page: Channel<Stale>) -> JoinHandle<()> {
    let mut stale = app.watch();
    async_runtime::spawn(async move {
        loop {
            let told = match stale.recv().await {
                Ok(one) => vec![one],
                Err(RecvError::Lagged(_)) => everything(&app).await,
                Err(RecvError::Closed) => return,
            };
            if told.into_iter().any(|one| page.send(one).is_err()) {
                return;
            }
        }
    })
}

/// What to fetch again when something was missed.
async fn everything(app: &App) -> Vec<Stale> {
    let cards = app.organizations().await.unwrap_or_default();
    let topics = [
        Topic::Session,
        Topic::Users,
        Topic::Outbox,
        Topic::Views,
        Topic::Organization,
    ];
    cards
        .into_iter()
        .map(|card| Stale {
            organization: card.id,
            topics: topics.to_vec(),
        })
        .collect()
}
