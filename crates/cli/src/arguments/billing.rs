//! `billing` and `invoices` as they may be written.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand};
use rollcall_language::say;

use super::Deliberate;

#[derive(Debug, Subcommand)]
pub(crate) enum Billing {
    #[command(about = say!("help-billing-show"))]
    Show,
    #[command(about = say!("help-billing-edit"))]
    Edit(EditBilling),
    #[command(about = say!("help-billing-change"))]
    ChangeSubscription(ChangeSubscription),
    #[command(about = say!("help-billing-cancel"))]
    CancelSubscription(Deliberate),
    #[command(about = say!("help-billing-resume"))]
    ResumeSubscription,
}

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("changes").required(true).multiple(true)
    .args(["company", "address", "tax_id", "contact"])))]
pub(crate) struct EditBilling {
    #[arg(help = say!("help-billing-company"), long, value_name = "NAME")]
    pub(crate) company: Option<String>,
    #[arg(help = say!("help-billing-address"), long)]
    pub(crate) address: Option<String>,
    #[arg(help = say!("help-billing-tax-id"), long, value_name = "ID")]
    pub(crate) tax_id: Option<String>,
    #[arg(help = say!("help-billing-contact"), long, value_name = "ADDRESS")]
    pub(crate) contact: Option<String>,
}

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("changes").required(true).multiple(true).args(["plan", "seats"])))]
pub(crate) struct ChangeSubscription {
    #[arg(help = say!("help-billing-plan"), long)]
    pub(crate) plan: Option<String>,
    #[arg(help = say!("help-billing-seats"), long, value_name = "N")]
    pub(crate) seats: Option<String>,
    #[arg(help = say!("help-billing-dry-run"), long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Invoices {
    #[command(about = say!("help-invoices-list"))]
    List(ListInvoices),
    #[command(about = say!("help-invoices-download"))]
    Download(DownloadInvoice),
}

#[derive(Debug, Args)]
pub(crate) struct ListInvoices {
    #[arg(help = say!("help-limit"), long, value_name = "N")]
    pub(crate) limit: Option<u32>,
}

#[derive(Debug, Args)]
pub(crate) struct DownloadInvoice {
    #[arg(help = say!("help-invoice"))]
    pub(crate) invoice: String,
    #[arg(help = say!("help-invoice-output"), long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}
