//! A list of people between its preview and its addition: read once, kept in memory, one at a time.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use rollcall_language::say;
use rollcall_model::{ConnectionId, Role, WorkspaceId};

use crate::Failure;
use crate::addition::{Addition, Permits, holder};
use crate::invitees::{Field, Invitee, Invitees, Line, Unreadable};
use crate::organization::{Organization, lock};
use crate::view::{Fate, FateCounts, InviteeRow, Verdict, VerdictKind};

/// The one list that the program keeps: of one organization, and of that alone.
#[derive(Debug, Default)]
pub(crate) struct Kept(Mutex<Option<Arc<InviteeList>>>);

/// A list that was read, with what is known here about each line.
#[derive(Debug)]
pub(crate) struct InviteeList {
    organization: ConnectionId,
    /// Names it.
    pub(crate) id: u32,
    /// How it was read.
    pub(crate) how: String,
    pub(crate) people: Vec<Person>,
    /// Whether it is being added.
    is_busy: AtomicBool,
    is_stopped: AtomicBool,
}

/// A line, and what is known about it besides its text.
#[derive(Debug)]
pub(crate) struct Person {
    line: Line,
    workspaces: Vec<(WorkspaceId, String)>,
    /// Who has the address already, as a sentence.
    taken: Option<String>,
}

impl Kept {
    /// Keeps a list in place of the one before, which is stopped.
    pub(crate) fn keep(
        &self,
        organization: ConnectionId,
        how: String,
        people: Vec<Person>,
    ) -> Arc<InviteeList> {
        let mut kept = lock(&self.0);
        if let Some(before) = &*kept {
            before.stop();
        }
        let list = Arc::new(InviteeList {
            organization,
            id: kept.as_ref().map_or(1, |before| before.id.wrapping_add(1)),
            how,
            people,
            is_busy: AtomicBool::new(false),
            is_stopped: AtomicBool::new(false),
        });
        *kept = Some(Arc::clone(&list));
        list
    }

    /// The list of this name.
    ///
    /// # Errors
    /// `list_gone` when another was read since, or it was forgotten.
    pub(crate) fn get(
        &self,
        organization: ConnectionId,
        id: u32,
    ) -> Result<Arc<InviteeList>, Failure> {
        let kept = lock(&self.0);
        let found = kept.as_ref().filter(|list| list.is(organization, id));
        found
            .cloned()
            .ok_or_else(|| Failure::new("list_gone", say!("invitees-gone")))
    }

    /// Forgets the list that is kept, if it is of this organization.
    pub(crate) fn forget_all(&self, organization: ConnectionId) {
        let mut kept = lock(&self.0);
        if let Some(list) = kept.take_if(|list| list.organization == organization) {
            list.stop();
        }
    }

    /// Forgets the list of this name, if it is the one that is kept.
    pub(crate) fn forget(&self, organization: ConnectionId, id: u32) {
        let mut kept = lock(&self.0);
        if let Some(list) = kept.take_if(|list| list.is(organization, id)) {
            list.stop();
        }
    }
}

impl InviteeList {
    fn is(&self, organization: ConnectionId, id: u32) -> bool {
        self.organization == organization && self.id == id
    }

