//! The e-mails of the demo organization.

use rollcall_app::view::DemoMessage;
use tauri::{State, command};

use crate::program::{Answer, Program};

#[command]
pub(crate) async fn demo_mailbox(
    program: State<'_, Program>,
    organization: String,
) -> Answer<Vec<DemoMessage>> {
    program.demo_of(&organization).await?.mailbox()
}

#[command]
pub(crate) async fn open_invitation(
    program: State<'_, Program>,
    organization: String,
    link: String,
) -> Answer<()> {
    program.demo_of(&organization).await?.open_invitation(&link)
}
