//! `invitations`: who has not accepted, and their invitations sent again or withdrawn.

use std::io::Write;

use rollcall_app::view::{RowState, UserAction};

use super::users::{change_users, list};
use crate::arguments::{ChangeUsers, Filters, Invitations};
use crate::session::Session;
use crate::stop::Stop;

/// The states of those who have not accepted.
const OPEN: [RowState; 3] = [
    RowState::Pending,
    RowState::InvitationExpired,
    RowState::InvitationFailed,
];

pub(crate) async fn run<W: Write>(
    session: Session<W>,
    invitations: Invitations,
) -> Result<(), Stop> {
    match invitations {
        Invitations::List(mut asked) => {
            open_ones(&mut asked.filters);
            list::run(session, asked).await
        }
        Invitations::Resend(asked) => {
            change_users::run(session, narrowed(asked), UserAction::ResendInvitation).await
        }
        Invitations::Revoke(asked) => {
            change_users::run(session, narrowed(asked), UserAction::RevokeInvitation).await
        }
    }
}

/// Filters that leave the state open mean those who have not accepted.
fn narrowed(mut asked: ChangeUsers) -> ChangeUsers {
    if asked.filters.narrow() {
        open_ones(&mut asked.filters);
    }
    asked
}

fn open_ones(filters: &mut Filters) {
    if filters.state.is_empty() {
        filters.state = OPEN.to_vec();
    }
}