    /// Adds nobody more: what is queued stays queued.
    pub(crate) fn stop(&self) {
        self.is_stopped.store(true, Ordering::Release);
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Acquire)
    }

    /// Takes the right to add it, which nobody has twice at once.
    ///
    /// # Errors
    /// `adding_already`.
    pub(crate) fn begin(&self) -> Result<(), Failure> {
        if self.is_busy.swap(true, Ordering::AcqRel) {
            return Err(Failure::new("adding_already", say!("invitees-busy")));
        }
        self.is_stopped.store(false, Ordering::Release);
        Ok(())
    }

    /// Gives the right back. Who was queued can't be added again: their address is taken.
    pub(crate) fn end(&self) {
        self.is_busy.store(false, Ordering::Release);
    }

    /// Those who will be added, in their order. Who has no role of their own gets `role`.
    pub(crate) fn additions(&self, role: Role, permits: &Permits) -> Vec<Addition> {
        let fates = self.people.iter().zip(self.fates(role, permits));
        let will_be = fates.filter(|(_, fate)| *fate == Fate::Added);
        will_be
            .filter_map(|(person, _)| person.addition(role))
            .collect()
    }

    /// What becomes of each line when the list is added, in their order: who comes first has the seat.
    pub(crate) fn fates(&self, role: Role, permits: &Permits) -> Vec<Fate> {
        let mut seats = permits.seats();
        let fate = |person: &Person| match (person.fate(role, permits), &mut seats) {
            (Fate::Added, Some(0)) => Fate::Denied,
            (Fate::Added, Some(left)) => {
                *left -= 1;
                Fate::Added
            }
            (fate, _) => fate,
        };
        self.people.iter().map(fate).collect()
    }

    pub(crate) fn counts(&self, role: Role, permits: &Permits) -> FateCounts {
        let mut counts = FateCounts::default();
        for fate in self.fates(role, permits) {
            *match fate {
                Fate::Added => &mut counts.added,
                Fate::There => &mut counts.there,
                Fate::Denied => &mut counts.denied,
                Fate::Unreadable => &mut counts.unreadable,
            } += 1;
        }
        counts
    }
}

impl Person {
    /// What is known here about every line.
    pub(crate) fn all(open: &Organization, invitees: Invitees) -> Result<Vec<Self>, Failure> {
        let workspaces = open.cache.workspaces()?;
        let known: Vec<(WorkspaceId, String)> = workspaces
            .into_iter()
            .map(|listed| (listed.shown.workspace.id, listed.shown.name))
            .collect();
        invitees
            .lines
            .into_iter()
            .map(|line| Self::new(open, line, &known))
            .collect()
    }

    fn new(
        open: &Organization,
        mut line: Line,
        known: &[(WorkspaceId, String)],
    ) -> Result<Self, Failure> {
        let mut workspaces = Vec::new();
        let mut taken = None;
        if let Ok(invitee) = &line.read {
            match named(&line.written.workspaces, known) {
                Ok(found) => workspaces = found,
                Err(reason) => {
                    line.read = Err(Unreadable {
                        field: Field::Workspaces,
                        reason,
                    });
                    return Ok(Self {
                        line,
                        workspaces,
                        taken,
                    });
                }
            }
            taken = holder(open, &invitee.address)?.map(|holder| holder.sentence());
        }
        Ok(Self {
            line,
            workspaces,
            taken,
        })
    }

    /// What becomes of the line by itself.
    fn fate(&self, role: Role, permits: &Permits) -> Fate {
        match &self.line.read {
            Err(_) => Fate::Unreadable,
            Ok(_) if self.taken.is_some() || self.line.double_of.is_some() => Fate::There,
            Ok(read) => match self.permit(read, role, permits).kind {
                VerdictKind::Denied => Fate::Denied,
                VerdictKind::Allowed | VerdictKind::LeftToServer => Fate::Added,
            },
        }
    }

