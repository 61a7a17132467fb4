//! `workspaces`: the list, one workspace, changes to it, and who is in it.

mod create;
mod delete;
mod list;
mod rename;
mod row;
mod show;

use std::io::Write;

use rollcall_app::view::UserAction;
use rollcall_app::{Action, WorkspaceId};

use super::users::change_users;
use crate::arguments::{PeopleOf, Workspaces};
use crate::session::{Session, workspaces_named};
use crate::stop::Stop;

pub(crate) async fn run<W: Write>(session: Session<W>, asked: Workspaces) -> Result<(), Stop> {
    match asked {
        Workspaces::List(asked) => list::run(session, asked).await,
        Workspaces::Show { workspace } => show::run(session, &workspace).await,
        Workspaces::Create(asked) => create::run(session, asked).await,
        Workspaces::Rename(asked) => rename::run(session, asked).await,
        Workspaces::Delete(asked) => delete::run(session, asked).await,
        Workspaces::Add(asked) => {
            let add = |ids| UserAction::AddToWorkspaces { ids };
            people(session, asked, add).await
        }
        Workspaces::Remove(asked) => {
            let remove = |ids| UserAction::RemoveFromWorkspaces { ids };
            people(session, asked, remove).await
        }
    }
}

/// Changes who is in a workspace.
async fn people<W: Write>(
    session: Session<W>,
    PeopleOf { of, change }: PeopleOf,
    action: fn(Vec<String>) -> UserAction,
) -> Result<(), Stop> {
    let (app, organization) = (&session.app, session.organization);
    app.may(organization, Action::UsersSetWorkspaces).await?;
    let ids = vec![find(&session, &of).await?.to_string()];
    change_users::run(session, change, action(ids)).await
}

/// The workspace that was named, by name (compared without case) or id.
async fn find<W: Write>(session: &Session<W>, named: &str) -> Result<WorkspaceId, Stop> {
    let choices = session.app.workspaces(session.organization).await?;
    let ids = workspaces_named(&choices, &[named.to_owned()])?;
    Ok(WorkspaceId::new(ids.concat()))
}
