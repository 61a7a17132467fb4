//! `organizations`: those that this profile is connected to.

use std::io::Write;

use rollcall_app::App;
use rollcall_app::view::OrganizationCard;
use rollcall_language::say;
use serde::Serialize;

use crate::output::{Cell, Output, Record, Title, Titled};
use crate::stop::Stop;

/// An organization of the profile.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Organization {
    id: String,
    name: String,
    url: String,
    /// In words; absent while unknown.
    role: Option<String>,
}

impl From<OrganizationCard> for Organization {
    fn from(card: OrganizationCard) -> Self {
        Self {
            id: card.id,
            name: card.name,
            url: card.url,
            role: card.role,
        }
    }
}

impl Record for Organization {
    const COLUMNS: &'static [&'static str] = &["name", "role", "url", "id"];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(&self.name),
            Cell::from(&self.role),
            Cell::from(&self.url),
            Cell::from(&self.id),
        ]
    }
}

impl Titled for Organization {
    const TITLES: &'static [Title] = &[
        || say!("column-name"),
        || say!("column-role"),
        || say!("column-url"),
        || say!("column-id"),
    ];
}

#[derive(Serialize)]
struct Head {}

pub(crate) async fn run(app: &App, output: &mut Output<impl Write>) -> Result<(), Stop> {
    let mut organizations = Vec::new();
    for card in app.organizations().await? {
        organizations.push(Organization {
            role: role(app, &card).await,
            ..card.into()
        });
    }
    let mut list = output.list("organizations", &Head {})?;
    list.rows(&organizations)?;
    if list.finish()? == 0 {
        crate::note(&say!("terminal-none-connected"));
    }
    Ok(())
}

/// The role held there, in words. An organization that can't be opened is listed all the same.
async fn role(app: &App, card: &OrganizationCard) -> Option<String> {
    if card.role.is_some() {
        return card.role.clone();
    }
    match app.session(card.id.parse().ok()?).await {
        Ok(session) => session.role_title,
        Err(failure) => {
            crate::note(&format!("{}: {failure}", card.name));
            None
        }
    }
}
