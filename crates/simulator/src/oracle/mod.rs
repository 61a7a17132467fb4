//! What must hold, looked at from outside: after every step, and once everything is calm.

mod journal;
mod list;
mod outbox;

use crate::world::World;

impl World {
    /// What must hold at any time.
    pub(crate) fn look(&mut self) {
        self.look_at_ends();
        self.look_for_the_vanished();
        if self.at_rest() && self.chance.percent(3) {
            self.look_at_what_is_shown();
        }
    }

    /// What must hold once there were no faults for long enough.
    pub(crate) async fn look_at_everything(&mut self) {
        self.look_at_what_is_left();
        self.look_at_what_is_shown();
        self.look_at_the_journal();
        self.compare_with_the_server().await;
    }
}
