//! Two edits of one text, put together where they don't overlap.

use super::{Change, Found, OrganizationChange, OrganizationField, UserChange, WorkspaceChange};

impl Change {
    /// The same on top of what was found, with both edits in it: of names the words, of an address the
    /// lines that only one side has changed. `None` where both changed the same ones, and for whatever
    /// has no parts: a role, access, a picture, a number.
    #[must_use]
    pub fn combined_with(&self, found: &Found) -> Option<Self> {
        let mut change = self.clone();
        let (was, to, theirs, between) = match (&mut change, found) {
            (
                Self::User(UserChange::SetDisplayName { was, to, .. }),
                Found::DisplayName(theirs),
            ) => (was, to, theirs, ' '),
            (
                Self::Workspace(WorkspaceChange::RenameWorkspace { was, to, .. }),
                Found::WorkspaceName(theirs),
            ) => (was, to, theirs, ' '),
            (Self::Organization(OrganizationChange { field, was, to }), Found::Setting(theirs)) => {
                let between = match field {
                    OrganizationField::DisplayName | OrganizationField::Company => ' ',
                    OrganizationField::Address => '\n',
                    _ => return None,
                };
                (was, to, theirs, between)
            }
            _ => return None,
        };
        *to = combined(was, theirs, to, between)?;
        was.clone_from(theirs);
        Some(change)
    }
}

/// What one side made of a text: from one part to another, these instead.
struct Edit<'t> {
    from: usize,
    to: usize,
    instead: Vec<&'t str>,
}

impl<'t> Edit<'t> {
    /// The shortest one that explains the difference.
    fn of(was: &[&str], now: &[&'t str]) -> Self {
        let most = was.len().min(now.len());
        let from = (0..most)
            .take_while(|at| was.get(*at) == now.get(*at))
            .count();
        let behind = (1..=most - from)
            .take_while(|at| was.get(was.len() - at) == now.get(now.len() - at))
            .count();
        Self {
            from,
            to: was.len() - behind,
            instead: now
                .iter()
                .take(now.len() - behind)
                .skip(from)
                .copied()
                .collect(),
        }
    }
}

/// Both edits of a text, whose parts stand apart by `between`; `None` where they overlap.
fn combined(was: &str, theirs: &str, mine: &str, between: char) -> Option<String> {
    if [was, theirs, mine].contains(&"") {
        // Who writes or clears all of it speaks of all of it.
        return None;
    }
    let parts = |text| str::split(text, between).collect::<Vec<_>>();
    let (was, theirs, mine) = (parts(was), parts(theirs), parts(mine));
    let (theirs, mine) = (Edit::of(&was, &theirs), Edit::of(&was, &mine));
    let (first, second) = if (theirs.from, theirs.to) <= (mine.from, mine.to) {
        (theirs, mine)
    } else {
        (mine, theirs)
    };
    let at_one_place = first.from == second.from;
    if second.from < first.to || at_one_place {
        return None;
    }
    let between_them = was.get(first.to..second.from)?;
    let both: Vec<&str> = [
        was.get(..first.from)?,
        &first.instead,
        between_them,
        &second.instead,
        was.get(second.to..)?,
    ]
    .concat();
    Some(both.join(&between.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Role, UserId};

    fn both(was: &str, theirs: &str, mine: &str) -> Option<String> {
        combined(was, theirs, mine, ' ')
    }

    #[test]
    fn edits_of_different_parts_are_both_there() {
        for (was, theirs, mine, together) in [
            ("Ana Ruiz", "Ana Lopez", "Dr. Ana Ruiz", "Dr. Ana Lopez"),
            ("Ana Ruiz", "Dr. Ana Ruiz", "Ana Lopez", "Dr. Ana Lopez"),
            ("Ana Ruiz", "Anna Ruiz", "Ana Ruiz Lopez", "Anna Ruiz Lopez"),
            ("Ana Ruiz", "Anna Ruiz", "Ana Lopez", "Anna Lopez"),
            ("a b c d", "a c d", "a b c", "a c"),
        ] {
            assert_eq!(both(was, theirs, mine).as_deref(), Some(together), "{was}");
        }
        let address = combined(
            "Hill 1\n8000 Zürich\nCH",
            "Hill 2\n8000 Zürich\nCH",
            "Hill 1\n8000 Zürich\nSwitzerland",
            '\n',
        );
        assert_eq!(address.as_deref(), Some("Hill 2\n8000 Zürich\nSwitzerland"));
    }

    #[test]
    fn edits_of_the_same_part_are_for_a_person() {
        for (was, theirs, mine) in [
            ("Ana Ruiz", "Ana Lopez", "Ana Diaz"),
            ("Ana Ruiz", "Ana Maria Ruiz", "Ana Sol Ruiz"),
            ("Ana", "Ana Lopez", "Ana Diaz"),
            ("Ana Ruiz", "Bea", "Dr. Ana Lopez"),
            ("", "Ana", "Bea"),
            ("Ana Ruiz", "Ana Ruiz Lopez", ""),
            ("Ana Ruiz", "", "Dr. Ana Ruiz"),
        ] {
            assert_eq!(both(was, theirs, mine), None, "{was:?} {theirs:?} {mine:?}");
        }
    }

    #[test]
    fn what_is_asked_for_rests_on_what_was_found_and_a_role_has_no_parts() {
        let user = UserId::new("u");
        let name = Change::from(UserChange::SetDisplayName {
            user: user.clone(),
            was: "Ana Ruiz".into(),
            to: "Dr. Ana Ruiz".into(),
        });
        let combined = name.combined_with(&Found::DisplayName("Ana Lopez".into()));
        assert_eq!(
            combined,
            Some(Change::from(UserChange::SetDisplayName {
                user: user.clone(),
                was: "Ana Lopez".into(),
                to: "Dr. Ana Lopez".into(),
            }))
        );
        let role = Change::from(UserChange::SetRole {
            user,
            was: Role::Member.into(),
            to: Role::Admin,
        });
        assert_eq!(
            role.combined_with(&Found::Role(Role::UserAdmin.into())),
            None
        );
        assert_eq!(name.combined_with(&Found::Gone), None);
    }
}
