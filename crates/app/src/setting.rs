//! The organization's attributes: as shown, with what waits laid over them; and the changes that lead from
//! there to what somebody asks for.

use std::collections::BTreeMap;

use rollcall_language::say;
use rollcall_model::{
    self as model, Change, Found, Intent, MutationState, OrganizationChange, OrganizationField,
    Settled,
};

use crate::Failure;
use crate::areas::describes_itself;
use crate::entry::{field_title, words};
use crate::organization::Organization;
use crate::permission::Permissions;
use crate::queue::{Decided, new_mutation};
use crate::setting_rules::read;
use crate::view::{SaveSettings, SettingView, SettingWish};

/// The organization's information.
pub(crate) const GENERAL: &[OrganizationField] = &[
    OrganizationField::DisplayName,
    OrganizationField::Website,
    OrganizationField::TimeZone,
    OrganizationField::Locale,
];

/// Who is billed.
pub(crate) const BILLING: &[OrganizationField] = &[
    OrganizationField::Company,
    OrganizationField::Address,
    OrganizationField::TaxId,
    OrganizationField::BillingContact,
];

/// The organization with what waits laid over it.
pub(crate) struct Settings {
    /// As the server last described it.
    pub(crate) server: model::Organization,
    /// As it is shown.
    pub(crate) shown: model::Organization,
    intents: BTreeMap<OrganizationField, Intent>,
}

impl Settings {
    /// Reads what is known, and what waits.
    ///
    /// # Errors
    /// `not_offered` where the server doesn't describe the organization, `not_read_yet` before it did.
    pub(crate) fn of(open: &Organization) -> Result<Self, Failure> {
        let Some(server) = open.cache.organization()? else {
            return Err(if describes_itself(open)? {
                Failure::new("not_read_yet", say!("settings-not-read-yet")).may_pass()
            } else {
                Failure::new("not_offered", say!("settings-not-described"))
            });
        };
        let mut settings = Self {
            shown: server.clone(),
            server,
            intents: BTreeMap::new(),
        };
        let reflected = open.cache.snapshot()?.reflected;
        for mutation in open.ledger.overlay(reflected)? {
            let Change::Organization(change) = &mutation.change else {
                continue;
            };
            // Applied, and not yet in what the server described.
            let applied = mutation.state == MutationState::Settled(Settled::Applied);
            if mutation.is_open() || applied {
                change.apply_to(&mut settings.shown);
            }
            if let Some(intent) = mutation.intent() {
                let known = settings.intents.entry(change.field).or_insert(intent);
                *known = intent.max(*known);
            }
        }
        Ok(settings)
    }

    /// These attributes, those that the role may see.
    pub(crate) fn view(&self, fields: &[OrganizationField]) -> Vec<SettingView> {
        fields.iter().filter_map(|field| self.one(*field)).collect()
    }

    fn one(&self, field: OrganizationField) -> Option<SettingView> {
        let value = self.shown.value(field)?;
        let was = self.server.value(field).filter(|was| *was != value);
        Some(SettingView {
            field: field.as_str().to_owned(),
            title: field_title(field),
            was,
            value,
            intent: self
                .intents
                .get(&field)
                .map(|intent| intent.as_str().to_owned()),
        })
    }
}

/// The fewest changes that lead from what is shown to what is asked for of these attributes.
///
/// # Errors
/// `denied`; `setting_invalid` and `changed_meanwhile` on their field; `unknown_setting`; else as
/// [`Settings::of`].
pub(crate) fn decide(
    open: &Organization,
    save: &SaveSettings,
    fields: &[OrganizationField],
) -> Result<Decided, Failure> {
    let asked = asked(save, fields)?;
    let permissions = Permissions::of(open)?;
    let change = |field, was: String, to: String| OrganizationChange { field, was, to };
    // Those that are edited together need the same permission, whether anything differs or not.
    for field in fields.iter().take(1) {
        let any = change(*field, String::new(), String::new()).into();
        permissions.ask_elsewhere(&any)?.or_refuse()?;
    }
    let settings = Settings::of(open)?;
    let mut mutations = Vec::new();
    for (field, wish) in asked {
        let Some(was) = settings.shown.value(field) else {
            return Err(unknown_setting(field.as_str()));
        };
        // What was there already needs no rule: a server may be less strict.
        let to = if wish.to == was {
            continue;
        } else {
            read(field, &wish.to, &settings.shown)?
        };
        if to == was {
            continue;
        }
        if let Some(seen) = &wish.was
            && *seen != was
        {
            return Err(changed_meanwhile(field, &was));
        }
        let version = settings.server.version.clone();
        mutations.push(new_mutation(change(field, was, to), version));
    }
    if mutations.is_empty() {
        return Ok(Decided::Nothing {
            message: say!("settings-nothing"),
        });
    }
    Ok(Decided::Changes {
        mutations,
        replaces: Vec::new(),
    })
}

/// What is asked for, in the order of the fields.
fn asked<'s>(
    save: &'s SaveSettings,
    fields: &[OrganizationField],
) -> Result<BTreeMap<OrganizationField, &'s SettingWish>, Failure> {
    save.values
        .iter()
        .map(|(name, wish)| {
            let field = OrganizationField::from_name(name).filter(|field| fields.contains(field));
            let field = field.ok_or_else(|| unknown_setting(name))?;
            Ok((field, wish))
        })
        .collect()
}

fn changed_meanwhile(field: OrganizationField, now: &str) -> Failure {
    let now = words(&Found::Setting(now.to_owned()));
    Failure::new(
        "changed_meanwhile",
        say!("settings-changed", setting = field_title(field), now = now),
    )
    .on_field(field.as_str())
}

fn unknown_setting(name: &str) -> Failure {
    Failure::new("unknown_setting", say!("settings-unknown", name = name))
}
