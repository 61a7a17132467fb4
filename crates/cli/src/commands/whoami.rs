//! `whoami`: whom the token belongs to, as the server last told, and how old the list is.

use std::io::Write;

use rollcall_app::Failure;
use rollcall_app::view::SessionView;
use rollcall_language::say;
use serde::Serialize;

use crate::output::{Cell, Record, Title, Titled};
use crate::session::Session;
use crate::stop::Stop;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Whoami {
    organization: String,
    url: String,
    id: Option<String>,
    name: Option<String>,
    email: Option<String>,
    role: Option<String>,
    /// When the server last described the organization.
    as_of: Option<String>,
    complete: bool,
    users: u32,
    waiting: u32,
    needs_you: u32,
    #[serde(skip)]
    role_title: Option<String>,
}

impl Record for Whoami {
    const COLUMNS: &'static [&'static str] = &[
        "organization",
        "url",
        "name",
        "email",
        "role",
        "id",
        "as_of",
        "users",
        "waiting",
        "needs_you",
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(&self.organization),
            Cell::from(&self.url),
            Cell::from(&self.name),
            Cell::from(&self.email),
            Cell::from(&self.role_title),
            Cell::from(&self.id),
            Cell::time(&self.as_of),
            self.users.into(),
            self.waiting.into(),
            self.needs_you.into(),
        ]
    }
}

impl Titled for Whoami {
    const TITLES: &'static [Title] = &[
        || say!("column-organization"),
        || say!("column-url"),
        || say!("column-name"),
        || say!("column-email"),
        || say!("column-role"),
        || say!("column-id"),
        || say!("column-as-of"),
        || say!("column-users"),
        || say!("column-waiting"),
        || say!("column-needs-you"),
    ];
}

pub(crate) async fn run<W: Write>(mut session: Session<W>) -> Result<(), Stop> {
    let view = session.app.session(session.organization).await?;
    notices(&view);
    let email = email(&session, &view).await?;
    let whoami = Whoami {
        organization: session.card.name.clone(),
        url: session.card.url.clone(),
        id: view.me,
        name: view.name,
        email,
        role: view.role,
        as_of: view.snapshot.as_of,
        complete: view.snapshot.complete,
        users: view.snapshot.users,
        waiting: view.waiting,
        needs_you: view.needs_you,
        role_title: view.role_title,
    };
    Ok(session.output.one(&whoami)?)
}

/// Says what must be said once.
fn notices(view: &SessionView) {
    view.notices.iter().for_each(|notice| crate::note(notice));
    if let Some(lost) = &view.lost {
        crate::note(&lost.message);
    }
    // A Member is known, and never sees a list.
    if view.snapshot.as_of.is_none() && view.me.is_none() {
        crate::note(&say!("terminal-nothing-read"));
    } else if view.me.is_none() {
        crate::note(&say!("terminal-untold-whose"));
    }
}

/// The address of the signed-in user, once they are in the list, and may see it.
async fn email<W: Write>(
    session: &Session<W>,
    view: &SessionView,
) -> Result<Option<String>, Failure> {
    let Some(me) = &view.me else { return Ok(None) };
    let id = rollcall_app::UserId::new(me);
    match session.app.user_details(session.organization, &id).await {
        Ok(details) => Ok(Some(details.row.email)),
        Err(failure) if matches!(failure.code.as_str(), "unknown_user" | "denied") => Ok(None),
        Err(failure) => Err(failure),
    }
}
