//! Plays the schedule of one seed: steps of work and faults, then calm, then a last look.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use jiff::SignedDuration;
use rollcall_model::Role;
use tokio::runtime::Builder;

use crate::fault::Fault;
use crate::planted::Bug;
use crate::violation::{Invariant, Violation};
use crate::world::{SignedIn, World};

/// The fewest steps of a schedule.
const STEPS: u64 = 100;
/// The fewest faults.
const FAULTS: u32 = 3;

/// What came of a schedule.
#[derive(Debug, Clone)]
pub struct Played {
    /// Where it came from: the same number is the same play.
    pub seed: u64,
    /// Steps taken.
    pub steps: u64,
    /// Requests that a fault met, crashes, lost caches, jumps of the clock, refused sign-ins.
    pub faults: u32,
    /// Requests that reached the server.
    pub requests: u64,
    /// Mutations that were accepted.
    pub mutations: usize,
    /// What happened, line by line.
    pub trace: Vec<String>,
    /// The first thing that must not be.
    pub violation: Option<Violation>,
}

/// One step of a schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    ChangeSomebody,
    AddSomebody,
    ReplaceAddress,
    ChangeAWorkspace,
    ChangeTheOrganization,
    TakeBack,
    AskAgain,
    LookAtWhatEnded,
    Hurry,
    OtherAdministrator,
    SomebodyAccepts,
    FaultAhead,
    Weather,
    Crash,
    Quit,
    LoseTheCache,
    OtherRole,
    TokenRevoked,
    OtherSignsIn,
    ClockJumps,
}

/// How often each step is taken, of the sum.
const STEPS_BY_WEIGHT: [(u64, Step); 20] = [
    (30, Step::ChangeSomebody),
    (8, Step::AddSomebody),
    (4, Step::ReplaceAddress),
    (12, Step::ChangeAWorkspace),
    (6, Step::ChangeTheOrganization),
    (5, Step::TakeBack),
    (5, Step::AskAgain),
    (12, Step::LookAtWhatEnded),
    (7, Step::Hurry),
    (18, Step::OtherAdministrator),
    (4, Step::SomebodyAccepts),
    (14, Step::FaultAhead),
    (3, Step::Weather),
    (6, Step::Crash),
    (1, Step::Quit),
    (1, Step::LoseTheCache),
    (3, Step::OtherRole),
    (2, Step::TokenRevoked),
    (2, Step::OtherSignsIn),
    (2, Step::ClockJumps),
];

/// Plays the schedule of a seed, with a bug planted or without. It ends at the first violation.
#[must_use]
pub fn play(seed: u64, bug: Option<Bug>) -> Played {
    let played = catch_unwind(AssertUnwindSafe(|| {
        // One thread beside: the order of what it is given is the order in which that is done.
        let runtime = Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .max_blocking_threads(1)
            .build()
            .expect("a runtime");
        runtime.block_on(schedule(seed, bug))
    }));
    played.unwrap_or_else(|panic| {
        let what = panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|what| (*what).to_owned()))
            .unwrap_or_default();
        Played {
            seed,
            steps: 0,
            faults: 0,
            requests: 0,
            mutations: 0,
            trace: Vec::new(),
            violation: Some(Violation {
                invariant: Invariant::Recovers,
                what: format!("it panicked: {what}"),
            }),
        }
    })
}

async fn schedule(seed: u64, bug: Option<Bug>) -> Played {
    let mut world = World::new(seed, bug).await;
    world.pass(Duration::from_secs(10)).await;
    let planned = STEPS + world.chance.between(0, 4);
    let mut steps = 0;
    let mut faults = 0;
    while (steps < planned || faults + world.witness.seen().faults < FAULTS) && world.sound() {
        steps += 1;
        let step = world.chance.weighted(&STEPS_BY_WEIGHT);
        let step = step.unwrap_or(Step::ChangeSomebody);
        faults += world.take(step).await;
        world.go_on();
        world.keep_promises();
        let time = world.some_time();
        world.pass(time).await;
        world.look();
    }
    if world.sound() {
        world.settle_down().await;
    }
    // Whatever still runs ends while the witness can be told.
    world.program = None;
    let mut seen = world.witness.seen();
    Played {
        seed,
        steps,
        faults: faults + seen.faults,
        requests: seen.requests,
        mutations: seen.accepted.len(),
        trace: std::mem::take(&mut seen.trace),
        violation: seen.violation.take(),
    }
}

