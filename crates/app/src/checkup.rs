//! Looks at everything that the program needs of a computer, by using it.

use std::collections::BTreeMap;

use rollcall_cache::{Key, Ledger, Location, Mode};
use rollcall_language::say;
use rollcall_model::ConnectionId;

use crate::app::blocking;
use crate::view::{CheckSubject, CheckView, Keep, OrganizationCard};
use crate::{App, Failure};

/// By this an unencrypted SQLite file begins.
const PLAIN: &[u8] = b"SQLite format 3\0";

impl App {
    /// Looks at the profile folder, an encrypted database, the place for secrets, and each organization of
    /// the profile. Nothing stays behind, and no server is asked. Blocks as long as the keychain does: on a
    /// prompt, 30 s at most.
    pub async fn checkup(&self, keep: Keep) -> Vec<CheckView> {
        let mut checks = vec![
            self.look_at_folder().await,
            self.look_at_database().await,
            self.look_at_keychain(keep).await,
        ];
        match self.organizations().await {
            Ok(cards) => {
                for (index, card) in cards.iter().enumerate() {
                    let look = self.look_at_organization(card).await;
                    checks.push(CheckView {
                        organization: Some(index + 1),
                        ..look
                    });
                }
            }
            Err(failure) => checks.push(failed(CheckSubject::Organization, failure)),
        }
        checks
    }

    async fn look_at_folder(&self) -> CheckView {
        let home = self.home().clone();
        let shown = home.path().display().to_string();
        let tried = blocking(move || home.try_writing()).await;
        checked(
            CheckSubject::ProfileFolder,
            tried,
            say!("check-folder-works", path = shown),
        )
    }

    async fn look_at_database(&self) -> CheckView {
        let folder = self.home().folder(ConnectionId::random());
        let tried = blocking(move || {
            let found = try_database(&Location::Folder(folder.clone()));
            // A folder without a profile in it is no organization; it goes whatever was found.
            let removed = std::fs::remove_dir_all(&folder);
            found.and_then(|()| removed.map_err(|error| crate::home::unusable(&folder, &error)))
        });
        checked(
            CheckSubject::Database,
            tried.await,
            say!("check-database-works"),
        )
    }

    async fn look_at_keychain(&self, keep: Keep) -> CheckView {
        let inner = self.inner.clone();
        let tried = blocking(move || {
            let id = ConnectionId::random();
            let made = inner.credentials.make_key(id, keep)?;
            let read = inner.credentials.key(id, keep);
            inner.credentials.forget(id, keep);
            if read? == made {
                Ok(())
            } else {
                Err(Failure::new(
                    "keychain_denied",
                    say!("check-keychain-other"),
                ))
            }
        });
        let works = match keep {
            Keep::Keychain => say!("check-keychain-works"),
            Keep::KeyFile => say!("check-key-file-works"),
            Keep::Session => say!("check-session-works"),
        };
        checked(CheckSubject::Keychain, tried.await, works)
    }

    async fn look_at_organization(&self, card: &OrganizationCard) -> CheckView {
        let (told, facts) = match self.facts(card).await {
            Ok(told) => told,
            Err(failure) => {
                let cause = failure.to_string();
                let told = say!("check-organization-fails", name = card.name, cause = cause);
                return CheckView {
                    told,
                    ..failed(CheckSubject::Organization, failure)
                };
            }
        };
        CheckView {
            facts,
            ..checked(CheckSubject::Organization, Ok(()), told)
        }
    }

    /// How it stands, as a sentence and as facts.
    async fn facts(
        &self,
        card: &OrganizationCard,
    ) -> Result<(String, BTreeMap<&'static str, String>), Failure> {
        let id: ConnectionId = card.id.parse()?;
        let session = self.session(id).await?;
        let journal = self.verify_journal(id, None).await?;
        if let Some(broken) = journal.broken {
            return Err(Failure::new("journal_broken", broken.message));
        }
        let listed = session.snapshot;
        let told = say!(
            "check-organization-works",
            name = card.name,
            users = listed.users,
            waiting = session.waiting,
            lines = journal.lines
        );
        let mut facts = BTreeMap::from([
            ("users", listed.users.to_string()),
            ("listComplete", listed.complete.to_string()),
            ("waiting", session.waiting.to_string()),
            ("needsYou", session.needs_you.to_string()),
            ("journalLines", journal.lines.to_string()),
        ]);
        facts.extend(listed.as_of.map(|at| ("listAsOf", at)));
        facts.extend(session.role.map(|role| ("role", role)));
        Ok((told, facts))
    }
}

/// Makes the primary file of an organization, reads it back, and tries another key on it.
fn try_database(location: &Location) -> Result<(), Failure> {
    let random = || {
        Key::random().map_err(|error| {
            let message = say!("key-not-made", cause = error.to_string());
            Failure::new("storage_failed", message)
        })
    };
    let key = random()?;
    open(location, &key)?;
    open(location, &key)?;
    if let Location::Folder(folder) = location {
        let path = folder.join("ledger.db");
        let bytes = std::fs::read(&path).map_err(|error| crate::home::unusable(&path, &error))?;
        if bytes.starts_with(PLAIN) {
            return Err(Failure::new("storage_failed", say!("check-database-plain")));
        }
    }
    match open(location, &random()?) {
        Err(refused) if refused.code == "wrong_key" => Ok(()),
        Err(other) => Err(other),
        Ok(()) => Err(Failure::new("storage_failed", say!("check-database-open"))),
    }
}

/// Opens it, or makes it, and closes it again.
fn open(location: &Location, key: &Key) -> Result<(), Failure> {
    Ok(Ledger::open(location, key, Mode::Writer).map(drop)?)
}

fn checked(subject: CheckSubject, tried: Result<(), Failure>, told: String) -> CheckView {
    match tried {
        Ok(()) => CheckView {
            subject,
            organization: None,
            code: None,
            facts: BTreeMap::new(),
            told,
            help: None,
        },
        Err(failure) => failed(subject, failure),
    }
}

fn failed(subject: CheckSubject, failure: Failure) -> CheckView {
    CheckView {
        subject,
        organization: None,
        code: Some(failure.code),
        facts: BTreeMap::new(),
        told: failure.message,
        help: failure.help,
    }
}
