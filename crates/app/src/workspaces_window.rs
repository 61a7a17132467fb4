//! Answers the list of workspaces: a window of rows and a total.

use rollcall_cache::WorkspaceCount;
use rollcall_model::ConnectionId;

use crate::row::count;
use crate::users_window::MOST_ROWS;
use crate::view::{WorkspaceQuery, WorkspaceSort, WorkspacesWindow};
use crate::workspace::row;
use crate::{App, Failure};

impl App {
    /// The rows from `offset` on, `limit` at most (1,000 are the most that are given), of those that
    /// match.
    ///
    /// # Errors
    /// `denied` to a role that may not see workspaces and their settings; `not_offered` by this server;
    /// else as [`App::session`].
    pub async fn workspaces_window(
        &self,
        organization: ConnectionId,
        query: &WorkspaceQuery,
        offset: u32,
        limit: u32,
    ) -> Result<WorkspacesWindow, Failure> {
        let open = self.organization(organization).await?;
        open.may_view_workspaces()?;
        let generation = open.cache.snapshot()?.generation;
        let found = matching(open.cache.workspaces()?, query);
        Ok(WorkspacesWindow {
            generation: count(generation),
            total: count(found.len()),
            offset,
            rows: found
                .into_iter()
                .skip(offset as usize)
                .take(limit.min(MOST_ROWS) as usize)
                .map(row)
                .collect(),
        })
    }
}

/// Those that match, in order; they come by name.
fn matching(all: Vec<WorkspaceCount>, query: &WorkspaceQuery) -> Vec<WorkspaceCount> {
    let mut found: Vec<WorkspaceCount> = all
        .into_iter()
        .filter(|counted| query.finds(&counted.shown.name))
        .collect();
    // Sorting is stable: ties stay by name.
    match query.sort {
        WorkspaceSort::Name => {}
        WorkspaceSort::Users => found.sort_by_key(|counted| counted.users),
        WorkspaceSort::Contacts => {
            found.sort_by_key(|counted| counted.shown.workspace.contact_count);
        }
        WorkspaceSort::Added => found.sort_by_key(|counted| counted.shown.workspace.created),
    }
    if query.descending {
        found.reverse();
    }
    found
}

#[cfg(test)]
mod tests {
    use rollcall_cache::{Presence, ShownWorkspace};
    use rollcall_model::{Timestamp, Workspace, WorkspaceId};

    use super::*;

    fn workspace(name: &str, users: u32, contacts: Option<u64>, created: i64) -> WorkspaceCount {
        WorkspaceCount {
            shown: ShownWorkspace {
                workspace: Workspace {
                    id: WorkspaceId::new(name),
                    external_id: None,
                    name: name.to_owned(),
                    description: None,
                    created: Timestamp::from_second(created).ok(),
                    version: None,
                    member_count: None,
                    contact_count: contacts,
                },
                name: name.to_owned(),
                presence: Presence::Here,
                intent: None,
            },
            users,
        }
    }

    fn asked(search: &str, sort: WorkspaceSort, descending: bool) -> Vec<String> {
        let all = vec![
            workspace("Événements 2026", 4, Some(2), 30),
            workspace("Sales APAC", 9, None, 20),
            workspace("Sales EMEA", 4, Some(7), 10),
        ];
        let query = WorkspaceQuery {
            search: search.to_owned(),
            sort,
            descending,
        };
        let found = matching(all, &query).into_iter();
        found.map(|counted| counted.shown.name).collect()
    }

    #[test]
    fn a_search_finds_any_place_of_a_name_whatever_its_accents() {
        let found = |search| asked(search, WorkspaceSort::Name, false);
        assert_eq!(found("evenement"), ["Événements 2026"]);
        assert_eq!(found("SALES a"), ["Sales APAC", "Sales EMEA"], "each word");
        assert_eq!(found("apac sales"), ["Sales APAC"], "in any order");
        assert_eq!(found(" ").len(), 3, "an empty search leaves nothing out");
        assert!(found("nowhere").is_empty());
    }

    #[test]
    fn every_column_sorts_and_ties_stay_by_name() {
        let sorted = |sort| asked("", sort, false);
        assert_eq!(
            sorted(WorkspaceSort::Users),
            ["Événements 2026", "Sales EMEA", "Sales APAC"]
        );
        assert_eq!(
            sorted(WorkspaceSort::Contacts),
            ["Sales APAC", "Événements 2026", "Sales EMEA"],
            "not reported comes first"
        );
        assert_eq!(
            sorted(WorkspaceSort::Added),
            ["Sales EMEA", "Sales APAC", "Événements 2026"]
        );
        let reverse = asked("", WorkspaceSort::Users, true);
        assert_eq!(
            reverse,
            ["Sales APAC", "Sales EMEA", "Événements 2026"],
            "the exact reverse"
        );
    }
}
