//! Founding and tokens, at the server's own console. They work while the server runs.

use std::error::Error;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use rollcall_model::SystemClock;
use rollcall_org_server::{DataPlace, OrgServer, Settings};

use super::args::{Init, Token};

/// What can be refused here.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error("{0} holds no organization")]
    NoOrganization(String),
    #[error("there is no token {0} to revoke")]
    NoSuchToken(String),
    #[error("could not write the answer")]
    Output(#[source] std::io::Error),
}

/// Founds an organization, and prints its first Admin's token.
pub(super) fn init(init: &Init) -> Result<(), Box<dyn Error>> {
    let token = open(&init.data)?.found(&init.name, &init.admin)?;
    say(token.reveal())
}

/// Makes, lists or revokes tokens.
pub(super) fn run(token: Token) -> Result<(), Box<dyn Error>> {
    match token {
        Token::Create { data, user, label } => {
            let token = founded(&data)?.issue_token(&user, &label)?;
            say(token.reveal())
        }
        Token::List { data } => {
            for token in founded(&data)?.tokens()? {
                let revoked = token.revoked.map_or("-".to_owned(), |at| at.to_string());
                let line = [
                    &token.id,
                    &token.user_name,
                    &token.label,
                    &token.created.to_string(),
                    &revoked,
                ];
                say(&line.map(String::as_str).join("\t"))?;
            }
            Ok(())
        }
        Token::Revoke { data, id } => {
            if founded(&data)?.revoke_token(&id)? {
                Ok(())
            } else {
                Err(Refused::NoSuchToken(id).into())
            }
        }
    }
}

fn open(folder: &Path) -> Result<OrgServer, Box<dyn Error>> {
    let place = DataPlace::Folder(folder.to_owned());
    // No address is written by what is done here.
    Ok(OrgServer::open(
        &place,
        Arc::new(SystemClock),
        &Settings::new(""),
    )?)
}

fn founded(folder: &Path) -> Result<OrgServer, Box<dyn Error>> {
    // A mistyped folder must not become an empty organization.
    if !folder.is_dir() {
        return Err(Refused::NoOrganization(folder.display().to_string()).into());
    }
    let server = open(folder)?;
    if !server.is_founded()? {
        return Err(Refused::NoOrganization(folder.display().to_string()).into());
    }
    Ok(server)
}

fn say(line: &str) -> Result<(), Box<dyn Error>> {
    Ok(writeln!(std::io::stdout().lock(), "{line}").map_err(Refused::Output)?)
}
