//! The schema of the organization itself: its information, who is billed, plan and seats.

use crate::attribute::{Attribute, Kind, Schema};
use crate::resource_type::ResourceType;
use crate::schema;

/// The organization: there is one, which nobody makes.
pub static ORGANIZATION: ResourceType = ResourceType {
    name: "Organization",
    endpoint: "/Organizations",
    description: "The organization, as far as the reader's role may see it",
    schema: &ORGANIZATION_SCHEMA,
    extensions: &[],
};

/// The values that `subscription.status` takes.
pub const SUBSCRIPTION_STATUSES: &[&str] = &[
    "trial",
    "trial_ended",
    "active",
    "downgrading",
    "cancelling",
    "pending_payment",
    "frozen",
    "cancelled",
];

/// The organization.
pub static ORGANIZATION_SCHEMA: Schema = Schema {
    urn: schema::ORGANIZATION,
    name: "Organization",
    description: "The organization that owns users, workspaces and one subscription",
    attributes: &[
        Attribute::new("displayName", Kind::String, "The name that people read").required(),
        Attribute::new("website", Kind::Reference, "Its address on the web")
            .case_exact()
            .to(&["external"]),
        Attribute::new(
            "timeZone",
            Kind::String,
            "A name of the IANA time zone database",
        ),
        Attribute::new("locale", Kind::String, "A language tag (BCP 47)"),
        Attribute::complex("billing", BILLING, "Who is billed"),
        Attribute::complex("subscription", SUBSCRIPTION, "Plan and seats"),
    ],
};

const BILLING: &[Attribute] = &[
    Attribute::new("company", Kind::String, "The company's name"),
    Attribute::new("address", Kind::String, "Where it is, in several lines"),
    Attribute::new("taxId", Kind::String, "Its tax id"),
    Attribute::new(
        "contactEmail",
        Kind::String,
        "The e-mail address to which invoices go",
    ),
    Attribute::complex(
        "paymentMethod",
        &[
            Attribute::new("label", Kind::String, "What people call it").read_only(),
            Attribute::new(
                "expires",
                Kind::String,
                "The last month in which it is good, as in 2027-04",
            )
            .read_only(),
            Attribute::new("manageUrl", Kind::Reference, "Where it is managed")
                .case_exact()
                .read_only()
                .to(&["external"]),
        ],
        "How invoices are paid: a label, never a card",
    )
    .read_only(),
];

const SUBSCRIPTION: &[Attribute] = &[
    Attribute::new(
        "plan",
        Kind::String,
        "The plan, by its value; a smaller one begins with the next period",
    )
    .case_exact(),
    Attribute::new(
        "seats",
        Kind::Integer,
        "How many users may have a seat, absent where there is no limit; fewer begin with the next period",
    ),
    Attribute::new(
        "seatsUsed",
        Kind::Integer,
        "How many users have a seat: everybody who is not suspended",
    )
    .read_only(),
    Attribute::new(
        "freeSeats",
        Kind::Integer,
        "How many seats are left, absent where there is no limit",
    )
    .read_only(),
    Attribute::new(
        "status",
        Kind::String,
        "Where it stands; cancelling cancels it at the end of the period, active takes that back, and \
         ends a trial",
    )
    .one_of(SUBSCRIPTION_STATUSES),
    Attribute::new(
        "renewsAt",
        Kind::DateTime,
        "When the period ends, and the next one begins unless it is cancelled",
    )
    .read_only(),
    Attribute::new(
        "trialEndsAt",
        Kind::DateTime,
        "When the trial ends; only in a trial",
    )
    .read_only(),
    Attribute::new(
        "nextPlan",
        Kind::String,
        "The plan from the next period on, where it is another one",
    )
    .case_exact()
    .read_only(),
    Attribute::new(
        "nextSeats",
        Kind::Integer,
        "The seats from the next period on, where they are fewer",
    )
    .read_only(),
    Attribute::complex(
        "plans",
        &[
            Attribute::new("value", Kind::String, "The plan's value")
                .case_exact()
                .read_only(),
            Attribute::new("display", Kind::String, "The name that people read").read_only(),
            Attribute::new(
                "seatPrice",
                Kind::String,
                "What a seat costs in a period: a decimal number",
            )
            .read_only(),
            Attribute::new("currency", Kind::String, "In which currency (ISO 4217)").read_only(),
            Attribute::new("period", Kind::String, "How long a period is")
                .read_only()
                .one_of(&["month"]),
        ],
        "What can be chosen",
    )
    .many()
    .read_only(),
];
