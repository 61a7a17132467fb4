//! What is tried: each permission of the list in each role, with the policy's verdict, on something of its
//! own wherever that verdict is yes.

use rollcall_model::{InvitationStatus, Role, UserId, UserState};
use rollcall_policy::{
    Action, Actor, Address, Decision, Grant, Seats, Subject, SubscriptionPart, Target, decide,
};

use super::cast::Cast;
use super::list::{self, Case, Command, Of, Permission, Request, Way};

/// A part of the demo's billing information that no trial changes.
const BILLED_AT: &str = "Speicherstrasse";

/// Allowed, or denied with a sentence.
pub(super) type Verdict = Result<(), String>;

/// One permission of one role on something, and what it is tried on at the window, the terminal, the server.
pub(super) struct Trial {
    permission: &'static Permission,
    pub(super) of: Of,
    pub(super) actor: Role,
    expected: Verdict,
    cases: [Case; 3],
}

/// What a door is asked, and what it must answer.
pub(super) struct Asked<T> {
    pub(super) call: T,
    expected: Verdict,
    /// What an answer that shows something has in it, or not.
    shows: Option<Shows>,
    what: String,
}

/// A text in an answer.
enum Shows {
    /// It is there.
    This(String),
    /// It is left out, which is how a part is denied.
    NotThis(String),
}

/// Every trial, with what it needs on the server.
pub(super) async fn plan(cast: &Cast) -> Vec<Trial> {
    let mut trials = Vec::new();
    for permission in list::all() {
        for of in permission.of {
            // The most powerful last: who deletes the organization ends it for everybody.
            for actor in Role::ALL.into_iter().rev() {
                let expected = verdict(permission.action, *of, actor);
                // A denial leaves everything as it is, and so does looking: one is enough for them all.
                let is_changed = expected.is_ok() && permission.action.changes();
                let mut cases = Vec::new();
                for _ in 0..3 {
                    cases.push(if is_changed {
                        cast.new_case(permission.action, *of, actor).await
                    } else {
                        cast.case(*of, actor)
                    });
                }
                trials.push(Trial {
                    permission,
                    of: *of,
                    actor,
                    expected,
                    cases: cases.try_into().expect("one for each door"),
                });
            }
        }
    }
    trials
}

impl Trial {
    /// What the window is asked.
    pub(super) fn at_window(&self) -> Option<Asked<Command>> {
        self.asked("window", &self.permission.window, &self.cases[0])
    }

    /// What the program for the terminal is asked.
    pub(super) fn at_terminal(&self) -> Option<Asked<Vec<String>>> {
        self.asked("terminal", &self.permission.terminal, &self.cases[1])
    }

    /// What the server is asked.
    pub(super) fn at_server(&self) -> Option<Asked<Request>> {
        self.asked("server", &self.permission.server, &self.cases[2])
    }

    /// Whether it is about the organization itself: everybody tries that on the same one.
    pub(super) fn is_of_organization(&self) -> bool {
        matches!(self.of, Of::Organization | Of::Plan | Of::FreeSeats)
    }

    /// Whether it changes something there.
    pub(super) fn changes(&self) -> bool {
        self.expected.is_ok() && self.permission.action.changes()
    }

    fn asked<T>(&self, door: &str, way: &Way<T>, case: &Case) -> Option<Asked<T>> {
        let (action, of, actor) = (self.permission.action, self.of, self.actor);
        let mut expected = self.expected.clone();
        let mut shows = self.shown(case).map(Shows::This);
        let call = match way {
            Way::By(call) => call,
            Way::Within(whole, call) => {
                if expected.is_err() {
                    shows = self.shown(case).map(Shows::NotThis);
                }
                expected = verdict(*whole, Of::Organization, actor);
                call
            }
            Way::None(_) => return None,
        };
        Some(Asked {
            call: call(case),
            expected,
            shows,
            what: format!("{door}, {actor}: {action} of {of:?}"),
        })
    }

