//! Bar 6: a sync after ten changes costs what the changes cost, however many users there are.

use std::sync::Arc;

use rollcall_sync::Remote;
use tokio::runtime::Runtime;

use super::Setting;
use super::organization::{Files, Organization, runtime};
use crate::measure::{ROUNDS, Round, figures, seconds};
use crate::report::{Bar, Line, Unit};

const BAR: Bar = Bar {
    number: "6",
    what: "delta of 10 changes",
    floor: "the same among 1,000 users",
    hold: 1.2,
    aim: 1.05,
};
const BYTES: Bar = Bar {
    hold: 1.05,
    aim: 1.0,
    ..BAR
};

/// Changes between two syncs.
const CHANGES: usize = 10;
/// Users of the small organization.
const FEW: u32 = 1_000;
/// Syncs per round and organization: one alone is too short to be told from the machine's noise.
const SYNCS: usize = 5;

pub(crate) fn run(setting: &Setting) -> Vec<Line> {
    let runtime = runtime();
    let mut many = Read::new(&runtime, setting.users, setting.seed);
    let mut few = Read::new(&runtime, FEW, setting.seed);
    let (mut times, mut bytes) = (Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        let (mut large, mut small) = (Cost::default(), Cost::default());
        for _ in 0..SYNCS {
            large.add(&many.sync_after_changes(&runtime));
            small.add(&few.sync_after_changes(&runtime));
        }
        if round > 0 {
            times.push(Round {
                candidate: large.seconds,
                floor: small.seconds,
            });
            bytes.push(Round {
                candidate: large.bytes,
                floor: small.bytes,
            });
        }
    }
    let line = |bar, what: &str, unit, rounds: &[Round]| Line {
        bar,
        variant: format!("{what}, {} users", setting.users),
        unit,
        figures: super::per(&figures(rounds), SYNCS),
        also: None,
    };
    vec![
        line(BAR, "time", Unit::Seconds, &times),
        line(BYTES, "bytes of body", Unit::Bytes, &bytes),
    ]
}

#[derive(Default)]
struct Cost {
    seconds: f64,
    bytes: f64,
}

impl Cost {
    fn add(&mut self, other: &Self) {
        self.seconds += other.seconds;
        self.bytes += other.bytes;
    }
}

/// An organization that has been read once.
struct Read {
    organization: Organization,
    files: Files,
    remote: Arc<dyn Remote>,
    /// Who is suspended and reactivated in turn.
    members: Vec<String>,
    active: bool,
}

impl Read {
    fn new(runtime: &Runtime, people: u32, seed: u64) -> Self {
        let organization = Organization::new(people, seed);
        let files = Files::new();
        let remote = organization.remote();
        files.pull(runtime, &remote);
        let members = runtime.block_on(organization.members(CHANGES));
        Self {
            organization,
            files,
            remote,
            members,
            active: true,
        }
    }

    /// Changes ten users on the server, and reads what is new.
    fn sync_after_changes(&mut self, runtime: &Runtime) -> Cost {
        self.active = !self.active;
        runtime.block_on(self.organization.set_active(&self.members, self.active));
        let mut report = None;
        let seconds = seconds(|| report = Some(self.files.pull(runtime, &self.remote)));
        let report = report.expect("a report");
        assert!(!report.read.everything, "a delta, not a full read");
        assert!(report.read.received >= CHANGES as u64, "all changes arrive");
        #[expect(clippy::cast_precision_loss, reason = "a few kilobytes")]
        let bytes = report.bytes as f64;
        Cost { seconds, bytes }
    }
}
