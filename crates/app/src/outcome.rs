//! What a wish comes to: for one user, and counted over everyone selected.

use std::collections::{BTreeMap, HashMap};

use rollcall_cache::ShownUser;
use rollcall_language::say;
use rollcall_model::{MutationId, OrgRole, Role, UserChange, WorkspaceId};
use rollcall_policy::enters_every_workspace;

use crate::Failure;
use crate::asked_action::AskedAction;
use crate::organization::Organization;
use crate::row::count;
use crate::selection::Picked;
use crate::view::{
    ChangePreview, Confirm, Consequences, CountedReason, PreviewRow, PreviewVerdict, WorkspaceLoss,
};

/// What it comes to for one user.
pub(crate) enum Outcome {
    /// These are queued.
    Changes {
        changes: Vec<UserChange>,
        /// Earlier ones that make no sense any more.
        dropped: Vec<MutationId>,
        /// Earlier ones that can't be taken back any more.
        on_their_way: usize,
    },
    /// They wait to be added, and are not.
    NotAdded {
        /// The addition.
        dropped: Vec<MutationId>,
        /// So many changes waited for it.
        waiting: usize,
    },
    /// There is nothing to change; why, as a sentence.
    AlreadySo(String),
    /// It may not be.
    NotAllowed {
        reason: String,
        help: Option<String>,
    },
}

impl Outcome {
    /// It may not be, and nobody could help.
    pub(crate) fn not_allowed(reason: impl Into<String>) -> Self {
        Self::NotAllowed {
            reason: reason.into(),
            help: None,
        }
    }

    /// In a preview's words.
    pub(crate) fn verdict(&self) -> PreviewVerdict {
        match self {
            Self::Changes { .. } | Self::NotAdded { .. } => PreviewVerdict::WillChange,
            Self::AlreadySo(_) => PreviewVerdict::AlreadySo,
            Self::NotAllowed { .. } => PreviewVerdict::NotAllowed,
        }
    }

    /// Why nothing is changed, and who could help.
    fn reason(&self) -> Option<(&str, Option<&str>)> {
        match self {
            Self::Changes { .. } | Self::NotAdded { .. } => None,
            Self::AlreadySo(reason) => Some((reason, None)),
            Self::NotAllowed { reason, help } => Some((reason, help.as_deref())),
        }
    }

    /// As a preview's row.
    pub(crate) fn row(&self, of: &Picked) -> PreviewRow {
        let (id, name, email) = match of {
            Picked::Here(shown) => (&shown.user.id, shown.title(), shown.user.user_name.as_str()),
            Picked::Gone(id) => (id, id.as_str(), ""),
        };
        let reason = self.reason();
        PreviewRow {
            id: id.as_str().to_owned(),
            name: name.to_owned(),
            email: email.to_owned(),
            verdict: self.verdict(),
            reason: reason.map(|(reason, _)| reason.to_owned()),
            help: reason.and_then(|(_, help)| help.map(str::to_owned)),
        }
    }
}

/// What it comes to for everyone selected.
#[derive(Debug, Default)]
pub(crate) struct Sum {
    pub(crate) will_change: usize,
    pub(crate) already_so: usize,
    pub(crate) not_allowed: usize,
    /// By verdict, reason and help.
    reasons: HashMap<(PreviewVerdict, String, Option<String>), usize>,
    pub(crate) consequences: Consequences,
    /// Users, and contacts, by workspace.
    losses: BTreeMap<WorkspaceId, (u32, u64)>,
    contacts: u64,
    /// An Admin among those who are removed: the name, and the address.
    admin: Option<(String, String)>,
    pub(crate) confirm: Option<Confirm>,
}

impl Sum {
    /// Counts one more.
    pub(crate) fn count(&mut self, picked: &Picked, outcome: &Outcome) {
        let counted = match outcome.verdict() {
            PreviewVerdict::WillChange => &mut self.will_change,
            PreviewVerdict::AlreadySo => &mut self.already_so,
            PreviewVerdict::NotAllowed => &mut self.not_allowed,
        };
        *counted += 1;
        if let Some((reason, help)) = outcome.reason() {
            let help = help.map(str::to_owned);
            let key = (outcome.verdict(), reason.to_owned(), help);
            *self.reasons.entry(key).or_default() += 1;
        }
        let told = &mut self.consequences;
        match (picked, outcome) {
            (
                Picked::Here(shown),
                Outcome::Changes {
                    changes,
                    dropped,
                    on_their_way,
                },
            ) => {
                told.dropped += count(dropped.len());
                told.on_their_way += count(*on_their_way);
                if changes.iter().any(UserChange::removes) {
                    self.remove(shown);
                } else {
                    self.withdraw(shown, changes);
                }
            }
            (_, Outcome::NotAdded { waiting, .. }) => {
                told.not_added += 1;
                told.dropped += count(*waiting);
            }
            _ => {}
        }
    }

