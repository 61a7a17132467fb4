//! Saved views: kept under one name each, and there again after a start.

use crate::people::key;
use rollcall_cache::{Ledger, Location, Mode, StoredView, ViewKept};
use rollcall_model::ViewId;

const MOST: u32 = 3;

fn view(name: &str) -> StoredView {
    StoredView {
        id: ViewId::random(),
        name: name.into(),
        shows: format!("{{\"of\":\"{name}\"}}"),
    }
}

fn ledger() -> Ledger {
    Ledger::open(&Location::Memory, &key(), Mode::Writer)
        .unwrap()
        .store
}

#[test]
fn views_are_listed_by_name_after_the_file_was_closed() {
    let folder = tempfile::tempdir().unwrap();
    let location = Location::Folder(folder.path().to_owned());
    let open = |mode| Ledger::open(&location, &key(), mode).unwrap().store;
    let (admins, pending) = (view("admins"), view("Pending"));
    let writer = open(Mode::Writer);
    for one in [&pending, &admins] {
        assert_eq!(writer.keep_view(one, MOST).unwrap(), ViewKept::Yes);
    }
    drop(writer);
    assert_eq!(
        open(Mode::Reader).views().unwrap(),
        [admins, pending],
        "a second program reads them too"
    );
}

#[test]
fn a_view_is_replaced_under_its_id_and_keeps_its_name_to_itself() {
    let ledger = ledger();
    let (mut mine, other) = (view("Österreich"), view("Admins"));
    for one in [&mine, &other, &mine] {
        assert_eq!(ledger.keep_view(one, MOST).unwrap(), ViewKept::Yes);
    }
    assert_eq!(
        ledger.views().unwrap().len(),
        2,
        "saved twice is saved once"
    );
    mine.name = "ADMINS".into();
    assert_eq!(
        ledger.keep_view(&mine, MOST).unwrap(),
        ViewKept::NameTaken,
        "names are compared without case"
    );
    mine.name = "ÖSTERREICH".into();
    assert_eq!(
        ledger.keep_view(&mine, MOST).unwrap(),
        ViewKept::Yes,
        "its own name is not in its way"
    );
    assert_eq!(ledger.views().unwrap(), [other, mine]);
}

#[test]
fn no_more_are_kept_than_may_be_and_a_forgotten_one_makes_room() {
    let ledger = ledger();
    let all = ["a", "b", "c"].map(view);
    for one in &all {
        assert_eq!(ledger.keep_view(one, MOST).unwrap(), ViewKept::Yes);
    }
    let further = view("d");
    assert_eq!(ledger.keep_view(&further, MOST).unwrap(), ViewKept::TooMany);
    assert_eq!(
        ledger.keep_view(&all[1], MOST).unwrap(),
        ViewKept::Yes,
        "one that is there can be changed"
    );
    ledger.forget_view(all[0].id).unwrap();
    ledger.forget_view(all[0].id).unwrap();
    assert_eq!(ledger.keep_view(&further, MOST).unwrap(), ViewKept::Yes);
}
