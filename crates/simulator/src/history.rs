//! How the server had everything, whenever it was written to.

use std::collections::BTreeMap;

use rollcall_model::{
    Change, Found, MutationId, Resource, Standing, User, UserChange, WorkspaceId,
};

use crate::there::There;

/// See the module.
#[derive(Default)]
pub(crate) struct History {
    of: BTreeMap<Resource, Vec<(u64, Option<There>)>>,
    events: u64,
}

impl History {
    /// How something is now.
    pub(crate) fn stands(&mut self, resource: Resource, there: Option<There>) {
        self.events += 1;
        let now = (self.events, there);
        self.of.entry(resource).or_default().push(now);
    }

    /// Now, by the count of events.
    pub(crate) fn now(&self) -> u64 {
        self.events
    }

    /// Whether the place of a change stood like this at some time since then.
    pub(crate) fn ever_stood(&self, change: &Change, standing: Standing, since: u64) -> bool {
        let gone = match change {
            // Whoever is gone has access to nothing; yet it is not quite what was asked for.
            Change::User(UserChange::RevokeWorkspace { .. }) => standing != Standing::Untouched,
            change => change.judge(&Found::Gone) == standing,
        };
        let mut resource = self.since(&change.resource(), since);
        let mut workspace = change
            .access_to()
            .into_iter()
            .flat_map(|id| self.since(&Resource::Workspace(id.clone()), since));
        resource.any(|there| match there {
            Some(there) => change.judge(&there.found_by(change)) == standing,
            None => gone,
        }) || (gone && workspace.any(|there| there.is_none()))
    }

    /// Whether at some time since then another workspace had this name.
    pub(crate) fn ever_named(&self, name: &str, besides: &WorkspaceId, since: u64) -> bool {
        let has_it = |there: Option<&There>| match there {
            Some(There::Workspace(workspace)) => {
                workspace.id != *besides && workspace.name.to_lowercase() == name.to_lowercase()
            }
            _ => false,
        };
        let mut resources = self.of.keys();
        resources.any(|resource| self.since(resource, since).any(has_it))
    }

    /// Whether the server has ever had it.
    pub(crate) fn knows(&self, resource: &Resource) -> bool {
        self.of.contains_key(resource)
    }

    /// Whether it is on the server, as far as anybody saw.
    pub(crate) fn lives(&self, resource: &Resource) -> bool {
        let last = self.of.get(resource).and_then(|history| history.last());
        last.is_none_or(|(_, there)| there.is_some())
    }

    /// Everybody on the server: nobody writes there unseen.
    pub(crate) fn everybody(&self) -> Vec<User> {
        let user = |there: &There| match there {
            There::User(user) => Some(user.clone()),
            _ => None,
        };
        self.last().filter_map(user).collect()
    }

    /// Every workspace on the server.
    pub(crate) fn workspaces(&self) -> Vec<Resource> {
        let workspace = |there: &There| match there {
            There::Workspace(workspace) => Some(Resource::Workspace(workspace.id.clone())),
            _ => None,
        };
        self.last().filter_map(workspace).collect()
    }

    /// Whether what this mutation added is on the server.
    pub(crate) fn added_and_alive(&self, id: MutationId) -> bool {
        let mark = id.to_string();
        self.last().any(|there| there.mark() == Some(&mark))
    }

    /// Whether the server ever had what this mutation was to add.
    pub(crate) fn ever_added(&self, id: MutationId) -> bool {
        let mark = id.to_string();
        let mut all = self.of.values().flatten();
        all.any(|(_, there)| {
            there
                .as_ref()
                .is_some_and(|there| there.mark() == Some(&mark))
        })
    }

    fn last(&self) -> impl Iterator<Item = &There> {
        let now = self.of.values().filter_map(|history| history.last());
        now.filter_map(|(_, there)| there.as_ref())
    }

    /// How something was since then; how it was at that time counts, too.
    fn since(
        &self,
        resource: &Resource,
        since: u64,
    ) -> impl Iterator<Item = Option<&There>> + use<'_> {
        let history = self.of.get(resource).map_or(&[][..], Vec::as_slice);
        let first = history.partition_point(|(at, _)| *at <= since);
        let since = history.iter().skip(first.saturating_sub(1));
        since.map(|(_, there)| there.as_ref())
    }
}
