//! Saves a change to one user, and tells whether it is on the server or waits.

use std::io::Write;

use rollcall_app::OperationId;
use rollcall_app::view::SaveUser;

use crate::commands::told::told;
use crate::session::Session;
use crate::stop::Stop;

/// Queues what is asked for, sends it at once if the server answers, and tells which of the two
/// happened.
pub(super) async fn save<W: Write>(session: Session<W>, asked: SaveUser) -> Result<(), Stop> {
    let save = SaveUser {
        operation: OperationId::random().to_string(),
        ..asked
    };
    let receipt = session
        .app
        .save_user(session.organization, &save, None)
        .await?;
    told(session, receipt).await
}
