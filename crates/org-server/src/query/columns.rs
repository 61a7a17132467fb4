//! Where each attribute is kept: the one table from SCIM names to SQL.

use rollcall_scim::{AttrPath, ScimError, ScimType};

use super::Kind;

/// How values of a column compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compare {
    /// Byte by byte.
    Exact,
    /// Without case; the column is folded already.
    Folded,
    /// Without case; the column is to be folded.
    Fold,
    /// True and false, as 1 and 0.
    Bool,
    /// Whole numbers.
    Integer,
    /// Milliseconds since 1970.
    Time,
}

/// An SQL expression with one value, or NULL where the attribute is absent.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub(super) sql: &'static str,
    pub(super) compare: Compare,
    /// Whether every row has a value.
    pub(super) always: bool,
}

/// An attribute with several values: rows of a subquery.
#[derive(Debug, Clone, Copy)]
pub(super) struct Elements {
    /// `FROM … WHERE` up to where a condition on one value can follow; `None` where there is exactly one
    /// value, in the row itself.
    pub(super) from: Option<&'static str>,
    /// The parts of one value.
    pub(super) parts: &'static [(&'static str, Column)],
    /// The part that stands for the value where none is named.
    pub(super) main: &'static str,
}

/// Where a path leads.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    /// To one value.
    One(Column),
    /// To one part of several values.
    Part(Elements, Column),
    /// To several whole values.
    Many(Elements),
}

const fn exact(sql: &'static str) -> Column {
    Column {
        sql,
        compare: Compare::Exact,
        always: false,
    }
}

const fn with(sql: &'static str, compare: Compare) -> Column {
    Column {
        sql,
        compare,
        always: false,
    }
}

const fn always(sql: &'static str, compare: Compare) -> Column {
    Column {
        sql,
        compare,
        always: true,
    }
}

const ROLES: Elements = Elements {
    from: None,
    parts: &[("value", always("role", Compare::Folded))],
    main: "value",
};

const PHOTOS: Elements = Elements {
    from: Some("FROM json_each(users.photos) p WHERE"),
    parts: &[
        (
            "value",
            exact(
                "iif(json_extract(p.value, '$.value') LIKE '/%', :base, '') \
                 || json_extract(p.value, '$.value')",
            ),
        ),
        (
            "type",
            with("json_extract(p.value, '$.type')", Compare::Fold),
        ),
        (
            "primary",
            with("json_extract(p.value, '$.primary')", Compare::Bool),
        ),
    ],
    main: "value",
};

const GROUPS: Elements = Elements {
    from: Some(
        "FROM memberships m JOIN workspaces w ON w.seq = m.workspace WHERE m.user = users.seq AND",
    ),
    parts: &[
        ("value", exact("w.id")),
        ("$ref", exact(":base || '/Groups/' || w.id")),
        ("display", with("w.name_folded", Compare::Folded)),
    ],
    main: "value",
};

const CONTACTS: Elements = Elements {
    from: Some(
        "FROM memberships m JOIN workspaces w ON w.seq = m.workspace \
           WHERE m.user = users.seq AND m.contacts > 0 AND",
    ),
    parts: &[
        ("workspace", exact("w.id")),
        ("count", with("m.contacts", Compare::Integer)),
    ],
    main: "workspace",
};

const MEMBERS: Elements = Elements {
    from: Some(
        "FROM memberships m JOIN users u ON u.seq = m.user WHERE m.workspace = workspaces.seq AND",
    ),
    parts: &[
        ("value", exact("u.id")),
        ("$ref", exact(":base || '/Users/' || u.id")),
        ("type", with("'User'", Compare::Fold)),
    ],
    main: "value",
};

const USER_SCHEMAS: Elements = Elements {
    from: Some(
        "FROM json_each('[\"urn:ietf:params:scim:schemas:core:2.0:User\",\
           \"urn:rollcall:params:scim:schemas:organization:2.0:User\"]') s WHERE",
    ),
    parts: &[("value", with("s.value", Compare::Fold))],
    main: "value",
};

const GROUP_SCHEMAS: Elements = Elements {
    from: Some(
        "FROM json_each('[\"urn:ietf:params:scim:schemas:core:2.0:Group\",\
           \"urn:rollcall:params:scim:schemas:organization:2.0:Workspace\"]') s WHERE",
    ),
    parts: &[("value", with("s.value", Compare::Fold))],
    main: "value",
};

const LINES: Elements = Elements {
    from: Some("FROM json_each(invoices.lines) l WHERE"),
    parts: &[
        (
            "description",
            with("json_extract(l.value, '$.description')", Compare::Fold),
        ),
        (
            "quantity",
            with("json_extract(l.value, '$.quantity')", Compare::Integer),
        ),
        ("unitPrice", exact("json_extract(l.value, '$.unitPrice')")),
        ("amount", exact("json_extract(l.value, '$.amount')")),
    ],
    main: "description",
};

const INVITATION_STATUS: &str =
    "iif(invitation = 'pending' AND invitation_expires <= :now, 'expired', invitation)";

