//! Holds everything back until a person presses *Send*, or lets it go out by itself again.

use rollcall_language::say;
use rollcall_model::ConnectionId;

use crate::organization::{Organization, lock};
use crate::view::{HoldView, Holding, Topic};
use crate::{App, Failure};

impl App {
    /// From now on nothing leaves before *Send*, or what is asked for goes out by itself again. What is
    /// held when that is switched off stays held until it is sent or taken back. It is kept with the
    /// organization, and holds for every program.
    ///
    /// # Errors
    /// `hold_not_kept` in a session that keeps nothing; `held_by`; else as [`App::session`].
    pub async fn hold(
        &self,
        organization: ConnectionId,
        holding: Holding,
    ) -> Result<HoldView, Failure> {
        let open = self.writer(organization).await?;
        if self.keeps_nothing(&open) {
            return Err(Failure::new("hold_not_kept", not_kept()));
        }
        {
            let _one_at_a_time = lock(&open.saving);
            match holding {
                Holding::On => open.ledger.hold(self.now())?,
                Holding::Off => open.ledger.stop_holding(self.now())?,
            }
        }
        if let Some(engine) = &open.engine {
            engine.handle().held();
        }
        self.tell_stale(organization, &[Topic::Session, Topic::Outbox]);
        self.hold_view(&open)
    }

    /// What is held.
    pub(crate) fn hold_view(&self, open: &Organization) -> Result<HoldView, Failure> {
        let standing = open.ledger.standing()?;
        Ok(HoldView {
            on: open.ledger.holds()?,
            held: standing.held,
            unconfirmed: standing.unconfirmed,
            refused: self.keeps_nothing(open).then(not_kept),
        })
    }
}

/// Why nothing can be held here.
pub(crate) fn not_kept() -> String {
    say!("hold-not-kept")
}
