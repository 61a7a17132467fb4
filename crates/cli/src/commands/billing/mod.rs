//! `billing`: who is billed, the plan and its seats, and where the subscription goes.

mod cancel_subscription;
mod change_subscription;
mod edit;
mod resume_subscription;
mod show;

use std::io::Write;

use crate::arguments::Billing;
use crate::session::Session;
use crate::stop::Stop;

pub(crate) async fn run<W: Write>(session: Session<W>, asked: Billing) -> Result<(), Stop> {
    match asked {
        Billing::Show => show::run(session).await,
        Billing::Edit(asked) => edit::run(session, asked).await,
        Billing::ChangeSubscription(asked) => change_subscription::run(session, asked).await,
        Billing::CancelSubscription(asked) => cancel_subscription::run(session, asked).await,
        Billing::ResumeSubscription => resume_subscription::run(session).await,
    }
}
