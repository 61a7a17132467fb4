//! The use cases, one file each: check the policy, write the mutation, answer.
//!
//! Knows no window, no terminal and no HTTP. A window holds an [`App`] with engines that run
//! ([`Pace::Running`]); a terminal one that reads and sends when it is asked to ([`Pace::OnRequest`]).

mod addition;
mod admins;
mod again;
mod another_value;
mod app;
mod areas;
mod as_read;
mod asked_action;
mod changes;
mod combination;
mod confirm;
mod credentials;
mod deliberation;
mod delivery;
mod depends;
mod draft;
mod ended;
mod engine;
mod entries;
mod entry;
mod erase;
mod export;
mod failure;
mod foresight;
mod going;
mod home;
mod invitee_list;
mod invitees;
mod journal;
mod log;
mod lost_role;
mod mark;
mod offered;
mod online;
mod opening;
mod organization;
mod outcome;
mod permission;
mod plan_file;
mod profile;
mod query;
mod queue;
mod receipt;
mod replacement;
mod risk;
mod role;
mod row;
mod said;
mod saved;
mod seats;
mod selection;
mod setting;
mod setting_rules;
mod subscription;
mod system;
mod verdict;
pub mod view;
mod workspace;
mod workspace_name;
pub mod writing;

mod access_explained;
mod add_invitees;
mod add_user;
mod add_view;
mod ask_again;
mod billing;
mod can;
mod change_subscription;
mod change_users;
mod check_address;
mod checkup;
mod combine;
mod connect;
mod connect_demo;
mod copy_users;
mod create_workspace;
mod delete_organization;
mod delete_view;
mod delete_workspace;
mod edit_change;
mod edit_view;
mod export_journal;
mod export_plan;
mod export_users;
mod find_user;
mod general;
mod hold;
mod import_plan;
mod invitees_window;
mod invoice_file;
mod invoices;
mod journal_page;
mod journal_window;
mod may;
mod move_changes;
mod organizations;
mod outbox;
mod payment_page;
mod plan;
mod preview_change;
mod preview_subscription;
mod read_invitees;
mod refresh;
mod refused_invitees;
mod removal;
mod remove_organization;
mod rename_workspace;
mod renewal;
mod replace_email;
mod save_billing;
mod save_general;
mod save_user;
mod save_view;
mod seen;
mod send;
mod session;
mod sign_in;
mod sync_once;
mod take_back;
mod user_details;
mod user_picture;
mod users_page;
mod users_window;
mod verify_journal;
mod views;
mod workspace_details;
mod workspaces;
mod workspaces_window;

pub use app::{App, AppParts, Pace};
pub use engine::recheck;
pub use failure::Failure;
pub use home::default_home;
pub use invitees::LARGEST as LARGEST_LIST;
pub use journal::file::verify_journal_file;
pub use log::InEnglish;
pub use users_page::UsersPage;

/// The product's words that a window or a terminal puts the program together with, and names things by.
pub use rollcall_model::{
    ConnectionId, MutationId, OperationId, OrgRole, Role, SystemClock, Token, UnknownRole, UserId,
    ViewId, WorkspaceId,
};

/// What may be asked of the policy.
pub use rollcall_policy::Action;

/// The place in a streamed list, as [`UsersPage`] gives it.
pub use rollcall_cache::PageKey;
