//! Secrets that are handed out once: bearer tokens and the links of invitations. A secret's text is
//! kept nowhere; what is kept are the part that names it and what the whole hashes to.

use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use crate::ids::Ids;

/// A new secret.
pub(crate) struct Secret {
    /// The part that names it; not secret.
    pub(crate) id: String,
    /// All of it, for its bearer alone.
    pub(crate) text: String,
    /// SHA-256 of all of it.
    pub(crate) digest: Vec<u8>,
}

/// Makes a secret of 256 bits. It begins with `prefix`, so that a leaked one is recognized for what it
/// is.
pub(crate) fn make(prefix: &str, ids: &Ids) -> Secret {
    let id = ids.secret::<8>();
    let text = format!("{prefix}_{id}_{}", ids.secret::<32>());
    let digest = Sha256::digest(text.as_bytes()).to_vec();
    Secret { id, text, digest }
}

/// The part of a text that names a secret; `None` when it has not the form of one.
pub(crate) fn id<'a>(prefix: &str, text: &'a str) -> Option<&'a str> {
    let mut parts = text.split('_');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(begin), Some(id), Some(_), None) if begin == prefix => Some(id),
        _ => None,
    }
}

/// Whether a text is the secret that hashes to this; takes as long for every wrong one.
pub(crate) fn is_right(text: &str, digest: &[u8]) -> bool {
    let given = Sha256::digest(text.as_bytes());
    bool::from(given.as_slice().ct_eq(digest))
}