/// Where a path of this kind of resource leads.
///
/// # Errors
///
/// `invalidFilter` when no schema has the attribute, or it is an object without a value of its own.
pub(super) fn place(kind: Kind, path: &AttrPath) -> Result<Place, ScimError> {
    let unknown = || {
        let message = format!(
            "{} has no attribute {path} to compare.",
            kind.resource_type().name
        );
        ScimError::of(ScimType::InvalidFilter, message)
    };
    let located = kind.resource_type().locate(path).ok_or_else(unknown)?;
    let attribute = located.attribute.name;
    let sub = located.sub.map(|sub| sub.name);
    if let Some(elements) = elements(kind, attribute) {
        let Some(sub) = sub else {
            return Ok(Place::Many(elements));
        };
        let part = elements.part(sub).ok_or_else(unknown)?;
        return Ok(Place::Part(elements, part));
    }
    let column = match kind {
        Kind::Users => user_column(attribute, sub),
        Kind::Groups => group_column(attribute, sub),
        Kind::Invitations => invitation_column(attribute, sub),
        Kind::Invoices => invoice_column(attribute, sub),
        // What is seen of it depends on the role, so it is compared as it is rendered.
        Kind::Organizations => None,
    };
    column.map(Place::One).ok_or_else(unknown)
}

fn elements(kind: Kind, attribute: &str) -> Option<Elements> {
    Some(match (kind, attribute) {
        (Kind::Users, "roles") => ROLES,
        (Kind::Users, "photos") => PHOTOS,
        (Kind::Users, "groups") => GROUPS,
        (Kind::Users, "assignedContacts") => CONTACTS,
        (Kind::Users, "schemas") => USER_SCHEMAS,
        (Kind::Groups, "members") => MEMBERS,
        (Kind::Groups, "schemas") => GROUP_SCHEMAS,
        (Kind::Invoices, "lines") => LINES,
        _ => return None,
    })
}

fn user_column(attribute: &str, sub: Option<&str>) -> Option<Column> {
    Some(match (attribute, sub) {
        ("id", None) => always("users.id", Compare::Exact),
        ("externalId", None) => exact("external_id"),
        ("userName", None) => always("user_name_folded", Compare::Folded),
        ("displayName", None) => with("display_name_folded", Compare::Folded),
        ("active", None) => always("active", Compare::Bool),
        ("lastActive", None) => with("last_active", Compare::Time),
        ("invitation", Some(part)) => return invitation_state(part),
        ("invitation", None) => with("invitation", Compare::Fold),
        ("meta", Some("location")) => always(":base || '/Users/' || users.id", Compare::Exact),
        ("meta", Some("resourceType")) => always("'User'", Compare::Exact),
        ("meta", sub) => return meta_column(sub),
        _ => return None,
    })
}

fn invitation_column(attribute: &str, sub: Option<&str>) -> Option<Column> {
    Some(match (attribute, sub) {
        ("id" | "user", None) => always("users.id", Compare::Exact),
        ("userName", None) => always("user_name_folded", Compare::Folded),
        ("meta", Some("location")) => {
            always(":base || '/Invitations/' || users.id", Compare::Exact)
        }
        ("meta", Some("resourceType")) => always("'Invitation'", Compare::Exact),
        ("meta", sub) => return meta_column(sub),
        (state, None) => return invitation_state(state),
        _ => return None,
    })
}

fn invitation_state(part: &str) -> Option<Column> {
    Some(match part {
        "status" => with(INVITATION_STATUS, Compare::Fold),
        "sentAt" => with("invitation_sent", Compare::Time),
        "expiresAt" => with("invitation_expires", Compare::Time),
        "failure" => with("invitation_failure", Compare::Fold),
        _ => return None,
    })
}

fn group_column(attribute: &str, sub: Option<&str>) -> Option<Column> {
    Some(match (attribute, sub) {
        ("id", None) => always("workspaces.id", Compare::Exact),
        ("externalId", None) => exact("external_id"),
        ("displayName", None) => always("name_folded", Compare::Folded),
        ("description", None) => with("description", Compare::Fold),
        ("contactCount", None) => always("contact_count", Compare::Integer),
        ("memberCount", None) => always("member_count", Compare::Integer),
        ("meta", Some("location")) => {
            always(":base || '/Groups/' || workspaces.id", Compare::Exact)
        }
        ("meta", Some("resourceType")) => always("'Group'", Compare::Exact),
        ("meta", sub) => return meta_column(sub),
        _ => return None,
    })
}

fn invoice_column(attribute: &str, sub: Option<&str>) -> Option<Column> {
    Some(match (attribute, sub) {
        ("id", None) => always("invoices.id", Compare::Exact),
        ("number", None) => always("number", Compare::Exact),
        ("date", None) => always("date", Compare::Exact),
        ("amount", None) => always("amount", Compare::Exact),
        ("currency", None) => always("currency", Compare::Exact),
        ("status", None) => always("status", Compare::Fold),
        ("meta", Some("location")) => {
            always(":base || '/Invoices/' || invoices.id", Compare::Exact)
        }
        ("meta", Some("resourceType")) => always("'Invoice'", Compare::Exact),
        ("meta", sub) => return meta_column(sub),
        _ => return None,
    })
}

fn meta_column(sub: Option<&str>) -> Option<Column> {
    Some(match sub {
        Some("created") => always("created", Compare::Time),
        Some("lastModified") => always("modified", Compare::Time),
        Some("version") => always("'W/\"' || version || '\"'", Compare::Exact),
        _ => return None,
    })
}

impl Elements {
    /// The part of this name, in any case.
    pub(super) fn part(&self, name: &str) -> Option<Column> {
        self.parts
            .iter()
            .find(|(part, _)| part.eq_ignore_ascii_case(name))
            .map(|(_, column)| *column)
    }

    /// The part that stands for the whole value.
    pub(super) fn main_part(&self) -> Option<Column> {
        self.part(self.main)
    }
}
