//! Imports a plan that another administrator exported: looked at change by change, then queued whole or not at
//! all, and once.

use std::collections::{HashMap, HashSet};

use rollcall_cache::NewMutation;
use rollcall_language::say;
use rollcall_model::{
    Change, ConnectionId, Mutation, MutationId, MutationState, OperationId, Settled, UserChange,
};
use rollcall_sync::list_notes;

use crate::addition::holder;
use crate::another_value::{carried, with};
use crate::export_plan::plan_of;
use crate::foresight::{Foreseen, Foresight};
use crate::hold::not_kept;
use crate::organization::Organization;
use crate::plan::planned;
use crate::plan_file::{PlanFile, PlanOf};
use crate::queue::Decided;
use crate::view::{ImportView, PlanView, PlanWindow, Receipt};
use crate::{App, Failure};

impl App {
    /// What importing a file would queue, change by change, a window of it. Nothing is queued.
    ///
    /// # Errors
    /// `not_a_plan`, `plan_newer`, `file_too_large`, `other_organization`; else as [`App::session`].
    pub async fn import_view(
        &self,
        organization: ConnectionId,
        bytes: &[u8],
        window: PlanWindow,
    ) -> Result<ImportView, Failure> {
        let open = self.organization(organization).await?;
        let file = PlanFile::read(bytes)?;
        let import = Import::of(&open, &file)?;
        let looked = import.look(&open, self)?;
        let refused = match self.keeps_nothing(&open) {
            true => Some(not_kept()),
            false => import
                .refusal(&open, &looked)?
                .map(|refused| refused.message),
        };
        Ok(ImportView {
            organization: file.organization.name,
            exported_by: file.exported_by,
            exported_at: file.exported_at,
            refused,
            plan: looked.view(&open, window)?,
        })
    }

    /// Queues all changes of a file, in their order and with what they wait for; or none. They are held until
    /// somebody presses *Send*. The same changes are imported once, however often a file is.
    ///
    /// # Errors
    /// `imported_already`; `denied` where the policy denies one of them to whoever imports; as
    /// [`App::import_view`]; as every change `held_by`, `other_account`. Nothing is queued then.
    pub async fn import_plan(
        &self,
        organization: ConnectionId,
        bytes: &[u8],
    ) -> Result<Receipt, Failure> {
        let file = PlanFile::read(bytes)?;
        let decide = |open: &Organization| {
            if self.keeps_nothing(open) {
                return Err(Failure::new("hold_not_kept", not_kept()));
            }
            let import = Import::of(open, &file)?;
            let looked = import.look(open, self)?;
            match import.refusal(open, &looked)? {
                Some(refused) => Err(refused),
                None => Ok(Decided::Changes {
                    mutations: import.mutations,
                    replaces: Vec::new(),
                }),
            }
        };
        self.queue(organization, OperationId::random(), None, decide)
            .await
    }
}

/// What a file asks for here.
struct Import {
    mutations: Vec<NewMutation>,
    /// Some of it is here already, or was.
    known: bool,
}

/// The same held against what is known.
struct Looked {
    listed: Vec<Mutation>,
    imported: HashSet<MutationId>,
    foreseen: HashMap<MutationId, Foreseen>,
}

impl Import {
    fn of(open: &Organization, file: &PlanFile) -> Result<Self, Failure> {
        open.may_view_users()?;
        is_of(&plan_of(open)?, &file.organization)?;
        let mut known = false;
        let cancelled = MutationState::Settled(Settled::Cancelled);
        let mut mutations = file.mutations(|exported| {
            let own = open.ledger.mutation(exported)?;
            known |= own.is_some_and(|own| own.state != cancelled);
            for times in 0.. {
                let here = exported.imported(times);
                match open.ledger.mutation(here)? {
                    // Taken back since: it may be asked for again.
                    Some(before) if before.state == cancelled => {}
                    Some(_) => {
                        known = true;
                        break;
                    }
                    None => return Ok(here),
                }
            }
            Ok(MutationId::random())
        })?;
        for mutation in &mut mutations {
            // A file can be changed by hand: its values are read as what somebody types.
            let values = carried(String::new(), &mutation.change);
            mutation.change = with(open, &mutation.change, &values)?;
        }
        Ok(Self { mutations, known })
    }

    /// Holds it against the list and the policy, as if what waits here were done.
    fn look(&self, open: &Organization, app: &App) -> Result<Looked, Failure> {
        let mut listed = open.ledger.listed()?;
        let last = listed.last().map_or(0, |mutation| mutation.sequence);
        let seen_at = list_notes(&open.cache)?.as_of;
        let operation = OperationId::random();
        let imported = self.mutations.iter().zip(last + 1..);
        listed.extend(imported.map(|(asked, sequence)| Mutation {
            id: asked.id,
            sequence,
            operation,
            change: asked.change.clone(),
            version: asked.version.clone(),
            after: asked.after.clone(),
            made_at: app.now(),
            seen_at,
            attempts: 0,
            state: MutationState::Queued,
            goes: asked.goes,
        }));
        let waiting = listed
            .iter()
            .filter(|mutation| mutation.state == MutationState::Queued);
        let foreseen = Foresight::of(open, &listed)?.all(waiting)?;
        Ok(Looked {
            imported: self.mutations.iter().map(|asked| asked.id).collect(),
            listed,
            foreseen,
        })
    }

    /// Why it can't be queued; `None` when it can.
    fn refusal(&self, open: &Organization, looked: &Looked) -> Result<Option<Failure>, Failure> {
        if self.known {
            return Ok(Some(Failure::new(
                "imported_already",
                say!("plan-imported-already"),
            )));
        }
        for asked in &self.mutations {
            let (name, _) = open.name_in(&asked.change)?;
            if let Some(Foreseen::Denied { reason, help }) = looked.foreseen.get(&asked.id) {
                let denied = Failure::new("denied", format!("{name}: {reason}"));
                return Ok(Some(denied.with_help(help.clone())));
            }
            if let Change::User(UserChange::AddUser { user_name, .. }) = &asked.change
                && let Some(holder) = holder(open, user_name)?
            {
                let taken = format!("{name}: {}", holder.sentence());
                return Ok(Some(Failure::new("address_taken", taken)));
            }
        }
        Ok(None)
    }
}

impl Looked {
    fn view(&self, open: &Organization, window: PlanWindow) -> Result<PlanView, Failure> {
        let steps: Vec<&Mutation> = self
            .listed
            .iter()
            .filter(|mutation| self.imported.contains(&mutation.id))
            .collect();
        planned(open, &self.listed, &steps, &self.foreseen, window)
    }
}

/// Refuses a plan of another organization: by the server's id, else by the address.
fn is_of(here: &PlanOf, plan: &PlanOf) -> Result<(), Failure> {
    let same = match (&here.id, &plan.id) {
        (Some(here), Some(there)) => here == there,
        _ => here.url == plan.url,
    };
    if same {
        return Ok(());
    }
    Err(Failure::new(
        "other_organization",
        say!(
            "plan-of-another",
            theirs = plan.name,
            their_url = plan.url,
            ours = here.name,
            our_url = here.url
        ),
    ))
}
