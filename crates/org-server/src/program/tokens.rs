//! Founding and tokens, at the server's own console. They work while the server runs.

use std::error::Error;

use super::args::{Init, Token};
use super::console::{founded, open, say};

/// What can be refused here.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error("there is no token {0} to revoke")]
    NoSuchToken(String),
}

/// Founds an organization, and prints its first Admin's token.
pub(super) fn init(init: &Init) -> Result<(), Box<dyn Error>> {
    let token = open(&init.data)?.found(&init.name, &init.admin)?;
    say(&[token.reveal()])
}

/// Makes, lists or revokes tokens.
pub(super) fn run(token: Token) -> Result<(), Box<dyn Error>> {
    match token {
        Token::Create { data, user, label } => {
            let token = founded(&data)?.issue_token(&user, &label)?;
            say(&[token.reveal()])
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
                say(&line.map(String::as_str))?;
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
