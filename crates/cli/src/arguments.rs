//! The command line as it may be written.

mod billing;
mod journal;
mod organization;
mod organizations;
mod outbox;
mod workspaces;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, ArgGroup, Args, Parser, Subcommand};
use rollcall_app::view::{Activity, DeleteOld, Delimiter, Keep, ListColumn, RowState, SortBy};
use rollcall_language::say;
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
use crate::stop::Stop;
use crate::token_source::TokenSource;

/// The wire values of the roles.
const ROLES: [&str; 4] = ["admin", "billing_admin", "user_admin", "member"];

/// The command line; what its help says is said in the reader's language.
#[derive(Debug, Parser)]
#[command(
    name = "rollcall-cli",
    version,
    about = say!("help-program"),
    after_help = say!("help-exit-status"),
    next_help_heading = say!("help-of-every-command")
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) profile: Profile,

    #[arg(help = say!("help-format"))]
    #[arg(long, global = true, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,

    #[arg(help = say!("help-verbose"), long, short, global = true, action = ArgAction::Count)]
    pub(crate) verbose: u8,

    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Which profile, which organization, which secrets.
#[derive(Debug, Args)]
#[command(next_help_heading = say!("help-of-every-command"))]
pub(crate) struct Profile {
    #[arg(help = say!("help-home"), long, global = true, env = "ROLLCALL_HOME", value_name = "DIR")]
    pub(crate) home: Option<PathBuf>,

    #[arg(help = say!("help-key-file"), long, global = true, value_name = "FILE")]
    pub(crate) key_file: Option<PathBuf>,

    #[arg(help = say!("help-token-file"), long, global = true, value_name = "FILE")]
    token_file: Option<PathBuf>,

    #[arg(help = say!("help-token-fd"), long, global = true, value_name = "N")]
    token_fd: Option<u32>,

