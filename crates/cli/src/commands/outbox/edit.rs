//! `outbox edit`: gives a change that waits another value, in its place.

use std::io::Write;

use rollcall_app::view::EditChange;

use super::{changes, ids_named};
use crate::arguments::EditOne;
use crate::commands::told::told;
use crate::session::Session;
use crate::stop::Stop;

/// Edits the change that was named; nothing is sent.
pub(super) async fn run<W: Write>(session: Session<W>, asked: EditOne) -> Result<(), Stop> {
    let EditOne {
        id,
        role,
        name,
        address,
        picture,
        setting,
    } = asked;
    let all = changes(session.app.outbox(session.organization).await?);
    let id = ids_named(&all, std::slice::from_ref(&id))?;
    let edit = EditChange {
        change: id.iter().map(ToString::to_string).collect(),
        role,
        name,
        address,
        picture: picture.map(|picture| {
            if picture == "none" {
                String::new()
            } else {
                picture
            }
        }),
        setting,
    };
    let receipt = session.app.edit_change(session.organization, &edit).await?;
    told(session, receipt).await
}
