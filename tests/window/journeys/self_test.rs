//! `rollcall --self-test`: what a person on any computer can run to know whether the program works there.

use crate::desk::Desk;

#[test]
fn the_program_says_that_everything_works_here() {
    let desk = Desk::with_keychain();
    let (ended_well, said) = desk.run(&["--self-test"]);
    assert!(ended_well, "{said}");
    for part in ["window", "profile folder", "database", "keychain"] {
        let line = said.lines().find(|line| line.starts_with(part));
        let line = line.unwrap_or_else(|| panic!("it looked at the {part}: {said}"));
        assert!(line.contains("  ok"), "{line}");
    }
    assert!(
        !desk.profile().join("organizations").exists(),
        "the person's own profile is left alone"
    );
}

#[test]
fn without_a_keychain_it_says_what_is_missing_and_what_to_do() {
    let desk = Desk::new();
    let (ended_well, said) = desk.run(&["--self-test"]);
    assert!(!ended_well, "{said}");
    let line = said.lines().find(|line| line.starts_with("keychain"));
    let line = line.unwrap_or_else(|| panic!("it looked at the keychain: {said}"));
    assert!(line.contains("failed"), "{line}");
    assert!(
        line.contains("Install and start a Secret Service"),
        "{line}"
    );
    let rest = said.lines().filter(|line| line.contains("  ok")).count();
    assert_eq!(rest, 3, "everything else works: {said}");
}

#[test]
fn without_a_screen_it_says_so_and_ends() {
    let desk = Desk::new();
    for arguments in [&["--self-test"][..], &[]] {
        let (status, said) = desk.run_without_a_screen(arguments);
        assert_eq!(status, Some(1), "{said}");
        assert!(said.starts_with("There is no screen"), "{said}");
    }
}
