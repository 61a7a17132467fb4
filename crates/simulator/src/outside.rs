//! What others do at the server meanwhile: a second administrator, those who are invited, the operator.

use std::sync::Arc;

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http::{Method, Request, Response};
use rollcall_model::{InvitationStatus, OrgRole, Role, Token, User, UserId, UserState};
use rollcall_org_server::OrgServer;
use rollcall_remote::Wire;
use rollcall_scim::request;
use rollcall_sync::{Members, PageAt, Remote, Which};
use serde_json::Value;
use tower::ServiceExt as _;

use crate::network::created;
use crate::world::{Account, World, undisturbed};

/// The roles that a change may give.
pub(crate) const ROLES: [Role; 4] = [
    Role::Admin,
    Role::BillingAdmin,
    Role::UserAdmin,
    Role::Member,
];

/// A second Admin, whom nothing ever happens to.
pub(crate) struct Overseer {
    pub(crate) user: UserId,
    pub(crate) remote: Arc<dyn Remote>,
    token: Token,
    wire: Wire,
}

impl Overseer {
    /// An Admin beside this one.
    pub(crate) async fn beside(server: &OrgServer, wire: &Wire, ours: &Account) -> Self {
        let users = everybody(&*undisturbed(wire, &ours.token)).await;
        let another = users
            .into_iter()
            .find(|user| user.is_active_admin() && user.id != ours.user)
            .expect("a demo has several Admins");
        let token = server
            .issue_token(&another.user_name, "overseer")
            .expect("a token");
        Self {
            user: another.id,
            remote: undisturbed(wire, &token),
            token,
            wire: wire.clone(),
        }
    }

    /// Everybody on the server, as they are.
    pub(crate) async fn everybody(&self) -> Vec<User> {
        everybody(&*self.remote).await
    }

    /// The ids of the workspaces.
    pub(crate) async fn workspaces(&self) -> Vec<String> {
        let mut ids = Vec::new();
        let mut at = PageAt::Start;
        loop {
            let page = self.remote.workspaces(Members::LeftOut, &at).await;
            let page = page.expect("nothing disturbs the overseer");
            let listed = page.workspaces.into_iter();
            ids.extend(listed.map(|(workspace, _)| workspace.id.as_str().to_owned()));
            match page.next {
                Some(next) => at = next,
                None => return ids,
            }
        }
    }

    /// Makes a request.
    async fn ask(&self, method: Method, path: String, body: Option<Value>) -> Response<Bytes> {
        let authorization = format!("Bearer {}", self.token.reveal());
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(AUTHORIZATION, authorization)
            .header(CONTENT_TYPE, "application/scim+json")
            .body(body.map_or_else(Bytes::new, |body| Bytes::from(body.to_string())))
            .expect("a request");
        let answer = self.wire.clone().oneshot(request).await;
        answer.expect("nothing disturbs the overseer")
    }
}

