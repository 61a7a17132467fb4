//! `rollcall-cli`: the use cases from a terminal. The program is put together here, and nowhere else.

mod arguments;
mod ask;
mod commands;
mod output;
mod session;
mod stop;
mod system;
mod token_source;

use std::io::{self, BufWriter};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use rollcall_app::writing::visible;
use rollcall_app::{App, AppParts, Failure, InEnglish, Pace, SystemClock, Token, default_home};
use rollcall_language::{Language, Surface, of_the_environment, say, speak};
use rollcall_remote::HttpConnector;
use rollcall_vault::Keychain;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::format;

use crate::arguments::{Arguments, Command, Journal, Organizations, Profile, Verify};
use crate::output::{Format, Output};
use crate::session::Session;
use crate::stop::Stop;
use crate::token_source::read_standard_input;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    // Help is said while the command line is read.
    speak(of_the_environment(), Surface::Terminal);
    let arguments = Arguments::parse();
    if arguments.format != Format::Table {
        // What goes to programs is the same in every environment, and so is what is said beside it.
        speak(Language::English, Surface::Terminal);
    }
    log_to_error_stream(arguments.verbose);
    match run(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            for sentence in stop.sentences() {
                note(&sentence);
            }
            stop.exit_code()
        }
    }
}

/// Says something beside the answer, on the error stream.
#[expect(
    clippy::print_stderr,
    reason = "the one place where this program speaks to its person"
)]
fn note(sentence: &str) {
    eprintln!("{}", visible(sentence));
}

async fn run(arguments: Arguments) -> Result<(), Stop> {
    let Arguments {
        profile,
        format,
        command,
        ..
    } = arguments;
    let mut output = Output::new(format, BufWriter::new(io::stdout().lock()));
    let token = match profile.token_source()? {
        Some(source) => Some(source.read()?),
        None => None,
    };
    match command {
        Command::Journal(Journal::Verify(Verify {
            file: Some(file),
            kept,
        })) => commands::journal::verify_file(&file, kept.as_deref(), &mut output),
        Command::Manual { folder } => commands::manual::run(&folder),
        Command::Connect(connect) => {
            let text = token.map_or_else(read_standard_input, Ok)?;
            // A token for this run alone is one that is not kept.
            let alone = if connect.do_not_keep_token {
                Some(parse(&text)?)
            } else {
                None
            };
            let app = open(&profile, alone)?;
            let keep = profile.keep();
            let answer = commands::connect::run(&app, connect, text, keep, &mut output).await;
            app.close().await;
            answer
        }
        Command::SignIn => {
            let text = token.map_or_else(read_standard_input, Ok)?;
            let app = open(&profile, None)?;
            let answer = sign_in(&app, &profile, &text, output).await;
            app.close().await;
            answer
        }
        command => {
            let app = open(&profile, token.as_deref().map(parse).transpose()?)?;
            let answer = match command {
                Command::Organizations { what: None } => {
                    commands::organizations::run(&app, &mut output).await
                }
                Command::Organizations {
                    what: Some(Organizations::Remove(asked)),
                } => commands::remove_organization::run(&app, asked, &mut output).await,
                Command::Doctor { report } => {
                    let keep = profile.keep();
                    commands::doctor::run(&app, keep, report.as_deref(), &mut output).await
                }
                command => on_organization(&app, &profile, command, output).await,
            };
            app.close().await;
            answer
        }
    }
}

fn parse(token: &str) -> Result<Token, Stop> {
    Ok(Token::parse(token).map_err(Failure::from)?)
}

async fn sign_in(
    app: &App,
    profile: &Profile,
    token: &str,
    output: Output<impl io::Write>,
) -> Result<(), Stop> {
    let session = Session::choose(app.clone(), profile.organization.as_deref(), output).await?;
    commands::sign_in::run(session, token).await
}

async fn on_organization(
    app: &App,
    profile: &Profile,
    command: Command,
    output: Output<impl io::Write>,
) -> Result<(), Stop> {
    let session = Session::choose(app.clone(), profile.organization.as_deref(), output).await?;
    let organization = session.organization;
    // `whoami` says it among all that there is to be said.
    let says_so_itself = matches!(command, Command::Whoami);
    let done = match command {
        Command::Whoami => commands::whoami::run(session).await,
        Command::Sync => commands::sync::run(session).await,
        Command::Users(users) => commands::users::run(session, users).await,
        Command::Workspaces(asked) => commands::workspaces::run(session, asked).await,
        Command::Organization(asked) => commands::organization::run(session, asked).await,
        Command::Billing(asked) => commands::billing::run(session, asked).await,
        Command::Invoices(asked) => commands::invoices::run(session, asked).await,
        Command::Invitations(asked) => commands::invitations::run(session, asked).await,
        Command::Outbox(outbox) => commands::outbox::run(session, outbox).await,
        Command::Journal(journal) => commands::journal::run(session, journal).await,
        Command::Can(can) => commands::can::run(session, can).await,
        Command::Access { user } => commands::access::run(session, &user).await,
        Command::Connect(_)
        | Command::SignIn
        | Command::Organizations { .. }
        | Command::Doctor { .. }
        | Command::Manual { .. } => Ok(()),
    };
    if !says_so_itself {
        let mended = app.mended(organization);
        mended.iter().for_each(|sentence| note(sentence));
    }
    done
}

/// Puts the program together: the real clock, keychain and network.
fn open(profile: &Profile, token: Option<Token>) -> Result<App, Stop> {
    let keychain = Keychain::system()
        .map_err(|error| Stop::Undone(say!("terminal-no-keychain", cause = error.to_string())))?;
    let connector = HttpConnector::new()
        .map_err(|error| Stop::Undone(say!("terminal-no-network", cause = error.to_string())))?;
    Ok(App::open(AppParts {
        home: home(profile)?,
        program: "rollcall-cli",
        clock: Arc::new(SystemClock),
        vault: Arc::new(keychain),
        connector: Arc::new(connector),
        key_file: profile.key_file.clone(),
        token,
        pace: Pace::OnRequest,
    })?)
}

/// The folder that was named, or the one that the window uses.
fn home(profile: &Profile) -> Result<PathBuf, Stop> {
    let named = profile.home.clone().or_else(default_home);
    named.ok_or_else(|| Stop::WrongUse(say!("terminal-no-home")))
}

fn log_to_error_stream(verbose: u8) {
    let filter = match verbose {
        0 => match std::env::var("ROLLCALL_LOG") {
            Ok(filter) => EnvFilter::new(filter),
            Err(_) => return,
        },
        1 => EnvFilter::new("rollcall=info"),
        2 => EnvFilter::new("rollcall=debug"),
        _ => EnvFilter::new("trace"),
    };
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .event_format(InEnglish(format().with_ansi(false)))
        .init();
}
