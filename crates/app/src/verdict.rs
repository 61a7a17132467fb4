//! Asks the policy with what is known here, and adds who could help.

use std::cell::RefCell;
use std::collections::BTreeMap;

use rollcall_cache::{Cache, Direction, ShownUser, Sort, UserQuery};
use rollcall_language::say;
use rollcall_model::{OrgRole, Role, UserState};
use rollcall_policy::{
    self as policy, Action, Actor, Decision, Denial, Offer, Subject, Target, decide, help_sentence,
    offer,
};

use crate::Failure;
use crate::admins::Admins;
use crate::seats::Seats;
use crate::view::{Verdict, VerdictKind};

/// As many people are looked through for somebody who could help.
const HELPERS: u32 = 200;

/// Decides for the signed-in user, by the facts in the cache.
pub(crate) struct Judge<'a> {
    cache: &'a Cache,
    /// `None` where the server doesn't tell who is signed in.
    actor: Option<Actor>,
    /// What the subscription says to one more user; nothing is foreseen where it isn't given.
    seats: Option<Seats>,
    /// Why nothing can be changed whatever the role, where that is so.
    over: Option<Failure>,
    /// Names of those who could help, by their roles: a thousand refusals have the same few.
    helpers: RefCell<BTreeMap<Vec<Role>, Vec<String>>>,
}

/// What a client answers to "may I?".
#[derive(Debug)]
pub(crate) enum Answer {
    /// Yes.
    Allowed,
    /// No: the rule, and who could help as a sentence.
    Denied(Denial, Option<String>),
    /// What is known here doesn't tell; why, as a sentence.
    LeftToServer(String),
    /// No, and nobody could: there is nothing left to change.
    Over(Failure),
}

impl<'a> Judge<'a> {
    pub(crate) fn new(cache: &'a Cache, actor: Option<Actor>) -> Self {
        Self {
            cache,
            actor,
            seats: None,
            over: None,
            helpers: RefCell::default(),
        }
    }

    /// The same, which foresees that there is no seat.
    pub(crate) fn with_seats(self, seats: Seats) -> Self {
        Self {
            seats: Some(seats),
            ..self
        }
    }

    /// The same, which allows to look at things and no more.
    pub(crate) fn only_to_look(self, over: Failure) -> Self {
        Self {
            over: Some(over),
            ..self
        }
    }

    /// The seats that are left, as far as they are known.
    pub(crate) fn seats(&self) -> Option<Seats> {
        self.seats
    }

    /// What the subscription says to one more user.
    pub(crate) fn says(&self) -> policy::Seats {
        self.seats.map_or(policy::Seats::NotKnown, Seats::says)
    }

    /// May it be done?
    pub(crate) fn ask(&self, action: Action, target: &Target) -> Result<Answer, Failure> {
        let Some(actor) = &self.actor else {
            return Ok(actor_unknown());
        };
        match decide(actor, action, target) {
            Decision::Allowed => Ok(self.over(action).unwrap_or(Answer::Allowed)),
            Decision::Denied(denial) => self.denied(actor, denial),
        }
    }

    /// Is there anything of it for the signed-in user? Where it is a part, the reason says which.
    pub(crate) fn offer(&self, action: Action) -> Result<Verdict, Failure> {
        let Some(actor) = &self.actor else {
            return Ok(actor_unknown().verdict());
        };
        let offered = offer(&actor.role, action);
        if !matches!(offered, Offer::Nothing(_))
            && let Some(over) = self.over(action)
        {
            return Ok(over.verdict());
        }
        Ok(match offered {
            Offer::Whole => Answer::Allowed.verdict(),
            Offer::Partial(limit) => Verdict {
                reason: Some(limit.sentence()),
                ..Answer::Allowed.verdict()
            },
            Offer::Nothing(denial) => self.denied(actor, denial)?.verdict(),
        })
    }

    fn over(&self, action: Action) -> Option<Answer> {
        let over = self.over.clone().filter(|_| !action.only_looks())?;
        Some(Answer::Over(over))
    }

