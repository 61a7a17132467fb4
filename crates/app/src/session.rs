//! Tells how things stand with an organization.

use rollcall_language::say;
use rollcall_model::ConnectionId;
use rollcall_sync::{self as sync, Actor, Pause, Status, list_notes};

use crate::areas::areas;
use crate::lost_role::{lost, role_change};
use crate::organization::{Hold, NoToken, Organization};
use crate::row::count;
use crate::view::{Link, Progress, SessionView, SnapshotView};
use crate::{App, Failure, offered};

impl App {
    /// How things stand with this organization. Opens it, if it isn't open yet.
    ///
    /// # Errors
    /// `unknown_organization`, and why it can't be opened: `keychain_locked`, `no_keychain`,
    /// `keychain_denied`, `keychain_slow`, `key_file_missing`, `key_file_unusable`, `wrong_key`, `file_too_new`,
    /// `file_damaged`, `home_unusable`, `storage_failed`, `disk_full`, `file_locked`. Every use case of an
    /// organization may fail in these ways.
    pub async fn session(&self, organization: ConnectionId) -> Result<SessionView, Failure> {
        let open = self.organization(organization).await?;
        let status = open.status();
        let (id, name, role) = match open.signed_in()? {
            Actor::Known { id, name, role, .. } => (Some(id), Some(name), Some(role)),
            Actor::Unknown | Actor::NotAsked => (None, None, None),
        };
        let lost = lost(&open, &status)?;
        let standing = open.ledger.standing()?;
        let (waiting, needs_you) = (count(standing.waiting), count(standing.needs_you));
        Ok(SessionView {
            organization: organization.to_string(),
            me: id.map(|id| id.as_str().to_owned()),
            name,
            role: role.as_ref().map(|role| role.as_str().to_owned()),
            role_title: role.map(|role| role.to_string()),
            link: link(&open, &status),
            snapshot: snapshot(&open, &status)?,
            waiting,
            needs_you,
            hold: self.hold_view(&open)?,
            notices: [
                self.mended(organization),
                notices(&open, &status, waiting, lost.is_some())?,
            ]
            .concat(),
            lost,
            keep: open.profile.keep,
            actions: offered::at_all(&open)?,
            areas: areas(&open)?,
        })
    }
}

fn link(open: &Organization, status: &Status) -> Link {
    if let Hold::Reader(Some(_)) = open.hold {
        return Link::Elsewhere;
    }
    match open.remote() {
        Err(NoToken::SignedOut) => return Link::SessionEnded,
        Err(NoToken::Deleted) => return Link::Deleted,
        Err(NoToken::Unreadable(failure)) if failure.code.starts_with("keychain") => {
            return Link::KeychainLocked;
        }
        Err(NoToken::Unreadable(failure)) => {
            return Link::Offline {
                code: failure.code,
                reason: failure.message,
                help: failure.help,
                retry_at: None,
            };
        }
        Ok(_) => {}
    }
    match &status.link {
        sync::Link::Connecting => Link::Connecting,
        sync::Link::Online => Link::Online,
        sync::Link::Syncing { progress } => Link::Syncing {
            progress: Progress {
                loaded: count(progress.loaded),
                total: progress.total.map(count),
            },
        },
        sync::Link::Offline {
            reason,
            code,
            help,
            retry_at,
        } => Link::Offline {
            code: (*code).to_owned(),
            reason: reason.clone(),
            help: help.clone(),
            retry_at: retry_at.map(|at| at.to_string()),
        },
        sync::Link::Waiting { until } => Link::Waiting {
            until: until.to_string(),
        },
        sync::Link::SessionEnded => Link::SessionEnded,
    }
}

fn snapshot(open: &Organization, status: &Status) -> Result<SnapshotView, Failure> {
    let held = open.cache.snapshot()?;
    let notes = list_notes(&open.cache)?;
    let unreadable = if status.unreadable.is_empty() {
        notes.unreadable
    } else {
        status.unreadable.clone()
    };
    Ok(SnapshotView {
        as_of: notes.as_of.map(|at| at.to_string()),
        complete: held.complete,
        users: held.users,
        pending: open.cache.pending()?,
        unreadable,
        expected: notes.expected.map(count),
    })
}

/// What a person must be told: what stands in the way now.
fn notices(
    open: &Organization,
    status: &Status,
    waiting: u32,
    lost: bool,
) -> Result<Vec<String>, Failure> {
    let mut notices = Vec::new();
    if let Hold::Reader(Some(holder)) = &open.hold {
        notices.push(say!("session-held", holder = holder.to_string()));
    }
    notices.extend(role_change(open, status).filter(|_| !lost));
    if let Some(Pause::OtherUser { queued_by }) = &status.pause {
        let (name, _) = open.name_of(queued_by)?;
        notices.push(say!("session-others-changes", count = waiting, name = name));
    }
    notices.extend(status.read_failed.clone());
    notices.extend(status.storage.clone());
    Ok(notices)
}
