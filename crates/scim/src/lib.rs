//! SCIM 2.0 on the wire, for both sides, so that what Rollcall sends and what it understands is
//! written down once: RFC 7643 (schema), RFC 7644 (protocol), RFC 9865 (cursor pagination), the
//! delta query draft, and Rollcall's own schemas.
//!
//! There is no HTTP here and no product word. The two sides differ on purpose:
//!
//! - **A server is strict.** It works on [`Resource`]s, JSON objects that a [`ResourceType`] has
//!   checked and put into canonical form: [`ResourceType::accept`], [`filter`], [`patch`],
//!   [`query`], [`list`], [`bulk`], [`delta`], [`discovery`], [`etag`], [`error`].
//! - **A client forgives.** [`wire`] reads what servers really send into borrowed types, in one pass
//!   over the text; [`request`] builds what a client sends.

mod attribute;
mod path;
mod resource;
mod resource_type;
mod value;

pub mod bulk;
pub mod delta;
pub mod discovery;
pub mod error;
pub mod etag;
pub mod filter;
pub mod json;
pub mod list;
pub mod patch;
pub mod projection;
pub mod query;
pub mod request;
pub mod rollcall;
pub mod schema;
pub mod wire;
pub mod words;

pub use attribute::{Attribute, Kind, Mutability, Returned, Schema, Uniqueness};
pub use error::{ScimError, ScimType};
pub use path::AttrPath;
pub use projection::Projection;
pub use resource::Resource;
pub use resource_type::{Located, ResourceType};
