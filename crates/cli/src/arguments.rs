//! The command line as it may be written.

mod billing;
mod journal;
mod organization;
mod organizations;
mod outbox;
mod workspaces;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Args, Parser, Subcommand};
use rollcall_app::view::{Activity, DeleteOld, Delimiter, Keep, ListColumn, RowState, SortBy};
use serde::de::DeserializeOwned;

pub(crate) use self::billing::{
    Billing, ChangeSubscription, DownloadInvoice, EditBilling, Invoices, ListInvoices,
};
pub(crate) use self::journal::{ExportLines, Journal, ListLines, Verify, Which};
pub(crate) use self::organization::{Deliberate, EditOrganization, Organization};
pub(crate) use self::organizations::{Organizations, Remove};
pub(crate) use self::outbox::{
    DropChanges, EditOne, ExportPlan, ImportPlan, MoveSome, Outbox, Resolution, ResolveConflicts,
    SendChanges,
};
pub(crate) use self::workspaces::{
    CreateWorkspace, DeleteWorkspace, ListWorkspaces, PeopleOf, RenameWorkspace, Workspaces,
};
use crate::output::Format;
use crate::token_source::TokenSource;

/// The wire values of the roles.
const ROLES: [&str; 4] = ["admin", "billing_admin", "user_admin", "member"];

/// Under this heading stand the options that aren't a command's own.
const EVERY: &str = "Options of every command";

/// Manages an organization's users, and shows them offline.
#[derive(Debug, Parser)]
#[command(
    name = "rollcall-cli",
    version,
    after_help = "Exit status: 0 done or queued, 1 refused or failed, 2 wrong use."
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) profile: Profile,

    /// How answers are written
    #[arg(long, global = true, value_enum, default_value_t = Format::Table, help_heading = EVERY)]
    pub(crate) format: Format,

    /// Tell what happens on the error stream; more with -vv and -vvv. ROLLCALL_LOG takes a filter
    #[arg(long, short, global = true, action = ArgAction::Count, help_heading = EVERY)]
    pub(crate) verbose: u8,

    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Which profile, which organization, which secrets.
#[derive(Debug, Args)]
#[command(next_help_heading = EVERY)]
pub(crate) struct Profile {
    /// The profile folder [default: the one that the window uses]
    #[arg(long, global = true, env = "ROLLCALL_HOME", value_name = "DIR")]
    pub(crate) home: Option<PathBuf>,

    /// A key file (mode 600) in place of the keychain, made if it is missing. The token is then kept in
    /// the encrypted ledger
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) key_file: Option<PathBuf>,

    /// Read the token from this file (mode 600), for this command alone
    #[arg(long, global = true, value_name = "FILE")]
    token_file: Option<PathBuf>,

    /// Read the token from this open file descriptor, for this command alone
    #[arg(long, global = true, value_name = "N")]
    token_fd: Option<u32>,

    /// The organization, by name, URL or id; needed where the profile has several
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) organization: Option<String>,
}

impl Filters {
    /// Whether they leave anybody out.
    pub(crate) fn narrow(&self) -> bool {
        !(self.search.trim().is_empty()
            && self.role.is_empty()
            && self.state.is_empty()
            && self.workspace.is_empty()
            && self.activity.is_empty())
    }
}

impl Profile {
    /// Where secrets are kept.
    pub(crate) fn keep(&self) -> Keep {
        if self.key_file.is_some() {
            Keep::KeyFile
        } else {
            Keep::Keychain
        }
    }

