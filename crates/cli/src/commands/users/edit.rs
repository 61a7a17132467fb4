//! `users edit`: changes a user's display name and picture.

use std::io::Write;

use rollcall_app::Action;
use rollcall_app::view::SaveUser;

use super::save::save;
use crate::arguments::EditProfile;
use crate::session::Session;
use crate::stop::Stop;

/// What takes a picture away, in place of an address.
const NONE: &str = "none";

pub(super) async fn run<W: Write>(session: Session<W>, asked: EditProfile) -> Result<(), Stop> {
    session
        .app
        .may(session.organization, Action::UsersEditProfile)
        .await?;
    let user = session
        .app
        .find_user(session.organization, &asked.user)
        .await?;
    let picture = asked.picture;
    save(
        session,
        SaveUser {
            user: user.to_string(),
            display_name: asked.display_name,
            picture: picture.map(|picture| {
                if picture == NONE {
                    String::new()
                } else {
                    picture
                }
            }),
            ..SaveUser::default()
        },
    )
    .await
}
