//! How changes are put to people, for the journal: whoever reads it years later may find nobody there any
//! more.

use std::collections::HashMap;

use rollcall_cache::{NewMutation, Said};
use rollcall_language::for_the_record;
use rollcall_model::{MutationId, WorkspaceId};
use rollcall_sync::Actor;

use crate::Failure;
use crate::entry::change_words;
use crate::organization::Organization;

/// How these are put to people now, in the language of the record, and who asks.
pub(crate) fn said(
    open: &Organization,
    mutations: &[NewMutation],
) -> Result<HashMap<MutationId, Said>, Failure> {
    let by = match open.signed_in()? {
        Actor::Known { name, .. } => name,
        Actor::NotAsked | Actor::Unknown => String::new(),
    };
    let names = open.names(mutations.iter().map(|mutation| &mutation.change))?;
    let mut workspaces: HashMap<&WorkspaceId, String> = HashMap::new();
    let mut said = HashMap::new();
    for NewMutation { id, change, .. } in mutations {
        let workspace = match change.access_to() {
            None => "",
            Some(workspace) => {
                if !workspaces.contains_key(workspace) {
                    workspaces.insert(workspace, open.workspace_name(workspace)?);
                }
                workspaces.get(workspace).map_or("", String::as_str)
            }
        };
        let (name, email) = names.get(&change.resource()).cloned().unwrap_or_default();
        let read = open.as_read(change)?;
        let said_of = Said {
            by: by.clone(),
            name,
            email,
            what: for_the_record(|| change_words(&read, workspace)),
        };
        said.insert(*id, said_of);
    }
    Ok(said)
}
