//! What others do at the server meanwhile: a second administrator, those who are invited, the operator.

mod administrator;

use std::sync::Arc;

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http::{Method, Request, Response};
use rollcall_model::{
    InvitationStatus, OrgRole, Organization, Resource, Role, Token, User, UserId, Workspace,
};
use rollcall_org_server::OrgServer;
use rollcall_remote::Wire;
use rollcall_scim::request;
use rollcall_sync::{Members, PageAt, Remote, Which};
use serde_json::Value;
use tower::ServiceExt as _;

use crate::there::{There, look};
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
        let remote = undisturbed(wire, &token);
        let discovered = remote.discover().await;
        discovered.expect("a server that tells what it has");
        Self {
            user: another.id,
            remote,
            token,
            wire: wire.clone(),
        }
    }

    /// Everybody on the server, as they are.
    pub(crate) async fn everybody(&self) -> Vec<User> {
        everybody(&*self.remote).await
    }

    /// The workspaces on the server, as they are.
    pub(crate) async fn workspaces(&self) -> Vec<Workspace> {
        let mut workspaces = Vec::new();
        let mut at = PageAt::Start;
        loop {
            let page = self.remote.workspaces(Members::LeftOut, &at).await;
            let page = page.expect("nothing disturbs the overseer");
            let listed = page.workspaces.into_iter();
            workspaces.extend(listed.map(|(workspace, _)| workspace));
            match page.next {
                Some(next) => at = next,
                None => return workspaces,
            }
        }
    }

    /// The organization, as it is.
    pub(crate) async fn organization(&self) -> Organization {
        match look(&*self.remote, &Resource::Organization).await {
            Some(There::Organization(known)) => known,
            _ => panic!("the server describes its organization"),
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
    /// Somebody who was invited accepts.
    pub(crate) async fn somebody_accepts(&mut self) {
        let mut users = self.witness.seen().history.everybody();
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
        self.stands(Resource::User(user.id)).await;
    }

    /// Our own role is another from now on.
    pub(crate) async fn give_us(&mut self, role: Role) {
        let body = request::set_attribute("roles", Some(request::roles(role.as_str())));
        let path = format!("/Users/{}", self.ours.user);
        let asked = self.overseer.ask(Method::PATCH, path, Some(body));
        let status = asked.await.status();
        self.network.forget_audit();
        self.our_role = role;
        self.sees_some_alone |= role == Role::Member;
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

    /// Tells the witness how something is at the server now.
    pub(crate) async fn stands(&self, resource: Resource) {
        let there = look(&*self.overseer.remote, &resource).await;
        if there.is_some() || resource.added_by().is_none() {
            self.witness.stands(resource, there);
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
