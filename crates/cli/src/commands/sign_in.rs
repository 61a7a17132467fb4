//! `sign-in`: another token of the same user; what waits goes on under it.

use std::io::Write;

use super::whoami;
use crate::session::Session;
use crate::stop::Stop;

pub(crate) async fn run<W: Write>(session: Session<W>, token: &str) -> Result<(), Stop> {
    session.app.sign_in(session.organization, token).await?;
    whoami::run(session).await
}
