//! What a schedule is played in: an organization's server, of one of the kinds that there are.

use serde_json::{Value, json};

use crate::chance::Chance;

/// What a server offers, beyond what every server does.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Offers {
    /// It tells what has changed.
    pub(crate) delta: bool,
    /// It pages by cursor; else by index.
    pub(crate) cursor: bool,
    /// It takes filters.
    pub(crate) filter: bool,
    /// It remembers `Idempotency-Key`.
    pub(crate) keys: bool,
    /// The largest page that it answers.
    pub(crate) page: u64,
}

impl Offers {
    /// One of the kinds that there are.
    pub(crate) fn any(chance: &mut Chance) -> Self {
        Self {
            delta: chance.percent(70),
            cursor: chance.percent(60),
            filter: chance.percent(80),
            keys: chance.percent(50),
            page: chance.between(3, 20),
        }
    }

    /// What the server announces of itself, with what it doesn't offer taken out.
    pub(crate) fn announce(self, body: &[u8]) -> Vec<u8> {
        let Ok(mut config) = serde_json::from_slice::<Value>(body) else {
            return body.to_vec();
        };
        if !self.delta {
            config["deltaQuery"] = json!({ "supported": false });
        }
        if !self.cursor {
            config["pagination"] = json!({ "cursor": false, "index": true });
        }
        if !self.filter {
            config["filter"]["supported"] = false.into();
        }
        config.to_string().into_bytes()
    }
}
