//! What the program is asked for next: changes of every kind that its command line has, of whoever is
//! listed, and what else writes.

use rand::RngExt as _;
use rand::seq::IndexedRandom as _;
use rand_chacha::ChaCha8Rng;
use serde_json::Value;

/// One command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Errand {
    /// Those of a kind take about as long.
    pub(crate) kind: Kind,
    /// Its command line.
    pub(crate) arguments: Vec<String>,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Add,
    SetRole,
    Grant,
    Revoke,
    Edit,
    ReplaceEmail,
    Suspend,
    Reactivate,
    Delete,
    Resend,
    RevokeInvitation,
    Sync,
    Send,
    Drop,
    TakeOff,
}

/// How often each is asked for, of the sum.
const BY_WEIGHT: [(u32, Kind); 15] = [
    (10, Kind::Add),
    (10, Kind::SetRole),
    (10, Kind::Grant),
    (8, Kind::Revoke),
    (10, Kind::Edit),
    (4, Kind::ReplaceEmail),
    (6, Kind::Suspend),
    (6, Kind::Reactivate),
    (4, Kind::Delete),
    (5, Kind::Resend),
    (3, Kind::RevokeInvitation),
    (8, Kind::Sync),
    (10, Kind::Send),
    (3, Kind::Drop),
    (3, Kind::TakeOff),
];

const ROLES: [&str; 4] = ["admin", "billing_admin", "user_admin", "member"];

/// Whom and what there is to choose from.
#[derive(Debug)]
pub(crate) struct Listed {
    /// The users, without the one signed in.
    pub(crate) users: Vec<Value>,
    /// The names of the workspaces.
    pub(crate) workspaces: Vec<String>,
}

impl Listed {
    /// Something to ask for, with a name that nothing has yet; `None` where nobody is there of whom it
    /// could be asked.
    pub(crate) fn errand(&self, random: &mut ChaCha8Rng, name: u32) -> Option<Errand> {
        let kind = BY_WEIGHT.choose_weighted(random, |(weight, _)| *weight);
        let (_, kind) = *kind.ok()?;
        let role = ROLES.choose(random)?;
        let workspace = self.workspaces.choose(random)?;
        let address = format!("user{name}@people.example");
        let shown = format!("User {name}");
        let picture = format!("https://pictures.example/{name}");
        let user = match kind {
            Kind::Suspend | Kind::ReplaceEmail => self.one(random, Some("active")),
            Kind::Reactivate => self.one(random, Some("suspended")),
            Kind::Resend | Kind::RevokeInvitation => self.one(random, Some("pending")),
            _ => self.one(random, None),
        }?;
        let words: &[&str] = match kind {
            Kind::Add => &[
                "users",
                "add",
                &address,
                "--role",
                role,
                "--workspace",
                workspace,
            ],
            Kind::SetRole => &["users", "set-role", user, role],
            Kind::Grant => &["users", "set-workspaces", user, "--grant", workspace],
            Kind::Revoke => &["users", "set-workspaces", user, "--revoke", workspace],
            Kind::Edit if random.random_bool(0.5) => {
                &["users", "edit", user, "--display-name", &shown]
            }
            Kind::Edit => &[
                "users",
                "edit",
                user,
                "--display-name",
                &shown,
                "--picture",
                &picture,
            ],
            Kind::ReplaceEmail => &[
                "users",
                "replace-email",
                user,
                &address,
                "--delete",
                "at-once",
            ],
            Kind::Suspend => &["users", "suspend", "--yes", user],
            Kind::Reactivate => &["users", "reactivate", user],
            Kind::Delete => &["users", "delete", "--yes", user],
            Kind::Resend => &["invitations", "resend", user],
            Kind::RevokeInvitation => &["invitations", "revoke", "--yes", user],
            Kind::Sync => &["sync"],
            Kind::Send => &["outbox", "send", "--yes"],
            Kind::Drop => &["outbox", "drop", "--all"],
            Kind::TakeOff => &["outbox", "drop", "--done"],
        };
        Some(Errand {
            kind,
            arguments: words.iter().map(|word| (*word).to_owned()).collect(),
        })
    }

    /// The id of somebody in this state.
    fn one(&self, random: &mut ChaCha8Rng, state: Option<&str>) -> Option<&str> {
        let fits = |user: &&Value| state.is_none_or(|state| user["state"] == state);
        let fitting: Vec<&Value> = self.users.iter().filter(fits).collect();
        fitting.choose(random)?["id"].as_str()
    }
}
