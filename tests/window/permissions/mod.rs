//! The product's permissions through the three doors at once: the window's real bridge, the program for
//! the terminal, and the server's own API. Each gives the policy's verdict, in the policy's sentence; what
//! they gave is the table in `docs/permissions.md`.
//!
//! `ROLLCALL_WRITE_PERMISSIONS=1 cargo test --workspace --test window permissions` writes it anew.

mod cast;
mod doors;
mod list;
mod page;
mod trial;

use std::collections::BTreeMap;

use rollcall_model::Role;
use rollcall_policy::Action;
use rollcall_testkit::TestServer;

use crate::desk::Desk;
use cast::Cast;
use doors::Doors;
use list::Of;
use trial::{Asked, Trial};

#[tokio::test]
async fn every_permission_of_every_role_has_one_verdict_and_one_sentence_at_three_doors() {
    let server = TestServer::start(12);
    let cast = Cast::gather(&server).await;
    let trials = trial::plan(&cast).await;
    let desk = Desk::new();
    let window = desk.open(&[]).await;
    let mut doors = BTreeMap::new();
    for role in Role::ALL {
        let of_role = Doors::open(&window, &server, role, cast.actor(role)).await;
        doors.insert(role, of_role);
    }

    let (organization, trials): (Vec<Trial>, Vec<Trial>) =
        trials.into_iter().partition(Trial::is_of_organization);
    let (last, others): (Vec<Trial>, Vec<Trial>) = trials
        .into_iter()
        .partition(|trial| trial.of == Of::LastAdmin);
    let mut differing = try_all(&doors, &others).await;
    cast.leave_one_admin().await;
    for of_role in doors.values() {
        of_role.hears_of_the_last_admin().await;
    }
    differing.extend(try_all(&doors, &last).await);
    differing.extend(try_in_turn(&doors, &organization).await);
    assert_eq!(
        differing,
        Vec::<String>::new(),
        "one verdict and one sentence, at every door"
    );
    window.close().await;
    page::compare_or_write();
}

/// Tries each at every door that has a way; answers those that differ from the policy.
async fn try_all(doors: &BTreeMap<Role, Doors<'_>>, trials: &[Trial]) -> Vec<String> {
    let mut differing = Vec::new();
    // The terminals run beside everything else.
    let mut terminals = Vec::new();
    for (role, of_role) in doors {
        let asked: Vec<_> = trials
            .iter()
            .filter(|trial| trial.actor == *role)
            .filter_map(Trial::at_terminal)
            .collect();
        let terminal = of_role.terminal();
        let answers = tokio::task::spawn_blocking(move || {
            let differing = |asked: &Asked<Vec<String>>| asked.differs(terminal.ask(&asked.call));
            asked.iter().filter_map(differing).collect::<Vec<_>>()
        });
        terminals.push(answers);
    }
    for trial in trials {
        let of_role = doors.get(&trial.actor).expect("a door for each role");
        if let Some(asked) = trial.at_window() {
            differing.extend(asked.differs(of_role.window(&asked.call).await));
        }
        if let Some(asked) = trial.at_server() {
            differing.extend(asked.differs(of_role.server(&asked.call).await));
        }
    }
    for answers in terminals {
        differing.extend(answers.await.expect("the terminal answers"));
    }
    differing
}

/// The same one after the other, each on what the one before has left.
async fn try_in_turn(doors: &BTreeMap<Role, Doors<'_>>, trials: &[Trial]) -> Vec<String> {
    let mut differing = Vec::new();
    for trial in trials {
        let of_role = doors.get(&trial.actor).expect("a door for each role");
        if let Some(asked) = trial.at_window() {
            differing.extend(asked.differs(of_role.window(&asked.call).await));
        }
        if let Some(asked) = trial.at_terminal() {
            let terminal = of_role.terminal();
            if trial.changes() {
                terminal.reads();
            }
            differing.extend(asked.differs(terminal.ask(&asked.call)));
        }
        if let Some(asked) = trial.at_server() {
            differing.extend(asked.differs(of_role.server(&asked.call).await));
        }
    }
    differing
}

#[test]
fn every_permission_of_the_policy_is_in_the_list() {
    let listed: Vec<Action> = list::all().map(|permission| permission.action).collect();
    let missing: Vec<Action> = Action::ALL
        .into_iter()
        .filter(|action| !listed.contains(action))
        .collect();
    assert_eq!(missing, [], "no permission goes untried");
}
