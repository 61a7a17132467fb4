//! The schema of an invoice.

use crate::attribute::{Attribute, Kind, Schema};
use crate::resource_type::ResourceType;
use crate::schema;

/// An invoice: the server writes one when a period begins.
pub static INVOICE: ResourceType = ResourceType {
    name: "Invoice",
    endpoint: "/Invoices",
    description: "What was billed for one period",
    schema: &INVOICE_SCHEMA,
    extensions: &[],
};

/// The values that an invoice's `status` takes.
pub const INVOICE_STATUSES: &[&str] = &["paid", "open", "void"];

/// An invoice.
pub static INVOICE_SCHEMA: Schema = Schema {
    urn: schema::INVOICE,
    name: "Invoice",
    description: "What was billed for one period; amounts are decimal numbers as text",
    attributes: &[
        Attribute::new("number", Kind::String, "The number that people know it by")
            .case_exact()
            .read_only(),
        Attribute::new("date", Kind::String, "Its date, as in 2026-01-31")
            .case_exact()
            .read_only(),
        Attribute::new("amount", Kind::String, "What it comes to")
            .case_exact()
            .read_only(),
        Attribute::new("currency", Kind::String, "In which currency (ISO 4217)")
            .case_exact()
            .read_only(),
        Attribute::new("status", Kind::String, "Where it stands")
            .read_only()
            .one_of(INVOICE_STATUSES),
        Attribute::complex(
            "lines",
            &[
                Attribute::new("description", Kind::String, "What for").read_only(),
                Attribute::new("quantity", Kind::Integer, "How many").read_only(),
                Attribute::new("unitPrice", Kind::String, "What one costs")
                    .case_exact()
                    .read_only(),
                Attribute::new("amount", Kind::String, "What they come to")
                    .case_exact()
                    .read_only(),
            ],
            "What it is made of",
        )
        .many()
        .read_only(),
    ],
};
