//! The table as a page of the documents, and whether that is up to date.

use std::fmt::Write as _;
use std::path::Path;

use rollcall_model::Role;
use rollcall_policy::{Action, Area};

use super::list::{self, Case, Command, Of, Permission, Request, Way};
use super::trial::verdict;

const WRITE: &str = "ROLLCALL_WRITE_PERMISSIONS";

const ABOVE: &str = "\
# Who may do what

Each permission, of whom or what it is asked, and the verdict for each role: *yes*, or the sentence that
says why not. One function decides, `crates/policy`. A test asks for each of these verdicts through the
window's own bridge, at a terminal and of the server, and finds the same one with the same sentence at each.
Where a door has no way to ask, its reason stands in its place; *within* another permission means that
more is shown at once: who may not see that hears its sentence, and what is denied of the rest is left out. The page is written by that test, which fails
where the page says something else:

```sh
ROLLCALL_WRITE_PERMISSIONS=1 cargo test --workspace --test window permissions
```

What a role may do to nobody is denied before anybody is looked up, by the rule against just that: the
refusal tells nothing of who is there. *The only active Admin* is the one who asks or, for the other
roles, another.
";

/// Compares the page with what is checked in, or writes it where the environment says so.
pub(super) fn compare_or_write() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/permissions.md");
    let page = page();
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(&file, &page).expect("the page can be written");
        return;
    }
    let checked_in = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        checked_in == page,
        "docs/permissions.md is stale: write it anew with {WRITE}=1"
    );
}

fn page() -> String {
    let mut page = ABOVE.to_owned();
    for area in Area::ALL {
        let of_area = || list::all().filter(move |permission| Area::of(permission.action) == area);
        if of_area().next().is_none() {
            continue;
        }
        let _ = write!(page, "\n## {}\n\n| permission | of |", area.title());
        for role in Role::ALL {
            let _ = write!(page, " {role} |");
        }
        page.push_str("\n|---|---|---|---|---|---|\n");
        page.push_str(&rows(of_area()));
        page.push_str("\nHow each is asked for:\n\n| permission | window | terminal | server |\n");
        page.push_str("|---|---|---|---|\n");
        for permission in of_area() {
            page.push_str(&ways(permission));
        }
    }
    page
}

/// A row for each permission and verdict: of whom or what it is given.
fn rows(permissions: impl Iterator<Item = &'static Permission>) -> String {
    let mut rows: Vec<(Action, Vec<String>, [String; 4])> = Vec::new();
    for permission in permissions {
        for of in permission.of {
            let told = Role::ALL.map(|role| match verdict(permission.action, *of, role) {
                Ok(()) => "yes".to_owned(),
                Err(sentence) => sentence,
            });
            let same = rows
                .iter_mut()
                .find(|(action, _, verdicts)| *action == permission.action && *verdicts == told);
            match same {
                Some((_, all, _)) if all.contains(&words(*of)) => {}
                Some((_, all, _)) => all.push(words(*of)),
                None => rows.push((permission.action, vec![words(*of)], told)),
            }
        }
    }
    let written = rows.into_iter().map(|(action, of, verdicts)| {
        format!(
            "| `{action}` | {} | {} |\n",
            of.join(", "),
            verdicts.join(" | ")
        )
    });
    written.collect()
}

/// How a permission is asked for; of whom, where that makes a difference.
fn ways(permission: &Permission) -> String {
    let action = permission.action;
    let ways = list::all().filter(|other| other.action == action).count();
    let of = match ways {
        1 => String::new(),
        _ => format!(
            " ({})",
            permission
                .of
                .iter()
                .copied()
                .map(words)
                .collect::<Vec<_>>()
                .join(", ")
        ),
    };
    format!(
        "| `{action}`{of} | {} | {} | {} |\n",
        way(&permission.window, command),
        way(&permission.terminal, |words| words.join(" ")),
        way(&permission.server, request)
    )
}

/// A way in words, with names for what it is tried on.
fn way<T>(way: &Way<T>, written: impl Fn(T) -> String) -> String {
    match way {
        Way::By(call) => called(*call, written),
        Way::Within(whole, call) => {
            format!("{} (within `{whole}`)", called(*call, written))
        }
        Way::None(why) => format!("- ({why})"),
    }
}

/// A call as each role makes it, which is mostly the same.
fn called<T>(call: fn(&Case) -> T, written: impl Fn(T) -> String) -> String {
    let mut calls = Vec::new();
    for actor in Role::ALL {
        let named = Case {
            actor,
            organization: "ORGANIZATION".to_owned(),
            user: "USER".to_owned(),
            email: "EMAIL".to_owned(),
            role: "ROLE".to_owned(),
            workspace: "WORKSPACE".to_owned(),
            name: "NAME".to_owned(),
            seats: "SEATS".to_owned(),
            operation: "OPERATION".to_owned(),
        };
        let call = format!("`{}`", written(call(&named)));
        if !calls.contains(&call) {
            calls.push(call);
        }
    }
    calls.join(" or ")
}

fn command((name, arguments): Command) -> String {
    let kind = arguments["change"]["action"]["kind"].as_str();
    kind.map_or(name.to_owned(), |kind| format!("{name} {kind}"))
}

fn request(Request { method, path, body }: Request) -> String {
    let attribute = body["Operations"][0]["path"].as_str().map(str::to_owned);
    [Some(method.to_owned()), Some(path), attribute]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

fn words(of: Of) -> String {
    let article = |role: Role| match role {
        Role::Admin => format!("an {role}"),
        _ => format!("a {role}"),
    };
    match of {
        Of::Organization => "the organization".to_owned(),
        Of::Plan => "plan and seats".to_owned(),
        Of::FreeSeats => "the number of free seats".to_owned(),
        Of::All => "all".to_owned(),
        Of::New(role) => format!("a new {role}"),
        Of::User(role) => article(role),
        Of::Suspended(role) => format!("a suspended {role}"),
        Of::Oneself => "oneself".to_owned(),
        Of::LastAdmin => "the only active Admin".to_owned(),
        Of::NewWorkspace => "a new workspace".to_owned(),
        Of::Granted => "a workspace granted".to_owned(),
        Of::NotGranted => "a workspace not granted".to_owned(),
        Of::Settings => "the people of a workspace".to_owned(),
    }
}
