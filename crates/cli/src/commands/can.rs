//! `can`: allowed, or the reason why not.

use std::io::Write;

use rollcall_app::view::VerdictKind;
use rollcall_language::say;
use serde::Serialize;

use crate::arguments::Can;
use crate::output::{Cell, Record};
use crate::session::Session;
use crate::stop::Stop;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    action: String,
    user: Option<String>,
    verdict: VerdictKind,
    reason: Option<String>,
    help: Option<String>,
}

impl Record for Answer {
    const COLUMNS: &'static [&'static str] = &["action", "user", "verdict", "reason", "help"];

    fn cells(&self) -> Vec<Cell<'_>> {
        let verdict = match self.verdict {
            VerdictKind::Allowed => "allowed",
            VerdictKind::Denied => "denied",
            VerdictKind::LeftToServer => "left_to_server",
        };
        vec![
            Cell::from(&self.action),
            Cell::from(&self.user),
            Cell::from(verdict),
            Cell::from(&self.reason),
            Cell::from(&self.help),
        ]
    }
}

pub(crate) async fn run<W: Write>(mut session: Session<W>, can: Can) -> Result<(), Stop> {
    let (app, organization) = (&session.app, session.organization);
    let at_all = app.can(organization, &can.action, None).await?;
    let (user, view) = match &can.user {
        // What may be done to nobody is denied before anybody is looked up.
        Some(named) if at_all.verdict.kind != VerdictKind::Denied => {
            let user = app.find_user(organization, named).await?;
            let view = app.can(organization, &can.action, Some(&user)).await?;
            (Some(user), view)
        }
        _ => (None, at_all),
    };
    let verdict = view.verdict;
    let said: Vec<_> = [&verdict.reason, &verdict.help]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    let reason = said.join(" ");
    let sentence = match (verdict.kind, reason.is_empty()) {
        (VerdictKind::Allowed, true) => say!("terminal-allowed"),
        // A reason narrows it: "User Admins can delete Members only."
        (VerdictKind::Allowed, false) => say!("terminal-allowed-so", reason = reason),
        (VerdictKind::Denied, _) => reason,
        (VerdictKind::LeftToServer, true) => say!("terminal-left"),
        (VerdictKind::LeftToServer, false) => say!("terminal-left-because", reason = reason),
    };
    let answer = Answer {
        action: view.action,
        user: user.map(|id| id.to_string()),
        verdict: verdict.kind,
        reason: verdict.reason,
        help: verdict.help,
    };
    session.output.sentence(&sentence, &answer)?;
    if verdict.kind == VerdictKind::Denied {
        Err(Stop::Denied)
    } else {
        Ok(())
    }
}
