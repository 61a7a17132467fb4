//! What the columns of a table hold: by the names in its first line, else by what stands in them.

use csv::StringRecord;

use rollcall_language::say;

use super::{Written, role};

/// Spellings of the columns' names, without case, spaces and signs; the best first.
const ADDRESS: &[&str] = &[
    "email",
    "emailaddress",
    "mail",
    "emails",
    "emailsvalue",
    "primaryemail",
    "workemail",
    "useremail",
    "username",
    "userprincipalname",
];
const NAME: &[&str] = &["displayname", "name", "fullname"];
const GIVEN_NAME: &[&str] = &["firstname", "givenname", "namegivenname", "forename"];
const FAMILY_NAME: &[&str] = &["lastname", "familyname", "namefamilyname", "surname"];
const ROLE: &[&str] = &["role", "organizationrole", "orgrole", "roles", "rolesvalue"];
const WORKSPACES: &[&str] = &["workspaces", "workspace", "groups", "group"];

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
        let find = |spellings: &[&str]| {
            spellings
                .iter()
                .find_map(|spelling| names.iter().position(|name| name == spelling))
        };
        let mut columns = Self {
            address: find(ADDRESS)?,
            name: match find(NAME) {
                Some(name) => vec![name],
                None => [find(GIVEN_NAME), find(FAMILY_NAME)]
                    .into_iter()
                    .flatten()
                    .collect(),
            },
            role: find(ROLE),
            workspaces: find(WORKSPACES),
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

fn plain(name: &str) -> String {
    name.chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
