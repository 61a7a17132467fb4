//! A user's e-mail is replaced: one thing of two steps, of which the second waits for the first, and
//! nobody is deleted for somebody who isn't there.

mod refused;
mod steps;
mod stuck;

use rollcall_app::view::{
    Changes, DeleteOld, Keep, OutboxEntry, OutboxState, Receipt, ReplaceEmail, ReplacementView,
};
use rollcall_model::{InvitationStatus, OperationId, Role, User};

use crate::scene::{Scene, invite};
use crate::support::{LONG_UNDO, entries, fake_with, until};

/// The new address.
const NEW: &str = "cleo@new.example";

fn replacement(user: &str, delete: DeleteOld) -> ReplaceEmail {
    ReplaceEmail {
        operation: OperationId::random().to_string(),
        user: user.into(),
        address: format!(" {NEW} "),
        delete,
    }
}

/// The change with this id, which there is.
fn only(id: Option<String>) -> Changes {
    Changes::Ids {
        ids: vec![id.unwrap()],
    }
}

/// An organization of Ada, who is signed in, Grace, and Cleo with two workspaces.
async fn with_cleo(role: Role, keep: Keep) -> Scene {
    let fake = fake_with(&[("ada", role), ("grace", Role::Admin)]);
    fake.put_workspace("design");
    fake.put_workspace("sales");
    fake.put_user("cleo", Role::Member, &["design", "sales"]);
    fake.state().facts.resource_types = vec!["Invitation".to_owned()];
    Scene::beside(fake, keep).await
}

/// Ada is an Admin.
async fn ready() -> Scene {
    with_cleo(Role::Admin, Keep::KeyFile).await
}

/// Cleo's new user was added, and the old one waits for the acceptance.
async fn waiting_for_acceptance() -> (Scene, ReplacementView) {
    let scene = ready().await;
    scene.replace(DeleteOld::WhenAccepted).await;
    let waits = scene
        .until_steps(OutboxState::Done, OutboxState::WaitsForAcceptance)
        .await;
    (scene, waits)
}

impl Scene {
    async fn replace(&self, delete: DeleteOld) -> Receipt {
        let asked = replacement("cleo", delete);
        let replaced = self.app.replace_email(self.id, &asked, LONG_UNDO).await;
        replaced.unwrap()
    }

    /// How many things the outbox lists.
    async fn groups(&self) -> usize {
        self.app.outbox(self.id).await.unwrap().groups.len()
    }

    /// The change in the outbox of which this holds.
    async fn entry(&self, holds: impl Fn(&OutboxEntry) -> bool) -> OutboxEntry {
        let entries = entries(&self.app, self.id).await;
        entries.into_iter().find(holds).expect("it is listed")
    }

    /// What Cleo's details say of it.
    async fn under_way(&self) -> Option<ReplacementView> {
        self.details("cleo").await.replacement
    }

    /// Sends everything, and waits until the two steps stand like this.
    async fn until_steps(&self, first: OutboxState, second: OutboxState) -> ReplacementView {
        self.app.send(self.id, &Changes::All, None).await.unwrap();
        let replacement = async || {
            let groups = self.app.outbox(self.id).await.unwrap().groups.into_iter();
            groups.filter_map(|group| group.replacement).next()
        };
        until(&self.app, "the steps stand as they should", async || {
            let steps = replacement().await.map(|each| each.steps);
            steps.is_some_and(|steps| [steps[0].state, steps[1].state] == [first, second])
        })
        .await;
        replacement().await.unwrap()
    }

    /// Sends everything, and waits until the old user is deleted.
    async fn until_cleo_is_gone(&self) {
        self.app.send(self.id, &Changes::All, None).await.unwrap();
        until(&self.app, "the old user is gone", async || !self.has_cleo()).await;
    }

    async fn take_back(&self, change: Option<String>) {
        let taken = self.app.take_back(self.id, &only(change)).await;
        taken.unwrap();
    }

    async fn ask_again(&self, change: Option<String>) {
        let asked = self.app.ask_again(self.id, &only(change)).await;
        asked.unwrap();
    }

    fn has_cleo(&self) -> bool {
        self.fake.role_of("cleo").is_some()
    }

    /// The new user as the server has them.
    fn new_user(&self) -> Option<User> {
        let state = self.fake.state();
        let mut users = state.users.values();
        users.find(|user| user.user_name == NEW).cloned()
    }

    /// The new user accepts the invitation, and the list is read again.
    async fn accept(&self) {
        let new = self.new_user().unwrap();
        invite(&self.fake, new.id.as_str(), InvitationStatus::Accepted);
        self.app.refresh(self.id).await.unwrap();
    }
}
