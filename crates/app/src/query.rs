//! From the interface's question to the cache's.

use rollcall_cache as cache;
use rollcall_model::{OrgRole, Timestamp, UserState, WorkspaceId};

use crate::view::{Activity, RowState, SortBy, UserQuery};

/// The cache's question; bands of activity are counted from `now`.
pub(crate) fn asked(query: &UserQuery, now: Timestamp) -> cache::UserQuery {
    cache::UserQuery {
        search: query.search.clone(),
        roles: query
            .roles
            .iter()
            .map(|role| OrgRole::from_wire(role))
            .collect(),
        states: query
            .states
            .iter()
            .map(|state| user_state(*state))
            .collect(),
        workspaces: query.workspaces.iter().map(WorkspaceId::new).collect(),
        activity: (!query.activity.is_empty()).then(|| {
            (
                query.activity.iter().map(|band| activity(*band)).collect(),
                now,
            )
        }),
        sort: sort(query.sort),
        direction: if query.descending {
            cache::Direction::Descending
        } else {
            cache::Direction::Ascending
        },
    }
}

/// The state of a row, in the interface's words.
pub(crate) fn row_state(state: UserState) -> RowState {
    match state {
        UserState::Active => RowState::Active,
        UserState::Pending => RowState::Pending,
        UserState::InvitationExpired => RowState::InvitationExpired,
        UserState::InvitationFailed => RowState::InvitationFailed,
        UserState::Suspended => RowState::Suspended,
    }
}

fn user_state(state: RowState) -> UserState {
    match state {
        RowState::Active => UserState::Active,
        RowState::Pending => UserState::Pending,
        RowState::InvitationExpired => UserState::InvitationExpired,
        RowState::InvitationFailed => UserState::InvitationFailed,
        RowState::Suspended => UserState::Suspended,
    }
}

fn activity(band: Activity) -> cache::Activity {
    match band {
        Activity::Today => cache::Activity::Today,
        Activity::Week => cache::Activity::Week,
        Activity::Month => cache::Activity::Month,
        Activity::Quarter => cache::Activity::Quarter,
        Activity::Older => cache::Activity::Older,
        Activity::Never => cache::Activity::Never,
    }
}

fn sort(column: SortBy) -> cache::Sort {
    match column {
        SortBy::Name => cache::Sort::Name,
        SortBy::Email => cache::Sort::Email,
        SortBy::Role => cache::Sort::Role,
        SortBy::Workspaces => cache::Sort::Workspaces,
        SortBy::LastActive => cache::Sort::LastActive,
        SortBy::State => cache::Sort::State,
        SortBy::Added => cache::Sort::Added,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_of_a_user_can_be_filtered_by() {
        for state in UserState::ALL {
            assert_eq!(user_state(row_state(state)), state);
        }
    }

    #[test]
    fn the_empty_question_asks_for_everybody() {
        assert!(asked(&UserQuery::default(), Timestamp::UNIX_EPOCH).is_everybody());
    }
}
