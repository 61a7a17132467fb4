//! Fills the edit dialog: every choice, those denied with their reason.

use rollcall_model::{ConnectionId, OrgRole, Role, UserId};
use rollcall_policy::{Action, Target, enters_every_workspace, role_summary};

use crate::role::difference;
use crate::row::row;
use crate::save_user::stays;
use crate::verdict::{Answer, refused};
use crate::view::{EditView, EditWorkspace, RoleChoice};
use crate::{App, Failure};

impl App {
    /// What the edit dialog offers for this user.
    ///
    /// # Errors
    /// `denied` to a role that may not see users; `unknown_user`; else as [`App::session`].
    pub async fn edit_view(
        &self,
        organization: ConnectionId,
        user: &UserId,
    ) -> Result<EditView, Failure> {
        let open = self.organization(organization).await?;
        open.may_view_users()?;
        let shown = open.user(user)?;
        let judge = open.judge()?;
        let subject = judge.subject(&shown)?;
        let leaves = stays(&shown).err().map(refused);
        let verdict = |action, target: &Target| match &leaves {
            Some(leaves) => Ok(leaves.clone()),
            None => judge.ask(action, target).map(Answer::verdict),
        };
        let choice = |role: Role| -> Result<RoleChoice, Failure> {
            let to = OrgRole::Known(role);
            // Leaving the role as it is asks for nothing.
            let current = shown.role == to;
            let target = Target::RoleOf {
                user: subject.clone(),
                to,
            };
            Ok(RoleChoice {
                role: role.as_str().to_owned(),
                title: role.title(),
                summary: role_summary(role),
                every_workspace: enters_every_workspace(&role.into()),
                current,
                difference: shown
                    .role
                    .known()
                    .filter(|now| *now != role)
                    .map(|now| difference(now, role)),
                verdict: verdict(Action::UsersSetRole, &target)?,
            })
        };
        let target = Target::User(subject.clone());
        Ok(EditView {
            row: row(open.row(user)?),
            profile_verdict: verdict(Action::UsersEditProfile, &target)?,
            display_name: shown.display_name.clone(),
            picture: open.picture_of(&shown)?.unwrap_or_default(),
            roles: Role::ALL
                .into_iter()
                .map(choice)
                .collect::<Result<_, _>>()?,
            workspaces_verdict: verdict(Action::UsersSetWorkspaces, &target)?,
            workspaces: open
                .cache
                .workspaces()?
                .into_iter()
                .map(|counted| EditWorkspace {
                    granted: shown.workspaces.contains(&counted.shown.workspace.id),
                    id: counted.shown.workspace.id.as_str().to_owned(),
                    name: counted.shown.name,
                })
                .collect(),
        })
    }
}