    fn permit<'p>(&self, read: &Invitee, role: Role, permits: &'p Permits) -> &'p Verdict {
        permits.of(read.role.unwrap_or(role), self.workspaces.len())
    }

    /// The line as it is shown, with what becomes of it.
    pub(crate) fn row(&self, role: Role, permits: &Permits, fate: Fate) -> InviteeRow {
        let written = &self.line.written;
        let (address, name, role, permit) = match &self.line.read {
            Ok(read) => (
                read.address.clone(),
                read.name.clone().unwrap_or_default(),
                read.role.unwrap_or(role).title(),
                Some(match self.permit(read, role, permits) {
                    // Denied, and not by itself: there is no seat for one more.
                    own if fate == Fate::Denied && own.kind != VerdictKind::Denied => {
                        permits.full()
                    }
                    own => own,
                }),
            ),
            Err(_) => {
                let cells = (written.address.clone(), written.name.clone());
                (cells.0, cells.1, written.role.clone(), None)
            }
        };
        let names: Vec<&str> = self
            .workspaces
            .iter()
            .map(|(_, name)| name.as_str())
            .collect();
        let unread = self.line.read.as_ref().err();
        InviteeRow {
            line: self.line.number,
            address,
            name,
            role,
            workspaces: match unread {
                Some(_) => written.workspaces.clone(),
                None => names.join(", "),
            },
            fate,
            field: unread.map(|unread| unread.field.as_str().to_owned()),
            reason: match fate {
                Fate::Unreadable => unread.map(|unread| unread.reason.clone()),
                Fate::There => self.taken.clone().or_else(|| {
                    let first = self.line.double_of?;
                    Some(say!("invitees-double", line = first))
                }),
                Fate::Denied | Fate::Added => permit.and_then(|permit| permit.reason.clone()),
            },
            help: permit
                .filter(|_| fate == Fate::Denied)
                .and_then(|permit| permit.help.clone()),
        }
    }

    /// The line as it was written, its number first: what a person mends.
    pub(crate) fn written(&self) -> [String; 5] {
        let written = &self.line.written;
        [
            written.address.clone(),
            written.name.clone(),
            written.role.clone(),
            written.workspaces.clone(),
            self.line.number.to_string(),
        ]
    }

    fn addition(&self, role: Role) -> Option<Addition> {
        let read = self.line.read.as_ref().ok()?;
        Some(Addition {
            address: read.address.clone(),
            name: read.name.clone(),
            role: read.role.unwrap_or(role),
            workspaces: self.workspaces.iter().map(|(id, _)| id.clone()).collect(),
        })
    }
}

/// The workspaces that a cell names: one, or several with a separator between them. A name may hold a
/// separator itself. `Err` is a sentence.
fn named(
    cell: &str,
    known: &[(WorkspaceId, String)],
) -> Result<Vec<(WorkspaceId, String)>, String> {
    let find = |name: &str| {
        let name = name.trim().to_lowercase();
        known
            .iter()
            .find(|(id, known)| known.to_lowercase() == name || id.as_str() == name)
    };
    let mut found: Vec<(WorkspaceId, String)> = Vec::new();
    let mut left = vec![cell];
    let mut separators = [['\n', '\n'], [';', '|'], [',', ',']].into_iter();
    loop {
        left.retain(|name| !name.trim().is_empty());
        left.retain(|name| match find(name) {
            Some(workspace) if found.contains(workspace) => false,
            Some(workspace) => {
                found.push(workspace.clone());
                false
            }
            None => true,
        });
        match (left.first(), separators.next()) {
            (None, _) => return Ok(found),
            (Some(_), Some(separator)) => {
                left = left.iter().flat_map(|name| name.split(separator)).collect();
            }
            (Some(unknown), None) => {
                let unknown: String = unknown.trim().chars().take(60).collect();
                return Err(say!("invitees-no-workspace", name = unknown));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn workspaces_are_named_one_or_several_in_a_cell() {
        let known: Vec<(WorkspaceId, String)> = ["Design", "Sales, EMEA", "Legal"]
            .into_iter()
            .enumerate()
            .map(|(at, name)| (WorkspaceId::new(format!("w{at}")), name.to_owned()))
            .collect();
        let ids = |cell: &str| -> Result<Vec<String>, String> {
            let found = named(cell, &known)?;
            Ok(found.into_iter().map(|(id, _)| id.to_string()).collect())
        };
        for (cell, wanted) in [
            ("", &[][..]),
            ("design", &["w0"]),
            ("Design;Legal", &["w0", "w2"]),
            ("Design, Legal, Design", &["w0", "w2"]),
            ("Sales, EMEA", &["w1"]),
            ("Legal | Sales, EMEA\nw0", &["w2", "w1", "w0"]),
        ] {
            let mut found = ids(cell).unwrap();
            found.sort();
            let mut wanted = wanted.to_vec();
            wanted.sort_unstable();
            assert_eq!(found, wanted, "{cell:?} names them");
        }
        assert!(
            ids("Design; Leagl").unwrap_err().contains("\"Leagl\""),
            "one that isn't there is told by its name, and none is given"
        );
    }
}
