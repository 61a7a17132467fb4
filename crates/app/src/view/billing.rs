//! Billing as people read it: who is billed, plan and seats, invoices.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Confirm, SettingView, Verdict};

/// Who is billed, for what, and how it is paid.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BillingView {
    /// Company, address, tax id, billing contact.
    pub settings: Vec<SettingView>,
    /// May the signed-in user edit these.
    pub edit: Verdict,
    /// How invoices are paid; `None` where the server doesn't tell.
    pub payment: Option<PaymentView>,
    /// Plan and seats; `None` where the server doesn't tell.
    pub subscription: Option<SubscriptionView>,
    /// May the signed-in user see invoices.
    pub invoices: Verdict,
}

/// How invoices are paid, by its label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaymentView {
    /// What people call it: "Visa ending in 4242".
    pub label: String,
    /// The last month in which it is good, `YYYY-MM`.
    pub expires: Option<String>,
    /// Whether that month is over.
    pub expired: bool,
    /// The host of the page where it is managed; `None` where there is none that may be opened.
    pub managed_at: Option<String>,
}

/// The plan, its seats, and where the subscription stands.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SubscriptionView {
    /// Where it stands: `trial`, `trial_ended`, `active`, `downgrading`, `cancelling`,
    /// `pending_payment`, `frozen`, `cancelled`, or the server's own word.
    pub status: String,
    /// The same in words.
    pub status_title: String,
    /// Why nobody can be added now, however many seats there are; the policy's sentence.
    pub closed: Option<String>,
    /// The name of the plan; empty where there is none.
    pub plan: String,
    /// How many users may have a seat; `None` for no limit.
    pub seats: Option<u32>,
    /// How many have one.
    pub seats_used: Option<u32>,
    /// How many seats are left to give; `None` for no limit.
    pub free_seats: Option<u32>,
    /// When the period ends (RFC 3339).
    pub renews_at: Option<String>,
    /// When the trial ends (RFC 3339).
    pub trial_ends_at: Option<String>,
    /// The name of the plan from then on, where it is another one.
    pub next_plan: Option<String>,
    /// The seats from then on, where they are others.
    pub next_seats: Option<u32>,
    /// What a period costs with this plan and these seats; `None` where that can't be told.
    pub price: Option<Price>,
    /// Plan and seats that wait, in words.
    pub waiting: Vec<SettingView>,
    /// The plan's value and the seats that are wanted from here on, to begin a change with.
    pub wanted: SubscriptionWish,
    /// What can be chosen.
    pub plans: Vec<PlanChoice>,
    /// May the signed-in user change plan and seats.
    pub change: Verdict,
    /// May they cancel the subscription; `None` where there is nothing to cancel.
    pub cancel: Option<Verdict>,
    /// May they begin it, or take the cancellation back; `None` where it goes on anyway.
    pub resume: Option<Verdict>,
}

/// A plan that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanChoice {
    /// Its value.
    pub value: String,
    /// Its name.
    pub title: String,
    /// What a seat costs in a period.
    pub seat: Price,
}

/// An amount for a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Price {
    /// A decimal number as text.
    pub amount: String,
    /// In which currency (ISO 4217).
    pub currency: String,
    /// How long a period is, in the server's word: `month`.
    pub period: String,
}

/// A plan and seats that are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SubscriptionWish {
    /// The plan's value.
    pub plan: String,
    /// How many seats, as it was typed.
    pub seats: String,
}

/// What another plan and other seats would mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SubscriptionPreview {
    /// What a period costs now; `None` where that can't be told.
    pub before: Option<Price>,
    /// What one would cost.
    pub after: Option<Price>,
    /// When another plan begins; `None` where it stays.
    pub plan_begins: Option<Begins>,
    /// When other seats begin; `None` where they stay.
    pub seats_begin: Option<Begins>,
    /// When the period ends (RFC 3339).
    pub renews_at: Option<String>,
    /// How many seats would be left to give, as soon as the server has the change.
    pub free_seats: Option<u32>,
}

/// When a change of the subscription begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Begins {
    /// As soon as the server has it.
    AtOnce,
    /// When the period ends.
    AtRenewal,
}

/// A window of the invoices, the newest first.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InvoicesWindow {
    /// How many there are.
    pub total: u32,
    /// The place of the first row, from 0.
    pub offset: u32,
    /// The rows.
    pub rows: Vec<InvoiceRow>,
}

/// An invoice in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InvoiceRow {
    /// The server's id.
    pub id: String,
    /// The number that people know it by.
    pub number: String,
    /// Its date, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// What it comes to: a decimal number as text.
    pub amount: String,
    /// In which currency (ISO 4217).
    pub currency: String,
    /// Where it stands, in the server's word: `paid`, `open`, `void`.
    pub status: String,
}

/// An invoice in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InvoiceView {
    /// As it stands in the list.
    pub row: InvoiceRow,
    /// What it is made of.
    pub lines: Vec<InvoiceLineView>,
}

/// One line of an invoice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InvoiceLineView {
    /// What for.
    pub description: String,
    /// How many.
    pub quantity: String,
    /// What one costs.
    pub unit_price: String,
    /// What they come to.
    pub amount: String,
}

/// What goes with the organization when it is deleted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeletionView {
    /// What the organization is called on the server.
    pub name: String,
    /// How many users it has.
    pub users: u32,
    /// How many workspaces.
    pub workspaces: u32,
    /// How many contacts, as far as they are known.
    pub contacts: u32,
    /// Workspaces of which the server doesn't tell how many contacts they have.
    pub contacts_unknown: u32,
    /// Where the subscription stands, in words; `None` where there is none.
    pub subscription: Option<String>,
    /// How many changes wait here, and would never be sent.
    pub waiting: u32,
    /// What has to be typed.
    pub confirm: Confirm,
}

/// An invoice as a file to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceFile {
    /// What the file is called unless a person says otherwise.
    pub name: String,
    /// The page, HTML in UTF-8.
    pub page: Vec<u8>,
}
