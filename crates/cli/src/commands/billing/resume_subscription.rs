//! `billing resume-subscription`: lets the subscription go on.

use std::io::Write;

use crate::commands::stated::Stated;
use crate::session::Session;
use crate::stop::Stop;

pub(super) async fn run<W: Write>(mut session: Session<W>) -> Result<(), Stop> {
    let (app, organization) = (session.app.clone(), session.organization);
    let message = app.resume_subscription(organization).await?;
    let sentence = message.clone();
    let result = "applied";
    let stated = Stated { result, message };
    Ok(session.output.sentence(&sentence, &stated)?)
}