    #[arg(help = say!("help-organization"), long, global = true, value_name = "NAME")]
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
    pub(crate) fn token_source(&self) -> Result<Option<TokenSource>, Stop> {
        match (&self.token_file, self.token_fd) {
            (Some(_), Some(_)) => Err(Stop::WrongUse(say!("terminal-token-twice"))),
            (Some(path), None) => Ok(Some(TokenSource::File(path.clone()))),
            (None, Some(number)) => Ok(Some(TokenSource::Descriptor(number))),
            (None, None) => Ok(None),
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    #[command(about = say!("help-connect"))]
    Connect(Connect),
    #[command(about = say!("help-sign-in"))]
    SignIn,
    #[command(about = say!("help-organizations"))]
    Organizations {
        #[command(subcommand)]
        what: Option<Organizations>,
    },
    #[command(about = say!("help-whoami"))]
    Whoami,
    #[command(about = say!("help-sync"))]
    Sync,
    #[command(about = say!("help-users"), subcommand)]
    Users(Users),
    #[command(about = say!("help-workspaces"), subcommand)]
    Workspaces(Workspaces),
    #[command(about = say!("help-the-organization"), subcommand)]
    Organization(Organization),
    #[command(about = say!("help-billing"), subcommand)]
    Billing(Billing),
    #[command(about = say!("help-invoices"), subcommand)]
    Invoices(Invoices),
    #[command(about = say!("help-invitations"), subcommand)]
    Invitations(Invitations),
    #[command(about = say!("help-outbox"), subcommand)]
    Outbox(Outbox),
    #[command(about = say!("help-journal"), subcommand)]
    Journal(Journal),
    #[command(about = say!("help-can"))]
    Can(Can),
    #[command(about = say!("help-access"))]
    Access {
        #[arg(help = say!("help-user"))]
        user: String,
    },
    #[command(about = say!("help-doctor"))]
    Doctor {
        #[arg(help = say!("help-doctor-report"), long, value_name = "FILE")]
        report: Option<PathBuf>,
    },
    #[command(about = say!("help-manual"), hide = true)]
    Manual {
        #[arg(help = say!("help-manual-folder"))]
        folder: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Connect {
    #[arg(help = say!("help-connect-url"))]
    pub(crate) url: String,
    #[arg(help = say!("help-connect-name"), long, default_value = "", hide_default_value = true)]
    pub(crate) name: String,
    #[arg(help = say!("help-connect-do-not-keep"), long)]
    pub(crate) do_not_keep_token: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Users {
    #[command(about = say!("help-users-list"))]
    List(ListUsers),
    #[command(about = say!("help-users-export"))]
    Export(ExportUsers),
    #[command(about = say!("help-users-show"))]
    Show {
        #[arg(help = say!("help-user"))]
        user: String,
    },
    #[command(about = say!("help-users-add"))]
    Add(AddOne),
    #[command(about = say!("help-users-import"))]
    Import(Import),
    #[command(about = say!("help-users-edit"))]
    Edit(EditProfile),
    #[command(about = say!("help-users-replace-email"))]
    ReplaceEmail(ReplaceEmail),
    #[command(about = say!("help-users-set-role"))]
    SetRole {
        #[arg(help = say!("help-user"))]
        user: String,
        #[arg(help = say!("help-role-to-give"), value_parser = PossibleValuesParser::new(ROLES))]
        role: String,
    },
    #[command(about = say!("help-users-set-workspaces"))]
    SetWorkspaces(SetWorkspaces),
    #[command(about = say!("help-users-delete"))]
    Delete(ChangeUsers),
    #[command(about = say!("help-users-suspend"))]
    Suspend(ChangeUsers),
    #[command(about = say!("help-users-reactivate"))]
    Reactivate(ChangeUsers),
}

#[derive(Debug, Subcommand)]
pub(crate) enum Invitations {
    #[command(about = say!("help-invitations-list"))]
    List(ListUsers),
    #[command(about = say!("help-invitations-resend"))]
    Resend(ChangeUsers),
    #[command(about = say!("help-invitations-revoke"))]
    Revoke(ChangeUsers),
}

/// Users, by name or by what they have in common.
#[derive(Debug, Args)]
pub(crate) struct ChangeUsers {
    #[arg(help = say!("help-users-named"))]
    pub(crate) users: Vec<String>,
    #[command(flatten)]
    pub(crate) filters: Filters,
    #[arg(help = say!("help-users-dry-run"), long)]
    pub(crate) dry_run: bool,
    #[arg(help = say!("help-yes"), long, conflicts_with = "dry_run")]
    pub(crate) yes: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ListUsers {
    #[command(flatten)]
    pub(crate) filters: Filters,
    #[arg(help = say!("help-limit"), long, value_name = "N")]
    pub(crate) limit: Option<u32>,
}

#[derive(Debug, Args)]
pub(crate) struct ExportUsers {
    #[arg(help = say!("help-view"), long, value_name = "NAME")]
    pub(crate) view: Option<String>,
    #[command(flatten)]
    pub(crate) filters: Filters,
    #[arg(help = say!("help-columns"))]
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',', value_parser = word::<ListColumn>)]
    pub(crate) columns: Vec<ListColumn>,
    #[arg(help = say!("help-delimiter"))]
    #[arg(long, value_parser = word::<Delimiter>, default_value = "comma")]
    pub(crate) delimiter: Delimiter,
    #[arg(help = say!("help-bom"), long)]
    pub(crate) bom: bool,
    #[arg(help = say!("help-output"), long, short, value_name = "FILE", default_value = "-")]
    pub(crate) output: PathBuf,
    #[arg(help = say!("help-export-dry-run"), long)]
    pub(crate) dry_run: bool,
}

/// Which users, in which order.
#[derive(Debug, Args)]
pub(crate) struct Filters {
    #[arg(help = say!("help-search"), long, default_value = "", hide_default_value = true)]
    pub(crate) search: String,
    #[arg(help = say!("help-filter-role"), long, value_parser = PossibleValuesParser::new(ROLES))]
    pub(crate) role: Vec<String>,
    #[arg(help = say!("help-filter-state"), long, value_parser = word::<RowState>)]
    pub(crate) state: Vec<RowState>,
    #[arg(help = say!("help-filter-workspace"), long)]
    pub(crate) workspace: Vec<String>,
    #[arg(help = say!("help-filter-activity"), long, value_parser = word::<Activity>)]
    pub(crate) activity: Vec<Activity>,
    #[arg(help = say!("help-sort"), long, value_parser = word::<SortBy>)]
    pub(crate) sort: Option<SortBy>,
    #[arg(help = say!("help-descending"), long)]
    pub(crate) descending: bool,
}

#[derive(Debug, Args)]
pub(crate) struct AddOne {
    #[arg(help = say!("help-add-address"))]
    pub(crate) address: String,
    #[arg(help = say!("help-role-to-give"))]
    #[arg(long, value_parser = PossibleValuesParser::new(ROLES), default_value = "member")]
    pub(crate) role: String,
    #[arg(help = say!("help-add-name"), long, default_value = "", hide_default_value = true)]
    pub(crate) name: String,
    #[arg(help = say!("help-add-workspace"), long)]
    pub(crate) workspace: Vec<String>,
    #[arg(help = say!("help-check-adding"), long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[arg(help = say!("help-import-file"))]
    pub(crate) file: PathBuf,
    #[arg(help = say!("help-import-role"))]
    #[arg(long, value_parser = PossibleValuesParser::new(ROLES), default_value = "member")]
    pub(crate) role: String,
    #[arg(help = say!("help-import-delimiter"))]
    #[arg(long, value_name = "SIGN", value_parser = delimiter)]
    pub(crate) delimiter: Option<u8>,
    #[arg(help = say!("help-import-refused"), long, value_name = "FILE")]
    pub(crate) refused: Option<PathBuf>,
    #[arg(help = say!("help-import-dry-run"), long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("changes").required(true).multiple(true).args(["display_name", "picture"])))]
pub(crate) struct EditProfile {
    #[arg(help = say!("help-user"))]
    pub(crate) user: String,
    #[arg(help = say!("help-edit-name"))]
    #[arg(long, value_name = "NAME")]
    pub(crate) display_name: Option<String>,
    #[arg(help = say!("help-picture"), long, value_name = "URL|none")]
    pub(crate) picture: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ReplaceEmail {
    #[arg(help = say!("help-user"))]
    pub(crate) user: String,
    #[arg(help = say!("help-replace-address"))]
    pub(crate) address: String,
    #[arg(help = say!("help-replace-delete"))]
    #[arg(long, value_parser = word::<DeleteOld>, default_value = "when-accepted")]
    pub(crate) delete: DeleteOld,
    #[arg(help = say!("help-check-changing"), long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("changes").required(true).multiple(true)
    .args(["workspaces", "grant", "revoke", "none"])))]
pub(crate) struct SetWorkspaces {
    #[arg(help = say!("help-user"))]
    pub(crate) user: String,
    #[arg(help = say!("help-set-workspaces"), conflicts_with_all = ["grant", "revoke", "none"])]
    pub(crate) workspaces: Vec<String>,
    #[arg(help = say!("help-set-workspaces-grant"))]
    #[arg(long, value_name = "WORKSPACE", conflicts_with = "none")]
    pub(crate) grant: Vec<String>,
    #[arg(help = say!("help-set-workspaces-revoke"))]
    #[arg(long, value_name = "WORKSPACE", conflicts_with = "none")]
    pub(crate) revoke: Vec<String>,
    #[arg(help = say!("help-set-workspaces-none"))]
    #[arg(long)]
    pub(crate) none: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Can {
    #[arg(help = say!("help-can-action"))]
    pub(crate) action: String,
    #[arg(help = say!("help-can-user"))]
    pub(crate) user: Option<String>,
}

/// Reads what separates cells.
fn delimiter(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        [sign] if sign.is_ascii_punctuation() && *sign != b'"' => Ok(*sign),
        _ if matches!(text, "tab" | "\t" | "\\t") => Ok(b'\t'),
        _ => Err(say!("help-import-no-delimiter")),
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
