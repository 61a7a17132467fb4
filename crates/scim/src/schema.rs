//! The names of schemas and messages, so that no URN is spelt twice.

/// The media type of every body (RFC 7644, section 8.1); `application/json` is read as well.
pub const MEDIA_TYPE: &str = "application/scim+json";

/// Core User (RFC 7643, section 4.1).
pub const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
/// Core Group (RFC 7643, section 4.2).
pub const GROUP: &str = "urn:ietf:params:scim:schemas:core:2.0:Group";
/// Service provider configuration (RFC 7643, section 5).
pub const SERVICE_PROVIDER_CONFIG: &str =
    "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
/// Resource type (RFC 7643, section 6).
pub const RESOURCE_TYPE: &str = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";
/// Schema definition (RFC 7643, section 7).
pub const SCHEMA: &str = "urn:ietf:params:scim:schemas:core:2.0:Schema";

/// What Rollcall adds to a User: last activity, invitation, assigned contacts.
pub const ORGANIZATION_USER: &str = "urn:rollcall:params:scim:schemas:organization:2.0:User";
/// What Rollcall adds to a Group: it is a workspace, with counts and a description.
pub const WORKSPACE: &str = "urn:rollcall:params:scim:schemas:organization:2.0:Workspace";
/// Rollcall's own resource type: the invitation of a user.
pub const INVITATION: &str = "urn:rollcall:params:scim:schemas:organization:2.0:Invitation";
/// Rollcall's own resource type: the organization.
pub const ORGANIZATION: &str = "urn:rollcall:params:scim:schemas:organization:2.0:Organization";
/// Rollcall's own resource type: an invoice.
pub const INVOICE: &str = "urn:rollcall:params:scim:schemas:organization:2.0:Invoice";

/// List or query response (RFC 7644, section 3.4.2).
pub const LIST_RESPONSE: &str = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
/// Query by POST (RFC 7644, section 3.4.3).
pub const SEARCH_REQUEST: &str = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";
/// PATCH request (RFC 7644, section 3.5.2).
pub const PATCH_OP: &str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
/// Bulk request (RFC 7644, section 3.7).
pub const BULK_REQUEST: &str = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";
/// Bulk response (RFC 7644, section 3.7).
pub const BULK_RESPONSE: &str = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";
/// Error (RFC 7644, section 3.12).
pub const ERROR: &str = "urn:ietf:params:scim:api:messages:2.0:Error";
/// Delta token (draft-sehgal-scim-delta-query-02).
pub const DELTA_TOKEN: &str = "urn:ietf:params:scim:api:messages:2.0:delta:token";
/// Delta query request (draft-sehgal-scim-delta-query-02).
pub const DELTA_REQUEST: &str = "urn:ietf:params:scim:api:messages:2.0:delta:request";
/// One changed resource in a delta query's answer (draft-sehgal-scim-delta-query-02).
pub const DELTA_RESPONSE: &str = "urn:ietf:params:scim:api:messages:2.0:delta:response";