    fn denied(&self, actor: &Actor, denial: Denial) -> Result<Answer, Failure> {
        if denial.rule().rests_on_unknown() {
            return Ok(Answer::LeftToServer(say!("verdict-role-unknown")));
        }
        let help = self.help(actor, &denial)?;
        Ok(Answer::Denied(denial, help))
    }

    /// The facts of a user as shown, waiting changes included: two waiting demotions that together
    /// would leave nobody are seen when the second is made.
    pub(crate) fn subject(&self, user: &ShownUser) -> Result<Subject, Failure> {
        Ok(Subject {
            seats: self.says(),
            ..Admins::now(self.cache)?.subject(user)
        })
    }

    /// The facts of a user with the role that the server has: for a change that is about to be sent.
    pub(crate) fn subject_on_server(&self, user: &ShownUser) -> Result<Subject, Failure> {
        let others = Admins::now(self.cache)?.besides(&user.user.id);
        Ok(Subject::of(&user.user, others, policy::Seats::NotKnown))
    }

    /// Whom the actor can ask, by name.
    fn help(&self, actor: &Actor, denial: &Denial) -> Result<Option<String>, Failure> {
        let roles = denial.helping_roles();
        if roles.is_empty() {
            return Ok(None);
        }
        let mut known = self.helpers.borrow_mut();
        if !known.contains_key(roles) {
            known.insert(roles.to_vec(), self.helpers(actor, roles)?);
        }
        let names = known.get(roles).map(Vec::as_slice).unwrap_or_default();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        Ok(help_sentence(denial, &names))
    }

    fn helpers(&self, actor: &Actor, roles: &[Role]) -> Result<Vec<String>, Failure> {
        let helpers = self.cache.page_after(
            &UserQuery {
                roles: roles.iter().copied().map(OrgRole::Known).collect(),
                states: vec![UserState::Active],
                sort: Sort::Name,
                direction: Direction::Ascending,
                ..UserQuery::default()
            },
            None,
            HELPERS,
        )?;
        Ok(helpers
            .rows
            .into_iter()
            .filter(|row| Some(&row.id) != actor.id.as_ref())
            .map(|row| row.name)
            .collect())
    }
}

fn actor_unknown() -> Answer {
    Answer::LeftToServer(say!("verdict-actor-unknown"))
}

/// A refusal for a reason that nobody can help with by their role.
pub(crate) fn denied(reason: String) -> Verdict {
    Verdict {
        kind: VerdictKind::Denied,
        reason: Some(reason),
        help: None,
    }
}

/// A refusal that isn't the policy's, as the interface gets the policy's.
pub(crate) fn refused(failure: Failure) -> Verdict {
    Verdict {
        kind: VerdictKind::Denied,
        reason: Some(failure.message),
        help: failure.help,
    }
}

impl Verdict {
    /// Goes on unless it is denied.
    pub(crate) fn or_refuse(self) -> Result<(), Failure> {
        if !self.is_denied() {
            return Ok(());
        }
        Err(Failure::new("denied", self.reason.unwrap_or_default()).with_help(self.help))
    }
}

impl Answer {
    /// As the interface gets it.
    pub(crate) fn verdict(self) -> Verdict {
        match self {
            Self::Allowed => Verdict::allowed(),
            Self::Denied(denial, help) => Verdict {
                kind: VerdictKind::Denied,
                reason: Some(denial.sentence()),
                help,
            },
            Self::LeftToServer(reason) => Verdict {
                kind: VerdictKind::LeftToServer,
                reason: Some(reason),
                help: None,
            },
            Self::Over(over) => refused(over),
        }
    }

    /// Why not, and who could help; `None` where it can be tried.
    pub(crate) fn refusal(self) -> Option<(String, Option<String>)> {
        match self {
            Self::Allowed | Self::LeftToServer(_) => None,
            Self::Denied(denial, help) => Some((denial.sentence(), help)),
            Self::Over(over) => Some((over.message, over.help)),
        }
    }

    /// Goes on unless it is denied.
    pub(crate) fn or_refuse(self) -> Result<(), Failure> {
        match self {
            Self::Over(over) => Err(over),
            answer => answer.verdict().or_refuse(),
        }
    }
}
