//! An organization role as somebody typed it: its wire value, or its name in the reader's language, however
//! written.

use rollcall_language::say;
use rollcall_model::Role;

/// The role; `None` when nothing was typed. `Err` is a sentence that lists the roles.
pub(super) fn read(text: &str) -> Result<Option<Role>, String> {
    let plain = letters(text);
    if text.trim().is_empty() {
        return Ok(None);
    }
    Role::ALL
        .into_iter()
        .find(|role| [letters(role.as_str()), letters(&role.title())].contains(&plain))
        .map(Some)
        .ok_or_else(|| say!("invitees-no-role"))
}

/// What remains of a name without its signs and its case.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_read_by_its_name_and_by_its_wire_value() {
        for role in Role::ALL {
            for written in [role.as_str().to_owned(), role.title().to_uppercase()] {
                assert_eq!(read(&written), Ok(Some(role)), "{written} is a role");
            }
        }
        assert_eq!(
            read("user-admin "),
            Ok(Some(Role::UserAdmin)),
            "signs are read over"
        );
        assert_eq!(read(" "), Ok(None), "no role is no mistake");
        assert!(
            read("owner").is_err_and(|told| told.contains("User Admin")),
            "a role that isn't one is refused, never guessed"
        );
    }
}
