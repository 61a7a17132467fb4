//! `outbox hold`: whether anything leaves before it is sent by hand.

use std::io::Write;

use rollcall_app::view::{HoldView, Holding};
use rollcall_language::say;
use serde::Serialize;

use crate::output::{Cell, Record};
use crate::session::Session;
use crate::stop::Stop;

#[derive(Serialize)]
struct Hold {
    hold: bool,
    held: u32,
    unconfirmed: u32,
}

impl Record for Hold {
    const COLUMNS: &'static [&'static str] = &["hold", "held", "unconfirmed"];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(if self.hold { "on" } else { "off" }),
            self.held.into(),
            self.unconfirmed.into(),
        ]
    }
}

/// Switches it, where that was asked for, and tells how it stands.
pub(super) async fn run<W: Write>(
    mut session: Session<W>,
    holding: Option<Holding>,
) -> Result<(), Stop> {
    let HoldView {
        on,
        held,
        unconfirmed,
        ..
    } = match holding {
        Some(holding) => session.app.hold(session.organization, holding).await?,
        None => session.app.session(session.organization).await?.hold,
    };
    let mut sentences = vec![if on {
        say!("terminal-hold-on")
    } else {
        say!("terminal-hold-off")
    }];
    if held > 0 {
        sentences.push(say!("terminal-held", count = held));
    }
    if unconfirmed > 0 {
        sentences.push(say!("terminal-unconfirmed", count = unconfirmed));
    }
    let told = Hold {
        hold: on,
        held,
        unconfirmed,
    };
    Ok(session.output.sentence(&sentences.join(" "), &told)?)
}
