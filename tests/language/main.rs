//! Holds Rust to the catalogue: what it says stands there, all of that is said, and no sentence for people
//! stands anywhere else.

#![expect(
    clippy::expect_used,
    reason = "a test that can't go on fails, and says at what"
)]

mod exceptions;
mod sentence;
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use rollcall_language::{Language, Surface, speak};
use rollcall_model::Role;
use rollcall_policy::{Action, Rule};
use syn::visit::Visit;

use crate::exceptions::EXCEPTIONS;
use crate::source::{At, Said, Source};

/// Where the code of the product begins. The server speaks English.
const ROOTS: &[&str] = &[
    "crates/model/src/lib.rs",
    "crates/policy/src/lib.rs",
    "crates/cache/src/lib.rs",
    "crates/sync/src/lib.rs",
    "crates/vault/src/lib.rs",
    "crates/remote/src/lib.rs",
    "crates/app/src/lib.rs",
    "crates/cli/src/main.rs",
    "src-tauri/lib.rs",
    "src-tauri/main.rs",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(root().join(path))
        .unwrap_or_else(|cause| panic!("{} can be read: {cause}", path.display()))
}

/// Every file of the product, and what it holds; modules of tests are left out.
static SOURCES: LazyLock<BTreeMap<String, Source>> = LazyLock::new(|| {
    let mut found = BTreeMap::new();
    let mut next: Vec<PathBuf> = ROOTS.iter().map(PathBuf::from).collect();
    while let Some(path) = next.pop() {
        let code = syn::parse_file(&read(&path))
            .unwrap_or_else(|cause| panic!("{} is Rust: {cause}", path.display()));
        let mut source = Source::default();
        source.visit_file(&code);
        let stem = path.file_stem().expect("a file has a name");
        let above = path.parent().expect("a file is in a folder");
        let folder = match stem.to_str() {
            Some("lib" | "main" | "mod") => above.to_owned(),
            _ => above.join(stem),
        };
        for module in &source.modules {
            let beside = folder.join(format!("{module}.rs"));
            let within = folder.join(module).join("mod.rs");
            next.push(if root().join(&beside).exists() {
                beside
            } else {
                within
            });
        }
        found.insert(path.display().to_string().replace('\\', "/"), source);
    }
    found
});

/// The files of Rust's half of a language's catalogue.
fn files(tag: &str) -> BTreeSet<String> {
    fs::read_dir(root().join("locales").join(tag))
        .expect("the folder of a language can be read")
        .map(|entry| entry.expect("the entry can be read").path())
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .filter(|name| !name.starts_with("window-"))
        .collect()
}

/// Every sentence of Rust's half by its id, with the names of what it is told.
///
/// The interface's tests read the files by Fluent's own grammar; ids and variables are found without.
fn catalogue() -> BTreeMap<String, BTreeSet<String>> {
    let is_of_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files("en") {
        let text = read(&Path::new("locales/en").join(format!("{file}.ftl")));
        let mut id = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|first: char| first.is_ascii_lowercase()) {
                let (own, _) = line.split_once(" =").expect("an id, and its sentence");
                own.clone_into(&mut id);
                found.entry(id.clone()).or_default();
            }
            for variable in line.split('$').skip(1) {
                let name: String = variable.chars().take_while(|c| is_of_name(*c)).collect();
                found.entry(id.clone()).or_default().insert(name);
            }
        }
    }
    found
}