impl World {
    /// Takes a step. Answers how many faults that were.
    async fn take(&mut self, step: Step) -> u32 {
        match step {
            Step::ChangeSomebody => self.change_somebody().await,
            Step::AddSomebody => self.add_somebody().await,
            Step::ReplaceAddress => self.replace_address().await,
            Step::ChangeAWorkspace => self.change_a_workspace().await,
            Step::ChangeTheOrganization => self.change_the_organization().await,
            Step::TakeBack => self.take_back(),
            Step::AskAgain => self.ask_again().await,
            Step::LookAtWhatEnded => self.look_at_what_ended(),
            Step::Hurry => self.hurry(),
            Step::OtherAdministrator => self.other_administrator().await,
            Step::SomebodyAccepts => self.somebody_accepts().await,
            Step::FaultAhead => {
                let fault = Fault::any(&mut self.chance);
                let times = self.chance.between(1, 5);
                self.network.next(fault, times);
            }
            Step::Weather => self.network.weather(self.chance.between(0, 25)),
            Step::Crash => {
                self.crash();
                self.start();
                return 1;
            }
            Step::Quit => {
                self.quit().await;
                self.start();
            }
            Step::LoseTheCache => {
                self.lose_the_cache();
                return 1;
            }
            Step::OtherRole => {
                let roles = [Role::Admin, Role::Admin, Role::UserAdmin, Role::Member];
                let role = self.chance.one(&roles).copied().unwrap_or(Role::Admin);
                self.give_us(role).await;
            }
            Step::TokenRevoked => {
                self.revoke_our_tokens();
                return 1;
            }
            Step::OtherSignsIn => self.sign_in(SignedIn::Other),
            Step::ClockJumps => {
                let days = self.chance.between(0, 7300);
                let days = i64::try_from(days).unwrap_or(0) - 3650;
                self.clock.jump(SignedDuration::from_hours(24 * days));
                self.witness
                    .note(format_args!("the clock jumps by {days} days"));
                return 1;
            }
        }
        0
    }

    /// Signs in again where that is asked for, and starts a program that has ended.
    fn go_on(&mut self) {
        if self.program.is_none() {
            self.start();
        }
        let away = self.session_ended() || self.signed_in == SignedIn::Other;
        if away && self.chance.percent(25) {
            self.sign_in(SignedIn::Ours);
        }
    }

    /// A moment, a minute, or so long that everything is forgotten.
    fn some_time(&mut self) -> Duration {
        let most = match self.chance.between(0, 99) {
            0..=29 => 40,
            30..=69 => 2_000,
            70..=89 => 30_000,
            90..=96 => 200_000,
            _ => 1_200_000,
        };
        Duration::from_millis(self.chance.between(0, most))
    }

    fn sound(&self) -> bool {
        self.witness.seen().violation.is_none()
    }

    /// No more faults; in time everything has ended, and the list is the server's.
    async fn settle_down(&mut self) {
        self.witness.note("calm");
        self.network.calm();
        self.give_us(Role::Admin).await;
        self.sign_in(SignedIn::Ours);
        // Longer than any server may ask us to wait.
        self.pass(Duration::from_secs(3700)).await;
        for _ in 0..12 {
            if self.nothing_moves() {
                break;
            }
            self.pass(Duration::from_secs(600)).await;
        }
        if let Some(program) = &self.program {
            program.handle.refresh();
        }
        self.pass(Duration::from_secs(60)).await;
        self.look();
        if self.sound() {
            self.look_at_everything().await;
        }
    }
}
