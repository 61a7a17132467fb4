//! Changes one user or thousands in one press: decides on each, queues durably, and only then says so.

use std::time::Duration;

use rollcall_cache::{NewMutation, Replaced};
use rollcall_language::say;
use rollcall_model::ConnectionId;

use crate::deliberation::deliberate;
use crate::organization::Organization;
use crate::outcome::{Outcome, Sum};
use crate::queue::{Decided, new_mutation};
use crate::selection::Picked;
use crate::view::{ChangeUsers, PreviewVerdict, Receipt};
use crate::{App, Failure};

impl App {
    /// Does to everyone selected what may be done; the others are left out, and said. `undo` is how long
    /// it can be taken back before it is sent; `None` sends at once and waits for the answer.
    ///
    /// # Errors
    /// `denied` or `unknown_user` when nobody is left to be changed; `not_confirmed` where something else
    /// was typed than [`ChangePreview::confirm`](crate::view::ChangePreview::confirm) asks for now; as
    /// [`App::preview_change`]; as every change `held_by`, `other_account`, `offline_*`, `not_sent`.
    /// Nothing is queued then.
    pub async fn change_users(
        &self,
        organization: ConnectionId,
        change: &ChangeUsers,
        undo: Option<Duration>,
    ) -> Result<Receipt, Failure> {
        let operation = change.operation.parse()?;
        let now = self.now();
        let mut decided = None;
        let mut receipt = self
            .queue(organization, operation, undo, |open| {
                let (changes, sum) = decide(open, now, change)?;
                decided = Some(sum);
                Ok(changes)
            })
            .await?;
        if let Some(sum) = decided {
            sum.complete(&mut receipt);
        }
        Ok(receipt)
    }
}

fn decide(
    open: &Organization,
    now: rollcall_model::Timestamp,
    change: &ChangeUsers,
) -> Result<(Decided, Sum), Failure> {
    let mut mutations = Vec::new();
    let mut replaces = Vec::new();
    let sum = deliberate(
        open,
        now,
        &change.selection,
        &change.action,
        |picked, outcome| match (picked, outcome) {
            (
                Picked::Here(shown),
                Outcome::Changes {
                    changes, dropped, ..
                },
            ) => {
                let version = &shown.user.version;
                let changes = changes.into_iter();
                let asked: Vec<NewMutation> = changes
                    .map(|change| new_mutation(change, version.clone()))
                    .collect();
                // Taken back in time, a deletion brings back what it dropped.
                let by = asked.first().map(|deletion| deletion.id);
                replaces.extend(dropped.into_iter().map(|id| Replaced { id, by }));
                mutations.extend(asked);
            }
            (_, Outcome::NotAdded { dropped, .. }) => {
                replaces.extend(dropped.into_iter().map(Replaced::from));
            }
            _ => {}
        },
    )?;
    if sum.will_change == 0 {
        let message = sum.nothing_to_change()?;
        return Ok((Decided::Nothing { message }, sum));
    }
    if let Some(confirm) = &sum.confirm {
        confirm.holds_against(change.typed.as_deref())?;
    }
    let decided = Decided::Changes {
        mutations,
        replaces,
    };
    Ok((decided, sum))
}

impl Sum {
    /// What is said where nobody is left to be changed: a refusal, if it is one for somebody.
    fn nothing_to_change(&self) -> Result<String, Failure> {
        let reasons = self.reasons();
        let refused = reasons
            .iter()
            .find(|counted| counted.verdict == PreviewVerdict::NotAllowed);
        match (refused, reasons.first()) {
            (Some(refused), _) => {
                let denied = Failure::new("denied", refused.reason.clone());
                Err(denied.with_help(refused.help.clone()))
            }
            (None, Some(already)) => Ok(say!("change-nothing", reason = already.reason)),
            (None, None) => Ok(say!("change-nobody")),
        }
    }

    /// Says in a receipt what is no mutation of it: who was left out, and who is not added.
    fn complete(&self, receipt: &mut Receipt) {
        let mut sentences = Vec::new();
        let not_added = self.consequences.not_added as usize;
        if self.will_change > not_added || self.will_change == 0 {
            sentences.push(std::mem::take(&mut receipt.message));
        }
        if not_added > 0 {
            sentences.push(say!("change-not-added", count = not_added));
        }
        if self.will_change > 0 {
            sentences.extend(match (self.not_allowed, self.already_so) {
                (0, 0) => None,
                (denied, 0) => Some(say!("change-left-out-denied", denied = denied)),
                (0, already) => Some(say!("change-left-out-so", already = already)),
                (denied, already) => {
                    Some(say!("change-left-out", denied = denied, already = already))
                }
            });
        }
        receipt.message = sentences.join(" ");
    }
}
