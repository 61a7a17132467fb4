//! A small model of the outbox, and the real ledger and plan walked beside it by random steps: what is
//! listed, where each mutation stands and what is due are the same after every one.

use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest};
use rollcall_cache::{
    Ended, Key, Ledger, Location, Mode, NewMutation, Operation, Replaced, StoreError,
};
use rollcall_model::{
    After, Awaited, Change, Found, Goes, Mutation, MutationId, MutationState, OperationId,
    Resource, Role, Settled, Timestamp, UserChange, UserId,
};

use super::{Holds, Task, outbox};
use tokio::time::Instant;

/// Lives of an outbox, and the steps of each.
const LIVES: u32 = 1_000;
const STEPS: usize = 100;
/// Unless `PROPTEST_RNG_SEED` names another.
const SEED: u64 = 1;
/// Users who are there from the beginning.
const USERS: usize = 4;

/// The outbox, as little of it as matters: mutations in the order in which they were accepted.
#[derive(Debug, Clone, Default)]
struct Model {
    all: Vec<Modelled>,
    /// Mutations of each operation, by their places.
    operations: Vec<Vec<usize>>,
    /// Whether everything that is queued waits for a person's word.
    holding: bool,
    /// Whether the last step was one that there is.
    allowed: bool,
}

#[derive(Debug, Clone)]
struct Modelled {
    about: About,
    /// The place of an addition whose user must be there first.
    after: Option<usize>,
    stands: Stands,
    attempts: u32,
    held: bool,
    seen: bool,
}

/// Whom a mutation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// Somebody who is there.
    User(usize),
    /// Whoever the mutation at this place adds; at its own place, the addition.
    Added(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    Queued,
    Sending,
    Unknown,
    Applied,
    Rejected,
    Conflict,
    Cancelled,
}

/// One thing that is asked for; places are drawn before it is known how many there are.
#[derive(Debug, Clone)]
struct Wish {
    about: WishAbout,
    after: Option<Index>,
}

#[derive(Debug, Clone)]
enum WishAbout {
    User(usize),
    Addition,
    Added(Index),
}

#[derive(Debug, Clone)]
enum Step {
    /// Queue an operation, perhaps in the place of a mutation.
    Enqueue(Vec<Wish>, Option<Index>),
    /// Deliver an operation again.
    Again(Index),
    /// Mark what is due as being sent.
    SendDue,
    /// The same of any mutation.
    Send(Index),
    Requeue(Index),
    MarkUnknown(Index),
    Settle(Index, Stands),
    Cancel(Index),
    Hold,
    StopHolding,
    /// A person lets everything go that is held.
    Release,
    /// A person has seen everything.
    See,
    /// The program starts again.
    Recover,
}

impl Model {
    /// The place that an index means; `None` where there is none.
    fn place(&self, index: Index) -> Option<usize> {
        (!self.all.is_empty()).then(|| index.index(self.all.len()))
    }

    fn is_open(&self, place: usize) -> bool {
        matches!(
            self.all[place].stands,
            Stands::Queued | Stands::Sending | Stands::Unknown
        )
    }

    fn is_listed(&self, place: usize) -> bool {
        !self.all[place].seen || self.is_open(place)
    }

    /// Whether a mutation waits for something besides its turn.
    fn waits(&self, place: usize) -> bool {
        let mutation = &self.all[place];
        let there = |addition: usize| self.all[addition].stands == Stands::Applied;
        let nobody_there = match mutation.about {
            About::Added(addition) if addition != place => {
                !there(addition) && !self.holds_up(addition)
            }
            _ => false,
        };
        let awaits = mutation.after.is_some_and(|addition| {
            let mut before =
                (0..place).filter(|before| self.all[*before].about == About::Added(addition));
            // Asked for again, it stands behind what waits for it.
            let mut anywhere = (0..self.all.len()).filter(|other| {
                let other = &self.all[*other];
                other.about == About::Added(addition) && other.after.is_none()
            });
            let lacks = |other: usize| {
                let undone = matches!(self.all[other].stands, Stands::Rejected | Stands::Conflict);
                self.is_listed(other) && (self.is_open(other) || undone)
            };
            !there(addition)
                || anywhere.any(lacks)
                || before.any(|before| {
                    self.holds_up(before)
                        || matches!(self.all[before].stands, Stands::Rejected | Stands::Conflict)
                })
        });
        mutation.stands == Stands::Queued && (nobody_there || awaits)
    }

