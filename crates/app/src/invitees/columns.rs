//! What the columns of a table hold: by the names in its first line, else by what stands in them.

use csv::StringRecord;
use rollcall_language::{for_the_record, say};
use unicode_normalization::UnicodeNormalization;

use super::{Written, role};

/// What programs call the columns, besides the words that people have for them.
const ADDRESS: &[&str] = &["emails", "emailsvalue", "username", "userprincipalname"];
const GIVEN_NAME: &[&str] = &["namegivenname"];
const FAMILY_NAME: &[&str] = &["namefamilyname"];
const ROLE: &[&str] = &["orgrole", "roles", "rolesvalue"];

/// Where each thing stands in a record.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    address: usize,
    /// One, or given name and family name.
    name: Vec<usize>,
    role: Option<usize>,
    workspaces: Option<usize>,
    /// How many cells a record has.
    pub(super) width: usize,
    /// The names of those that are not used.
    pub(super) unused: Vec<String>,
}

impl Columns {
    /// By the names in the first record; `None` if none of them stands for an e-mail address.
    pub(super) fn named(first: &StringRecord) -> Option<Self> {
        if first.iter().any(|cell| cell.contains('@')) {
            return None;
        }
        let names: Vec<String> = first.iter().map(plain).collect();
        let find = |spellings: Vec<String>| {
            spellings
                .iter()
                .find_map(|spelling| names.iter().position(|name| name == spelling))
        };
        let given = find(spellings(|| say!("invitees-names-given"), GIVEN_NAME));
        let family = find(spellings(|| say!("invitees-names-family"), FAMILY_NAME));
        let mut columns = Self {
            address: find(spellings(|| say!("invitees-names-address"), ADDRESS))?,
            name: match find(spellings(|| say!("invitees-names-name"), &[])) {
                // Some languages say *name* for the family name, where the given one has a column of its own.
                Some(name) if given.is_none() || family != Some(name) => vec![name],
                _ => [given, family].into_iter().flatten().collect(),
            },
            role: find(spellings(|| say!("invitees-names-role"), ROLE)),
            workspaces: find(spellings(|| say!("invitees-names-workspaces"), &[])),
            width: first.len(),
            unused: Vec::new(),
        };
        columns.unused = first
            .iter()
            .enumerate()
            .filter(|(at, cell)| !columns.uses(*at) && !cell.trim().is_empty())
            .map(|(_, cell)| cell.trim().to_owned())
            .collect();
        Some(columns)
    }

    /// By what stands in them; `None` unless most records are alike and one column alone holds
    /// addresses.
    pub(super) fn guessed(records: &[StringRecord]) -> Option<Self> {
        let half = records.len().div_ceil(2);
        let width = records.first()?.len();
        let alike = records.iter().filter(|record| record.len() == width);
        // One record alone may be a list, of which a part is no address.
        if records.len() < 2 || width < 2 || alike.count() < half {
            return None;
        }
        let cells = |at: usize| records.iter().filter_map(move |record| record.get(at));
        let widest = records.iter().map(StringRecord::len).max()?;
        let mut with_addresses = (0..widest).filter(|at| cells(*at).any(|c| c.contains('@')));
        let address = with_addresses.next()?;
        let is_bare = |cell: &&str| cell.contains('@') && !cell.contains('<');
        if with_addresses.next().is_some() || cells(address).filter(is_bare).count() < half {
            return None;
        }
        let others: Vec<usize> = (0..width).filter(|at| *at != address).collect();
        let is_role = |at: &usize| {
            cells(*at).any(|cell| !cell.trim().is_empty())
                && cells(*at).all(|c| role::read(c).is_ok())
        };
        let role = others.iter().copied().find(|at| is_role(at));
        let name: Vec<usize> = others.into_iter().filter(|at| Some(*at) != role).collect();
        Some(Self {
            address,
            // Which of several is the name can't be told.
            unused: match name.as_slice() {
                [] | [_] => Vec::new(),
                several => several
                    .iter()
                    .map(|at| say!("invitees-column-numbered", number = at + 1))
                    .collect(),
            },
            name: if name.len() == 1 { name } else { Vec::new() },
            role,
            workspaces: None,
            width,
        })
    }

    /// How many of the columns are known.
    pub(super) fn known(&self) -> usize {
        (0..self.width).filter(|at| self.uses(*at)).count()
    }

    /// What a record says.
    pub(super) fn of(&self, record: &StringRecord) -> Written {
        let cell = |at: usize| record.get(at).unwrap_or_default().trim();
        let names: Vec<&str> = self.name.iter().map(|at| cell(*at)).collect();
        Written {
            address: cell(self.address).to_owned(),
            name: names.join(" ").trim().to_owned(),
            role: self.role.map(cell).unwrap_or_default().to_owned(),
            workspaces: self.workspaces.map(cell).unwrap_or_default().to_owned(),
        }
    }

    /// The columns that are used, in words.
    pub(super) fn words(&self) -> String {
        let used = [
            Some(say!("invitees-column-address")),
            (!self.name.is_empty()).then(|| say!("invitees-column-name")),
            self.role.map(|_| say!("invitees-column-role")),
            self.workspaces.map(|_| say!("invitees-column-workspaces")),
        ];
        used.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn uses(&self, at: usize) -> bool {
        at == self.address
            || self.name.contains(&at)
            || self.role == Some(at)
            || self.workspaces == Some(at)
    }
}

/// Spellings of a column's name as [`plain`] leaves them, the best first: in the reader's language, in English, and
/// as programs have it. `words` are separated by commas.
fn spellings(words: impl Fn() -> String, programs: &[&str]) -> Vec<String> {
    let (reader, english) = (words(), for_the_record(&words));
    let words = reader.split(',').chain(english.split(',')).map(plain);
    words
        .chain(programs.iter().map(|&name| name.to_owned()))
        .collect()
}

/// What remains of a name without its case, spaces and signs.
fn plain(name: &str) -> String {
    name.nfc()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
