//! The journal: its chain holds, and by its lines alone each mutation went the way that there is, to
//! where the ledger says it stands.

use std::collections::BTreeMap;

use rollcall_model::{MutationId, MutationState, Settled};
use serde_json::Value;

use crate::violation::Invariant;
use crate::world::World;

/// More lines than any play writes.
const LINES: u32 = 100_000;

impl World {
    /// Reads the whole journal against the ledger.
    pub(super) fn look_at_the_journal(&self) {
        let verified = self.ledger.verify_journal(None);
        if let Some(broken) = verified.expect("the journal is read").broken {
            let what = format!("the chain is broken at line {}", broken.sequence);
            self.witness.violated(Invariant::Journal, what);
        }
        let mut stands: BTreeMap<MutationId, String> = BTreeMap::new();
        let mut sent: BTreeMap<MutationId, u32> = BTreeMap::new();
        // What a deletion has dropped comes back as it was.
        let mut dropped: BTreeMap<MutationId, String> = BTreeMap::new();
        let lines = self.ledger.journal(0, LINES).expect("the journal is read");
        for line in lines {
            let detail: Value = serde_json::from_str(&line.detail).unwrap_or_default();
            let Some(id) = detail["mutation"].as_str().and_then(|id| id.parse().ok()) else {
                continue;
            };
            let before = stands.get(&id).map_or("", String::as_str);
            if !follows(before, &line.kind) {
                let what = format!("{id} goes from {before:?} to {:?}", line.kind);
                self.witness.violated(Invariant::Journal, what);
            }
            *sent.entry(id).or_default() += u32::from(line.kind == "sending");
            let stood = match line.kind.as_str() {
                "restored" => dropped.remove(&id).unwrap_or_default(),
                kind => kind.to_owned(),
            };
            let before = stands.insert(id, stood).unwrap_or_default();
            if line.kind == "cancelled" {
                dropped.insert(id, before);
            }
        }
        let accepted: Vec<MutationId> = self.witness.seen().accepted.keys().copied().collect();
        for id in accepted {
            let mutation = self.ledger.mutation(id).expect("the ledger can be read");
            let attempts = mutation.as_ref().map(|mutation| mutation.attempts);
            if attempts != sent.get(&id).copied() {
                let what = format!("{id} was sent {attempts:?} times, and the lines differ");
                self.witness.violated(Invariant::Journal, what);
            }
            let state = mutation.as_ref().map(|mutation| name(&mutation.state));
            let told = stands.get(&id).map(|kind| match kind.as_str() {
                "requeued" => "queued",
                kind => kind,
            });
            if state != told {
                let what = format!("{id} is {state:?}, and its last line says {told:?}");
                self.witness.violated(Invariant::Journal, what);
            }
        }
    }
}

/// Whether a line may follow another of the same mutation.
fn follows(before: &str, kind: &str) -> bool {
    match before {
        "" => kind == "queued",
        "queued" | "requeued" => matches!(kind, "sending" | "rejected" | "cancelled"),
        "sending" => matches!(
            kind,
            "unknown" | "requeued" | "applied" | "rejected" | "conflict"
        ),
        "unknown" => matches!(kind, "requeued" | "applied" | "rejected" | "conflict"),
        "rejected" | "conflict" => kind == "cancelled",
        "cancelled" => kind == "restored",
        _ => false,
    }
}

fn name(state: &MutationState) -> &'static str {
    match state {
        MutationState::Queued => "queued",
        MutationState::Sending => "sending",
        MutationState::Unknown => "unknown",
        MutationState::Settled(Settled::Applied) => "applied",
        MutationState::Settled(Settled::Rejected { .. }) => "rejected",
        MutationState::Settled(Settled::Conflict { .. }) => "conflict",
        MutationState::Settled(Settled::Cancelled) => "cancelled",
    }
}

#[cfg(test)]
mod tests {
    use super::follows;

    fn is_a_way(kinds: &[&str]) -> bool {
        let before = std::iter::once(&"").chain(kinds);
        before
            .zip(kinds)
            .all(|(before, kind)| follows(before, kind))
    }

    #[test]
    fn a_line_that_is_left_out_leaves_no_way_that_there_is() {
        let way = [
            "queued", "sending", "unknown", "requeued", "sending", "applied",
        ];
        assert!(is_a_way(&way));
        for missing in [0, 1, 3, 4] {
            let mut way = way.to_vec();
            let kind = way.remove(missing);
            assert!(!is_a_way(&way), "without {kind}");
        }
        assert!(
            !is_a_way(&["queued", "sending", "applied", "applied"]),
            "twice"
        );
    }
}