    /// Whether later ones about the same have to wait for it.
    fn holds_up(&self, place: usize) -> bool {
        self.is_open(place) && !self.waits(place)
    }

    /// What can be done now: the first that is open of each, if it isn't held.
    fn due(&self) -> Vec<usize> {
        let first = |place: &usize| {
            let about = self.all[*place].about;
            let before = (0..*place).filter(|before| self.all[*before].about == about);
            let held = self.all[*place].stands == Stands::Queued && self.all[*place].held;
            self.holds_up(*place)
                && !held
                && !before.into_iter().any(|before| self.holds_up(before))
        };
        (0..self.all.len()).filter(first).collect()
    }

    /// Moves a mutation where that is a way that there is.
    fn step(&mut self, place: Option<usize>, from: &[Stands], to: Stands) {
        self.allowed = place.is_some_and(|place| from.contains(&self.all[place].stands));
        if let Some(place) = place.filter(|_| self.allowed) {
            self.all[place].stands = to;
            self.all[place].attempts += u32::from(to == Stands::Sending);
        }
    }

    /// Takes back; with an addition goes what waits for it.
    fn cancel(&mut self, place: usize) {
        const MAY: [Stands; 3] = [Stands::Queued, Stands::Rejected, Stands::Conflict];
        let may = |mutation: &Modelled| MAY.contains(&mutation.stands);
        if !may(&self.all[place]) {
            return;
        }
        for (other, mutation) in self.all.iter_mut().enumerate() {
            let goes_with = mutation.about == About::Added(place) || mutation.after == Some(place);
            if other == place || (goes_with && may(mutation)) {
                (mutation.stands, mutation.seen) = (Stands::Cancelled, true);
            }
        }
    }

    fn enqueue(&mut self, wishes: &[Wish]) {
        let additions: Vec<usize> = (0..self.all.len())
            .filter(|place| self.all[*place].about == About::Added(*place))
            .collect();
        let addition = |index: &Index| (!additions.is_empty()).then(|| *index.get(&additions));
        let mut operation = Vec::new();
        for wish in wishes {
            let place = self.all.len();
            let about = match &wish.about {
                WishAbout::User(user) => About::User(*user),
                WishAbout::Addition => About::Added(place),
                WishAbout::Added(index) => addition(index).map_or(About::User(0), About::Added),
            };
            let is_addition = about == About::Added(place);
            self.all.push(Modelled {
                about,
                after: wish
                    .after
                    .as_ref()
                    .filter(|_| !is_addition)
                    .and_then(addition),
                stands: Stands::Queued,
                attempts: 0,
                held: self.holding,
                seen: false,
            });
            operation.push(place);
        }
        self.operations.push(operation);
    }
}

impl ReferenceStateMachine for Model {
    type State = Self;
    type Transition = Step;

    fn init_state() -> BoxedStrategy<Self> {
        Just(Self::default()).boxed()
    }

