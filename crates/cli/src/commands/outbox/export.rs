//! `outbox export`: what waits as a plan, for another administrator to send.

use std::io::Write;
use std::path::Path;

use rollcall_app::view::Changes;
use rollcall_language::say;

use super::{changes, ids_named};
use crate::arguments::ExportPlan;
use crate::commands::remembering::Remembering;
use crate::session::Session;
use crate::stop::Stop;

/// Writes what was named, or everything that waits. The file is JSON, whatever the format of answers.
pub(super) async fn run<W: Write>(mut session: Session<W>, asked: &ExportPlan) -> Result<(), Stop> {
    let only = if asked.ids.is_empty() {
        Changes::All
    } else {
        let all = changes(session.app.outbox(session.organization).await?);
        Changes::of(&ids_named(&all, &asked.ids)?)
    };
    let (app, organization) = (session.app.clone(), session.organization);
    let written = if asked.output == Path::new("-") {
        let mut to = Remembering::new(session.output.stream());
        let written = app.stream_plan(organization, &only, &mut to).await;
        to.or_its_failure(written)?
    } else {
        let done = app.export_plan(organization, &only, &asked.output).await?;
        done.changes
    };
    crate::note(&say!("terminal-plan-exported", count = written));
    Ok(())
}
