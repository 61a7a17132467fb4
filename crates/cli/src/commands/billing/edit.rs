//! `billing edit`: changes who is billed.

use std::io::Write;

use crate::arguments::EditBilling;
use crate::commands::settings::save;
use crate::commands::told::told;
use crate::session::Session;
use crate::stop::Stop;

pub(super) async fn run<W: Write>(session: Session<W>, asked: EditBilling) -> Result<(), Stop> {
    let save = save([
        ("company", asked.company),
        ("address", asked.address),
        ("tax_id", asked.tax_id),
        ("billing_contact", asked.contact),
    ]);
    let (app, organization) = (session.app.clone(), session.organization);
    let receipt = app.save_billing(organization, &save, None).await?;
    told(session, receipt).await
}
