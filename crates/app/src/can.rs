//! Answers "may I?" without doing anything.

use rollcall_language::say;
use rollcall_model::{ConnectionId, UserId};
use rollcall_policy::table::{self, Needs};
use rollcall_policy::{Action, Address, Target};

use crate::view::CanView;
use crate::{App, Failure};

impl App {
    /// May the signed-in user do this: to this user, or at all? An allowed answer may come with a
    /// reason that narrows it ("User Admins can delete Members only.").
    ///
    /// # Errors
    /// `unknown_action`, `unknown_user`; else as [`App::session`].
    pub async fn can(
        &self,
        organization: ConnectionId,
        action: &str,
        user: Option<&UserId>,
    ) -> Result<CanView, Failure> {
        let asked = Action::from_name(action).ok_or_else(|| {
            Failure::new("unknown_action", say!("action-unknown", action = action))
                .on_field("action")
        })?;
        let open = self.organization(organization).await?;
        let judge = open.judge()?;
        let verdict = match (user, table::row(asked).needs) {
            (Some(user), Needs::User) => {
                let user = judge.subject(&open.user(user)?)?;
                let target = match asked {
                    Action::UsersReplaceEmail => Target::ReplacementOf {
                        user,
                        address: Address::NotKnown,
                    },
                    _ => Target::User(user),
                };
                judge.ask(asked, &target)?.verdict()
            }
            _ => judge.offer(asked)?,
        };
        Ok(CanView {
            action: asked.name().to_owned(),
            verdict,
        })
    }
}