    fn transitions(_: &Self) -> BoxedStrategy<Step> {
        let any = any::<Index>;
        let about = prop_oneof![
            4 => (0..USERS).prop_map(WishAbout::User),
            2 => Just(WishAbout::Addition),
            2 => any().prop_map(WishAbout::Added),
        ];
        let after = proptest::option::weighted(0.15, any());
        let wish = (about, after).prop_map(|(about, after)| Wish { about, after });
        let wishes = proptest::collection::vec(wish, 1..=3);
        const ENDS: &[Stands] = &[Stands::Applied, Stands::Rejected, Stands::Conflict];
        prop_oneof![
            20 => (wishes, proptest::option::weighted(0.1, any()))
                .prop_map(|(wishes, replaced)| Step::Enqueue(wishes, replaced)),
            3 => any().prop_map(Step::Again),
            15 => Just(Step::SendDue),
            5 => any().prop_map(Step::Send),
            8 => any().prop_map(Step::Requeue),
            8 => any().prop_map(Step::MarkUnknown),
            40 => (any(), proptest::sample::select(ENDS)).prop_map(|(index, end)| Step::Settle(index, end)),
            8 => any().prop_map(Step::Cancel),
            2 => Just(Step::Hold),
            3 => Just(Step::StopHolding),
            4 => Just(Step::Release),
            5 => Just(Step::See),
            3 => Just(Step::Recover),
        ]
        .boxed()
    }

    fn apply(mut state: Self, step: &Step) -> Self {
        const OPEN: [Stands; 3] = [Stands::Queued, Stands::Sending, Stands::Unknown];
        state.allowed = true;
        match step {
            Step::Enqueue(wishes, replaced) => {
                if let Some(place) = replaced.and_then(|index| state.place(index)) {
                    state.cancel(place);
                }
                state.enqueue(wishes);
            }
            Step::Again(_) => {}
            Step::SendDue => {
                for place in state.due() {
                    if state.all[place].stands == Stands::Queued {
                        state.step(Some(place), &OPEN, Stands::Sending);
                    }
                }
            }
            Step::Send(index) => {
                let place = state.place(*index).filter(|place| !state.all[*place].held);
                state.step(place, &[Stands::Queued], Stands::Sending);
            }
            Step::Requeue(index) => {
                let from = [Stands::Sending, Stands::Unknown];
                state.step(state.place(*index), &from, Stands::Queued);
            }
            Step::MarkUnknown(index) => {
                state.step(state.place(*index), &[Stands::Sending], Stands::Unknown);
            }
            Step::Settle(index, end) => state.step(state.place(*index), &OPEN, *end),
            Step::Cancel(index) => {
                if let Some(place) = state.place(*index) {
                    state.cancel(place);
                }
            }
            Step::Hold | Step::StopHolding | Step::Release => {
                match step {
                    Step::Hold => state.holding = true,
                    Step::StopHolding => state.holding = false,
                    _ => {}
                }
                let queued = state.all.iter_mut();
                for mutation in queued.filter(|mutation| mutation.stands == Stands::Queued) {
                    match step {
                        Step::Hold => mutation.held = true,
                        Step::Release => mutation.held = false,
                        _ => {}
                    }
                }
            }
            Step::See => {
                let ended = [Stands::Applied, Stands::Cancelled];
                for mutation in &mut state.all {
                    mutation.seen |= ended.contains(&mutation.stands);
                }
            }
            Step::Recover => {
                for mutation in &mut state.all {
                    if mutation.stands == Stands::Sending {
                        mutation.stands = Stands::Unknown;
                    }
                }
            }
        }
        state
    }
}

/// The real one.
struct Real {
    ledger: Ledger,
    /// As the model stood before the step.
    before: Model,
    operations: Vec<Operation>,
}