    /// Where the token was said to be.
    pub(crate) fn token_source(&self) -> Result<Option<TokenSource>, crate::stop::Stop> {
        match (&self.token_file, self.token_fd) {
            (Some(_), Some(_)) => Err(crate::stop::Stop::WrongUse(
                "Give the token by --token-file or by --token-fd, not by both.".to_owned(),
            )),
            (Some(path), None) => Ok(Some(TokenSource::File(path.clone()))),
            (None, Some(number)) => Ok(Some(TokenSource::Descriptor(number))),
            (None, None) => Ok(None),
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Connect an organization; its token comes by --token-file, --token-fd or standard input
    Connect(Connect),
    /// List the organizations of this profile, or remove one
    Organizations {
        #[command(subcommand)]
        what: Option<Organizations>,
    },
    /// Show whom the token belongs to, and how old the list is
    Whoami,
    /// Read what is new on the server
    Sync,
    /// List, show and change users
    #[command(subcommand)]
    Users(Users),
    /// List, show and change workspaces, and who is in them
    #[command(subcommand)]
    Workspaces(Workspaces),
    /// Show, change and delete the organization itself
    #[command(subcommand)]
    Organization(Organization),
    /// Show and change who is billed, the plan and its seats
    #[command(subcommand)]
    Billing(Billing),
    /// List invoices, and write one as a page to print
    #[command(subcommand)]
    Invoices(Invoices),
    /// List, send again and withdraw invitations
    #[command(subcommand)]
    Invitations(Invitations),
    /// Show and send the changes that wait
    #[command(subcommand)]
    Outbox(Outbox),
    /// List, export and check what was asked for and what became of it
    #[command(subcommand)]
    Journal(Journal),
    /// Tell whether an action is allowed, and why not (exit status 1)
    Can(Can),
    /// Explain what a user may do, permission by permission
    Access {
        /// E-mail address or id
        user: String,
    },
    /// Look whether everything that Rollcall needs works on this computer (exit status 1 if not)
    Doctor {
        /// Write what was found into this file, without names, addresses and tokens, to hand to others
        #[arg(long, value_name = "FILE")]
        report: Option<PathBuf>,
    },
    /// Write the manual pages, one for each command, as packages install them
    #[command(hide = true)]
    Manual {
        /// The folder to write them into, made if it is missing
        folder: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Connect {
    /// The base URL of the SCIM service
    pub(crate) url: String,
    /// The name to show [default: the server's host]
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) name: String,
    /// Keep the token nowhere: it is then given by --token-file or --token-fd on every command
    #[arg(long)]
    pub(crate) do_not_keep_token: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Users {
    /// List users, changes that wait laid over them
    List(ListUsers),
    /// Export users as CSV or JSON: what `list` shows, or a saved view
    Export(ExportUsers),
    /// Show a user in full
    Show {
        /// E-mail address or id
        user: String,
    },
    /// Add a user, and send them an invitation
    Add(AddOne),
    /// Add everybody of a list or a CSV file
    Import(Import),
    /// Change a user's display name and picture
    Edit(EditProfile),
    /// Add a new address with the same role and workspaces, and delete the old user
    ReplaceEmail(ReplaceEmail),
    /// Change a user's organization role
    SetRole {
        /// E-mail address or id
        user: String,
        /// The role to give
        #[arg(value_parser = PossibleValuesParser::new(ROLES))]
        role: String,
    },
    /// Change the workspaces assigned to a user
    SetWorkspaces(SetWorkspaces),
    /// Delete users, with all of their access
    Delete(ChangeUsers),
    /// Suspend users: they keep everything, and can't sign in
    Suspend(ChangeUsers),
    /// Let suspended users sign in again
    Reactivate(ChangeUsers),
}

#[derive(Debug, Subcommand)]
pub(crate) enum Invitations {
    /// List users who have not accepted their invitation
    List(ListUsers),
    /// Send invitations again; the links before stop working
    Resend(ChangeUsers),
    /// Withdraw invitations, which removes the users
    Revoke(ChangeUsers),
}

/// Users, by name or by what they have in common.
#[derive(Debug, Args)]
pub(crate) struct ChangeUsers {
    /// E-mail addresses or ids; else those whom the filters choose
    pub(crate) users: Vec<String>,
    #[command(flatten)]
    pub(crate) filters: Filters,
    /// Show what it would do, to whom and why not, and do nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Do it without asking: else what is risky asks on a terminal, and is refused elsewhere
    #[arg(long, conflicts_with = "dry_run")]
    pub(crate) yes: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ListUsers {
    #[command(flatten)]
    pub(crate) filters: Filters,
    /// At most so many
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<u32>,
}

#[derive(Debug, Args)]
pub(crate) struct ExportUsers {
    /// Begin with this saved view: its search, filters, order and columns, each unless it is given here
    #[arg(long, value_name = "NAME")]
    pub(crate) view: Option<String>,
    #[command(flatten)]
    pub(crate) filters: Filters,
    /// These columns in this order: name, email, role, workspaces, last_active, state, added. The name
    /// is always there, and brings the e-mail address [default: the view's, or all]
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',', value_parser = word::<ListColumn>)]
    pub(crate) columns: Vec<ListColumn>,
    /// What stands between two cells of CSV: comma, semicolon or tab
    #[arg(long, value_parser = word::<Delimiter>, default_value = "comma")]
    pub(crate) delimiter: Delimiter,
    /// Begin CSV with a byte order mark, by which some spreadsheets know that it is UTF-8
    #[arg(long)]
    pub(crate) bom: bool,
    /// Write into this file, whole or not at all, for its owner alone; - is standard output
    #[arg(long, short, value_name = "FILE", default_value = "-")]
    pub(crate) output: PathBuf,
    /// Say how many users would be written, and write none
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// Which users, in which order.
#[derive(Debug, Args)]
pub(crate) struct Filters {
    /// Any place in name or e-mail, case and accents folded; several words must all occur
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) search: String,
    /// Only with this role; may be repeated
    #[arg(long, value_parser = PossibleValuesParser::new(ROLES))]
    pub(crate) role: Vec<String>,
    /// Only in this state: active, pending, invitation_expired, invitation_failed, suspended; may be
    /// repeated
    #[arg(long, value_parser = word::<RowState>)]
    pub(crate) state: Vec<RowState>,
    /// Only with access to this workspace, by name or id; may be repeated
    #[arg(long)]
    pub(crate) workspace: Vec<String>,
    /// Only last active within today, week, month, quarter; or older, never; each begins where the one
    /// before ends; may be repeated
    #[arg(long, value_parser = word::<Activity>)]
    pub(crate) activity: Vec<Activity>,
    /// Sort by name, email, role, workspaces, last_active, state or added [default: name]
    #[arg(long, value_parser = word::<SortBy>)]
    pub(crate) sort: Option<SortBy>,
    /// Sort from high to low
    #[arg(long)]
    pub(crate) descending: bool,
}

#[derive(Debug, Args)]
pub(crate) struct AddOne {
    /// The e-mail address
    pub(crate) address: String,
    /// The role to give
    #[arg(long, value_parser = PossibleValuesParser::new(ROLES), default_value = "member")]
    pub(crate) role: String,
    /// The display name; without one, the person gives it when they accept
    #[arg(long, default_value = "", hide_default_value = true)]
    pub(crate) name: String,
    /// Grant this workspace, by name or id; may be repeated
    #[arg(long)]
    pub(crate) workspace: Vec<String>,
    /// Check everything, and add nobody
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// A file, or - for standard input: addresses in any form, or a table with or without a header
    pub(crate) file: PathBuf,
    /// The role of those whose line names none
    #[arg(long, value_parser = PossibleValuesParser::new(ROLES), default_value = "member")]
    pub(crate) role: String,
    /// What separates the cells, where that can't be told from the file: one sign, or tab
    #[arg(long, value_name = "SIGN", value_parser = delimiter)]
    pub(crate) delimiter: Option<u8>,
    /// Write the lines that are not added to this new file, each with its reason
    #[arg(long, value_name = "FILE")]
    pub(crate) refused: Option<PathBuf>,
    /// Tell what would become of each line, and add nobody
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct EditProfile {
    /// E-mail address or id
    pub(crate) user: String,
    /// The display name to give; empty for none
    #[arg(long, value_name = "NAME", required_unless_present = "picture")]
    pub(crate) display_name: Option<String>,
    /// The https address of the picture to give, or none
    #[arg(long, value_name = "URL|none")]
    pub(crate) picture: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ReplaceEmail {
    /// E-mail address or id
    pub(crate) user: String,
    /// The new e-mail address
    pub(crate) address: String,
    /// Delete the old user at-once, or when-accepted: once the new one has accepted the invitation
    #[arg(long, value_parser = word::<DeleteOld>, default_value = "when-accepted")]
    pub(crate) delete: DeleteOld,
    /// Check everything, and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct SetWorkspaces {
    /// E-mail address or id
    pub(crate) user: String,
    /// Exactly these workspaces, by name or id: others are taken away
    #[arg(conflicts_with_all = ["grant", "revoke", "none"])]
    pub(crate) workspaces: Vec<String>,
    /// Grant this one and leave the others; may be repeated
    #[arg(long, value_name = "WORKSPACE", conflicts_with = "none")]
    pub(crate) grant: Vec<String>,
    /// Take this one away and leave the others; may be repeated
    #[arg(long, value_name = "WORKSPACE", conflicts_with = "none")]
    pub(crate) revoke: Vec<String>,
    /// Take all of them away
    #[arg(long, required_unless_present_any = ["workspaces", "grant", "revoke"])]
    pub(crate) none: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Can {
    /// The permission's machine name, for example users.set_role
    pub(crate) action: String,
    /// The user whom it is about: e-mail address or id
    pub(crate) user: Option<String>,
}

/// Reads what separates cells.
fn delimiter(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        [sign] if sign.is_ascii_punctuation() && *sign != b'"' => Ok(*sign),
        _ if matches!(text, "tab" | "\t" | "\\t") => Ok(b'\t'),
        _ => Err("give one sign such as ; or |, or the word tab".to_owned()),
    }
}

/// Reads a word of the JSON, with `-` for `_` if somebody likes that better.
fn word<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_value(text.replace('-', "_").into()).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn words_are_those_of_the_json() {
        assert_eq!(word::<SortBy>("last-active").unwrap(), SortBy::LastActive);
        assert_eq!(
            word::<RowState>("invitation_expired").unwrap(),
            RowState::InvitationExpired
        );
        assert!(
            word::<Activity>("yesterday").unwrap_err().contains("today"),
            "it lists the words"
        );
    }
}
