//! Exports what waits as a plan, which another administrator imports and sends.

use std::collections::HashSet;
use std::io::Write;
use std::path::Path;

use rollcall_language::{for_the_record, say};
use rollcall_model::{ConnectionId, Mutation, MutationId, MutationState};
use rollcall_sync::Actor;

use crate::depends::with_what_they_depend_on;
use crate::entry::change_words;
use crate::export::unwritten;
use crate::export_users::name_of;
use crate::organization::Organization;
use crate::plan_file::{PlanFile, PlanOf, Planned};
use crate::row::count;
use crate::view::{Changes, PlanExported};
use crate::writing::is_deceptive;
use crate::{App, Failure};

impl App {
    /// What a file with these changes is called unless a person says otherwise. What can't be exported is
    /// said here, before anybody looks for a place.
    ///
    /// # Errors
    /// As [`App::export_plan`].
    pub async fn plan_export_name(
        &self,
        organization: ConnectionId,
        changes: &Changes,
    ) -> Result<String, Failure> {
        self.planned_file(organization, changes).await?;
        let date = self.now().strftime("%Y-%m-%d").to_string();
        Ok(format!("plan-{date}.json"))
    }

    /// Writes these changes, and those before which they can't go out, into a file that only its owner may
    /// read. They wait here as before. The file holds no token.
    ///
    /// # Errors
    /// `nothing_to_export`; `not_exportable` for what waits for something that is on its way;
    /// `export_failed`; `unknown_change`, `id_invalid`; else as [`App::session`].
    pub async fn export_plan(
        &self,
        organization: ConnectionId,
        changes: &Changes,
        path: &Path,
    ) -> Result<PlanExported, Failure> {
        let mut draft = self.draft(organization, path)?;
        let changes = self.stream_plan(organization, changes, &mut draft).await?;
        draft
            .put_in_place(path)
            .map_err(|error| unwritten(&error))?;
        let file = name_of(path);
        Ok(PlanExported { changes, file })
    }

    /// Writes them, and answers how many. What was written before a failure is of no use.
    ///
    /// # Errors
    /// As [`App::export_plan`].
    pub async fn stream_plan<W: Write>(
        &self,
        organization: ConnectionId,
        changes: &Changes,
        to: &mut W,
    ) -> Result<u32, Failure> {
        let file = self.planned_file(organization, changes).await?;
        to.write_all(readable(&file)?.as_bytes())
            .map_err(|error| unwritten(&error))?;
        Ok(count(file.changes.len()))
    }

    /// These changes, and those before which they can't go out, as a file has them.
    async fn planned_file(
        &self,
        organization: ConnectionId,
        changes: &Changes,
    ) -> Result<PlanFile, Failure> {
        let open = self.organization(organization).await?;
        let listed = open.ledger.listed()?;
        let named: HashSet<MutationId> = match changes {
            Changes::All => listed.iter().map(|mutation| mutation.id).collect(),
            some => some.mutations(&open)?.iter().map(|one| one.id).collect(),
        };
        let going: HashSet<MutationId> = with_what_they_depend_on(&listed, &named)
            .into_iter()
            .collect();
        let waiting: Vec<&Mutation> = listed
            .iter()
            .filter(|mutation| going.contains(&mutation.id))
            .collect();
        if waiting.is_empty() {
            return Err(Failure::new("nothing_to_export", say!("plan-nothing")));
        }
        let planned = planned(&open, &waiting, &going)?;
        let by = match open.signed_in()? {
            Actor::Known { name, .. } => name,
            Actor::NotAsked | Actor::Unknown => String::new(),
        };
        Ok(PlanFile::new(plan_of(&open)?, by, self.now(), planned))
    }
}

/// The organization that is open, as a plan names it.
pub(crate) fn plan_of(open: &Organization) -> Result<PlanOf, Failure> {
    let known = open.cache.organization()?;
    Ok(PlanOf {
        id: known.map(|known| known.id.as_str().to_owned()),
        name: open.profile.name.clone(),
        url: open.profile.base_url.clone(),
    })
}

fn planned(
    open: &Organization,
    waiting: &[&Mutation],
    going: &HashSet<MutationId>,
) -> Result<Vec<Planned>, Failure> {
    let mut planned = Vec::with_capacity(waiting.len());
    let names = open.names(waiting.iter().map(|mutation| &mutation.change))?;
    for mutation in waiting {
        let change = &mutation.change;
        let name = names.get(&change.resource()).map_or("", |(name, _)| name);
        let workspace = open.subject_of(change)?;
        let read = open.as_read(change)?;
        let says = || format!("{name}: {}", change_words(&read, &workspace));
        let awaited = mutation
            .after
            .iter()
            .filter_map(|after| after.user.added_by());
        let mut additions = change.carried().filter_map(|carried| carried.added_by());
        if additions.any(|addition| !going.contains(&addition))
            || awaited
                .into_iter()
                .any(|addition| !going.contains(&addition))
        {
            return Err(not_exportable(open, &says(), mutation)?);
        }
        planned.push(Planned::of(mutation, for_the_record(says)));
    }
    Ok(planned)
}

fn not_exportable(
    open: &Organization,
    says: &str,
    mutation: &Mutation,
) -> Result<Failure, Failure> {
    let of_operation = open.ledger.operation(mutation.operation)?;
    let on_its_way = of_operation
        .iter()
        .any(|one| matches!(one.state, MutationState::Sending | MutationState::Unknown));
    let message = if on_its_way {
        say!("plan-not-exportable-yet", change = says)
    } else {
        say!("plan-not-exportable", change = says)
    };
    Ok(Failure::new("not_exportable", message))
}

/// JSON that people read, of which nothing steers what shows it.
fn readable(file: &PlanFile) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(file)
        .map_err(|error| unwritten(&std::io::Error::from(error)))?;
    let mut readable = String::with_capacity(text.len() + 1);
    for letter in text.chars() {
        if letter == '\n' || !is_deceptive(letter) {
            readable.push(letter);
        } else {
            let mut units = [0; 2];
            for unit in letter.encode_utf16(&mut units) {
                readable.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    readable.push('\n');
    Ok(readable)
}
