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

/// What would go with an organization that is removed from this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RemovalView {
    /// The name that the person gave.
    pub name: String,
    /// Where the sign-in is kept.
    pub keep: Keep,
    /// Changes that were not sent, or need a person; `None` where that can't be read.
    pub changes: Option<u32>,
    /// Lines of the journal, likewise.
    pub journal_lines: Option<u64>,
    /// Why it can't be read, as a sentence.
    pub unread: Option<String>,
    /// What has to be typed; `None` where nothing is lost that the server doesn't have.
    pub confirm: Option<super::Confirm>,
}

/// A person's word that an organization is removed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct RemoveOrganization {
    /// What was typed to confirm.
    #[ts(optional)]
    pub typed: Option<String>,
    /// Where the place for its secrets is out of reach, whether the files go all the same.
    pub secrets: Secrets,
}

/// What becomes of the secrets of an organization that is removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Secrets {
    /// They are erased, before anything else is.
    #[default]
    Erase,
    /// They stay where they are: their place is out of reach.
    Leave,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Removed {
    /// What stays on this computer, in sentences.
    pub left: Vec<String>,
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
