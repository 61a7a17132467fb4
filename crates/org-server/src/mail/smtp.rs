//! A mail server: its address, and what its refusals mean.

use std::error::Error as StdError;
use std::str::FromStr;
use std::time::Duration;
use std::{fmt, io};

use lettre::transport::smtp::Error;
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use rollcall_scim::words::one_line;
use tokio_rustls::rustls;
use url::Url;

use super::carrier::Undelivered;

/// How long a mail server may take for a message, connecting included.
const SLOWEST: Duration = Duration::from_secs(60);

/// How much of a mail server's words is kept, in characters.
const LONGEST_REASON: usize = 300;

/// The address of a mail server, perhaps with a name and a password, which are never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct MailServer(Url);

/// A text that is no mail server's address. It doesn't repeat the text, which may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MailServerError {
    /// It can't be read.
    #[error(
        "the mail server must be given like smtps://mail.example.org, \
         smtp://mail.example.org?tls=required (STARTTLS), or smtp://localhost:25"
    )]
    Unreadable,
    /// It would send a password over the network for everybody to read.
    #[error(
        "the password for the mail server would travel in plain text: use smtps:// or add \
         ?tls=required"
    )]
    PlainPassword,
}

impl FromStr for MailServer {
    type Err = MailServerError;

    fn from_str(text: &str) -> Result<Self, MailServerError> {
        let url = Url::parse(text.trim()).map_err(|_| MailServerError::Unreadable)?;
        AsyncSmtpTransport::<Tokio1Executor>::from_url(url.as_str())
            .map_err(|_| MailServerError::Unreadable)?;
        let is_sealed = url.scheme() == "smtps" || url.query() == Some("tls=required");
        let stays_here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        if url.password().is_some() && !is_sealed && !stays_here {
            return Err(MailServerError::PlainPassword);
        }
        Ok(Self(url))
    }
}

impl fmt::Debug for MailServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = self.0.host_str().unwrap_or_default();
        write!(f, "MailServer({}://{host})", self.0.scheme())
    }
}

impl MailServer {
    /// Connections to it, made when they are needed; the server introduces itself as `domain`.
    pub(super) fn transport(
        &self,
        domain: &str,
    ) -> Result<AsyncSmtpTransport<Tokio1Executor>, Error> {
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(self.0.as_str())?;
        Ok(builder
            .hello_name(ClientId::Domain(domain.to_owned()))
            .build())
    }
}

/// Hands a message to a mail server.
pub(super) async fn send(
    transport: &AsyncSmtpTransport<Tokio1Executor>,
    message: lettre::Message,
) -> Result<(), Undelivered> {
    // The transport's own limit covers connecting alone; a server that says nothing would hold up all.
    match tokio::time::timeout(SLOWEST, transport.send(message)).await {
        Ok(Ok(_taken)) => Ok(()),
        Ok(Err(error)) => Err(undelivered(&error)),
        Err(_late) => Err(Undelivered::Unreachable(
            "The mail server took too long to answer.".to_owned(),
        )),
    }
}

/// What a failure means for the message.
fn undelivered(error: &Error) -> Undelivered {
    let words = causes(error).last().map(ToString::to_string);
    let words = words.unwrap_or_default();
    let Some(code) = error.status() else {
        if error.is_client() {
            // The message itself: an address that this mail server can't write to.
            return Undelivered::Refused(reason(&format!("The message can't be sent: {words}")));
        }
        return Undelivered::Unreachable(if causes(error).any(distrusts) {
            "This computer doesn't trust the mail server's certificate.".to_owned()
        } else {
            reason(&format!("The mail server can't be reached: {words}"))
        });
    };
    let said = reason(&format!("{code} {words}"));
    match u16::from(code) {
        // Busy, or it doesn't let this server in: nothing to do with the message.
        421 | 454 | 530 | 534 | 535 | 538 => Undelivered::Unreachable(said),
        _ if error.is_permanent() => Undelivered::Refused(said),
        _ => Undelivered::Later(said),
    }
}

fn causes<'a>(error: &'a Error) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    std::iter::successors(error.source(), |&cause| cause.source())
}

/// Whether a certificate was refused; the reason lies inside of an error of the connection.
fn distrusts(cause: &(dyn StdError + 'static)) -> bool {
    let inside = cause
        .downcast_ref::<io::Error>()
        .and_then(io::Error::get_ref)
        .and_then(|inside| inside.downcast_ref());
    matches!(inside, Some(rustls::Error::InvalidCertificate(_)))
}

fn reason(words: &str) -> String {
    one_line(words, LONGEST_REASON).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_server_is_read_and_its_password_never_shown() {
        for text in [
            "smtps://mail.example.org",
            "smtp://mail.example.org:587?tls=required",
            "smtp://localhost:2525",
            "smtps://it:s3cret@mail.example.org",
            "smtp://it:s3cret@127.0.0.1",
        ] {
            let read: MailServer = text.parse().unwrap();
            assert!(
                !format!("{read:?}").contains("s3cret"),
                "a password is not printed"
            );
        }
        for text in [
            "",
            "mail.example.org",
            "https://mail.example.org",
            "smtp://",
            "smtp:x",
        ] {
            assert_eq!(
                text.parse::<MailServer>(),
                Err(MailServerError::Unreadable),
                "{text:?}"
            );
        }
        for text in [
            "smtp://it:s3cret@mail.example.org",
            "smtp://it:s3cret@mail.example.org?tls=opportunistic",
        ] {
            let refused = text.parse::<MailServer>().unwrap_err();
            assert_eq!(refused, MailServerError::PlainPassword, "{text}");
            assert!(!refused.to_string().contains("s3cret"));
        }
    }
}
