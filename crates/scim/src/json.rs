//! Reading a body into a tree with a limit on nesting, so that no body can exhaust the stack.

use serde_json::{Map, Value};

use crate::error::{ScimError, ScimType};

/// How deep arrays and objects may nest.
pub const MAX_DEPTH: usize = 64;

/// Reads a request body.
///
/// A byte order mark is skipped; of names that occur twice the last one counts.
///
/// # Errors
///
/// `invalidSyntax` when it is no JSON or nests deeper than [`MAX_DEPTH`].
pub fn read(body: &[u8]) -> Result<Value, ScimError> {
    let body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
    if nests_deeper(body, MAX_DEPTH) {
        return Err(ScimError::of(
            ScimType::InvalidSyntax,
            format!("The body nests deeper than {MAX_DEPTH} levels."),
        ));
    }
    serde_json::from_slice(body).map_err(|error| {
        ScimError::of(
            ScimType::InvalidSyntax,
            format!("The body is not JSON: {error}."),
        )
    })
}

/// Whether brackets of any kind nest deeper than `limit` in this JSON text or filter.
///
/// Looks at brackets outside of texts only, in one pass without recursion; of what is no JSON it
/// says something, and the parser says the rest.
#[must_use]
pub fn nests_deeper(text: &[u8], limit: usize) -> bool {
    let mut depth = 0_usize;
    let mut bytes = text.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'{' | b'[' | b'(' => {
                depth += 1;
                if depth > limit {
                    return true;
                }
            }
            b'}' | b']' | b')' => depth = depth.saturating_sub(1),
            b'"' => skip_text(&mut bytes),
            _ => {}
        }
    }
    false
}

fn skip_text(bytes: &mut std::slice::Iter<'_, u8>) {
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' => {
                bytes.next();
            }
            b'"' => return,
            _ => {}
        }
    }
}

/// The member of this name in any case; the exact spelling goes first.
pub(crate) fn member<'a>(members: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    members.get(name).or_else(|| {
        members
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    })
}
