//! Bar 1: reading everybody, beside downloading, parsing and inserting the same pages and no more.

use rollcall_remote::HttpConnector;

use super::Setting;
use super::bare::{Bare, client};
use super::organization::{Files, Organization, connect, runtime};
use super::replay::Replay;
use crate::measure::{Round, rounds, seconds};
use crate::report::{Bar, Line, Unit};

const BAR: Bar = Bar {
    number: "1",
    what: "full sync",
    floor: "download + gunzip + typed parse + bare insert of the same pages, encrypted",
    hold: 1.5,
    aim: 1.25,
};

pub(crate) fn run(setting: &Setting) -> Vec<Line> {
    let organization = Organization::new(setting.users, setting.seed);
    let replay = Replay::start(organization.server.router());
    let connector = HttpConnector::new().expect("a connector");
    let runtime = runtime();
    let client = client();
    let figures = rounds(|| {
        let files = Files::new();
        let remote = connect(&connector, replay.url(), &organization.token);
        let mut received = 0;
        let candidate = seconds(|| received = files.pull(&runtime, &remote).read.received);
        assert_eq!(received, u64::from(setting.users), "everybody, each once");
        let pages = replay.pages_of_users();
        let mut bare = Bare::new();
        let floor = seconds(|| {
            let read = bare.read(&runtime, &client, replay.url(), &pages, &organization.token);
            assert_eq!(read, setting.users as usize, "the same users");
        });
        Round { candidate, floor }
    });
    let variant = format!("{} users", setting.users);
    vec![Line {
        bar: BAR,
        variant,
        unit: Unit::Seconds,
        figures,
        also: None,
    }]
}
