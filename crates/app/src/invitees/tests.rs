//! Every way in which people write down whom to add.

use proptest::prelude::*;

use super::*;

fn file(text: &str) -> Invitees {
    Invitees::read(text.as_bytes(), None).unwrap()
}

fn paste(text: &str) -> Result<Invitees, Failure> {
    Invitees::read(text.as_bytes(), None)
}

/// Line, address, name and role of those who could be read.
fn people(invitees: &Invitees) -> Vec<(u32, &str, &str, &str)> {
    let lines = invitees.lines.iter();
    lines
        .filter_map(|line| line.read.as_ref().ok().map(|read| (line.number, read)))
        .map(|(number, read)| {
            let role = read.role.map_or("", Role::as_str);
            (
                number,
                read.address.as_str(),
                read.name.as_deref().unwrap_or_default(),
                role,
            )
        })
        .collect()
}

/// Line, field and reason of those who could not.
fn refused(invitees: &Invitees) -> Vec<(u32, &str, &str)> {
    let lines = invitees.lines.iter();
    lines
        .filter_map(|line| line.read.as_ref().err().map(|why| (line.number, why)))
        .map(|(number, why)| (number, why.field.as_str(), why.reason.as_str()))
        .collect()
}

const ANA: (u32, &str, &str, &str) = (1, "ana@x.com", "", "");
const BEN: (u32, &str, &str, &str) = (1, "ben@x.com", "", "");

#[test]
fn a_pasted_list_is_read_by_whatever_separates_it() {
    for separators in [", ", ";", " ", "\t", " | ", "，", ",\t;  "] {
        let list = paste(&format!("ana@x.com{separators}ben@x.com{separators}"));
        assert_eq!(
            people(&list.unwrap()),
            [ANA, BEN],
            "{separators:?} separates"
        );
    }
    let list = paste("ana@x.com\r\n\r\n  ben@x.com\rcai@x.com\n").unwrap();
    let numbers: Vec<u32> = list.lines.iter().map(|line| line.number).collect();
    assert_eq!(numbers, [1, 3, 4], "blank lines count as lines");
}

#[test]
fn a_name_stands_beside_its_address_in_any_usual_way() {
    for written in [
        "Ana Ruiz <ana@x.com>",
        "\"Ana Ruiz\" <ana@x.com>",
        "Ana Ruiz ana@x.com",
        "ana@x.com Ana Ruiz",
        "• Ana Ruiz <ana@x.com>;",
    ] {
        let list = paste(written).unwrap();
        let name = people(&list)[0].2.trim_start_matches("• ");
        assert_eq!(
            (name, people(&list)[0].1),
            ("Ana Ruiz", "ana@x.com"),
            "{written}"
        );
    }
    let list =
        paste("Ruiz, Ana <ana@x.com>; \"Meyer, Ben\" <ben@x.com>, <cai@x.com> Dee <dee@x.com>")
            .unwrap();
    assert_eq!(
        people(&list),
        [
            (1, "ana@x.com", "Ruiz, Ana", ""),
            (1, "ben@x.com", "Meyer, Ben", ""),
            (1, "cai@x.com", "", ""),
            (1, "dee@x.com", "Dee", ""),
        ],
        "a comma may belong to a name"
    );
    let list = paste("'ana@x.com' <ana@x.com>").unwrap();
    assert_eq!(people(&list), [ANA], "an address is no name");
    let list = paste("\"ana ruiz\"@x.com, ben@x.com").unwrap();
    assert_eq!(
        people(&list)[0].1,
        "\"ana ruiz\"@x.com",
        "a quoted local part stays whole"
    );
}

