//! What a person fills in: one press of a button each.

use rollcall_app::view::{
    AddUser, ChangeUsers, Connect, Keep, SaveUser, Selection, UserAction, UserQuery,
};
use rollcall_model::{OperationId, Role};
use rollcall_testkit::TestServer;

/// What is filled in to connect a server as somebody with this role.
pub(crate) fn form(server: &TestServer, role: Role, keep: Keep) -> Connect {
    Connect {
        name: "Acme".into(),
        url: server.url(),
        token: server.token(role).reveal().to_owned(),
        keep,
    }
}

/// What is filled in to connect the server in memory.
pub(crate) fn fake_form(keep: Keep) -> Connect {
    Connect {
        name: "Acme".into(),
        url: "https://acme.example/scim".into(),
        token: "t".into(),
        keep,
    }
}

/// One press of *Save* that asks for a role.
pub(crate) fn role_change(user: &str, role: Role) -> SaveUser {
    SaveUser {
        operation: OperationId::random().to_string(),
        user: user.into(),
        role: Some(role.as_str().into()),
        ..SaveUser::default()
    }
}

/// One press of *Next* that adds a user to these workspaces.
pub(crate) fn addition(address: &str, role: Role, workspaces: &[&str]) -> AddUser {
    AddUser {
        operation: OperationId::random().to_string(),
        address: address.into(),
        name: String::new(),
        role: role.as_str().into(),
        workspaces: workspaces.iter().map(|&id| id.to_owned()).collect(),
    }
}

/// These users, selected one by one.
pub(crate) fn ids(ids: &[&str]) -> Selection {
    Selection::Ids {
        ids: ids.iter().map(|id| (*id).to_owned()).collect(),
    }
}

/// Everybody in the list, selected at once.
pub(crate) fn everyone() -> Selection {
    Selection::All {
        query: UserQuery::default(),
        except: Vec::new(),
    }
}

pub(crate) fn set_role(role: Role) -> UserAction {
    UserAction::SetRole {
        role: role.as_str().to_owned(),
    }
}

/// One press of the button that changes many.
pub(crate) fn press(
    selection: &Selection,
    action: &UserAction,
    typed: Option<&str>,
) -> ChangeUsers {
    ChangeUsers {
        operation: OperationId::random().to_string(),
        selection: selection.clone(),
        action: action.clone(),
        typed: typed.map(str::to_owned),
    }
}
