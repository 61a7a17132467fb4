//! A secret longer than one keychain entry can hold, cut in pieces.
//!
//! Windows keeps 2,560 bytes in an entry. The first piece, the *head*, names the others by a tag that
//! is new at every store: the others are written before it and the old ones removed after it, so that
//! a store that is cut short leaves the secret that was there.

use crate::VaultError;

/// What an entry holds at most, in bytes.
pub(crate) const ENTRY_LIMIT: usize = 2_048;
/// Marks an entry as ours, with the format's number.
const FORMAT: u8 = 1;
const HEADER: usize = 1 + 1 + TAG;
const TAG: usize = 8;

/// A secret as its entries: the head and the further ones.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Pieces {
    /// The entry under the slot's own name.
    pub(crate) head: Vec<u8>,
    /// The further entries, in order.
    pub(crate) rest: Vec<Vec<u8>>,
}

/// What a head says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Head {
    tag: [u8; TAG],
    /// How many further entries there are.
    pub(crate) count: u8,
    /// The secret's beginning.
    pub(crate) bytes: Vec<u8>,
}

/// Cuts a secret.
///
/// # Errors
/// When it needs more than 255 further entries, half a megabyte.
pub(crate) fn cut(secret: &[u8], tag: [u8; TAG]) -> Result<Pieces, VaultError> {
    let (first, rest) = secret.split_at(secret.len().min(ENTRY_LIMIT - HEADER));
    let rest: Vec<Vec<u8>> = rest.chunks(ENTRY_LIMIT).map(<[u8]>::to_vec).collect();
    let count = u8::try_from(rest.len()).map_err(|_| VaultError::TooLong {
        length: secret.len(),
    })?;
    let mut head = Vec::with_capacity(HEADER + first.len());
    head.extend([FORMAT, count]);
    head.extend(tag);
    head.extend(first);
    Ok(Pieces { head, rest })
}

impl Head {
    /// Reads a head.
    ///
    /// # Errors
    /// When the entry isn't one that [`cut`] made.
    pub(crate) fn parse(entry: &[u8]) -> Result<Self, VaultError> {
        let (&[format, count, ref tag @ ..], bytes) = entry
            .split_first_chunk::<HEADER>()
            .ok_or(VaultError::Damaged)?;
        if format != FORMAT {
            return Err(VaultError::Damaged);
        }
        Ok(Self {
            tag: *tag,
            count,
            bytes: bytes.to_vec(),
        })
    }

    /// The names of the further entries of the head in this entry, in order.
    pub(crate) fn names<'a>(&'a self, entry: &'a str) -> impl Iterator<Item = String> + 'a {
        names(entry, self.tag, self.count)
    }
}

/// The names of `count` further entries, in order.
pub(crate) fn names(entry: &str, tag: [u8; TAG], count: u8) -> impl Iterator<Item = String> {
    let tag = u64::from_be_bytes(tag);
    (1..=count).map(move |number| format!("{entry}/{tag:016x}-{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_secret_is_one_entry() {
        let pieces = cut(b"short", [7; TAG]).unwrap();
        assert!(pieces.rest.is_empty());
        assert_eq!(Head::parse(&pieces.head).unwrap().bytes, b"short");
    }

    #[test]
    fn no_entry_is_longer_than_the_narrowest_keychain_allows() {
        let secret = vec![42; 10_000];
        let pieces = cut(&secret, [7; TAG]).unwrap();
        assert!(
            pieces.head.len() <= ENTRY_LIMIT && pieces.rest.iter().all(|p| p.len() <= ENTRY_LIMIT)
        );
        let head = Head::parse(&pieces.head).unwrap();
        assert_eq!(usize::from(head.count), pieces.rest.len());
        assert_eq!(
            [head.bytes, pieces.rest.concat()].concat(),
            secret,
            "nothing is lost in cutting"
        );
    }

    #[test]
    fn an_entry_that_is_not_ours_is_damaged() {
        for entry in [&b""[..], b"\x01", b"plain text of another program"] {
            assert!(
                matches!(Head::parse(entry), Err(VaultError::Damaged)),
                "{entry:?}"
            );
        }
    }

    #[test]
    fn half_a_megabyte_is_no_secret() {
        assert!(matches!(
            cut(&vec![0; 600_000], [0; TAG]),
            Err(VaultError::TooLong { .. })
        ));
    }
}
