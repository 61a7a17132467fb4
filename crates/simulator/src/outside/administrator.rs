//! The second administrator, who changes the same as we do, and asks nobody.

use http::Method;
use rollcall_model::{
    OrganizationField, Resource, Role, User, UserId, UserState, Workspace, WorkspaceId,
};
use rollcall_scim::request;
use serde_json::Value;

use super::ROLES;
use crate::network::created;
use crate::wish::{some_name, some_value};
use crate::world::World;

/// What of the organization the second administrator changes.
const THEIRS: [(OrganizationField, &str); 4] = [
    (OrganizationField::DisplayName, "displayName"),
    (OrganizationField::Website, "website"),
    (OrganizationField::Company, "billing.company"),
    (OrganizationField::Address, "billing.address"),
];

/// A request: how, where, with what.
type Asked = (Method, String, Option<Value>);

impl World {
    /// The second administrator changes something.
    pub(crate) async fn other_administrator(&mut self) {
        match self.chance.between(0, 99) {
            0..=9 => self.they_add_somebody().await,
            10..=69 => self.they_change_somebody().await,
            70..=89 => self.they_change_a_workspace().await,
            _ => self.they_change_the_organization().await,
        }
        self.network.forget_audit();
    }

    async fn they_add_somebody(&mut self) {
        self.named += 1;
        let name = format!("new{}@people.example", self.named);
        let body = request::new_user(&name, "", Role::Member.as_str(), "theirs");
        let asked = (Method::POST, "/Users".to_owned(), Some(body));
        if let Some(added) = self.they_ask(asked, &name).await {
            self.stands(Resource::User(UserId::new(added))).await;
        }
    }

    async fn they_change_somebody(&mut self) {
        let spared = [&self.ours.user, &self.overseer.user, &self.other.user];
        let mut users = self.witness.seen().history.everybody();
        users.retain(|user| !spared.contains(&&user.id));
        let Some(user) = self.chance.one(&users).cloned() else {
            return;
        };
        if let Some(asked) = self.of_somebody(&user).await {
            self.they_ask(asked, user.id.as_str()).await;
            self.stands(Resource::User(user.id)).await;
        }
    }

    async fn of_somebody(&mut self, user: &User) -> Option<Asked> {
        let id = user.id.as_str();
        let of_user = format!("/Users/{id}");
        let set = |name, value: Value| Some(request::set_attribute(name, Some(value)));
        Some(match self.chance.between(0, 9) {
            0..=2 => {
                let role = self
                    .chance
                    .one(&ROLES)
                    .map_or("member", |role| role.as_str());
                (Method::PATCH, of_user, set("roles", request::roles(role)))
            }
            3 | 4 => {
                let name = format!("Renamed {}", self.chance.between(1, 99));
                (Method::PATCH, of_user, set("displayName", name.into()))
            }
            5 => {
                let active = user.state() == UserState::Suspended;
                (Method::PATCH, of_user, set("active", active.into()))
            }
            6 => (Method::DELETE, of_user, None),
            7 if user.is_pending() => (
                Method::POST,
                "/Invitations".to_owned(),
                Some(request::invitation(id)),
            ),
            _ => {
                let workspace = self.one_of_their_workspaces().await?.id;
                let body = if user.workspaces.contains(&workspace) {
                    request::remove_member(id)
                } else {
                    request::add_members([id])
                };
                (Method::PATCH, format!("/Groups/{workspace}"), Some(body))
            }
        })
    }

    async fn they_change_a_workspace(&mut self) {
        let name = some_name(&mut self.chance);
        let kind = self.chance.between(0, 9);
        if kind <= 2 {
            let body = request::new_workspace(&name, "theirs");
            let asked = (Method::POST, "/Groups".to_owned(), Some(body));
            if let Some(added) = self.they_ask(asked, &name).await {
                let added = WorkspaceId::new(added);
                self.stands(Resource::Workspace(added)).await;
            }
            return;
        }
        let Some(workspace) = self.one_of_their_workspaces().await else {
            return;
        };
        let path = format!("/Groups/{}", workspace.id);
        let asked = if kind <= 6 {
            let body = request::set_attribute("displayName", Some(name.as_str().into()));
            (Method::PATCH, path, Some(body))
        } else {
            (Method::DELETE, path, None)
        };
        self.they_ask(asked, &name).await;
        self.stands(Resource::Workspace(workspace.id)).await;
    }

    async fn they_change_the_organization(&mut self) {
        let Some((field, attribute)) = self.chance.one(&THEIRS).copied() else {
            return;
        };
        let known = self.overseer.organization().await;
        let to = some_value(field, &mut self.chance);
        let body = request::set_attribute(attribute, Some(to.as_str().into()));
        let path = format!("/Organizations/{}", known.id);
        self.they_ask((Method::PATCH, path, Some(body)), &to).await;
        self.stands(Resource::Organization).await;
    }

    async fn one_of_their_workspaces(&mut self) -> Option<Workspace> {
        let workspaces = self.overseer.workspaces().await;
        self.chance.one(&workspaces).cloned()
    }

    /// Asks for it at the server. Answers the id of what the answer describes.
    async fn they_ask(&self, (method, path, body): Asked, what: &str) -> Option<String> {
        let told = format!("the other administrator: {method} {path} for {what}");
        let answer = self.overseer.ask(method, path, body).await;
        self.witness
            .note(format_args!("{told}: {}", answer.status()));
        created(answer.body())
    }
}
