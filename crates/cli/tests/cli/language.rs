//! The language of the environment: people read it in tables, notes and help; what programs read is the same
//! in every one.

use std::collections::{BTreeMap, BTreeSet};

use rollcall_model::Role;

use crate::support::{Desk, Done, text};

const GERMAN: (&str, &str) = ("LC_ALL", "de_DE.UTF-8");

impl Desk {
    /// Runs the program for a German reader.
    fn in_german(&self, arguments: &[&str]) -> Done {
        self.run_with(arguments, "", &[GERMAN])
    }

    /// Checks that an answer, and what is said beside it, is the same for a German reader.
    fn same_in_german(&self, arguments: &[&str]) {
        let (english, german) = (self.run(arguments), self.in_german(arguments));
        assert_eq!(german.status, english.status, "{arguments:?}");
        assert_eq!(german.out, english.out, "{arguments:?}");
        assert_eq!(german.err, english.err, "{arguments:?}");
    }

    /// A place for a file, beside the profile.
    fn beside(&self, name: &str) -> String {
        self.home().with_file_name(name).display().to_string()
    }
}

#[test]
fn people_read_the_language_of_their_environment() {
    let mut desk = Desk::synced(50, Role::Admin);
    let listed = desk.in_german(&["users", "list"]).succeeded();
    let head = listed.out.lines().next().unwrap();
    let titles: Vec<&str> = head.split_whitespace().take(3).collect();
    assert_eq!(titles, ["NAME", "E-MAIL", "ROLLE"], "{head}");
    assert!(listed.out.contains("  Abrechnungs-Admin  "), "{listed:?}");
    assert!(listed.out.contains("  gesperrt  "), "{listed:?}");
    assert!(
        listed.err.starts_with("50 von 50 Benutzern, Stand 20"),
        "{listed:?}"
    );

    let me = desk.in_german(&["whoami"]).succeeded();
    assert!(me.out.contains("\nRolle"), "{me:?}");
    let none = desk.in_german(&["outbox", "conflicts"]).succeeded();
    assert_eq!(none.err, "Nichts ist im Konflikt.\n");
    let unknown = desk.in_german(&["workspaces", "show", "Nirgends"]);
    assert_eq!(unknown.status, 1, "{unknown:?}");
    assert_eq!(
        unknown.err,
        "Kein Arbeitsbereich heißt Nirgends. Welche es gibt, zeigt: rollcall-cli workspaces list\n"
    );
    let unmeant = desk.in_german(&["users", "export"]);
    assert_eq!(unmeant.status, 2, "{unmeant:?}");
    assert!(unmeant.err.starts_with("Ein Export ist CSV"), "{unmeant:?}");

    let ana = desk.somebody(Role::UserAdmin);
    let (name, email) = (text(&ana["name"]), text(&ana["email"]));
    desk.server.stop();
    let queued = desk
        .in_german(&["users", "set-role", &email, "member"])
        .succeeded();
    let said = format!(
        "Vorgemerkt. Im Postausgang: {name}, Benutzer-Admin → Mitglied. Auf dem Server hat sich nichts \
         geändert.\n"
    );
    assert_eq!(queued.out, said);
    let outbox = desk.in_german(&["outbox", "list"]).succeeded();
    assert!(outbox.out.starts_with("KENNUNG  "), "{outbox:?}");
    assert!(outbox.out.contains("  wartet  "), "{outbox:?}");

    let other = desk.run_with(&["outbox", "list"], "", &[("LC_ALL", "fr_FR.UTF-8")]);
    let english = desk.run(&["outbox", "list"]);
    assert_eq!(other.out, english.out, "a language without a catalogue");
    assert!(english.out.starts_with("ID  "), "{english:?}");
}

#[test]
fn a_refusal_is_said_in_the_language_of_the_environment() {
    let desk = Desk::synced(20, Role::BillingAdmin);
    let denied = desk.in_german(&["can", "users.set_role"]);
    assert_eq!(denied.status, 1, "{denied:?}");
    let said = "Abrechnungs-Admins können keine Rollen ändern. Fragen Sie einen Admin";
    assert!(denied.out.starts_with(said), "{denied:?}");
    let refused = desk.in_german(&["billing", "cancel-subscription", "--yes"]);
    assert_eq!(refused.status, 1, "{refused:?}");
    let said = "Abrechnungs-Admins können das Abonnement nicht kündigen.\n";
    assert!(refused.err.starts_with(said), "{refused:?}");
}

