//! `users set-workspaces`: grants and takes away access to workspaces.

use std::io::Write;

use rollcall_app::Action;
use rollcall_app::view::{EditWorkspace, SaveUser};

use super::save::save;
use crate::arguments::SetWorkspaces;
use crate::session::{Session, workspaces_named};
use crate::stop::Stop;

pub(super) async fn run<W: Write>(session: Session<W>, asked: &SetWorkspaces) -> Result<(), Stop> {
    let (app, organization) = (&session.app, session.organization);
    app.may(organization, Action::UsersSetWorkspaces).await?;
    let user = app.find_user(organization, &asked.user).await?;
    let choices = app.workspaces(organization).await?;
    let named = |named: &[String]| workspaces_named(&choices, named);
    let (grant, revoke) = if asked.grant.is_empty() && asked.revoke.is_empty() {
        let exactly = named(&asked.workspaces)?;
        let now = app.edit_view(organization, &user).await?.workspaces;
        let others = granted_besides(&now, &exactly);
        (exactly, others)
    } else {
        (named(&asked.grant)?, named(&asked.revoke)?)
    };
    save(
        session,
        SaveUser {
            user: user.to_string(),
            grant,
            revoke,
            ..SaveUser::default()
        },
    )
    .await
}

/// What has to be taken away so that only these are left.
fn granted_besides(now: &[EditWorkspace], these: &[String]) -> Vec<String> {
    now.iter()
        .filter(|workspace| workspace.granted && !these.contains(&workspace.id))
        .map(|workspace| workspace.id.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_these_means_that_others_are_taken_away() {
        let now = [("a", true), ("b", false), ("c", true)].map(|(id, granted)| EditWorkspace {
            id: id.into(),
            name: id.into(),
            granted,
        });
        assert_eq!(
            granted_besides(&now, &["a".into(), "b".into()]),
            ["c"],
            "c was not named"
        );
        assert_eq!(
            granted_besides(&now, &[]),
            ["a", "c"],
            "none at all takes all away"
        );
    }
}
