//! A small model of the outbox: mutations as a list, and a few rules. `real` walks the real ledger and the real
//! plan beside it.

mod real;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest_state_machine::ReferenceStateMachine;

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
