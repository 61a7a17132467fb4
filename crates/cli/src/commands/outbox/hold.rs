//! `outbox hold`: whether anything leaves before it is sent by hand.

use std::io::Write;

use rollcall_app::view::{HoldView, Holding};
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
    let mut sentence = if on {
        "Hold is on: nothing leaves before it is sent.".to_owned()
    } else {
        "Hold is off: what is asked for goes out by itself.".to_owned()
    };
    if held > 0 {
        sentence.push_str(&match held {
            1 => " 1 change is held.".to_owned(),
            many => format!(" {many} changes are held."),
        });
    }
    if unconfirmed > 0 {
        sentence.push_str(&match unconfirmed {
            1 => " 1 change asks once more before it is sent.".to_owned(),
            many => format!(" {many} changes ask once more before they are sent."),
        });
    }
    let told = Hold {
        hold: on,
        held,
        unconfirmed,
    };
    Ok(session.output.sentence(&sentence, &told)?)
}
