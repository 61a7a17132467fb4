//! What can be asked of the program.

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use rollcall_org_server::Sender;
use url::Url;

use super::billing_args::{Invoice, Plan, Subscription};

/// The organization server: SCIM 2.0 for one organization.
#[derive(Debug, Parser)]
#[command(
    name = "rollcall-server",
    version,
    args_conflicts_with_subcommands = true
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) serve: Serve,
}

/// Commands besides serving.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Found an organization with its first Admin, and print that Admin's token.
    Init(Init),
    /// Make, list and revoke tokens.
    #[command(subcommand)]
    Token(Token),
    /// List, offer and withdraw plans.
    #[command(subcommand)]
    Plan(Plan),
    /// Show and set the subscription.
    #[command(subcommand)]
    Subscription(Subscription),
    /// List invoices, and mark them paid.
    #[command(subcommand)]
    Invoice(Invoice),
    /// Show the audit, oldest first: number, time, who, from where, what, kind and id of the resource,
    /// before, after.
    Audit(Audit),
    /// Write the manual pages, one for each command, as packages install them.
    #[command(hide = true)]
    Manual {
        /// The folder to write them into, made if it is missing.
        folder: PathBuf,
    },
}

/// Serving, which is what happens without a command.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Address and port to listen on; port 0 takes any that is free.
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS:PORT")]
    pub(super) listen: SocketAddr,
    /// Folder that holds the organization; without it everything is in memory, and --demo is needed.
    #[arg(long, value_name = "FOLDER", required_unless_present = "demo")]
    pub(super) data: Option<PathBuf>,
    /// Found a demo organization with this many made-up people, unless the folder holds one already.
    #[arg(long, value_name = "PEOPLE")]
    pub(super) demo: Option<usize>,
    /// Which made-up people.
    #[arg(long, default_value_t = 1, requires = "demo")]
    pub(super) seed: u64,
    /// Issue a fresh token for each role, and print them in the first line.
    #[arg(long)]
    pub(super) print_tokens: bool,
    /// Certificate chain as PEM; serves HTTPS.
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    pub(super) tls_cert: Option<PathBuf>,
    /// The certificate's private key as PEM.
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    pub(super) tls_key: Option<PathBuf>,
    /// The base URL that clients use, where it differs from the address listened on (behind a proxy).
    /// The links of invitations begin with it.
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(super) public_url: Option<String>,
    /// The largest page that is answered, whatever a client asks for.
    #[arg(long, default_value_t = 1000, value_name = "RESOURCES",
          value_parser = clap::value_parser!(u64).range(1..=10_000))]
    pub(super) page_cap: u64,
    #[command(flatten)]
    pub(super) mail: Mail,
}

/// How invitations are sent.
#[derive(Debug, Args)]
#[command(next_help_heading = "Invitations")]
pub(super) struct Mail {
    /// Mail server that takes invitations: smtps://HOST, smtp://HOST?tls=required (STARTTLS), or
    /// smtp://localhost:PORT in plain text. Name and password stand before the host (NAME:PASSWORD@), or
    /// better: the whole URL in the environment, where other users of the machine don't see it.
    /// Without --smtp and --mail-dir no invitation is sent, and users say so.
    #[arg(
        long,
        value_name = "URL",
        env = "ROLLCALL_SMTP",
        hide_env_values = true,
        conflicts_with = "mail_dir"
    )]
    pub(super) smtp: Option<Unshown>,
    /// Folder into which each invitation is written as a file (.eml) instead.
    #[arg(long, value_name = "FOLDER")]
    pub(super) mail_dir: Option<PathBuf>,
    /// Whom invitations are from: an address, or `Example <it@example.org>`; invitations@ the public
    /// URL's host unless given.
    #[arg(long, value_name = "SENDER")]
    pub(super) mail_from: Option<Sender>,
    /// For how many days the link of an invitation works.
    #[arg(long, default_value_t = 7, value_name = "DAYS",
          value_parser = clap::value_parser!(u16).range(1..=365))]
    pub(super) invitation_days: u16,
}

/// A text that may hold a password: it is read later, because a complaint of the command line's own
/// would repeat it.
#[derive(Clone)]
pub(super) struct Unshown(pub(super) String);

impl From<String> for Unshown {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Unshown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<not shown>")
    }
}

/// Founding.
#[derive(Debug, Args)]
pub(super) struct Init {
    /// Folder that is to hold the organization.
    #[arg(long, value_name = "FOLDER")]
    pub(super) data: PathBuf,
    /// E-mail address of the first Admin.
    #[arg(long, value_name = "EMAIL", value_parser = address)]
    pub(super) admin: String,
    /// Name of the organization.
    #[arg(long, default_value = "Organization")]
    pub(super) name: String,
}

/// Tokens.
#[derive(Debug, Subcommand)]
pub(super) enum Token {
    /// Make a token for a user and print it: it can't be shown again.
    Create {
        /// Folder that holds the organization.
        #[arg(long, value_name = "FOLDER")]
        data: PathBuf,
        /// The user's e-mail address. A pending invitation counts as accepted by it.
        #[arg(long, value_name = "EMAIL")]
        user: String,
        /// What the token is for.
        #[arg(long, default_value = "")]
        label: String,
    },
    /// List tokens: id, user, label, when made, when revoked.
    List {
        /// Folder that holds the organization.
        #[arg(long, value_name = "FOLDER")]
        data: PathBuf,
    },
    /// Refuse a token from now on.
    Revoke {
        /// Folder that holds the organization.
        #[arg(long, value_name = "FOLDER")]
        data: PathBuf,
        /// The token's id, as listed.
        id: String,
    },
}

/// Reading the audit.
#[derive(Debug, Args)]
pub(super) struct Audit {
    /// Folder that holds the organization.
    #[arg(long, value_name = "FOLDER")]
    pub(super) data: PathBuf,
    /// Only lines after the one of this number.
    #[arg(long, value_name = "SEQ", default_value_t = 0)]
    pub(super) after: i64,
    /// At most so many lines.
    #[arg(long, value_name = "LINES")]
    pub(super) limit: Option<u64>,
    /// How a line is written.
    #[arg(long, default_value = "table")]
    pub(super) format: Format,
}

/// How a line is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// With tabs between the cells, for people.
    Table,
    /// A JSON object on each line, for programs.
    Json,
}

fn base_url(text: &str) -> Result<String, String> {
    let url = Url::parse(text).ok().filter(|url| {
        matches!(url.scheme(), "http" | "https")
            && url.has_host()
            && url.query().is_none()
            && url.fragment().is_none()
    });
    url.map(|_| text.to_owned())
        .ok_or_else(|| "write it like https://people.example.org/scim".to_owned())
}

fn address(text: &str) -> Result<String, String> {
    let is_address = text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && !domain.is_empty() && !text.contains(char::is_whitespace)
    });
    if is_address {
        Ok(text.to_owned())
    } else {
        Err("this is no e-mail address".to_owned())
    }
}
