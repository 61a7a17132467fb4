//! The organization server: SCIM 2.0 by the book (RFC 7643, 7644, 9865, the delta query draft) on axum
//! and SQLite, with the policy enforced and every write audited.
//!
//! One [`OrgServer`] serves one organization. It takes a listener and a shutdown future, so that the
//! same code runs as a program, inside of the desktop program (its demo), on port 0 in tests, and
//! without any socket in a simulator ([`OrgServer::router`]).
//!
//! From the outside in: `http` knows paths and headers; `door` is the one way in for writes; `query`
//! makes SQL of filters and orders; `render` makes resources of rows; `store` holds the rows; `mail` carries invitations away.

mod billing;
mod credential;
mod demo;
mod door;
mod http;
mod ids;
mod invitation;
mod mail;
mod opaque;
mod operator;
mod query;
mod render;
mod secret;
mod server;
mod store;
mod subscription;
mod system;
mod trouble;

pub use billing::{BillingError, Standing, SubscriptionOrder};
pub use demo::Demo;
pub use ids::Randomness;
pub use mail::{
    Delivery, Invitations, MailServer, MailServerError, Mailbox, Message, Sender, SenderError,
};
pub use operator::RoleToken;
pub use server::{OrgServer, ServerError, Settings};
pub use store::DataPlace;
pub use store::audit::AuditLine;
pub use store::invoices::{InvoiceRow, InvoiceStatus};
pub use store::organization::PaymentMethod;
pub use store::plans::Plan;
pub use store::subscription::{Status as SubscriptionStatus, Subscription};
pub use store::tokens::IssuedToken;