    /// Counts a user who is removed from the organization.
    fn remove(&mut self, shown: &ShownUser) {
        self.consequences.removed += 1;
        let is_admin = |role: &OrgRole| *role == OrgRole::Known(Role::Admin);
        if is_admin(&shown.role) || is_admin(&shown.user.role) {
            let admin = (shown.title().to_owned(), shown.user.user_name.clone());
            self.admin.get_or_insert(admin);
        }
        self.lose_access(&shown.user.workspaces);
        self.lose_contacts(shown, |_| true);
    }

    /// Counts a user who stays, and whose access to workspaces is taken away.
    fn withdraw(&mut self, shown: &ShownUser, changes: &[UserChange]) {
        let withdrawn = |change: &UserChange| match change {
            UserChange::RevokeWorkspace { workspace, .. } => Some(workspace.clone()),
            _ => None,
        };
        let withdrawn: Vec<WorkspaceId> = changes.iter().filter_map(withdrawn).collect();
        if withdrawn.is_empty() {
            return;
        }
        // By their role some enter it all the same.
        if enters_every_workspace(&shown.role).is_none() {
            self.lose_access(&withdrawn);
        }
        self.lose_contacts(shown, |workspace| withdrawn.contains(workspace));
    }

    fn lose_access(&mut self, workspaces: &[WorkspaceId]) {
        for workspace in workspaces {
            self.losses.entry(workspace.clone()).or_default().0 += 1;
        }
    }

    /// Of these workspaces: what the server says is assigned.
    fn lose_contacts(&mut self, shown: &ShownUser, of: impl Fn(&WorkspaceId) -> bool) {
        let Some(assigned) = &shown.user.assigned_contacts else {
            self.consequences.contacts_unknown += 1;
            return;
        };
        let assigned = assigned.iter().filter(|contacts| of(&contacts.workspace));
        for contacts in assigned.filter(|contacts| contacts.count > 0) {
            let lost = self.losses.entry(contacts.workspace.clone()).or_default();
            lost.1 = lost.1.saturating_add(contacts.count);
            self.contacts = self.contacts.saturating_add(contacts.count);
        }
    }

    /// Whether it must be typed to confirm: where an Admin or more than one user is removed.
    pub(crate) fn confirm(&mut self, action: &AskedAction) {
        if !action.removes() {
            return;
        }
        self.confirm = match (self.will_change, &self.admin) {
            (0, _) | (1, None) => None,
            (1, Some((name, address))) => Some(Confirm {
                text: address.clone(),
                reason: say!("confirm-admin", name = name),
            }),
            (many, _) => Some(Confirm {
                text: many.to_string(),
                reason: match action {
                    AskedAction::Revoke => say!("confirm-revoked", count = many),
                    _ => say!("confirm-deleted", count = many),
                },
            }),
        };
    }

    /// Names the workspaces that are lost, in the order of their names.
    pub(crate) fn name_workspaces(&mut self, open: &Organization) -> Result<(), Failure> {
        self.consequences.contacts = count(self.contacts);
        if self.losses.is_empty() {
            return Ok(());
        }
        let mut losses = std::mem::take(&mut self.losses);
        let mut told = Vec::with_capacity(losses.len());
        for known in open.cache.workspaces()? {
            if let Some((users, contacts)) = losses.remove(&known.shown.workspace.id) {
                told.push(loss(known.shown.name, users, contacts));
            }
        }
        for (id, (users, contacts)) in losses {
            told.push(loss(id.as_str().to_owned(), users, contacts));
        }
        self.consequences.workspaces = told;
        Ok(())
    }

    /// Why nothing is changed of whom, the most frequent first.
    pub(crate) fn reasons(&self) -> Vec<CountedReason> {
        let mut reasons: Vec<CountedReason> = self
            .reasons
            .iter()
            .map(|((verdict, reason, help), users)| CountedReason {
                verdict: *verdict,
                reason: reason.clone(),
                help: help.clone(),
                users: count(*users),
            })
            .collect();
        reasons.sort_by(|one, other| {
            let frequent = other.users.cmp(&one.users);
            frequent.then_with(|| one.reason.cmp(&other.reason))
        });
        reasons
    }

    /// As the interface gets it, with these rows.
    pub(crate) fn preview(self, offset: u32, rows: Vec<PreviewRow>) -> ChangePreview {
        ChangePreview {
            will_change: count(self.will_change),
            already_so: count(self.already_so),
            not_allowed: count(self.not_allowed),
            reasons: self.reasons(),
            consequences: self.consequences,
            confirm: self.confirm,
            offset,
            rows,
        }
    }
}

fn loss(name: String, users: u32, contacts: u64) -> WorkspaceLoss {
    WorkspaceLoss {
        name,
        users,
        contacts: count(contacts),
    }
}
