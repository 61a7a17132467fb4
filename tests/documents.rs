//! Holds what the documents promise: that every link leads somewhere, to its heading too, and that a test
//! named as proof is there. Also that the version is one, wherever it is told.

#![expect(
    clippy::expect_used,
    reason = "a test that can't go on fails, and says at what"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// A link of a document: its text, and the file and the heading in it that it leads to.
struct Link {
    document: PathBuf,
    text: String,
    target: PathBuf,
    heading: Option<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("a file of the project can be read")
}

/// The README and everything under `docs`.
fn documents() -> Vec<PathBuf> {
    let mut found = vec![root().join("README.md")];
    for folder in ["docs", "docs/decisions"] {
        let listed = fs::read_dir(root().join(folder)).expect("the folder can be listed");
        let files = listed.map(|entry| entry.expect("an entry can be read").path());
        found.extend(files.filter(|path| path.extension().is_some_and(|ext| ext == "md")));
    }
    found
}

/// The links of a document to files of the project.
fn links(document: &Path) -> Vec<Link> {
    let text = read(document);
    let mut links = Vec::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("](") {
        let label = before.rsplit_once('[').map_or("", |(_, label)| label);
        let (address, tail) = after.split_once(')').unwrap_or((after, ""));
        rest = tail;
        if address.contains("://") || address.starts_with("mailto:") {
            continue;
        }
        let (file, heading) = match address.split_once('#') {
            Some((file, heading)) => (file, Some(heading.to_owned())),
            None => (address, None),
        };
        let beside = document.parent().unwrap_or(root());
        links.push(Link {
            document: document.to_owned(),
            text: label.trim_matches('`').to_owned(),
            target: if file.is_empty() {
                document.to_owned()
            } else {
                beside.join(file)
            },
            heading,
        });
    }
    links
}

/// What a link to one of these headings is written with.
fn headings(document: &Path) -> Vec<String> {
    let text = read(document);
    let titles = text.lines().filter(|line| line.starts_with('#'));
    titles
        .map(|title| {
            let words = title.trim_start_matches('#').trim().to_lowercase();
            words
                .chars()
                .filter(|sign| sign.is_alphanumeric() || matches!(sign, ' ' | '-' | '_'))
                .map(|sign| if sign == ' ' { '-' } else { sign })
                .collect()
        })
        .collect()
}

#[test]
fn every_link_of_the_documents_leads_to_a_file_and_its_heading() {
    let dead: Vec<String> = documents()
        .iter()
        .flat_map(|document| links(document))
        .filter(|link| {
            let heading = link.heading.as_ref();
            !link.target.exists()
                || heading.is_some_and(|heading| !headings(&link.target).contains(heading))
        })
        .map(|link| {
            let (from, to) = (link.document.display(), link.target.display());
            format!("{from} → {to} {}", link.heading.unwrap_or_default())
        })
        .collect();
    assert_eq!(dead, Vec::<String>::new(), "a reader is led nowhere");
}

#[test]
fn every_fault_is_held_by_a_test() {
    let text = read(&root().join("docs/reliability.md"));
    let (_, table) = text
        .split_once("## The faults, and what holds each\n")
        .expect("the table of faults is there");
    let table = table.split("\n## ").next().unwrap_or_default();
    let rows: Vec<&str> = table
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| fault"))
        .collect();
    assert!(rows.len() >= 28, "a row for every fault: {}", rows.len());
    for row in rows {
        assert!(row.contains("]("), "held by nothing: {row}");
    }
}

#[test]
fn every_test_that_a_document_names_is_there() {
    let missing: Vec<String> = documents()
        .iter()
        .flat_map(|document| links(document))
        .filter(|link| link.target.extension().is_some_and(|ext| ext == "rs"))
        .filter(|link| !read(&link.target).contains(&format!("fn {}(", link.text)))
        .map(|link| format!("{} in {}", link.text, link.target.display()))
        .collect();
    assert_eq!(
        missing,
        Vec::<String>::new(),
        "a test that is named is there"
    );
}

#[test]
fn the_version_is_the_same_wherever_it_is_told() {
    let version = env!("CARGO_PKG_VERSION");
    let json = |file: &str| -> serde_json::Value {
        serde_json::from_str(&read(&root().join(file))).expect("the file is JSON")
    };
    for file in ["package.json", "package-lock.json"] {
        assert_eq!(json(file)["version"], version, "{file}");
    }
    assert!(
        json("tauri.conf.json").get("version").is_none(),
        "Tauri takes it from Cargo.toml"
    );
    let metainfo = read(&root().join("packaging/linux/app.rollcall.desktop.metainfo.xml"));
    let (_, newest) = metainfo
        .split_once("<release version=\"")
        .expect("a release is described");
    assert!(
        newest.starts_with(&format!("{version}\"")),
        "the newest release is described first"
    );
}