#[test]
fn what_programs_read_is_the_same_in_every_environment() {
    let mut desk = Desk::synced(50, Role::Admin);
    let user_admin = text(&desk.somebody(Role::UserAdmin)["email"]);
    let member = text(&desk.somebody(Role::Member)["email"]);
    let report = desk.beside("report.json");
    desk.server.stop();
    desk.run(&["users", "set-role", &user_admin, "member"])
        .succeeded();
    let commands: &[&[&str]] = &[
        &["organizations"],
        &["whoami"],
        &["users", "list"],
        &["users", "show", &user_admin],
        &["users", "suspend", &member, &user_admin, "--dry-run"],
        &["users", "suspend"],
        &[
            "users",
            "replace-email",
            &member,
            "new@example.com",
            "--dry-run",
        ],
        &[
            "users",
            "export",
            "--columns",
            "name,role,last_active,state",
        ],
        &["workspaces", "list"],
        &["workspaces", "show", "Nowhere"],
        &["organization", "show"],
        &["organization", "delete", "--dry-run"],
        &["billing", "show"],
        &[
            "billing",
            "change-subscription",
            "--seats",
            "900",
            "--dry-run",
        ],
        &["invoices", "list", "--limit", "3"],
        &["outbox", "list"],
        &["outbox", "plan"],
        &["outbox", "conflicts"],
        &["outbox", "resolve", "mine", "--all"],
        &["journal", "list"],
        &["journal", "verify"],
        &["can", "users.delete", &member],
        &["access", &member],
        &["doctor", "--report", &report],
        &["--organization", "Nowhere", "sync"],
    ];
    for command in commands {
        desk.same_in_german(&[&["--format", "json"], *command].concat());
    }
    for command in [
        &["users", "list"][..],
        &["outbox", "list"],
        &["can", "users.delete", &member],
        &["access", &member],
    ] {
        desk.same_in_german(&[&["--format", "csv"], command].concat());
    }
}

/// Lines of a help that are clap's own: headings, how a command is written, and what options take.
fn is_of_clap(line: &str) -> bool {
    let begins = ["Usage:", "-", "<", "[", "help  ", "Print "];
    line.is_empty() || line.ends_with(':') || begins.iter().any(|own| line.starts_with(own))
}

#[test]
fn the_help_of_every_command_is_in_the_language_of_the_environment() {
    let desk = Desk::new(1);
    let mut next: Vec<Vec<String>> = vec![vec![]];
    let mut looked_at = 0;
    while let Some(command) = next.pop() {
        let mut asked: Vec<&str> = command.iter().map(String::as_str).collect();
        asked.push("--help");
        let english = desk.run(&asked).succeeded().out;
        let german = desk.in_german(&asked).succeeded().out;
        let spoken: BTreeSet<&str> = english.lines().map(str::trim).collect();
        let left: Vec<&str> = german
            .lines()
            .map(str::trim)
            .filter(|line| spoken.contains(line) && !is_of_clap(line))
            .collect();
        assert!(left.is_empty(), "{command:?}: {left:#?}");
        let (_, commands) = english.split_once("\nCommands:\n").unwrap_or_default();
        let names = commands
            .lines()
            .take_while(|line| !line.is_empty())
            .filter_map(|line| line.strip_prefix("  ")?.split(' ').next())
            .filter(|name| !name.is_empty() && *name != "help");
        next.extend(names.map(|name| [&command[..], &[name.to_owned()]].concat()));
        looked_at += 1;
    }
    assert!(looked_at > 60, "every command, and not only {looked_at}");
}

#[test]
fn the_manual_is_english_in_every_environment() {
    let desk = Desk::new(1);
    let [english, german] = ["english", "german"].map(|name| desk.beside(name));
    desk.run(&["manual", &english]).succeeded();
    desk.in_german(&["manual", &german]).succeeded();
    let pages = |folder: &str| -> BTreeMap<_, _> {
        let entries = std::fs::read_dir(folder).unwrap();
        let paths = entries.map(|entry| entry.unwrap().path());
        paths
            .map(|path| {
                let name = path.file_name().unwrap().to_owned();
                (name, std::fs::read_to_string(path).unwrap())
            })
            .collect()
    };
    let english = pages(&english);
    assert!(!english.is_empty(), "there are pages");
    assert_eq!(pages(&german), english);
}
