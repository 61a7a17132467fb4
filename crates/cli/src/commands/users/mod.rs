//! `users`: the list, its export, one user, and the changes to one or to many.

mod add;
pub(crate) mod change_users;
mod edit;
mod export;
mod import;
pub(crate) mod list;
mod query;
mod replace_email;
mod row;
mod save;
mod set_role;
mod set_workspaces;
mod show;

use std::io::Write;

use rollcall_app::view::UserAction;

use crate::arguments::Users;
use crate::session::Session;
use crate::stop::Stop;

pub(crate) async fn run<W: Write>(session: Session<W>, users: Users) -> Result<(), Stop> {
    match users {
        Users::List(asked) => list::run(session, asked).await,
        Users::Export(asked) => export::run(session, asked).await,
        Users::Show { user } => show::run(session, &user).await,
        Users::Add(asked) => add::run(session, asked).await,
        Users::Import(asked) => import::run(session, asked).await,
        Users::Edit(asked) => edit::run(session, asked).await,
        Users::ReplaceEmail(asked) => replace_email::run(session, asked).await,
        Users::SetRole { user, role } => set_role::run(session, &user, role).await,
        Users::SetWorkspaces(asked) => set_workspaces::run(session, &asked).await,
        Users::Delete(asked) => change_users::run(session, asked, UserAction::Delete).await,
        Users::Suspend(asked) => change_users::run(session, asked, UserAction::Suspend).await,
        Users::Reactivate(asked) => change_users::run(session, asked, UserAction::Reactivate).await,
    }
}
