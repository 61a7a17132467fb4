//! What the program goes through: errand after errand, most of them cut short.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use rollcall_testkit::TestServer;
use serde_json::Value;

use crate::desk::{Desk, Done, PATIENCE};
use crate::errand::{Kind, Listed};
use crate::reckoning::{self, Promised};
use crate::toll::Toll;

/// How many people there are at the beginning.
const PEOPLE: usize = 40;
/// After so many errands somebody looks who is there.
const LOOK_AFTER: u32 = 8;
/// The longest that a program lives, in the time that its kind usually takes.
const LONGEST: f64 = 1.3;
/// In how many of a hundred errands the server goes away, for up to so many.
const GOES_AWAY: u32 = 6;
const AWAY_FOR: u32 = 5;
/// So often what waits is sent in the end: what one sending leaves unknown, the next looks up.
const SENDINGS: u32 = 10;

/// How much the program is to be tortured.
#[derive(Debug, Clone, Copy)]
pub struct Ordeal<'a> {
    /// The real `rollcall-cli`.
    pub program: &'a Path,
    /// How many times it is killed.
    pub kills: u32,
    /// Where errands and moments come from. The same number asks for the same; what the moments cut off
    /// depends on the machine.
    pub seed: u64,
}

impl Ordeal<'_> {
    /// Goes through with it, and reckons up.
    ///
    /// # Panics
    /// When it can't be set up: no server, no program, no temporary folder.
    #[must_use]
    pub fn undergo(&self) -> Toll {
        let begin = Instant::now();
        let mut random = ChaCha8Rng::seed_from_u64(self.seed);
        let mut server = TestServer::start(PEOPLE);
        let desk = Desk::connected(self.program, &server);
        let mut promised = Promised::from_now_on(server.server());
        let mut toll = Toll::new(self.seed);
        let mut usual: BTreeMap<Kind, Duration> = BTreeMap::new();
        let mut listed = look(&desk);
        let mut away = 0;
        while toll.kills < self.kills {
            match away {
                0 if random.random_ratio(GOES_AWAY, 100) => {
                    server.stop();
                    away = random.random_range(1..=AWAY_FOR);
                }
                0 => {}
                1 => {
                    server.start_again();
                    away = 0;
                }
                _ => away -= 1,
            }
            toll.programs += 1;
            if toll.programs.is_multiple_of(LOOK_AFTER) {
                listed = look(&desk);
            }
            let Some(errand) = listed.errand(&mut random, toll.programs) else {
                continue;
            };
            let part = random.random_range(0.0..LONGEST);
            let usually = usual.get(&errand.kind);
            let until = usually.map_or(PATIENCE, |usually| usually.mul_f64(part));
            let arguments: Vec<&str> = errand.arguments.iter().map(String::as_str).collect();
            let done = desk.run(&arguments, until);
            if done.killed {
                toll.kills += 1;
            } else {
                let so_far = usually.copied().unwrap_or(done.took);
                usual.insert(errand.kind, (so_far + done.took) / 2);
            }
            promised.extend(operation(&done));
        }
        if away > 0 {
            server.start_again();
        }
        calm_down(&desk);
        reckoning::reckon(&desk, &server, &promised, &mut toll);
        compare_lists(&desk, &Desk::connected(self.program, &server), &mut toll);
        toll.took = begin.elapsed();
        toll
    }
}

/// The operation that an answer tells of: from now on somebody relies on it.
fn operation(done: &Done) -> Option<String> {
    let answer = done.answer.as_ref()?;
    let relied_on = matches!(answer["result"].as_str()?, "applied" | "queued" | "refused");
    let operation = answer["operation"].as_str()?;
    relied_on.then(|| operation.to_owned())
}

/// Whom and what the program lists.
fn look(desk: &Desk<'_>) -> Listed {
    let me = desk.must(&["whoami"])["id"].clone();
    let users = users(desk).into_iter().filter(|user| user["id"] != me);
    let users: Vec<Value> = users.collect();
    let of_user = |user: &Value| user["workspaces"].as_array().cloned().unwrap_or_default();
    let workspaces = users.iter().flat_map(of_user);
    let mut workspaces: Vec<String> = workspaces
        .filter_map(|workspace| workspace.as_str().map(str::to_owned))
        .collect();
    workspaces.sort();
    workspaces.dedup();
    Listed { users, workspaces }
}

fn users(desk: &Desk<'_>) -> Vec<Value> {
    let answer = desk.must(&["users", "list"]);
    answer["users"].as_array().cloned().unwrap_or_default()
}

/// Sends until nothing waits any more, and reads.
fn calm_down(desk: &Desk<'_>) {
    for _ in 0..SENDINGS {
        // What was refused makes it fail, which is for a person, not for us.
        let sent = desk.run(&["outbox", "send", "--yes"], PATIENCE).answer;
        if sent.is_some_and(|sent| sent["waiting"] == 0) {
            break;
        }
    }
    desk.must(&["sync"]);
}

/// What was read through all of this is what somebody reads who begins now.
fn compare_lists(tortured: &Desk<'_>, fresh: &Desk<'_>, toll: &mut Toll) {
    let told = |desk| -> Vec<Value> {
        let of_user = |user: Value| {
            let names = ["id", "email", "name", "role", "workspaces", "state"];
            names.iter().map(|name| user[*name].clone()).collect()
        };
        users(desk).into_iter().map(of_user).collect()
    };
    let (tortured, fresh) = (told(tortured), told(fresh));
    let unlike = tortured.iter().filter(|user| !fresh.contains(user));
    let missing = fresh.iter().filter(|user| !tortured.contains(user));
    for user in unlike.chain(missing) {
        toll.wrong
            .push(format!("the list is not the server's: {user}"));
    }
}
