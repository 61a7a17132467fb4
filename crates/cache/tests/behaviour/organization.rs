//! The organization itself: what a role may see of it, kept and forgotten.

use crate::people::{key, now};
use rollcall_cache::{Cache, Location, Mode, Update};
use rollcall_model::{
    Billing, Invoice, InvoiceLine, Organization, OrganizationId, PaymentMethod, Plan, Subscription,
    SubscriptionStatus, Version,
};

fn organization() -> Organization {
    Organization {
        id: OrganizationId::new("acme"),
        display_name: "Acme".into(),
        website: "https://acme.example".into(),
        time_zone: "Europe/Vienna".into(),
        locale: "de-AT".into(),
        created: Some(now()),
        version: Some(Version("W/\"1\"".into())),
        billing: Some(Billing {
            company: "Acme Ltd".into(),
            address: "1 Road\nVienna".into(),
            tax_id: "ATU1".into(),
            contact_email: "billing@acme.example".into(),
            payment_method: Some(PaymentMethod {
                label: "Visa ending in 4242".into(),
                expires: Some("2027-04".into()),
                manage_url: None,
            }),
        }),
        subscription: Some(Subscription {
            plan: "business".into(),
            seats: Some(50),
            seats_used: Some(47),
            status: SubscriptionStatus::Other("paused".into()),
            renews_at: Some(now()),
            trial_ends_at: None,
            next_plan: None,
            next_seats: Some(40),
            plans: vec![Plan {
                value: "business".into(),
                display: "Business".into(),
                seat_price: "9.00".into(),
                currency: "EUR".into(),
                period: "month".into(),
            }],
        }),
        free_seats: Some(3),
    }
}

#[test]
fn the_organization_reads_back_as_far_as_a_role_may_see_it() {
    let cache = Cache::open(&Location::Memory, &key(), Mode::Writer)
        .unwrap()
        .store;
    assert_eq!(cache.organization().unwrap(), None);
    let whole = organization();
    let as_a_user_admin = Organization {
        billing: whole.billing.clone().map(|billing| Billing {
            payment_method: None,
            ..billing
        }),
        subscription: None,
        ..whole.clone()
    };
    for known in [whole, as_a_user_admin] {
        cache
            .apply(&Update {
                organization: Some(&known),
                ..Update::default()
            })
            .unwrap();
        assert_eq!(cache.organization().unwrap(), Some(known));
    }
    let invoice = Invoice {
        id: "1".into(),
        number: "2026-001".into(),
        date: Some("2026-11-01".parse().unwrap()),
        amount: "450.00".into(),
        currency: "EUR".into(),
        status: "paid".into(),
        lines: vec![InvoiceLine {
            description: "Business, 50 seats".into(),
            quantity: "50".into(),
            unit_price: "9.00".into(),
            amount: "450.00".into(),
        }],
    };
    cache.keep_invoices(std::slice::from_ref(&invoice)).unwrap();
    assert_eq!(cache.invoices().unwrap(), [invoice]);
    cache.forget_organization().unwrap();
    assert_eq!(cache.organization().unwrap(), None);
    assert_eq!(cache.invoices().unwrap(), []);
}
