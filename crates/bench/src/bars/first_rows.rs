//! Bar 2: the first rows of a first full read, beside the first page alone.

use std::thread;

use rollcall_cache::{Cache, UserQuery};
use rollcall_remote::HttpConnector;
use rollcall_sync::{Engine, Topic};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use super::Setting;
use super::bare::Bare;
use super::organization::{Files, Organization, connect, runtime};
use super::replay::Replay;
use crate::measure::{Round, rounds, seconds};
use crate::report::{Bar, Line, Unit};

const BAR: Bar = Bar {
    number: "2",
    what: "the first 50 rows of a first full read",
    floor: "download + gunzip + typed parse + bare insert of the first page alone, encrypted",
    hold: 2.0,
    aim: 1.5,
};

/// As many rows as a window shows at first.
const ROWS: u32 = 50;

pub(crate) fn run(setting: &Setting) -> Vec<Line> {
    let organization = Organization::new(setting.users, setting.seed);
    let replay = Replay::start(organization.server.router());
    let connector = HttpConnector::new().expect("a connector");
    let runtime = runtime();
    let floor_client = super::bare::client();
    let figures = rounds(|| {
        let files = Files::new();
        let remote = connect(&connector, replay.url(), &organization.token);
        let (engine, handle) = Engine::new(files.parts(&remote));
        let mut stale = handle.stale();
        let mut reading = None;
        let candidate = seconds(|| {
            reading = Some(thread::spawn(|| {
                let runtime = super::organization::runtime();
                runtime.block_on(engine.run());
            }));
            runtime.block_on(first_rows(&mut stale, &files.cache));
        });
        handle.stop();
        let ended = reading.expect("an engine").join();
        ended.expect("an engine that ended by itself");
        let pages = replay.pages_of_users();
        let mut bare = Bare::new();
        let floor = seconds(|| {
            let token = &organization.token;
            let read = bare.read(&runtime, &floor_client, replay.url(), &pages[..1], token);
            assert!(read >= ROWS as usize, "the first rows and more");
        });
        Round { candidate, floor }
    });
    vec![Line {
        bar: BAR,
        variant: format!("{} users", setting.users),
        unit: Unit::Seconds,
        figures,
        also: None,
    }]
}

/// Waits as the window does: whenever users read differently, it asks for its rows again.
async fn first_rows(stale: &mut Receiver<Topic>, cache: &Cache) {
    loop {
        match stale.recv().await {
            Ok(Topic::Users) | Err(RecvError::Lagged(_)) => {}
            Ok(_) => continue,
            Err(RecvError::Closed) => panic!("the engine ended before anything was read"),
        }
        let window = cache.window(&UserQuery::default(), 0, ROWS);
        if window.expect("a window").rows.len() == ROWS as usize {
            return;
        }
    }
}
