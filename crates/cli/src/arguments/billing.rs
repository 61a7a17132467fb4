//! `billing` and `invoices` as they may be written.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand};

use super::Deliberate;

#[derive(Debug, Subcommand)]
pub(crate) enum Billing {
    /// Show who is billed, how it is paid, the plan and its seats, changes that wait laid over them
    Show,
    /// Change who is billed, those attributes that are given
    Edit(EditBilling),
    /// Change the plan, the seats, or both
    ChangeSubscription(ChangeSubscription),
    /// Cancel the subscription: at once, with the server alone
    CancelSubscription(Deliberate),
    /// Let the subscription go on that ends or has ended: at once, with the server alone
    ResumeSubscription,
}

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("changes").required(true).multiple(true)
    .args(["company", "address", "tax_id", "contact"])))]
pub(crate) struct EditBilling {
    /// The company that is billed; empty for none
    #[arg(long, value_name = "NAME")]
    pub(crate) company: Option<String>,
    /// Its postal address, which may have several lines; empty for none
    #[arg(long)]
    pub(crate) address: Option<String>,
    /// Its tax id; empty for none
    #[arg(long, value_name = "ID")]
    pub(crate) tax_id: Option<String>,
    /// The e-mail address that invoices go to; empty for none
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) contact: Option<String>,
}

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("changes").required(true).multiple(true).args(["plan", "seats"])))]
pub(crate) struct ChangeSubscription {
    /// The plan's value, as `billing show` lists them
    #[arg(long)]
    pub(crate) plan: Option<String>,
    /// How many seats, from those in use to 1,000,000
    #[arg(long, value_name = "N")]
    pub(crate) seats: Option<String>,
    /// Show what it would cost and when it would begin, and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Invoices {
    /// List invoices, the newest first
    List(ListInvoices),
    /// Write an invoice as a page to print
    Download(DownloadInvoice),
}

#[derive(Debug, Args)]
pub(crate) struct ListInvoices {
    /// At most so many
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<u32>,
}

#[derive(Debug, Args)]
pub(crate) struct DownloadInvoice {
    /// Its number or id
    pub(crate) invoice: String,
    /// Write into this file, whole or not at all, for its owner alone; - is standard output
    /// [default: invoice-NUMBER.html in this folder]
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}
