//! `users set-role`: gives a user another organization role.

use std::io::Write;

use rollcall_app::Action;
use rollcall_app::view::SaveUser;

use super::save::save;
use crate::session::Session;
use crate::stop::Stop;

pub(super) async fn run<W: Write>(
    session: Session<W>,
    named: &str,
    role: String,
) -> Result<(), Stop> {
    session
        .app
        .may(session.organization, Action::UsersSetRole)
        .await?;
    let user = session.app.find_user(session.organization, named).await?;
    save(
        session,
        SaveUser {
            user: user.to_string(),
            role: Some(role),
            ..SaveUser::default()
        },
    )
    .await
}
