//! `organization show`: the organization's information; to whom the area Billing is closed, who is billed.

use std::io::Write;

use rollcall_app::view::{BillingInformation, GeneralView};
use rollcall_language::say;
use serde::Serialize;

use crate::commands::settings::{Waiting, on_one_line, value, waiting, waiting_cell};
use crate::output::{Cell, Record, Title, Titled};
use crate::session::Session;
use crate::stop::Stop;

/// The information, changes that wait laid over it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Organization {
    name: Option<String>,
    website: Option<String>,
    time_zone: Option<String>,
    locale: Option<String>,
    created: Option<String>,
    /// For whom the area Billing is closed, and who may see this much of it.
    billing: Option<Billing>,
    changes: Vec<Waiting>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Billing {
    company: Option<String>,
    address: Option<String>,
    tax_id: Option<String>,
    contact: Option<String>,
    free_seats: Option<u32>,
}

impl From<GeneralView> for Organization {
    fn from(general: GeneralView) -> Self {
        let settings = general.settings;
        Self {
            name: value(&settings, "display_name"),
            website: value(&settings, "website"),
            time_zone: value(&settings, "time_zone"),
            locale: value(&settings, "locale"),
            created: general.created,
            billing: general.billing.map(Billing::from),
            changes: waiting(settings),
        }
    }
}

impl From<BillingInformation> for Billing {
    fn from(billing: BillingInformation) -> Self {
        let settings = &billing.settings;
        Self {
            company: value(settings, "company"),
            address: value(settings, "address"),
            tax_id: value(settings, "tax_id"),
            contact: value(settings, "billing_contact"),
            free_seats: billing.free_seats,
        }
    }
}

impl Record for Organization {
    const COLUMNS: &'static [&'static str] = &[
        "name",
        "website",
        "time_zone",
        "locale",
        "created",
        "company",
        "address",
        "tax_id",
        "contact",
        "free_seats",
        "changes",
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        let mut cells = vec![
            Cell::from(&self.name),
            Cell::from(&self.website),
            Cell::from(&self.time_zone),
            Cell::from(&self.locale),
            Cell::time(&self.created),
        ];
        cells.extend(match &self.billing {
            Some(billing) => [
                Cell::from(&billing.company),
                Cell::from(on_one_line(billing.address.as_deref().unwrap_or_default())),
                Cell::from(&billing.tax_id),
                Cell::from(&billing.contact),
                Cell::from(billing.free_seats),
            ],
            None => [""; 5].map(Cell::from),
        });
        cells.push(waiting_cell(&self.changes));
        cells
    }
}

impl Titled for Organization {
    const TITLES: &'static [Title] = &[
        || say!("column-name"),
        || say!("column-website"),
        || say!("column-time-zone"),
        || say!("column-locale"),
        || say!("column-created"),
        || say!("column-company"),
        || say!("column-address"),
        || say!("column-tax-id"),
        || say!("column-contact"),
        || say!("column-free-seats"),
        || say!("column-changes"),
    ];
}

pub(super) async fn run<W: Write>(mut session: Session<W>) -> Result<(), Stop> {
    let general = session.app.general(session.organization).await?;
    Ok(session.output.one(&Organization::from(general))?)
}