impl Real {
    fn do_step(&mut self, step: &Step, now: &Model) -> Result<(), StoreError> {
        let at = Timestamp::UNIX_EPOCH;
        let before = &self.before;
        let id = |index: &Index| before.place(*index).map_or(id(usize::MAX), id);
        let everything: Vec<MutationId> = (0..before.all.len()).map(self::id).collect();
        let ledger = &self.ledger;
        match step {
            Step::Enqueue(_, replaced) => {
                let places = now.operations.last().into_iter().flatten();
                let operation = Operation {
                    id: OperationId::from_uuid(self::id(now.operations.len()).as_uuid()),
                    mutations: places.map(|place| new_mutation(&now.all, *place)).collect(),
                    replaces: replaced.iter().map(id).map(Replaced::from).collect(),
                    actor: None,
                    said: HashMap::new(),
                    made_at: at,
                    seen_at: None,
                };
                ledger.enqueue(&operation)?;
                self.operations.push(operation);
            }
            Step::Again(index) => {
                if !self.operations.is_empty() {
                    ledger.enqueue(index.get(&self.operations))?;
                }
            }
            Step::SendDue => {
                let listed = ledger.listed()?;
                let due = due(&listed).into_iter().filter_map(|task| match task {
                    Task::Send(id) => Some(id),
                    Task::LookUp(_) => None,
                });
                ledger.mark_sending(&due.collect::<Vec<_>>(), at)?;
            }
            Step::Send(index) => drop(ledger.mark_sending(&[id(index)], at)?),
            Step::Requeue(index) => ledger.requeue(id(index), "", at)?,
            Step::MarkUnknown(index) => ledger.mark_unknown(id(index), "", at)?,
            Step::Settle(index, end) => {
                let place = before.place(*index).unwrap_or(usize::MAX);
                let adds = before.all.get(place).map(|mutation| mutation.about)
                    == Some(About::Added(place));
                let added = (adds && *end == Stands::Applied).then(|| Resource::User(added(place)));
                let ended = Ended {
                    added,
                    ..Ended::new(id(index), settled(*end))
                };
                ledger.settle(&[ended], at)?;
            }
            Step::Cancel(index) => drop(ledger.cancel(&[id(index)], at)?),
            Step::Hold => ledger.hold(at)?,
            Step::StopHolding => ledger.stop_holding(at)?,
            Step::Release => drop(ledger.release(&everything, at)?),
            Step::See => ledger.seen(&everything)?,
            Step::Recover => drop(ledger.recover(at)?),
        }
        Ok(())
    }
}

/// A life of an outbox.
struct Life;

impl StateMachineTest for Life {
    type SystemUnderTest = Real;
    type Reference = Model;

    fn init_test(model: &Model) -> Real {
        let key = Key::random().unwrap();
        Real {
            ledger: Ledger::open(&Location::Memory, &key, Mode::Writer)
                .unwrap()
                .store,
            before: model.clone(),
            operations: Vec::new(),
        }
    }

    fn apply(mut real: Real, now: &Model, step: Step) -> Real {
        let done = real.do_step(&step, now);
        assert_eq!(done.is_ok(), now.allowed, "{step:?}: {done:?}");
        real.before = now.clone();
        real
    }

    fn check_invariants(real: &Real, model: &Model) {
        let listed = real.ledger.listed().unwrap();
        let expected = (0..model.all.len()).filter(|place| model.is_listed(*place));
        let expected: Vec<_> = expected.map(|place| modelled(model, place)).collect();
        let told: Vec<_> = listed.iter().map(told).collect();
        assert_eq!(told, expected, "what is listed, in order");
        let tasks = due(&listed).into_iter().map(|task| match task {
            Task::Send(id) | Task::LookUp(id) => id,
        });
        let expected: Vec<_> = model.due().into_iter().map(id).collect();
        assert_eq!(tasks.collect::<Vec<_>>(), expected, "what is due");
    }

    fn teardown(real: Real, _: Model) {
        let verified = real.ledger.verify_journal(None).unwrap();
        assert_eq!(verified.broken, None, "the chain holds");
    }
}

/// What can be done now, as the plan says: everything was released, and nothing is on its way.
fn due(listed: &[Mutation]) -> Vec<Task> {
    let now = Instant::now();
    let holds = Holds {
        now,
        released_at: &|_| Some(now),
        stuck_until: &|_| None,
        busy: &BTreeSet::new(),
        come_true: &|_| true,
    };
    outbox(listed, &holds).due
}

type Told = (MutationId, String, Option<UserId>, Stands, u32);

