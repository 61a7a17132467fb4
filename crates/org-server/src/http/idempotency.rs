//! `Idempotency-Key` on POST: the same request sent again, because its answer was lost, does nothing
//! again and gets the same answer.

use rollcall_scim::ScimError;
use rusqlite::Connection;
use sha2::{Digest as _, Sha256};

use super::body::Write;
use crate::door::Written;
use crate::query::Kind;
use crate::render::Setting;
use crate::store::receipts::{self, Receipt};
use crate::trouble::Trouble;

const HEADER: &str = "idempotency-key";

/// The longest key, in bytes.
const LONGEST: usize = 255;

/// A POST before it is done.
pub(super) enum Begun {
    /// It was done before; this was the answer.
    Done(Receipt),
    /// It is to be done.
    New(Begin),
}

/// What to remember once it is done.
pub(super) struct Begin {
    user: String,
    key: Option<String>,
    request: Vec<u8>,
}

/// Looks whether this user's key was seen before.
///
/// # Errors
///
/// 400 for a key that is no key, 422 for one that stood for another request.
pub(super) fn begin(sql: &Connection, kind: Kind, write: &Write) -> Result<Begun, Trouble> {
    let mut digest = Sha256::new();
    digest.update(kind.resource_type().endpoint);
    digest.update(&write.body);
    let request = digest.finalize().to_vec();
    let user = write.caller.id.clone();
    let Some(key) = write.headers.get(HEADER) else {
        return Ok(Begun::New(Begin {
            user,
            key: None,
            request,
        }));
    };
    let key = key.to_str().map(str::trim).unwrap_or_default();
    if key.is_empty() || key.len() > LONGEST {
        let message = format!("Idempotency-Key must be 1 to {LONGEST} visible characters.");
        return Err(ScimError::new(400, message).into());
    }
    match receipts::find(sql, &user, key)? {
        None => Ok(Begun::New(Begin {
            user,
            key: Some(key.to_owned()),
            request,
        })),
        Some(receipt) if receipt.request == request => Ok(Begun::Done(receipt)),
        Some(_) => {
            let message = "This Idempotency-Key belongs to a request with another body.";
            Err(ScimError::new(422, message).into())
        }
    }
}

/// Remembers the answer, in the same transaction as the write itself.
pub(super) fn end(
    sql: &Connection,
    begun: Begin,
    written: &Written,
    location: String,
    body: String,
    setting: Setting<'_>,
) -> Result<Receipt, Trouble> {
    let receipt = Receipt {
        request: begun.request,
        location,
        version: written.version.clone(),
        body: body.into_bytes(),
    };
    if let Some(key) = &begun.key {
        receipts::insert(sql, &begun.user, key, &receipt, setting.now)?;
    }
    Ok(receipt)
}
