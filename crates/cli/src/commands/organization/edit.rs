//! `organization edit`: changes the organization's information.

use std::io::Write;

use crate::arguments::EditOrganization;
use crate::commands::settings::save;
use crate::commands::told::told;
use crate::session::Session;
use crate::stop::Stop;

pub(super) async fn run<W: Write>(
    session: Session<W>,
    asked: EditOrganization,
) -> Result<(), Stop> {
    let save = save([
        ("display_name", asked.name),
        ("website", asked.website),
        ("time_zone", asked.time_zone),
        ("locale", asked.locale),
    ]);
    let (app, organization) = (session.app.clone(), session.organization);
    let receipt = app.save_general(organization, &save, None).await?;
    told(session, receipt).await
}
