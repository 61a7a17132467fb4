//! The ledger: outbox, journal and settings. Primary: every commit is durable before it returns.

use std::sync::Arc;

use rollcall_model::{Change, Found, Mutation, MutationId, OperationId, Settled, Timestamp, Version};

use crate::{Key, Location, Mode, OpenError, Opened, StoreError};

/// The ledger of one organization. Cloning is cheap and shares it. Writes block until they are on the
/// disk.
#[derive(Clone)]
pub struct Ledger(Arc<()>);

/// A named text that the ledger keeps, encrypted: the account binding, the token where a key file
/// replaces the keychain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Setting(&'static str);

impl Setting {
    /// Names a setting.
    #[must_use]
    pub const fn named(name: &'static str) -> Self { Self(name) }
}

/// One press of *Save*: mutations that are queued together or not at all.
#[derive(Debug, Clone)]
pub struct Operation {
    /// Made where the person acted; delivered twice, it is queued once.
    pub id: OperationId,
    /// What is asked for, in order.
    pub mutations: Vec<NewMutation>,
    /// Mutations that these replace (asked again after a conflict): cancelled in the same commit.
    pub replaces: Vec<MutationId>,
    /// Who asks: the signed-in user's id, where known.
    pub actor: Option<String>,
    /// Now.
    pub made_at: Timestamp,
    /// The time of the list on which it was made.
    pub seen_at: Option<Timestamp>,
}

/// One change to be queued.
#[derive(Debug, Clone)]
pub struct NewMutation {
    /// Its id.
    pub id: MutationId,
    /// What is asked for, and what was seen.
    pub change: Change,
    /// The user's version that the person saw.
    pub version: Option<Version>,
}

/// What became of an operation that was handed to [`Ledger::enqueue`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Enqueued {
    /// It is durable now.
    Now(Vec<Mutation>),
    /// It was delivered before; these are its mutations as they stand.
    Before(Vec<Mutation>),
}

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalLine {
    /// Its place, from 1, without gaps.
    pub sequence: u64,
    /// When it was written, by this machine's clock.
    pub at: Timestamp,
    /// What happened: `queued`, `sending`, `applied`, …
    pub kind: String,
    /// The particulars, as JSON.
    pub detail: String,
}

/// The first line at which the journal's chain doesn't hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenLine {
    /// Its place.
    pub sequence: u64,
}

/// What was carried over from a damaged ledger.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Salvaged {
    /// Mutations.
    pub mutations: u32,
    /// Lines of the journal.
    pub journal_lines: u32,
    /// Settings.
    pub settings: u32,
}

impl Ledger {
    /// Opens the ledger, or makes it. A damaged one is copied aside, and what can be read is carried
    /// over. A writer also turns mutations found in *sending* into *unknown*, which `recovered` tells.
    ///
    /// # Errors
    /// When the folder can't be used, the key is another, a newer version wrote the file, or nothing
    /// in a damaged file can be read. The file is untouched then.
    pub fn open(location: &Location, key: &Key, mode: Mode) -> Result<Opened<Self>, OpenError> { let _ = (location, key, mode); todo!() }

    /// Turns what is found in *sending* into *unknown*, never into *queued*: once, by the writer,
    /// before anything is sent. Answers which.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn recover(&self, now: Timestamp) -> Result<Vec<MutationId>, StoreError> { let _ = now; todo!() }

    /// Makes an operation durable: its mutations and their journal lines in one commit.
    ///
    /// # Errors
    /// When the file can't be written; then nothing is queued.
    pub fn enqueue(&self, operation: &Operation) -> Result<Enqueued, StoreError> { let _ = operation; todo!() }

    /// *Queued* → *sending*, one attempt more: one commit for all. Answers them as they are now.
    ///
    /// # Errors
    /// When one isn't queued any more (then none is marked), or the file can't be written.
    pub fn mark_sending(&self, ids: &[MutationId], now: Timestamp) -> Result<Vec<Mutation>, StoreError> { let _ = (ids, now); todo!() }

