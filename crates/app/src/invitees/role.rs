//! An organization role as somebody typed it: its wire value or its name, however written.

use rollcall_language::say;
use rollcall_model::Role;

/// The role; `None` when nothing was typed. `Err` is a sentence that lists the roles.
pub(super) fn read(text: &str) -> Result<Option<Role>, String> {
    let plain: String = text
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    if text.trim().is_empty() {
        return Ok(None);
    }
    Role::ALL
        .into_iter()
        .find(|role| role.as_str().replace('_', "") == plain)
        .map(Some)
        .ok_or_else(|| say!("invitees-no-role"))
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
            read("owner").is_err_and(|told| told.contains("user_admin")),
            "a role that isn't one is refused, never guessed"
        );
    }
}
