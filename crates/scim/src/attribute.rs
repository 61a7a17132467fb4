//! Attribute definitions as data (RFC 7643, section 7), so that validating, filtering, patching and
//! `/Schemas` all read the same table.

/// An attribute's data type (RFC 7643, section 2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    String,
    /// True or false.
    Boolean,
    /// A whole number.
    Integer,
    /// An instant, RFC 3339.
    DateTime,
    /// A URI; the allowed targets are in [`Attribute::reference_types`].
    Reference,
    /// An object with [`Attribute::sub_attributes`].
    Complex,
}

/// Who may write an attribute, and when (RFC 7643, section 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mutability {
    /// Only the server; what a client sends is ignored in whole bodies and refused in PATCH.
    ReadOnly,
    /// Anybody who may write the resource.
    ReadWrite,
    /// On creation, or as long as it has no value.
    Immutable,
}

/// When an attribute is in an answer (RFC 7643, section 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Returned {
    /// Whatever was asked for.
    Always,
    /// Unless excluded, or others were asked for.
    Default,
}

/// How far a value is unique (RFC 7643, section 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uniqueness {
    /// Not.
    None,
    /// Within this server.
    Server,
}

/// One attribute, or sub-attribute, of a schema.
#[derive(Debug, Clone, Copy)]
pub struct Attribute {
    /// The canonical spelling; compared without case.
    pub name: &'static str,
    /// What it means, for people who read `/Schemas`.
    pub description: &'static str,
    /// The data type of the value, or of each value.
    pub kind: Kind,
    /// Whether the value is an array.
    pub multi_valued: bool,
    /// Whether a resource without it is refused.
    pub required: bool,
    /// Whether text is compared with regard to case.
    pub case_exact: bool,
    /// Who may write it.
    pub mutability: Mutability,
    /// When it is in an answer.
    pub returned: Returned,
    /// How far its value is unique.
    pub uniqueness: Uniqueness,
    /// The values that are accepted; empty for any.
    pub canonical_values: &'static [&'static str],
    /// What a [`Kind::Reference`] may point to.
    pub reference_types: &'static [&'static str],
    /// The members of a [`Kind::Complex`].
    pub sub_attributes: &'static [Attribute],
}

impl Attribute {
    /// An optional, writable, single attribute, compared without case.
    #[must_use]
    pub const fn new(name: &'static str, kind: Kind, description: &'static str) -> Self {
        Self {
            name,
            description,
            kind,
            multi_valued: false,
            required: false,
            case_exact: false,
            mutability: Mutability::ReadWrite,
            returned: Returned::Default,
            uniqueness: Uniqueness::None,
            canonical_values: &[],
            reference_types: &[],
            sub_attributes: &[],
        }
    }

    /// An object with these members.
    #[must_use]
    pub const fn complex(
        name: &'static str,
        sub_attributes: &'static [Attribute],
        description: &'static str,
    ) -> Self {
        Self {
            sub_attributes,
            ..Self::new(name, Kind::Complex, description)
        }
    }

    /// The same, as an array.
    #[must_use]
    pub const fn many(self) -> Self {
        Self {
            multi_valued: true,
            ..self
        }
    }

    /// The same, and a resource must have it.
    #[must_use]
    pub const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    /// The same, compared with regard to case.
    #[must_use]
    pub const fn case_exact(self) -> Self {
        Self {
            case_exact: true,
            ..self
        }
    }

    /// The same, written by the server alone.
    #[must_use]
    pub const fn read_only(self) -> Self {
        Self {
            mutability: Mutability::ReadOnly,
            ..self
        }
    }

    /// The same, written once.
    #[must_use]
    pub const fn immutable(self) -> Self {
        Self {
            mutability: Mutability::Immutable,
            ..self
        }
    }

    /// The same, in every answer.
    #[must_use]
    pub const fn always(self) -> Self {
        Self {
            returned: Returned::Always,
            ..self
        }
    }

    /// The same, unique within the server.
    #[must_use]
    pub const fn unique(self) -> Self {
        Self {
            uniqueness: Uniqueness::Server,
            ..self
        }
    }

    /// The same, with these values and no others.
    #[must_use]
    pub const fn one_of(self, canonical_values: &'static [&'static str]) -> Self {
        Self {
            canonical_values,
            ..self
        }
    }

    /// The same, pointing to these.
    #[must_use]
    pub const fn to(self, reference_types: &'static [&'static str]) -> Self {
        Self {
            reference_types,
            ..self
        }
    }

    /// The member of this name, in any case.
    #[must_use]
    pub fn sub(&self, name: &str) -> Option<&'static Attribute> {
        find(self.sub_attributes, name)
    }
}

/// A named set of attributes.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    /// The URN that identifies it.
    pub urn: &'static str,
    /// The name that people read.
    pub name: &'static str,
    /// What it is for.
    pub description: &'static str,
    /// Its attributes.
    pub attributes: &'static [Attribute],
}

impl Schema {
    /// The attribute of this name, in any case.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&'static Attribute> {
        find(self.attributes, name)
    }
}

fn find(attributes: &'static [Attribute], name: &str) -> Option<&'static Attribute> {
    attributes
        .iter()
        .find(|attribute| attribute.name.eq_ignore_ascii_case(name))
}
