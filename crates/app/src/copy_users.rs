//! Makes a text of a view for the clipboard.

use std::ops::ControlFlow;

use rollcall_language::say;
use rollcall_model::ConnectionId;

use crate::query::asked;
use crate::row::count;
use crate::view::{Delimiter, ExportUsers, FileFormat, ListView, Selection};
use crate::{App, Failure};

/// More rows belong into a file.
const MOST: u32 = 10_000;

impl App {
    /// Every user of a view, or only those selected, as CSV.
    ///
    /// # Errors
    /// `too_many_to_copy` for more than 10,000; `list_changed`; `denied` to a role that may not see
    /// users; else as [`App::session`].
    pub async fn copy_users(
        &self,
        organization: ConnectionId,
        shows: ListView,
        only: Option<Selection>,
    ) -> Result<String, Failure> {
        let open = self.organization(organization).await?;
        open.may_view_users()?;
        let total = match &only {
            Some(Selection::Ids { ids }) => count(ids.len()),
            Some(Selection::All { query, .. }) => open.cache.count(&asked(query, self.now()))?,
            None => open.cache.count(&asked(&shows.query, self.now()))?,
        };
        if total > MOST {
            let message = say!("copy-too-many", most = MOST);
            return Err(Failure::new("too_many_to_copy", message));
        }
        let export = ExportUsers {
            shows,
            only,
            format: FileFormat::Csv {
                delimiter: Delimiter::Comma,
                byte_order_mark: false,
            },
        };
        let mut text = Vec::new();
        let mut go_on = |_| ControlFlow::Continue(());
        self.stream_users(organization, &export, &mut text, &mut go_on)
            .await?;
        String::from_utf8(text).map_err(|error| {
            let message = say!("copy-no-text", cause = error.to_string());
            Failure::new("internal", message)
        })
    }
}