#[test]
fn a_table_is_read_by_its_header_whatever_the_delimiter() {
    for delimiter in [',', ';', '\t', '|'] {
        let text = ["Role", "E-Mail", "Display name", "Department"].join(&delimiter.to_string())
            + "\n"
            + &["User Admin", "ana@x.com", "\"Ruiz, Ana; | x\"", "HR"].join(&delimiter.to_string());
        let read = file(&text);
        assert_eq!(
            people(&read),
            [(2, "ana@x.com", "Ruiz, Ana; | x", "user_admin")],
            "{delimiter:?} separates"
        );
        assert!(read.how.ends_with("Not used: Department."), "{}", read.how);
    }
    let read = file("sep=;\nuserName;given name;Family-Name\nana@x.com;Ana;Ruiz\n");
    assert_eq!(
        people(&read),
        [(3, "ana@x.com", "Ana Ruiz", "")],
        "{}",
        read.how
    );
    assert_eq!(
        read.how, "Read as cells separated by semicolons: e-mail, name.",
        "what was understood is said"
    );
    let read = file("email\nana@x.com\nben@x.com");
    assert_eq!(people(&read).len(), 2, "one column is a table too");
}

#[test]
fn a_table_without_a_header_is_read_by_what_stands_in_it() {
    let read = file("Ana Ruiz;ana@x.com;member\nBen;ben@x.com;admin\n");
    assert_eq!(
        people(&read),
        [
            (1, "ana@x.com", "Ana Ruiz", "member"),
            (2, "ben@x.com", "Ben", "admin")
        ],
        "the columns speak for themselves"
    );
    let read = paste("Ana\tana@x.com\nBen\tben@x.com").unwrap();
    assert_eq!(
        people(&read)[1],
        (2, "ben@x.com", "Ben", ""),
        "cells copied from a sheet"
    );
    let read = file("Ana;HR;ana@x.com\nBen;IT;ben@x.com\n");
    assert_eq!(
        people(&read)[0],
        ANA,
        "which column is the name can't be told, so none is"
    );
    assert!(
        read.how.contains("Not used: column 1, column 2"),
        "{}",
        read.how
    );
}

#[test]
fn what_is_wrong_is_told_by_line_and_field() {
    let read = file(
        "email,name,role\nana@x.com,Ana,owner\nben,Ben,\ncai@x.com,\u{200b},\ndee@x.com,Dee,admin,extra\n\n\
         eve@x.com,Eve\n\"fay@x.com, gil@x.com\",,\n",
    );
    assert_eq!(
        people(&read),
        [(7, "eve@x.com", "Eve", "")],
        "a short line is fine"
    );
    let told: Vec<_> = refused(&read)
        .into_iter()
        .map(|(line, field, _)| (line, field))
        .collect();
    assert_eq!(
        told,
        [
            (2, "role"),
            (3, "address"),
            (4, "name"),
            (5, "line"),
            (8, "address")
        ],
        "each by its own line and field"
    );
    assert!(
        refused(&read)[4].2.contains("Several"),
        "two in a cell are two people"
    );
    assert_eq!(
        read.lines[0].written.role, "owner",
        "what was written is kept"
    );
}

#[test]
fn an_unclosed_quote_costs_its_own_line_and_no_other() {
    let read = file("email,name\nana@x.com,Ana\nben@x.com,\"Ben\ncai@x.com,Cai\ndee@x.com,\"Dee\n");
    assert!(
        refused(&read).iter().any(|(line, ..)| *line == 3),
        "the line where it opens is named: {read:?}"
    );
    let read = file("email,name\nana@x.com,Ana\nben@x.com,\"Ben\ncai@x.com,Cai\ndee@x.com,Dee\n");
    let lines: Vec<_> = people(&read).iter().map(|person| person.0).collect();
    assert_eq!(lines, [2, 4, 5], "the others are read");
    assert_eq!(refused(&read)[0].0, 3);
    assert!(refused(&read)[0].2.contains("never closed"), "{read:?}");
    let read = file("email,workspaces\nana@x.com,\"Design\nLegal\"\nben@x.com,\n");
    assert_eq!(people(&read).len(), 2, "a cell may have several lines");
    assert_eq!(people(&read)[1].0, 4, "and they are counted");
}

