//! The reckoning: what was promised, what the ledger says became of it, and what the server has done.

use std::collections::{BTreeMap, BTreeSet};

use rollcall_cache::{Key, Ledger, Location, Mode, Recovery};
use rollcall_model::{Mutation, MutationId, MutationState, Settled};
use rollcall_org_server::{AuditLine, OrgServer};
use rollcall_testkit::TestServer;
use serde_json::Value;

use crate::desk::Desk;
use crate::effect::Effect;
use crate::toll::Toll;

/// More lines than any ordeal writes.
const LINES: u32 = 1_000_000;

/// What somebody relies on.
pub(crate) struct Promised {
    operations: Vec<String>,
    /// The last line of the audit before.
    audited: i64,
}

impl Promised {
    /// Nothing yet, and nothing that the server has done before counts.
    pub(crate) fn from_now_on(server: &OrgServer) -> Self {
        let audited = audit(server, 0).last().map_or(0, |line| line.seq);
        Self {
            operations: Vec::new(),
            audited,
        }
    }

    /// An operation was told of.
    pub(crate) fn extend(&mut self, operation: Option<String>) {
        self.operations.extend(operation);
    }
}

/// Looks at everything, and writes down what is wrong. No program runs any more.
pub(crate) fn reckon(desk: &Desk<'_>, server: &TestServer, promised: &Promised, toll: &mut Toll) {
    desk.must(&["journal", "verify"]);
    let ledger = open(desk, toll);
    let mutations = mutations(&ledger, toll);
    toll.promised = promised.operations.len();
    for operation in &promised.operations {
        let operation = operation.parse().expect("an operation's id");
        let kept = ledger.operation(operation).expect("the ledger can be read");
        if kept.is_empty() {
            toll.lost += 1;
            toll.wrong
                .push(format!("{operation} was promised, and is nowhere"));
        }
    }
    let listed = ledger.listed().expect("the outbox can be read");
    let listed: BTreeSet<MutationId> = listed.iter().map(|mutation| mutation.id).collect();
    for mutation in &mutations {
        *toll.accepted.entry(mutation.change.name()).or_default() += 1;
        *toll.ended.entry(end(mutation)).or_default() += 1;
        if mutation.is_open() {
            toll.lost += 1;
            toll.wrong.push(format!("{mutation:?} has not ended"));
        }
        let needs_a_person = matches!(
            mutation.state,
            MutationState::Settled(Settled::Rejected { .. } | Settled::Conflict { .. })
        );
        if needs_a_person && !listed.contains(&mutation.id) {
            toll.wrong.push(format!("{mutation:?} is not listed"));
        }
    }
    compare_effects(&mutations, &audit(server.server(), promised.audited), toll);
}

/// Each applied mutation has its effect, and each effect its applied mutation.
fn compare_effects(mutations: &[Mutation], audit: &[AuditLine], toll: &mut Toll) {
    let mut open: BTreeMap<Effect, i32> = BTreeMap::new();
    let applied = mutations
        .iter()
        .filter(|mutation| mutation.state == MutationState::Settled(Settled::Applied));
    for mutation in applied {
        *open.entry(Effect::of(mutation)).or_default() += 1;
    }
    // Whatever has no actor is the operator's or the clock's.
    let ours = audit.iter().filter(|line| line.actor.is_some());
    for effect in ours.flat_map(Effect::told_by) {
        *open.entry(effect).or_default() -= 1;
    }
    for (effect, left) in open {
        let count = usize::try_from(left.unsigned_abs()).unwrap_or(usize::MAX);
        if left > 0 {
            toll.lost += count;
            toll.wrong
                .push(format!("{effect}: {count} times applied and not done"));
        } else if left < 0 {
            toll.doubled += count;
            toll.wrong.push(format!(
                "{effect}: {count} times done without being asked for"
            ));
        }
    }
}

/// Opens the ledger, which is sound, and never had to be mended.
fn open(desk: &Desk<'_>, toll: &mut Toll) -> Ledger {
    let key = std::fs::read(desk.key_file()).expect("the key file can be read");
    let key = Key::from_bytes(&key).expect("a key file holds a key");
    let folder = desk.organization();
    for file in std::fs::read_dir(&folder).expect("the folder can be read") {
        let name = file.expect("the folder can be read").file_name();
        let name = name.to_string_lossy().into_owned();
        if name.contains("set-aside") || name.contains("damaged") {
            toll.wrong.push(format!("{name} was set aside"));
        }
    }
    let opened = Ledger::open(&Location::Folder(folder), &key, Mode::Writer);
    let opened = opened.expect("the ledger can be opened");
    if opened.recovery != Recovery::None {
        toll.wrong
            .push(format!("the ledger: {:?}", opened.recovery));
    }
    opened.store
}

/// Every mutation that was ever accepted, in order.
fn mutations(ledger: &Ledger, toll: &mut Toll) -> Vec<Mutation> {
    let lines = ledger.journal(0, LINES).expect("the journal can be read");
    let mut ids: Vec<MutationId> = Vec::new();
    for line in lines {
        let detail: Value = serde_json::from_str(&line.detail).unwrap_or_default();
        let id = detail["mutation"].as_str().and_then(|id| id.parse().ok());
        match (line.kind.as_str(), id) {
            ("queued", Some(id)) => ids.push(id),
            ("unknown", Some(_)) if detail["why"] == "found in sending at start-up" => {
                toll.cut_off += 1;
            }
            _ => {}
        }
    }
    let find = |id| ledger.mutation(id).expect("the ledger can be read");
    ids.into_iter().filter_map(find).collect()
}

fn end(mutation: &Mutation) -> &'static str {
    match &mutation.state {
        MutationState::Queued | MutationState::Sending | MutationState::Unknown => "open",
        MutationState::Settled(Settled::Applied) => "applied",
        MutationState::Settled(Settled::Rejected { .. }) => "rejected",
        MutationState::Settled(Settled::Conflict { .. }) => "in conflict",
        MutationState::Settled(Settled::Cancelled) => "taken back",
    }
}

fn audit(server: &OrgServer, after: i64) -> Vec<AuditLine> {
    server
        .audit_after(after, LINES)
        .expect("the audit can be read")
}
