//! The table of outcomes, row by row.

use rollcall_model::{
    Change, Goes, MutationId, MutationState, OperationId, OrgRole, Role, Timestamp, UserChange,
    UserId,
};

use super::*;
use crate::OfflineKind;

fn role(role: Role) -> Found {
    Found::Role(OrgRole::Known(role))
}

fn sent(attempts: u32) -> Mutation {
    Mutation {
        id: MutationId::random(),
        sequence: 1,
        operation: OperationId::random(),
        change: Change::from(UserChange::SetRole {
            user: UserId::new("ada"),
            was: OrgRole::Known(Role::Member),
            to: Role::Admin,
        }),
        version: None,
        after: None,
        made_at: Timestamp::UNIX_EPOCH,
        seen_at: None,
        attempts,
        state: MutationState::Sending,
        goes: Goes::ByItself,
    }
}

fn looked(attempts: u32, asked: Asked, found: Found) -> Becomes {
    after_look_up(
        &sent(attempts),
        asked,
        Ok(LookedUp {
            found,
            answered: None,
        }),
    )
    .becomes
}

#[test]
fn what_is_found_decides_what_is_unknown() {
    for asked in [Asked::Unknown, Asked::Changed] {
        assert_eq!(
            looked(1, asked, role(Role::Admin)),
            Becomes::Settled(Settled::Applied)
        );
        let theirs = role(Role::UserAdmin);
        let conflict = Settled::Conflict {
            found: theirs.clone(),
        };
        assert_eq!(looked(1, asked, theirs), Becomes::Settled(conflict));
        let gone = Settled::Conflict { found: Found::Gone };
        assert_eq!(looked(1, asked, Found::Gone), Becomes::Settled(gone));
        assert!(matches!(
            looked(1, asked, role(Role::Member)),
            Becomes::Queued { .. }
        ));
    }
}

#[test]
fn an_addition_refused_for_an_address_that_nobody_shows_says_so() {
    let id = MutationId::random();
    let addition = Mutation {
        id,
        change: Change::from(UserChange::AddUser {
            user: UserId::placeholder(id),
            user_name: "ana@acme.example".to_owned(),
            display_name: String::new(),
            role: Role::Member,
        }),
        ..sent(1)
    };
    let nobody = LookedUp {
        found: Found::Gone,
        answered: None,
    };
    let Becomes::Settled(Settled::Rejected { reason }) =
        after_look_up(&addition, Asked::Changed, Ok(nobody)).becomes
    else {
        panic!("another try would be refused the same way");
    };
    assert!(
        reason.contains("e-mail address"),
        "nobody was changed where nobody is: {reason}"
    );
}

#[test]
fn a_server_that_says_changed_and_shows_no_change_is_given_up() {
    assert!(matches!(
        looked(4, Asked::Changed, role(Role::Member)),
        Becomes::Queued { .. }
    ));
    let given_up = looked(5, Asked::Changed, role(Role::Member));
    assert!(matches!(
        given_up,
        Becomes::Settled(Settled::Rejected { .. })
    ));
    assert!(
        matches!(
            looked(99, Asked::Unknown, role(Role::Member)),
            Becomes::Queued { .. }
        ),
        "a lost answer is never held against a change"
    );
}

#[test]
fn nothing_is_rejected_because_of_the_network() {
    let errors: [fn() -> RemoteError; 6] = [
        || RemoteError::Offline {
            kind: OfflineKind::Dns,
            cause: None,
        },
        || RemoteError::Lost { cause: None },
        || RemoteError::NotOurNetwork,
        || RemoteError::Server { status: 500 },
        || RemoteError::Malformed { what: "x".into() },
        || RemoteError::TooLarge { limit: 64 },
    ];
    for error in errors {
        for outcome in [SendOutcome::NotSent(error()), SendOutcome::Unknown(error())] {
            let becomes = after_sending(outcome).becomes;
            assert!(
                !matches!(becomes, Becomes::Settled(_)),
                "{:?}: {becomes:?}",
                error()
            );
        }
        let becomes = after_look_up(&sent(1), Asked::Unknown, Err(error())).becomes;
        assert!(matches!(becomes, Becomes::Unknown { .. }), "still unknown");
    }
}

#[test]
fn only_what_concerns_everything_stops_everything() {
    let stops = |outcome| matches!(after_sending(outcome).then, Then::Stop(_));
    assert!(stops(SendOutcome::Unauthorized));
    assert!(stops(SendOutcome::Wait(std::time::Duration::from_secs(1))));
    assert!(stops(SendOutcome::Unknown(RemoteError::Lost {
        cause: None
    })));
    assert!(!stops(SendOutcome::Unknown(RemoteError::Server {
        status: 500
    })));
    assert!(!stops(SendOutcome::Rejected {
        reason: String::new()
    }));
    assert!(!stops(SendOutcome::Gone));
}
