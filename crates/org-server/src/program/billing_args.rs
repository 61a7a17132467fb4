//! What can be asked of the program about money: plans, the subscription, invoices.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand, ValueEnum};
use rollcall_org_server::InvoiceStatus;
use rust_decimal::Decimal;
use url::Url;

/// The plans that administrators can choose.
#[derive(Debug, Subcommand)]
pub(in crate::program) enum Plan {
    /// List plans: value, name, price of a seat in a month, currency.
    List {
        /// Folder that holds the organization.
        #[arg(long, value_name = "FOLDER")]
        data: PathBuf,
    },
    /// Offer a plan, or change the one of this value. A new price is for the invoices to come.
    Offer {
        /// Folder that holds the organization.
        #[arg(long, value_name = "FOLDER")]
        data: PathBuf,
        /// What the plan is on the wire, as in business.
        #[arg(value_parser = word)]
        value: String,
        /// The name that people read.
        #[arg(long, value_parser = line)]
        name: String,
        /// What a seat costs in a month, as in 12.50.
        #[arg(long, value_name = "PRICE", value_parser = price, allow_negative_numbers = true)]
        seat_price: Decimal,
        /// Currency (ISO 4217), the same for all plans.
        #[arg(long, value_name = "CODE", value_parser = currency)]
        currency: String,
    },
    /// Offer a plan no more.
    Withdraw {
        /// Folder that holds the organization.
        #[arg(long, value_name = "FOLDER")]
        data: PathBuf,
        /// The plan's value, as listed.
        value: String,
    },
}

/// What the organization pays for.
#[derive(Debug, Subcommand)]
pub(in crate::program) enum Subscription {
    /// Show the subscription and how it is paid.
    Show {
        /// Folder that holds the organization.
        #[arg(long, value_name = "FOLDER")]
        data: PathBuf,
    },
    /// Set plan, seats, or where it stands, at once. Without a subscription there is no limit to users.
    Set(SetSubscription),
    /// Write down how invoices are paid, for administrators to read: never a card's number.
    Payment(SetPayment),
}

/// What is to be set; what isn't named stays.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("changes").required(true).multiple(true)
    .args(["plan", "seats", "status", "trial_days"])))]
pub(in crate::program) struct SetSubscription {
    /// Folder that holds the organization.
    #[arg(long, value_name = "FOLDER")]
    pub(super) data: PathBuf,
    /// A plan's value, as listed.
    #[arg(long)]
    pub(super) plan: Option<String>,
    /// How many users may have a seat.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(super) seats: Option<u32>,
    /// Where it stands. A new one is active unless given, and a period begins.
    #[arg(long)]
    pub(super) status: Option<Status>,
    /// For how many days from now a trial lasts.
    #[arg(long, value_name = "DAYS", required_if_eq("status", "trial"),
          value_parser = clap::value_parser!(u16).range(1..=365))]
    pub(super) trial_days: Option<u16>,
}

/// Where the operator may put it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(in crate::program) enum Status {
    /// Free of charge for --trial-days.
    Trial,
    /// Paid; where no period is running, one begins.
    Active,
    /// A payment is due; everything still works.
    PendingPayment,
    /// Nobody can be added, reactivated or invited.
    Frozen,
    /// Ended; nobody can be added, reactivated or invited.
    Cancelled,
}

/// How invoices are paid.
#[derive(Debug, Args)]
pub(in crate::program) struct SetPayment {
    /// Folder that holds the organization.
    #[arg(long, value_name = "FOLDER")]
    pub(super) data: PathBuf,
    /// What people call it, as in "Visa ending in 4242".
    #[arg(long, required_unless_present = "none", value_parser = line)]
    pub(super) label: Option<String>,
    /// The last month in which it is good, as in 2027-04.
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    pub(super) expires: Option<String>,
    /// Where administrators manage it: an https address.
    #[arg(long, value_name = "URL", value_parser = https)]
    pub(super) manage_url: Option<String>,
    /// There is none.
    #[arg(long, conflicts_with_all = ["label", "expires", "manage_url"])]
    pub(super) none: bool,
}

/// What was billed.
#[derive(Debug, Subcommand)]
pub(in crate::program) enum Invoice {
    /// List invoices: number, date, amount, currency, status.
    List {
        /// Folder that holds the organization.
        #[arg(long, value_name = "FOLDER")]
        data: PathBuf,
    },
    /// Write down that an invoice is paid, open or void.
    Mark {
        /// Folder that holds the organization.
        #[arg(long, value_name = "FOLDER")]
        data: PathBuf,
        /// The invoice's number, as listed.
        number: String,
        /// paid, open or void.
        status: InvoiceStatus,
    },
}

fn word(text: &str) -> Result<String, String> {
    let is_word = !text.is_empty()
        && text.len() <= 64
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    is_word
        .then(|| text.to_owned())
        .ok_or_else(|| "use letters, digits, - and _".to_owned())
}

fn line(text: &str) -> Result<String, String> {
    let is_line = text.chars().count() <= 120
        && text.chars().any(rollcall_model::is_visible)
        && !text.contains(char::is_control);
    is_line
        .then(|| text.to_owned())
        .ok_or_else(|| "use one line of at most 120 characters".to_owned())
}

fn price(text: &str) -> Result<Decimal, String> {
    let price: Option<Decimal> = text.parse().ok();
    price
        .filter(|price| !price.is_sign_negative() && price.scale() <= 4)
        .ok_or_else(|| "write it like 12.50".to_owned())
}

fn currency(text: &str) -> Result<String, String> {
    let is_code = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code
        .then(|| text.to_owned())
        .ok_or_else(|| "use the three letters of ISO 4217, as in EUR".to_owned())
}

fn month(text: &str) -> Result<String, String> {
    let is_month = text.len() == 7 && format!("{text}-01").parse::<jiff::civil::Date>().is_ok();
    is_month
        .then(|| text.to_owned())
        .ok_or_else(|| "write it like 2027-04".to_owned())
}

fn https(text: &str) -> Result<String, String> {
    let url = Url::parse(text).ok().filter(|url| url.scheme() == "https");
    url.map(|_| text.to_owned())
        .ok_or_else(|| "this is no https address".to_owned())
}
