//! `users set-role`: gives a user another organization role.

use std::io::Write;

use super::change::{Asked, save, unchanged};
use crate::session::Session;
use crate::stop::Stop;

pub(super) async fn run<W: Write>(
    mut session: Session<W>,
    named: &str,
    role: String,
) -> Result<(), Stop> {
    let user = session.app.find_user(session.organization, named).await?;
    let details = session
        .app
        .user_details(session.organization, &user)
        .await?;
    if details.row.role == role {
        let message = format!(
            "{} is {} already.",
            details.row.name, details.row.role_title
        );
        return unchanged(&mut session, &message);
    }
    let user = user.to_string();
    save(
        &mut session,
        Asked {
            user,
            role: Some(role),
            grant: vec![],
            revoke: vec![],
        },
    )
    .await
}
