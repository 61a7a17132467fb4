//! Organizations as the switcher shows them, and what it takes to connect one.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One organization of this profile.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OrganizationCard {
    /// Our own id of it: every command names it.
    pub id: String,
    /// The name that the person gave.
    pub name: String,
    /// The base URL, in punycode.
    pub url: String,
    /// Which of the stable colours its mark has, 0 to 7.
    pub colour: u8,
    /// The role held there, in words; `None` while unknown.
    pub role: Option<String>,
    /// Whether it is the demo organization, which lives as long as the program.
    pub demo: bool,
}

/// What a person fills in to connect.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Connect {
    /// The name to show; empty takes the server's host name.
    pub name: String,
    /// The base URL of the SCIM service.
    pub url: String,
    /// The API token, on its way to the keychain. It never comes back out.
    pub token: String,
    /// Where to keep the sign-in.
    pub keep: Keep,
}

/// Where the sign-in is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    /// In the operating system's keychain.
    Keychain,
    /// In a key file (0600) in the profile folder, which protects no better than that folder.
    KeyFile,
    /// Nowhere: databases in memory, until the program closes.
    Session,
}

/// A workspace to filter by, or to grant.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceChoice {
    /// The server's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Users with access, waiting changes included; `None` for one who may not see that.
    pub users: Option<u32>,
}
