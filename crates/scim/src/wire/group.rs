//! A group, which is a workspace, as servers send it.

use std::borrow::Cow;

use super::forgiving::object;
use super::user::MetaWire;

/// A group.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GroupWire<'a> {
    /// The id; never empty on a page.
    pub id: Cow<'a, str>,
    /// What the creating client calls the group.
    pub external_id: Option<Cow<'a, str>>,
    /// The name that people read.
    pub display_name: Option<Cow<'a, str>>,
    /// The members, where they were asked for.
    pub members: Option<Vec<MemberWire<'a>>>,
    /// Times and version.
    pub meta: Option<MetaWire<'a>>,
    /// Rollcall's extension.
    pub workspace: Option<WorkspaceWire<'a>>,
}

object!(GroupWire<'de> {
    "id" => id,
    "externalId" => external_id,
    "displayName" => display_name,
    "members" => members,
    "meta" => meta,
    "urn:rollcall:params:scim:schemas:organization:2.0:Workspace" => workspace,
});

/// A member: an object with a value, or a bare id.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MemberWire<'a> {
    /// The member's id.
    pub value: Cow<'a, str>,
    /// What the member is; `None` mostly means a user.
    pub kind: Option<Cow<'a, str>>,
}

object!(MemberWire<'de>, text => value { "value" => value, "type" => kind });

/// Rollcall's extension of Group.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WorkspaceWire<'a> {
    /// What the workspace is for.
    pub description: Option<Cow<'a, str>>,
    /// How many contacts it holds.
    pub contact_count: Option<u64>,
    /// How many users may enter it.
    pub member_count: Option<u64>,
}

object!(WorkspaceWire<'de> {
    "description" => description,
    "contactCount" => contact_count,
    "memberCount" => member_count,
});
