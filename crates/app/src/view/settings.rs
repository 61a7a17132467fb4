//! The organization's own settings as people read them: areas, General and Billing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AreaAccess, Verdict};

/// An area of the settings, as far as it is open to the signed-in user on this server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AreaView {
    /// Which one: `general`, `users`, `workspaces`, `billing`.
    pub area: String,
    /// How far it is open; `none` also where the server doesn't offer it.
    pub access: AreaAccess,
    /// Whether nothing in it can be changed.
    pub view_only: bool,
    /// Why it isn't open, or to view only; a sentence.
    pub why: Option<String>,
    /// Whether it is closed since the server doesn't offer it, whatever the role.
    pub not_offered: bool,
}

/// An attribute of the organization as it is shown: with what waits laid over it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SettingView {
    /// Its machine name, by which it is saved: `display_name`, `website`, ….
    pub field: String,
    /// Its name in words.
    pub title: String,
    /// The value shown; empty for none.
    pub value: String,
    /// The value on the server, where another one waits.
    pub was: Option<String>,
    /// What waits on it: `waiting`, `sending`, `needs_you`, `rejected`.
    pub intent: Option<String>,
}

/// The organization's information.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GeneralView {
    /// Its attributes, in the order in which they are shown.
    pub settings: Vec<SettingView>,
    /// When it was added (RFC 3339).
    pub created: Option<String>,
    /// May the signed-in user edit it.
    pub edit: Verdict,
    /// May the signed-in user delete the organization.
    pub delete: Verdict,
    /// Billing information, for whom the area Billing is closed and who may see this; read-only.
    pub billing: Option<BillingInformation>,
}

/// Billing information beside the area Billing.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BillingInformation {
    /// Company, address, tax id, billing contact.
    pub settings: Vec<SettingView>,
    /// How many seats are free; `None` where there is no limit.
    pub free_seats: Option<u32>,
    /// Why it can't be edited.
    pub edit: Verdict,
}

/// One press of *Save* in General or Billing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveSettings {
    /// Made where the person acted (a UUID): delivered twice, it is done once.
    pub operation: String,
    /// What is asked for, by machine name; what is left out stays as it is.
    pub values: BTreeMap<String, SettingWish>,
}

/// Another value of a setting.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SettingWish {
    /// The value asked for; empty for none.
    pub to: String,
    /// The value that the person saw. Where another one is shown by now, nothing is done.
    #[serde(default)]
    #[ts(optional)]
    pub was: Option<String>,
}
