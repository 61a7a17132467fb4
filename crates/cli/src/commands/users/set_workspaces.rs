//! `users set-workspaces`: grants and takes away access to workspaces.

use std::collections::BTreeSet;
use std::io::Write;

use rollcall_app::view::EditWorkspace;

use super::change::{Asked, save, unchanged};
use crate::arguments::SetWorkspaces;
use crate::session::{Session, workspaces_named};
use crate::stop::Stop;

pub(super) async fn run<W: Write>(
    mut session: Session<W>,
    asked: &SetWorkspaces,
) -> Result<(), Stop> {
    let user = session
        .app
        .find_user(session.organization, &asked.user)
        .await?;
    let choices = session.app.workspaces(session.organization).await?;
    let exact = workspaces_named(&choices, &asked.workspaces)?;
    let wanted_in = workspaces_named(&choices, &asked.grant)?;
    let wanted_out = workspaces_named(&choices, &asked.revoke)?;
    let edit = session.app.edit_view(session.organization, &user).await?;

    let difference = if asked.grant.is_empty() && asked.revoke.is_empty() {
        Difference::to_exactly(&edit.workspaces, &exact)
    } else {
        Difference::by(&edit.workspaces, &wanted_in, &wanted_out)?
    };
    let Difference { grant, revoke } = difference;
    if grant.is_empty() && revoke.is_empty() {
        let message = format!("{} has these workspaces already.", edit.row.name);
        return unchanged(&mut session, &message);
    }
    save(
        &mut session,
        Asked {
            user: user.to_string(),
            role: None,
            grant,
            revoke,
        },
    )
    .await
}

/// What has to be done to get from what a user has to what is asked for.
#[derive(Debug, PartialEq, Eq)]
struct Difference {
    grant: Vec<String>,
    revoke: Vec<String>,
}

impl Difference {
    fn to_exactly(now: &[EditWorkspace], wanted: &[String]) -> Self {
        let wanted: BTreeSet<_> = wanted.iter().map(String::as_str).collect();
        let differs = |workspace: &&EditWorkspace| {
            workspace.granted != wanted.contains(workspace.id.as_str())
        };
        let (revoke, grant): (Vec<_>, Vec<_>) = now
            .iter()
            .filter(differs)
            .partition(|workspace| workspace.granted);
        Self {
            grant: ids(grant),
            revoke: ids(revoke),
        }
    }

    fn by(now: &[EditWorkspace], grant: &[String], revoke: &[String]) -> Result<Self, Stop> {
        let both = |workspace: &&EditWorkspace| {
            grant.contains(&workspace.id) && revoke.contains(&workspace.id)
        };
        if let Some(both) = now.iter().find(both) {
            return Err(Stop::WrongUse(format!(
                "{} can't be granted and taken away at once.",
                both.name
            )));
        }
        let missing = now
            .iter()
            .filter(|w| grant.contains(&w.id) && !w.granted)
            .collect();
        let present = now
            .iter()
            .filter(|w| revoke.contains(&w.id) && w.granted)
            .collect();
        Ok(Self {
            grant: ids(missing),
            revoke: ids(present),
        })
    }
}

fn ids(workspaces: Vec<&EditWorkspace>) -> Vec<String> {
    workspaces
        .into_iter()
        .map(|workspace| workspace.id.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Vec<EditWorkspace> {
        [("a", true), ("b", false), ("c", true)]
            .map(|(id, granted)| EditWorkspace {
                id: id.into(),
                name: id.into(),
                granted,
            })
            .into()
    }

    fn texts(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    #[test]
    fn exactly_these_means_that_others_are_taken_away() {
        let expected = Difference {
            grant: texts(&["b"]),
            revoke: texts(&["c"]),
        };
        assert_eq!(
            Difference::to_exactly(&now(), &texts(&["a", "b"])),
            expected
        );
        let none = Difference {
            grant: vec![],
            revoke: texts(&["a", "c"]),
        };
        assert_eq!(
            Difference::to_exactly(&now(), &[]),
            none,
            "none at all takes all away"
        );
    }

    #[test]
    fn what_is_so_already_is_not_asked_for() {
        let found = Difference::by(&now(), &texts(&["a", "b"]), &texts(&["c"])).unwrap();
        let expected = Difference {
            grant: texts(&["b"]),
            revoke: texts(&["c"]),
        };
        assert_eq!(found, expected, "a grant that is there is no change");
        assert!(
            Difference::by(&now(), &texts(&["b"]), &texts(&["b"])).is_err(),
            "not both at once"
        );
    }
}
