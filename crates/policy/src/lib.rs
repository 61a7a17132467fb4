//! One decision for every door: who may do what to whom, and why not.
//!
//! The client asks before a change is queued and again before it is sent, the server asks before it
//! acts; all three call [`decide()`] with the facts that they know, and get the same sentence. What a
//! role may do is the data in [`table`]; what holds whatever the role (nobody changes their own
//! access, one active Admin stays, an address is unique) is code in `decide`.
//!
//! The crate reads nothing and never panics: what it doesn't know is denied, with a reason. A client
//! on a server with roles of its own asks [`Rule::rests_on_unknown`] and leaves those to the server.

mod action;
mod area;
mod decide;
mod denial;
mod facts;
pub mod table;
mod words;

pub use action::Action;
pub use area::{Access, Area, area, area_summary, enters_every_workspace, role_summary, view_only};
pub use decide::{Decision, Offer, decide, decide_named, offer};
pub use denial::{Denial, Rule, WhoCanHelp, help_sentence};
pub use facts::{Actor, Address, Grant, Seats, Subject, SubscriptionPart, Target};
