//! An organization that was deleted on its server: nothing is asked of it any more, and what was last read
//! of it can still be looked at.

use crate::organization::{Hold, NoToken, Organization, lock};
use crate::view::Topic;
use crate::{App, Failure};

impl App {
    /// Ends it here: no engine, no sign-in, for as long as it is kept.
    pub(crate) async fn end_here(&self, open: &Organization) -> Result<(), Failure> {
        *lock(&open.remote) = Err(NoToken::Deleted);
        if let Some(engine) = &open.engine {
            engine.stop().await;
        }
        if !matches!(open.hold, Hold::Memory) {
            let mut profile = self.home().profile(open.id)?;
            profile.deleted = Some(self.now());
            self.home().write(open.id, &profile)?;
        }
        self.tell_stale(
            open.id,
            &[
                Topic::Session,
                Topic::Users,
                Topic::Outbox,
                Topic::Organization,
            ],
        );
        Ok(())
    }
}
