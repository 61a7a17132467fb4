//! The real ledger and the real plan, walked beside the model by random steps: what is listed, where each
//! mutation stands and what is due are the same after every one.

use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::{AtomicUsize, Ordering};

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
use tokio::time::Instant;

use super::super::{Holds, Task, outbox};
use super::{About, Model, Modelled, Stands, Step};

/// Lives of an outbox, and the steps of each.
const LIVES: u32 = 1_000;
const STEPS: usize = 100;
/// Unless `PROPTEST_RNG_SEED` names another.
const SEED: u64 = 1;

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
                ledger.settle_and_mark(&[], &due.collect::<Vec<_>>(), at)?;
            }
            Step::Send(index) => drop(ledger.settle_and_mark(&[], &[id(index)], at)?),
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