impl World {
    /// The second administrator changes somebody, or adds somebody.
    pub(crate) async fn other_administrator(&mut self) {
        if self.chance.percent(15) {
            self.named += 1;
            let name = format!("new{}@people.example", self.named);
            let body = request::new_user(&name, "", Role::Member.as_str(), "theirs");
            let asked = self
                .overseer
                .ask(Method::POST, "/Users".to_owned(), Some(body));
            let answer = asked.await;
            self.network.forget_audit();
            self.witness.note(format_args!(
                "the other administrator adds {name}: {}",
                answer.status()
            ));
            if let Some(added) = created(answer.body()) {
                self.stands(&added).await;
            }
            return;
        }
        let (ours, overseer) = (self.ours.user.clone(), self.overseer.user.clone());
        let mut users = self.witness.everybody();
        users.retain(|user| user.id != ours && user.id != overseer && user.id != self.other.user);
        let Some(user) = self.chance.one(&users).cloned() else {
            return;
        };
        let id = user.id.as_str();
        let of_user = format!("/Users/{id}");
        let set = |name, value| Some(request::set_attribute(name, value));
        let (method, path, body) = match self.chance.between(0, 9) {
            0..=2 => {
                let role = self
                    .chance
                    .one(&ROLES)
                    .map_or("member", |role| role.as_str());
                (
                    Method::PATCH,
                    of_user,
                    set("roles", Some(request::roles(role))),
                )
            }
            3 | 4 => {
                let name = format!("Renamed {}", self.chance.between(1, 99));
                (
                    Method::PATCH,
                    of_user,
                    set("displayName", Some(name.into())),
                )
            }
            5 => {
                let active = user.state() == UserState::Suspended;
                (Method::PATCH, of_user, set("active", Some(active.into())))
            }
            6 => (Method::DELETE, of_user, None),
            7 if user.is_pending() => (
                Method::POST,
                "/Invitations".to_owned(),
                Some(request::invitation(id)),
            ),
            _ => {
                let workspaces = self.overseer.workspaces().await;
                let Some(workspace) = self.chance.one(&workspaces) else {
                    return;
                };
                let has = user.workspaces.iter().any(|has| has.as_str() == workspace);
                let body = if has {
                    request::remove_member(id)
                } else {
                    request::add_members([id])
                };
                (Method::PATCH, format!("/Groups/{workspace}"), Some(body))
            }
        };
        let told = format!("the other administrator: {method} {path}");
        let status = self.overseer.ask(method, path, body).await.status();
        self.witness.note(format_args!("{told} for {id}: {status}"));
        self.stands(&user.id).await;
        self.network.forget_audit();
    }

    /// Somebody who was invited accepts.
    pub(crate) async fn somebody_accepts(&mut self) {
        let mut users = self.witness.everybody();
        users.retain(|user| {
            user.active
                && user
                    .invitation
                    .as_ref()
                    .is_some_and(|invitation| invitation.status != InvitationStatus::Accepted)
        });
        let Some(user) = self.chance.one(&users).cloned() else {
            return;
        };
        self.server
            .issue_token(&user.user_name, "accepted")
            .expect("an invitation is accepted");
        self.network.forget_audit();
        self.witness.note(format_args!("{} accepts", user.id));
        self.stands(&user.id).await;
    }

    /// Our own role is another from now on.
    pub(crate) async fn give_us(&mut self, role: Role) {
        let body = request::set_attribute("roles", Some(request::roles(role.as_str())));
        let path = format!("/Users/{}", self.ours.user);
        let asked = self.overseer.ask(Method::PATCH, path, Some(body));
        let status = asked.await.status();
        self.network.forget_audit();
        let role = OrgRole::Known(role);
        self.witness
            .note(format_args!("we are {role} now: {status}"));
    }

    /// The operator takes our tokens back.
    pub(crate) fn revoke_our_tokens(&mut self) {
        let issued = self.server.tokens().expect("the tokens can be listed");
        let ours = issued
            .iter()
            .filter(|token| token.user_name == self.ours.user_name && token.revoked.is_none());
        for token in ours {
            self.server
                .revoke_token(&token.id)
                .expect("a token is revoked");
        }
        self.network.forget_audit();
        self.witness.note("our token is revoked");
    }

    /// Tells the witness how somebody is at the server now.
    pub(crate) async fn stands(&self, id: &UserId) {
        if id.added_by().is_none() {
            let user = self.overseer.remote.user(id).await;
            self.witness
                .stands(id, user.expect("nothing disturbs the overseer"));
        }
    }
}

async fn everybody(remote: &dyn Remote) -> Vec<User> {
    let mut users = Vec::new();
    let mut at = PageAt::Start;
    loop {
        let page = remote.users(Which::All, &at).await;
        let page = page.expect("nothing disturbs the overseer");
        users.extend(page.users);
        match page.next {
            Some(next) => at = next,
            None => return users,
        }
    }
}