/// A mutation as the ledger lists it.
fn told(mutation: &Mutation) -> Told {
    let stands = match &mutation.state {
        MutationState::Queued => Stands::Queued,
        MutationState::Sending => Stands::Sending,
        MutationState::Unknown => Stands::Unknown,
        MutationState::Settled(Settled::Applied) => Stands::Applied,
        MutationState::Settled(Settled::Rejected { .. }) => Stands::Rejected,
        MutationState::Settled(Settled::Conflict { .. }) => Stands::Conflict,
        MutationState::Settled(Settled::Cancelled) => Stands::Cancelled,
    };
    let about = mutation.change.resource().id().to_owned();
    let after = mutation.after.as_ref().map(|after| after.user.clone());
    (mutation.id, about, after, stands, mutation.attempts)
}

/// The same of the model.
fn modelled(model: &Model, place: usize) -> Told {
    let mutation = &model.all[place];
    let user = |about| match about {
        About::Added(addition) if model.all[addition].stands == Stands::Applied => added(addition),
        about => as_asked(about),
    };
    (
        id(place),
        user(mutation.about).as_str().to_owned(),
        mutation.after.map(|addition| user(About::Added(addition))),
        mutation.stands,
        mutation.attempts,
    )
}

fn settled(end: Stands) -> Settled {
    match end {
        Stands::Rejected => Settled::Rejected {
            reason: "no".to_owned(),
        },
        Stands::Conflict => Settled::Conflict { found: Found::Gone },
        _ => Settled::Applied,
    }
}

/// A mutation as a person asks for it: whoever is to be added is known by the placeholder alone.
fn new_mutation(all: &[Modelled], place: usize) -> NewMutation {
    let mutation = &all[place];
    let user = as_asked(mutation.about);
    let change = if mutation.about == About::Added(place) {
        UserChange::AddUser {
            user,
            user_name: format!("{place}@people.example"),
            display_name: String::new(),
            role: Role::Member,
        }
    } else {
        UserChange::SetDisplayName {
            user,
            was: String::new(),
            to: place.to_string(),
        }
    };
    NewMutation {
        id: id(place),
        change: Change::User(change),
        version: None,
        goes: Goes::default(),
        after: mutation.after.map(|addition| After {
            user: as_asked(About::Added(addition)),
            awaited: Awaited::Added,
        }),
    }
}

fn as_asked(about: About) -> UserId {
    match about {
        About::User(user) => UserId::new(format!("user-{user}")),
        About::Added(addition) => UserId::placeholder(id(addition)),
    }
}

/// The server's id of whom a mutation has added.
fn added(place: usize) -> UserId {
    UserId::new(format!("added-{place}"))
}

/// The id of the mutation at a place.
fn id(place: usize) -> MutationId {
    format!("00000000-0000-4000-8000-{:012x}", place % (1 << 48))
        .parse()
        .unwrap()
}

#[test]
fn a_hundred_thousand_steps_stand_as_the_model_says() {
    let ours = Config {
        cases: LIVES,
        failure_persistence: None,
        ..Config::default()
    };
    let config = Config {
        rng_seed: match ours.rng_seed {
            RngSeed::Random => RngSeed::Fixed(SEED),
            named => named,
        },
        ..ours
    };
    let steps = AtomicUsize::new(0);
    println!("outbox model: {LIVES} lives from seed {}", config.rng_seed);
    let walked = TestRunner::new(config.clone()).run(
        &Model::sequential_strategy(STEPS),
        |(model, life, seen)| {
            steps.fetch_add(life.len(), Ordering::Relaxed);
            Life::test_sequential(config.clone(), model, life, seen);
            Ok(())
        },
    );
    if let Err(failure) = walked {
        panic!("{failure}");
    }
    let steps = steps.into_inner();
    println!("outbox model: {steps} steps, each as the model says");
    assert!(steps >= 100_000, "{steps} steps are too few to prove much");
}
