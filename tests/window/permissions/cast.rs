//! Whom and what the permissions are tried on, put there by an Admin before anybody reads the list.

use std::cell::Cell;
use std::collections::HashMap;

use rollcall_model::Role;
use rollcall_policy::Action;
use rollcall_testkit::TestServer;
use serde_json::{Value, json};

use super::list::{Case, Of};
use super::trial::another;
use crate::told::{Person, Told, person};

/// So many seats that nobody is refused for the want of one.
const SEATS: u32 = 5_000;

/// The people and workspaces of the trials.
pub(super) struct Cast {
    admin: Told,
    organization: String,
    actors: HashMap<Role, Person>,
    /// Those whom no trial changes.
    users: HashMap<Of, Person>,
    /// A workspace that all actors enter, and one that none does.
    granted: String,
    elsewhere: String,
    made: Cell<u32>,
}

impl Cast {
    /// Puts those there whom no trial changes.
    pub(super) async fn gather(server: &TestServer) -> Self {
        let admin = Told::of(server);
        admin.set_of_organization("subscription.seats", SEATS).await;
        let organization = admin.organization().await["id"].take();
        let mut actors = HashMap::new();
        for role in Role::ALL {
            actors.insert(role, Told::of_role(server, role).me().await);
        }
        let mut cast = Self {
            admin,
            organization: organization.as_str().expect("an id").to_owned(),
            actors,
            users: HashMap::new(),
            granted: String::new(),
            elsewhere: String::new(),
            made: Cell::new(0),
        };
        let all: Vec<&Person> = cast.actors.values().collect();
        cast.granted = cast.workspace(&all).await;
        cast.elsewhere = cast.workspace(&[]).await;
        for role in Role::ALL {
            for of in [Of::User(role), Of::Suspended(role)] {
                let user = cast.user(of, role).await;
                cast.users.insert(of, user);
            }
        }
        cast
    }

    /// Whoever tries what a role may.
    pub(super) fn actor(&self, role: Role) -> &Person {
        &self.actors[&role]
    }

    /// What stays as it is.
    pub(super) fn case(&self, of: Of, actor: Role) -> Case {
        let me = self.actor(actor);
        let user = match of {
            Of::User(_) | Of::Suspended(_) => &self.users[&of],
            Of::LastAdmin => self.actor(Role::Admin),
            _ => me,
        };
        let role = match of {
            Of::New(role) => role,
            Of::User(role) | Of::Suspended(role) => another(role),
            Of::LastAdmin => another(Role::Admin),
            _ => another(actor),
        };
        let workspace = match of {
            Of::Granted | Of::Settings => &self.granted,
            _ => &self.elsewhere,
        };
        let number = self.number();
        Case {
            actor,
            organization: self.organization.clone(),
            user: user.id.clone(),
            email: user.email.clone(),
            role: role.as_str().to_owned(),
            workspace: workspace.clone(),
            name: format!("trial-{number}"),
            seats: (SEATS + number).to_string(),
            operation: format!("00000000-0000-4000-8000-{number:012}"),
        }
    }

    /// What one trial may change.
    pub(super) async fn new_case(&self, action: Action, of: Of, actor: Role) -> Case {
        let mut case = self.case(of, actor);
        if let Of::User(role) | Of::Suspended(role) = of {
            let user = self.user(of, role).await;
            (case.user, case.email) = (user.id, user.email);
        }
        case.workspace = match of {
            Of::Granted => self.workspace(&[self.actor(actor)]).await,
            Of::NotGranted => self.workspace(&[]).await,
            _ if action == Action::UsersSetWorkspaces => self.workspace(&[]).await,
            _ => case.workspace,
        };
        case
    }

    /// Suspends every Admin but the one who asks.
    pub(super) async fn leave_one_admin(&self) {
        let me = self.actor(Role::Admin);
        let active = r#"/Users?count=1000&filter=active eq true and roles.value eq "admin""#;
        let found = self.admin.said("GET", active, Value::Null).await;
        let found = found.expect("an Admin sees users");
        for other in found["Resources"]
            .as_array()
            .expect("a list")
            .iter()
            .map(person)
        {
            if other.id != me.id {
                let suspend = json!([{ "op": "replace", "path": "active", "value": false }]);
                let path = format!("/Users/{}", other.id);
                let suspended = self.admin.patch(&path, suspend).await;
                suspended.expect("an Admin suspends another");
            }
        }
    }

    fn number(&self) -> u32 {
        self.made.set(self.made.get() + 1);
        self.made.get()
    }

    async fn user(&self, of: Of, role: Role) -> Person {
        let body = json!({
            "userName": format!("cast-{}@new.example", self.number()),
            "roles": [{ "value": role.as_str() }],
            "active": !matches!(of, Of::Suspended(_)),
        });
        let added = self.admin.said("POST", "/Users", body).await;
        person(&added.expect("an Admin adds anybody"))
    }

    async fn workspace(&self, members: &[&Person]) -> String {
        let members: Vec<Value> = members
            .iter()
            .map(|person| json!({ "value": person.id }))
            .collect();
        let name = format!("Workspace {}", self.number());
        let body = json!({ "displayName": name, "members": members });
        let created = self.admin.said("POST", "/Groups", body).await;
        let created = created.expect("an Admin creates workspaces");
        created["id"].as_str().expect("an id").to_owned()
    }
}