    /// A text of what is shown where it is allowed.
    fn shown(&self, case: &Case) -> Option<String> {
        let action = self.permission.action;
        match self.of {
            _ if action.changes() => None,
            Of::Organization if action == Action::BillingView => Some(BILLED_AT.to_owned()),
            Of::Plan => Some("seatsUsed".to_owned()),
            Of::FreeSeats => Some("freeSeats".to_owned()),
            Of::User(_) => Some(case.user.clone()),
            Of::Granted | Of::NotGranted | Of::Settings => Some(case.workspace.clone()),
            _ => None,
        }
    }
}

impl<T> Asked<T> {
    /// How an answer differs from the policy's, if it does. An allowed one comes as a text.
    pub(super) fn differs(&self, answer: Result<String, String>) -> Option<String> {
        let (what, expected) = (&self.what, &self.expected);
        match (answer, expected) {
            (Ok(text), Ok(())) => match &self.shows {
                Some(Shows::This(shown)) if !text.contains(shown) => {
                    Some(format!("{what}: {shown} isn't shown in {text}"))
                }
                Some(Shows::NotThis(shown)) if text.contains(shown) => {
                    Some(format!("{what}: {shown} is shown in {text}"))
                }
                _ => None,
            },
            (Err(sentence), Err(rule)) if sentence == *rule => None,
            (answer, _) => Some(format!("{what}: {expected:?}, but it says {answer:?}")),
        }
    }
}

/// The policy's own verdict.
pub(super) fn verdict(action: Action, of: Of, actor: Role) -> Verdict {
    let id = UserId::new("me");
    let who = Actor {
        id: Some(id),
        role: actor.into(),
    };
    match decide(&who, action, &target(action, of, actor)) {
        Decision::Allowed => Ok(()),
        Decision::Denied(denial) => Err(denial.sentence()),
    }
}

/// The role that somebody is given who has this one: a promotion for a Member, a demotion for everybody else.
pub(super) fn another(role: Role) -> Role {
    match role {
        Role::Member => Role::UserAdmin,
        Role::Admin | Role::BillingAdmin | Role::UserAdmin => Role::Member,
    }
}

/// What the policy is told of it.
fn target(action: Action, of: Of, actor: Role) -> Target {
    let user = match of {
        Of::Organization | Of::All | Of::NewWorkspace => return Target::Organization,
        Of::Plan => return Target::Subscription(SubscriptionPart::PlanAndSeats),
        Of::FreeSeats => return Target::Subscription(SubscriptionPart::FreeSeats),
        Of::New(role) => {
            return Target::NewUser {
                role: role.into(),
                address: Address::Free,
                seats: Seats::Free,
            };
        }
        Of::Granted => return Target::Workspace(Grant::Granted),
        Of::NotGranted => return Target::Workspace(Grant::NotGranted),
        Of::Settings => return Target::WorkspaceSettings,
        Of::User(role) => subject("somebody", role, UserState::Pending),
        Of::Suspended(role) => subject("somebody", role, UserState::Suspended),
        Of::Oneself => subject("me", actor, UserState::Active),
        Of::LastAdmin => Subject {
            other_active_admins: Some(0),
            ..subject("me", Role::Admin, UserState::Active)
        },
    };
    match action {
        Action::UsersSetRole => Target::RoleOf {
            to: another(user.role.known().expect("one of the four")).into(),
            user,
        },
        Action::UsersReplaceEmail => Target::ReplacementOf {
            user,
            address: Address::Free,
        },
        _ => Target::User(user),
    }
}

fn subject(id: &str, role: Role, state: UserState) -> Subject {
    let invitation = match state {
        UserState::Active => InvitationStatus::Accepted,
        _ => InvitationStatus::Pending,
    };
    Subject {
        id: UserId::new(id),
        role: role.into(),
        state,
        invitation: Some(invitation),
        other_active_admins: Some(2),
        seats: Seats::Free,
    }
}
