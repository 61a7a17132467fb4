//! An e-mail of the demo organization, which goes nowhere and is read in the program.

use serde::Serialize;
use ts_rs::TS;

/// A message that the demo's server sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DemoMessage {
    /// The address that it goes to.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// What it says, as plain text.
    pub text: String,
    /// The link in it.
    pub link: String,
    /// When it was sent, RFC 3339.
    pub sent_at: String,
}
