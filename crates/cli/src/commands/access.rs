//! `access`: what a user may do, permission by permission, and why not.

use std::io::Write;

use rollcall_app::view::{AccessExplained, AreaAccess, AreaExplained, PermissionGrant};
use rollcall_language::say;
use serde::Serialize;

use crate::output::{Cell, Record, Title, Titled};
use crate::session::Session;
use crate::stop::Stop;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    user: String,
    role: String,
    summary: String,
    /// What comes before the role: suspended, not accepted.
    first: Option<String>,
    areas: Vec<Area>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Area {
    area: String,
    access: AreaAccess,
    summary: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Permission {
    area: String,
    action: String,
    grant: PermissionGrant,
    reason: Option<String>,
}

impl Record for Permission {
    const COLUMNS: &'static [&'static str] = &["area", "action", "grant", "reason"];

    fn cells(&self) -> Vec<Cell<'_>> {
        let grant = match self.grant {
            PermissionGrant::Allowed => Cell::word("allowed", say!("cell-allowed")),
            PermissionGrant::Limited => Cell::word("limited", say!("cell-limited")),
            PermissionGrant::Denied => Cell::word("denied", say!("cell-denied")),
        };
        vec![
            Cell::from(&self.area),
            Cell::from(&self.action),
            grant,
            Cell::from(&self.reason),
        ]
    }
}

impl Titled for Permission {
    const TITLES: &'static [Title] = &[
        || say!("column-area"),
        || say!("column-action"),
        || say!("column-grant"),
        || say!("column-reason"),
    ];
}

pub(crate) async fn run<W: Write>(mut session: Session<W>, named: &str) -> Result<(), Stop> {
    let user = session.app.find_user(session.organization, named).await?;
    let explained = session
        .app
        .access_explained(session.organization, &user)
        .await?;
    let AccessExplained {
        role,
        summary,
        first,
        areas,
        ..
    } = explained;
    let head = Head {
        user: user.to_string(),
        role,
        summary,
        first,
        areas: areas.iter().map(Area::from).collect(),
    };
    let mut list = session.output.list("permissions", &head)?;
    let rows: Vec<_> = areas.into_iter().flat_map(permissions).collect();
    list.rows(&rows)?;
    list.finish()?;
    for sentence in head.first.iter().chain([&head.summary]) {
        crate::note(sentence);
    }
    Ok(())
}

impl From<&AreaExplained> for Area {
    fn from(area: &AreaExplained) -> Self {
        Self {
            area: area.title.clone(),
            access: area.access,
            summary: area.summary.clone(),
        }
    }
}

fn permissions(area: AreaExplained) -> impl Iterator<Item = Permission> {
    let title = area.title;
    area.permissions
        .into_iter()
        .map(move |permission| Permission {
            area: title.clone(),
            action: permission.action,
            grant: permission.grant,
            reason: permission.reason,
        })
}
