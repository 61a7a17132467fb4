//! What one server can do and can't: learned once by asking it, then remembered.

use serde::{Deserialize, Serialize};

/// What was learned of a server. Kept as text in the cache, so that it need not be learned again at
/// every start; losing it costs a few requests.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServerFacts {
    /// Discovery was read.
    pub discovered: bool,
    /// The server failed at a part of it, as one may at what it doesn't have, and as any does now and then:
    /// discovery is asked for again.
    pub discovered_in_part: bool,
    /// Pages by cursor (RFC 9865).
    pub cursor: bool,
    /// Delta query.
    pub delta: bool,
    /// Filters are announced.
    pub filter: bool,
    /// PATCH works; where it answered 501, PUT of the read resource stands in.
    pub patch: Trust,
    /// Most resources that a page has brought or that was announced; `None` while unknown.
    pub page_cap: Option<u32>,
    /// `count` makes requests fail: leave it out.
    pub count_fails: bool,
    /// A stale `If-Match` is refused.
    pub if_match: Trust,
    /// `filter=meta.lastModified ge …` answers what it should.
    pub filter_last_modified: Trust,
    /// `filter=userName eq …` answers what it should.
    pub filter_user_name: Trust,
    /// The schemas that the server declares (URNs, as sent).
    pub schemas: Vec<String>,
    /// The names of the resource types that it announces.
    pub resource_types: Vec<String>,
    /// The core attributes of a user that it declares; empty where it doesn't say.
    pub user_attributes: Vec<String>,
    /// The id of the organization itself, where the server describes it.
    pub organization: Option<String>,
    /// Some user has shown `groups`: empty and absent look alike until then.
    pub groups_on_users: bool,
}

/// Whether something that a server announces was seen to hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// Not tried yet.
    #[default]
    Unknown,
    /// Tried on a known answer, and right.
    Holds,
    /// Tried, and wrong.
    Fails,
}

impl ServerFacts {
    /// Whether the server declares a schema: an attribute of it that is absent means *none*, and
    /// elsewhere *not told*.
    #[must_use]
    pub fn declares(&self, schema: &str) -> bool {
        self.schemas
            .iter()
            .any(|declared| declared.eq_ignore_ascii_case(schema))
    }

    /// Whether the server announces a resource type: what isn't announced isn't offered.
    #[must_use]
    pub fn announces(&self, resource_type: &str) -> bool {
        self.resource_types
            .iter()
            .any(|announced| announced.eq_ignore_ascii_case(resource_type))
    }

    /// Whether the server keeps a core attribute of a user, as far as it says what it keeps.
    #[must_use]
    pub fn keeps(&self, attribute: &str) -> bool {
        self.user_attributes.is_empty()
            || self
                .user_attributes
                .iter()
                .any(|kept| kept.eq_ignore_ascii_case(attribute))
    }

    /// The same, to be asked for and tried anew. Until then it is all that is known.
    #[must_use]
    pub fn in_doubt(self) -> Self {
        Self {
            discovered: false,
            patch: Trust::Unknown,
            page_cap: None,
            count_fails: false,
            if_match: Trust::Unknown,
            filter_last_modified: Trust::Unknown,
            filter_user_name: Trust::Unknown,
            ..self
        }
    }

    /// The text to keep.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a kept text; anything unreadable is as good as nothing known.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_learned_reads_back_and_rubbish_means_unknown() {
        let facts = ServerFacts {
            cursor: true,
            if_match: Trust::Fails,
            ..ServerFacts::default()
        };
        assert_eq!(ServerFacts::from_text(&facts.to_text()), facts);
        assert_eq!(
            ServerFacts::from_text("{broken"),
            ServerFacts::default(),
            "memory is only a saving"
        );
    }
}
