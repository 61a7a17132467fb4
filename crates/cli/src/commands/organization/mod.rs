//! `organization`: its information, changes to it, and its end.

mod delete;
mod edit;
mod show;

use std::io::Write;

use crate::arguments::Organization;
use crate::session::Session;
use crate::stop::Stop;

pub(crate) async fn run<W: Write>(session: Session<W>, asked: Organization) -> Result<(), Stop> {
    match asked {
        Organization::Show => show::run(session).await,
        Organization::Edit(asked) => edit::run(session, asked).await,
        Organization::Delete(asked) => delete::run(session, asked).await,
    }
}
