//! A kind of resource: which schemas it has, and where a path leads in them.

use crate::attribute::{Attribute, Kind, Mutability, Returned, Schema, Uniqueness};
use crate::path::AttrPath;

/// A kind of resource that a server serves (RFC 7643, section 6).
#[derive(Debug, Clone, Copy)]
pub struct ResourceType {
    /// The name, also in `meta.resourceType`.
    pub name: &'static str,
    /// The path below the base URL, with its slash.
    pub endpoint: &'static str,
    /// What it is.
    pub description: &'static str,
    /// The core schema.
    pub schema: &'static Schema,
    /// The extension schemas, none of them required.
    pub extensions: &'static [&'static Schema],
}

/// Where a path leads.
#[derive(Debug, Clone, Copy)]
pub struct Located {
    /// The extension that holds the attribute; `None` for the core schema and common attributes.
    pub extension: Option<&'static Schema>,
    /// The attribute.
    pub attribute: &'static Attribute,
    /// The sub-attribute, where the path names one.
    pub sub: Option<&'static Attribute>,
}

impl Located {
    /// The definition of what the path leads to: the sub-attribute, else the attribute.
    #[must_use]
    pub fn leaf(&self) -> &'static Attribute {
        self.sub.unwrap_or(self.attribute)
    }

    /// Whether a client may not write here.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.attribute.mutability == Mutability::ReadOnly
            || self.leaf().mutability == Mutability::ReadOnly
    }
}

/// The attributes that every resource has (RFC 7643, section 3.1).
pub(crate) static COMMON: &[Attribute] = &[
    Attribute {
        multi_valued: true,
        required: true,
        case_exact: false,
        mutability: Mutability::ReadWrite,
        returned: Returned::Always,
        ..Attribute::new(
            "schemas",
            Kind::Reference,
            "The schemas that the resource has",
        )
    },
    Attribute {
        case_exact: true,
        mutability: Mutability::ReadOnly,
        returned: Returned::Always,
        uniqueness: Uniqueness::Server,
        ..Attribute::new("id", Kind::String, "The server's id")
    },
    Attribute::new("externalId", Kind::String, "The client's id").case_exact(),
    Attribute::complex(
        "meta",
        &[
            Attribute::new("resourceType", Kind::String, "The resource type")
                .case_exact()
                .read_only(),
            Attribute::new("created", Kind::DateTime, "When it was added").read_only(),
            Attribute::new("lastModified", Kind::DateTime, "When it last changed").read_only(),
            Attribute::new("location", Kind::Reference, "Its address")
                .case_exact()
                .read_only(),
            Attribute::new("version", Kind::String, "Its version")
                .case_exact()
                .read_only(),
        ],
        "What the server knows of the resource",
    )
    .read_only(),
];

impl ResourceType {
    /// The schema of this URN, core or extension, in any case.
    #[must_use]
    pub fn find_schema(&self, urn: &str) -> Option<&'static Schema> {
        std::iter::once(self.schema)
            .chain(self.extensions.iter().copied())
            .find(|schema| schema.urn.eq_ignore_ascii_case(urn))
    }

    /// The extension of this URN, in any case.
    #[must_use]
    pub fn find_extension(&self, urn: &str) -> Option<&'static Schema> {
        self.extensions
            .iter()
            .copied()
            .find(|schema| schema.urn.eq_ignore_ascii_case(urn))
    }

    /// The core or common attribute of this name, in any case.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&'static Attribute> {
        self.schema.attribute(name).or_else(|| {
            COMMON
                .iter()
                .find(|attribute| attribute.name.eq_ignore_ascii_case(name))
        })
    }

    /// Where a path leads; `None` when the schemas have no such attribute.
    #[must_use]
    pub fn locate(&self, path: &AttrPath) -> Option<Located> {
        let (extension, attribute) = match &path.schema {
            None => (None, self.attribute(&path.name)?),
            Some(urn) if self.schema.urn.eq_ignore_ascii_case(urn) => {
                (None, self.attribute(&path.name)?)
            }
            Some(urn) => {
                let extension = self.find_extension(urn)?;
                (Some(extension), extension.attribute(&path.name)?)
            }
        };
        let sub = match &path.sub {
            None => None,
            Some(name) => Some(attribute.sub(name)?),
        };
        Some(Located {
            extension,
            attribute,
            sub,
        })
    }
}