#[test]
fn doubles_are_told_with_the_first_line_of_the_address() {
    let read = file("ana@x.com\nBEN@x.com\nAna@X.com\nzoe\u{308}@x.com\nzo\u{eb}@x.com\nana@x.com");
    let doubles: Vec<_> = read.lines.iter().map(|line| line.double_of).collect();
    assert_eq!(
        doubles,
        [None, None, Some(1), None, Some(4), Some(1)],
        "case and composition make no other address"
    );
}

#[test]
fn there_is_an_end_to_what_is_read() {
    let code = |read: Result<Invitees, Failure>| read.unwrap_err().code;
    assert_eq!(code(Invitees::read(b" \n\n", None)), "no_people");
    assert_eq!(
        code(Invitees::read(&vec![b'x'; LARGEST + 1], None)),
        "file_too_large"
    );
    let many = |end: usize| {
        (0..end)
            .map(|n| format!("p{n}@x.com\n"))
            .collect::<String>()
    };
    assert_eq!(code(paste(&many(MOST + 1))), "too_many_people");
    assert_eq!(paste(&many(MOST)).unwrap().lines.len(), MOST);
    assert_eq!(
        code(paste(&"a@x.com ".repeat(MOST + 1))),
        "too_many_people",
        "in one line as well"
    );
}

#[test]
fn a_million_columns_are_one_line_that_is_refused() {
    let read = file(&format!(
        "email,name\nana@x.com,Ana{}\nben@x.com,Ben\n",
        ",x".repeat(1_000_000)
    ));
    assert_eq!(
        people(&read),
        [(3, "ben@x.com", "Ben", "")],
        "the others are read"
    );
    assert!(
        refused(&read)[0].2.contains("1,000,002 cells"),
        "{:?}",
        refused(&read)[0]
    );
    let read = Invitees::read("a,".repeat(1_000_000).as_bytes(), None);
    assert_eq!(
        read.unwrap_err().code,
        "too_many_people",
        "without a header too"
    );
}

#[test]
fn a_formula_is_text() {
    let read = file("email,name\n=cmd@x.com,=1+1\n");
    assert_eq!(
        people(&read),
        [(2, "=cmd@x.com", "=1+1", "")],
        "nothing runs here"
    );
}

/// Text that has to do with lists: separators, quotes and brackets in every order.
fn lists() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("ana@x.com".to_owned()),
        Just("Ana".to_owned()),
        Just("email".to_owned()),
        "[,;\t| \n\r\"<>@\\\\']{1,3}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_makes_reading_panic_and_lines_stay_in_order(text in lists()) {
        if let Ok(read) = paste(&text) {
            let numbers: Vec<u32> = read.lines.iter().map(|line| line.number).collect();
            prop_assert!(numbers.is_sorted(), "lines are told in their order");
        }
    }

    #[test]
    fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = Invitees::read(&bytes, None);
    }

    #[test]
    fn everything_in_a_list_is_accounted_for_exactly_once(text in lists()) {
        let plain = encoding::with_plain_line_ends(&text);
        let count = |text: &str, letter: char| text.matches(letter).count();
        let lines = list::read(&plain);
        for letter in ['@', 'x', 'A'] {
            let told: usize = lines
                .iter()
                .map(|line| count(&line.written.address, letter) + count(&line.written.name, letter))
                .sum();
            prop_assert_eq!(told, count(&plain, letter), "nothing is lost, nothing doubled: {:?}", lines);
        }
    }

    #[test]
    fn every_line_of_a_table_without_quotes_is_accounted_for(rows in prop::collection::vec("[a-z@;. ]{0,20}", 1..30)) {
        let text = format!("email;name\n{}", rows.join("\n"));
        let wanted: Vec<u32> = (2..)
            .zip(&rows)
            .filter(|(_, row)| row.contains(|letter| letter != ';' && letter != ' '))
            .map(|(number, _)| number)
            .collect();
        let told = paste(&text)
            .map(|read| read.lines.iter().map(|line| line.number).collect::<Vec<_>>())
            .unwrap_or_default();
        prop_assert_eq!(told, wanted, "each line once");
    }
}
