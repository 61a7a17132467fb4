//! What was typed, pasted or imported, read into people to be added: each line is a person, or the
//! reason why not.

mod address;
mod columns;
mod encoding;
mod list;
mod name;
mod role;
mod table;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rollcall_language::say;
use rollcall_model::{Role, user_name_key};

use crate::Failure;
use table::Layout;

/// As many people are added at once.
pub(crate) const MOST: usize = 10_000;
/// The largest list that is read, in bytes.
pub const LARGEST: usize = 10 * 1024 * 1024;
/// As much of a cell is kept to be shown, in characters; none that is longer can be used.
const KEPT: usize = 1_000;

/// A list of people to be added, in the order in which they stand.
#[derive(Debug)]
pub(crate) struct Invitees {
    /// A line a person; a line with several addresses gives several, of the same number.
    pub(crate) lines: Vec<Line>,
    /// How the text was read, as a sentence.
    pub(crate) how: String,
}

/// A person to be added, or what stands there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// The line of the file or text in which it begins, from 1.
    pub(crate) number: u32,
    /// As it was written.
    pub(crate) written: Written,
    /// As it is meant, if that can be told.
    pub(crate) read: Result<Invitee, Unreadable>,
    /// The number of an earlier line with the same address.
    pub(crate) double_of: Option<u32>,
}

/// What a line says, as it was written.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// Where the address should stand.
    pub(crate) address: String,
    /// The name.
    pub(crate) name: String,
    /// The role.
    pub(crate) role: String,
    /// The workspaces' names.
    pub(crate) workspaces: String,
}

/// A person to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Invitee {
    /// The e-mail address, as it will be their user name.
    pub(crate) address: String,
    /// The display name, where one was given.
    pub(crate) name: Option<String>,
    /// The role, where one was given.
    pub(crate) role: Option<Role>,
}

/// Why a line can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unreadable {
    /// Which part of it.
    pub(crate) field: Field,
    /// What is wrong and what to do, as a sentence.
    pub(crate) reason: String,
}

/// A part of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    /// The e-mail address.
    Address,
    /// The display name.
    Name,
    /// The role.
    Role,
    /// The workspaces.
    Workspaces,
    /// How the line is put together.
    Line,
}

impl Field {
    /// The name on the wire to the interface.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Name => "name",
            Self::Role => "role",
            Self::Workspaces => "workspaces",
            Self::Line => "line",
        }
    }
}

impl Invitees {
    /// Reads a file or what was pasted, of whatever encoding and form; `delimiter` where the person
    /// named one.
    ///
    /// # Errors
    /// `file_too_large`, `too_many_people`, `no_people`.
    pub(crate) fn read(bytes: &[u8], delimiter: Option<u8>) -> Result<Self, Failure> {
        if bytes.len() > LARGEST {
            let message = say!("invitees-too-large", most = LARGEST / 1024 / 1024);
            return Err(Failure::new("file_too_large", message).on_field("list"));
        }
        let decoded = encoding::decode(bytes);
        let text = &decoded.text;
        let encoding = Some(decoded.encoding).filter(|encoding| *encoding != "UTF-8");
        let (mut lines, how) = match (Layout::of(text, delimiter), encoding) {
            (Some(layout), _) => (layout.read(text), layout.words(encoding)),
            (None, None) => (list::read(text), say!("invitees-as-list")),
            (None, Some(encoding)) => {
                let how = say!("invitees-as-list-in", encoding = encoding);
                (list::read(text), how)
            }
        };
        if lines.is_empty() {
            return Err(Failure::new("no_people", say!("invitees-none")).on_field("list"));
        }
        if lines.len() > MOST {
            let message = say!("invitees-too-many", most = MOST);
            return Err(Failure::new("too_many_people", message).on_field("list"));
        }
        mark_doubles(&mut lines);
        Ok(Self { lines, how })
    }
}

/// Reads one address as somebody types it.
///
/// # Errors
/// `address_invalid`, with the cure.
pub(crate) fn address(text: &str) -> Result<String, Failure> {
    address::read(text)
        .map_err(|reason| Failure::new("address_invalid", reason).on_field("address"))
}

/// Reads one display name as somebody types it; `None` for none.
///
/// # Errors
/// `name_invalid`, with the cure.
pub(crate) fn name(text: &str) -> Result<Option<String>, Failure> {
    name::read(text).map_err(|reason| Failure::new("name_invalid", reason).on_field("name"))
}

impl Written {
    fn only(text: &str) -> Self {
        Self {
            address: text.trim().to_owned(),
            ..Self::default()
        }
    }

    fn read(&self) -> Result<Invitee, Unreadable> {
        let in_field = |field| move |reason| Unreadable { field, reason };
        let address = address::read(&self.address).map_err(in_field(Field::Address))?;
        let name = name::read(&self.name).map_err(in_field(Field::Name))?;
        Ok(Invitee {
            role: role::read(&self.role).map_err(in_field(Field::Role))?,
            // Some programs write the address for a name, quoted.
            name: name.filter(|name| name.trim_matches('\'') != address),
            address,
        })
    }

    fn cut(self) -> Self {
        let cut = |text: String| match text.char_indices().nth(KEPT) {
            Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
            None => text,
        };
        Self {
            address: cut(self.address),
            name: cut(self.name),
            role: cut(self.role),
            workspaces: cut(self.workspaces),
        }
    }
}

fn line(number: u32, written: Written) -> Line {
    Line {
        number,
        read: written.read(),
        written: written.cut(),
        double_of: None,
    }
}

fn mark_doubles(lines: &mut [Line]) {
    let mut first_of: HashMap<String, u32> = HashMap::with_capacity(lines.len());
    for line in lines {
        let Ok(invitee) = &line.read else { continue };
        match first_of.entry(user_name_key(&invitee.address)) {
            Entry::Occupied(first) => line.double_of = Some(*first.get()),
            Entry::Vacant(place) => {
                place.insert(line.number);
            }
        }
    }
}
