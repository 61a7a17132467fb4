//! Billing: who is billed, plan and seats, invoices.

use rollcall_app::view::{
    BillingView, Confirm, InvoiceView, InvoicesWindow, Receipt, SaveSettings, SubscriptionPreview,
    SubscriptionWish,
};
use rollcall_language::say;
use tauri::{State, WebviewWindow, command};

use super::users::UNDO;
use crate::program::{Answer, Program};
use crate::{browser, save_dialog};

#[command]
pub(crate) async fn billing(
    program: State<'_, Program>,
    organization: String,
) -> Answer<BillingView> {
    program.app().await?.billing(organization.parse()?).await
}

#[command]
pub(crate) async fn save_billing(
    program: State<'_, Program>,
    organization: String,
    save: SaveSettings,
) -> Answer<Receipt> {
    program
        .app()
        .await?
        .save_billing(organization.parse()?, &save, Some(UNDO))
        .await
}

#[command]
pub(crate) async fn preview_subscription(
    program: State<'_, Program>,
    organization: String,
    wish: SubscriptionWish,
) -> Answer<SubscriptionPreview> {
    program
        .app()
        .await?
        .preview_subscription(organization.parse()?, &wish)
        .await
}

#[command]
pub(crate) async fn change_subscription(
    program: State<'_, Program>,
    organization: String,
    save: SaveSettings,
) -> Answer<Receipt> {
    program
        .app()
        .await?
        .change_subscription(organization.parse()?, &save, Some(UNDO))
        .await
}

#[command]
pub(crate) async fn cancel_view(
    program: State<'_, Program>,
    organization: String,
) -> Answer<Confirm> {
    program
        .app()
        .await?
        .cancel_view(organization.parse()?)
        .await
}

#[command]
pub(crate) async fn cancel_subscription(
    program: State<'_, Program>,
    organization: String,
    typed: String,
) -> Answer<String> {
    program
        .app()
        .await?
        .cancel_subscription(organization.parse()?, &typed)
        .await
}

#[command]
pub(crate) async fn resume_subscription(
    program: State<'_, Program>,
    organization: String,
) -> Answer<String> {
    program
        .app()
        .await?
        .resume_subscription(organization.parse()?)
        .await
}

#[command]
pub(crate) async fn invoices(
    program: State<'_, Program>,
    organization: String,
    offset: u32,
    limit: u32,
) -> Answer<InvoicesWindow> {
    program
        .app()
        .await?
        .invoices(organization.parse()?, offset, limit)
        .await
}

#[command]
pub(crate) async fn invoice(
    program: State<'_, Program>,
    organization: String,
    invoice: String,
) -> Answer<InvoiceView> {
    program
        .app()
        .await?
        .invoice(organization.parse()?, &invoice)
        .await
}

/// Answers nothing when the person names no file.
#[command]
pub(crate) async fn save_invoice(
    window: WebviewWindow,
    program: State<'_, Program>,
    organization: String,
    invoice: String,
) -> Answer<Option<String>> {
    let app = program.app().await?;
    let organization = organization.parse()?;
    let file = app.invoice_file(organization, &invoice).await?;
    let title = say!("dialog-invoice");
    let Some(path) = save_dialog::ask(&window, &title, &file.name).await else {
        return Ok(None);
    };
    app.save_invoice(organization, &file, &path).map(Some)
}

#[command]
pub(crate) async fn open_payment_page(
    program: State<'_, Program>,
    organization: String,
) -> Answer<()> {
    let page = program
        .app()
        .await?
        .payment_page(organization.parse()?)
        .await?;
    browser::open(&page)
}