#[test]
fn what_is_said_stands_in_the_catalogue_and_is_told_what_it_needs() {
    let catalogue = catalogue();
    let mut wrong = Vec::new();
    for (file, source) in &*SOURCES {
        for At {
            line,
            is: Said { id, told },
        } in &source.said
        {
            match catalogue.get(id) {
                None => wrong.push(format!("{file}:{line}: there is no {id}")),
                Some(needed) if needed != told => {
                    wrong.push(format!("{file}:{line}: {id} needs {needed:?}"));
                }
                Some(_) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_catalogue_has_no_sentence_that_nobody_says() {
    let said: BTreeSet<&str> = SOURCES
        .values()
        .flat_map(|source| &source.said)
        .map(|at| at.is.id.as_str())
        .collect();
    let unsaid: Vec<String> = catalogue()
        .into_keys()
        .filter(|id| !said.contains(id.as_str()))
        .collect();
    assert!(unsaid.is_empty(), "{unsaid:#?}");
}

#[test]
fn every_file_of_the_catalogue_is_built_in() {
    let code = read(Path::new("crates/language/src/catalogue.rs"));
    let (_, list) = code.split_once("files!($tag: ").expect("the list of files");
    let (list, _) = list.split_once(')').expect("the end of the list");
    let built_in: BTreeSet<String> = list
        .split_whitespace()
        .map(|name| name.trim_matches('"').to_owned())
        .collect();
    let known: BTreeSet<String> = Language::ALL
        .into_iter()
        .map(|language| language.tag().to_owned())
        .collect();
    let folders = fs::read_dir(root().join("locales")).expect("the catalogues");
    let folders: BTreeSet<String> = folders
        .map(|folder| folder.expect("a folder").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    assert_eq!(folders, known, "Rust speaks what the interface offers");
    for tag in &known {
        assert_eq!(files(tag), built_in, "{tag}");
    }
}

/// The server uses the same crates, and its log and what programs read of it is English.
#[test]
fn only_what_people_start_chooses_a_language() {
    for (file, source) in &*SOURCES {
        for line in &source.chosen {
            assert!(
                file.starts_with("src-tauri/") || file == "crates/cli/src/main.rs",
                "{file}:{line} calls speak: it is the window's to choose, and the terminal's"
            );
        }
    }
}

#[test]
fn a_refusal_is_said_in_the_language_that_is_spoken() {
    let refusal = Rule::RoleDenies(Role::UserAdmin, Action::UsersSetRole);
    assert_eq!(refusal.sentence(), "User Admins can't change roles.");
    speak(Language::German, Surface::Window);
    assert_eq!(
        refusal.sentence(),
        "Benutzer-Admins können keine Rollen ändern."
    );
    assert_eq!(Role::Member.to_string(), "Mitglied");
    speak(Language::English, Surface::Window);
    assert_eq!(Role::Member.to_string(), "Member");
}

/// The sentences that stand in a file, without the exceptions.
fn outside<'a>(file: &'a str, source: &'a Source) -> impl Iterator<Item = String> + 'a {
    let excepted = move |text: &str| {
        let mut all = EXCEPTIONS.iter();
        all.any(|(place, texts, _)| {
            file.starts_with(place) && texts.iter().any(|own| is_meant(text, own))
        })
    };
    source
        .outside
        .iter()
        .filter(move |at| !excepted(&at.is))
        .map(move |at| format!("{file}:{}: {}", at.line, at.is))
}

/// Whether an exception means this text.
fn is_meant(text: &str, own: &str) -> bool {
    match own.strip_suffix('…') {
        Some(beginning) => text.starts_with(beginning),
        None => text == own,
    }
}

#[test]
fn no_sentence_stands_outside_of_the_catalogue() {
    let found: Vec<String> = SOURCES
        .iter()
        .flat_map(|(file, source)| outside(file, source))
        .collect();
    assert!(
        found.is_empty(),
        "a sentence for people stands in locales/, and is said by `say!`: {found:#?}"
    );
}

#[test]
fn what_is_excepted_is_there() {
    for (place, texts, _) in EXCEPTIONS {
        for text in *texts {
            let there = SOURCES
                .iter()
                .filter(|(file, _)| file.starts_with(place))
                .any(|(_, source)| source.outside.iter().any(|at| is_meant(&at.is, text)));
            assert!(
                there,
                "{place} holds {text:?} no more: the exception can go"
            );
        }
    }
}