    /// *Sending* or *unknown* → *queued*: the server surely hasn't done it. `why` goes into the journal.
    ///
    /// # Errors
    /// When it is in another state, or the file can't be written.
    pub fn requeue(&self, id: MutationId, why: &str, now: Timestamp) -> Result<(), StoreError> { let _ = (id, why, now); todo!() }

    /// *Sending* → *unknown*: the server may have done it. `why` goes into the journal.
    ///
    /// # Errors
    /// When it is in another state, or the file can't be written.
    pub fn mark_unknown(&self, id: MutationId, why: &str, now: Timestamp) -> Result<(), StoreError> { let _ = (id, why, now); todo!() }

    /// Ends mutations: applied, rejected or in conflict from *sending*, *unknown* or (by the policy
    /// asked again) *queued*: one commit for all, journal lines included. Answers the last ledger
    /// sequence, to be stored with the snapshot that reflects it.
    ///
    /// # Errors
    /// When one has ended already (then none is ended), or the file can't be written.
    pub fn settle(&self, outcomes: &[(MutationId, Settled)], now: Timestamp) -> Result<u64, StoreError> { let _ = (outcomes, now); todo!() }

    /// Takes back what is *queued*, and drops what is rejected or in conflict; others are left alone.
    /// Answers which are cancelled now.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn cancel(&self, ids: &[MutationId], now: Timestamp) -> Result<Vec<MutationId>, StoreError> { let _ = (ids, now); todo!() }

    /// A person has seen how these ended: applied and cancelled ones are no longer listed.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn seen(&self, ids: &[MutationId]) -> Result<(), StoreError> { let _ = ids; todo!() }

    /// One mutation.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn mutation(&self, id: MutationId) -> Result<Option<Mutation>, StoreError> { let _ = id; todo!() }

    /// The mutations of an operation, in order.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn operation(&self, id: OperationId) -> Result<Vec<Mutation>, StoreError> { let _ = id; todo!() }

    /// What may still be sent (queued, sending, unknown), in order.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn open_mutations(&self) -> Result<Vec<Mutation>, StoreError> { todo!() }

    /// What the outbox lists: everything that isn't both at its end and seen, in order.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn listed(&self) -> Result<Vec<Mutation>, StoreError> { todo!() }

    /// What is laid over a snapshot that reflects the ledger up to `reflected`: what is open, rejected
    /// or in conflict, and what was applied since, in order.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn overlay(&self, reflected: u64) -> Result<Vec<Mutation>, StoreError> { let _ = reflected; todo!() }

    /// What was applied after the ledger sequence `reflected`, with the sequence of each
    /// acknowledgement, in the order of these.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn applied_since(&self, reflected: u64) -> Result<Vec<(u64, Mutation)>, StoreError> { let _ = reflected; todo!() }

    /// The last ledger sequence: that of the journal's last line, 0 before the first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn last_sequence(&self) -> Result<u64, StoreError> { todo!() }

    /// Writes a line of its own into the journal: a decision that is no mutation. `detail` is JSON.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn note(&self, kind: &str, detail: &str, now: Timestamp) -> Result<u64, StoreError> { let _ = (kind, detail, now); todo!() }

    /// Up to `limit` lines of the journal after a sequence.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn journal(&self, after: u64, limit: u32) -> Result<Vec<JournalLine>, StoreError> { let _ = (after, limit); todo!() }

    /// Walks the journal's whole chain; `None` when it holds.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn verify_journal(&self) -> Result<Option<BrokenLine>, StoreError> { todo!() }

    /// A setting.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn setting(&self, setting: Setting) -> Result<Option<String>, StoreError> { let _ = setting; todo!() }

    /// Sets a setting, or with `None` removes it.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn set(&self, setting: Setting, value: Option<&str>) -> Result<(), StoreError> { let _ = (setting, value); todo!() }
}

#[expect(dead_code, reason = "until the mapping is written")]
fn uses(_: Found) {}
