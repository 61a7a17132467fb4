//! Addresses as mail servers take them.

use std::str::FromStr;

use lettre::Address;
use lettre::message::Mailbox;

/// The name before the `@` of the usual sender.
const LOCAL_PART: &str = "invitations";

/// Whom messages are from: an address, and perhaps a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender(pub(super) Mailbox);

/// A text that names no sender.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is no sender: write it like invitations@example.org or \"Example <it@example.org>\"")]
pub struct SenderError;

impl FromStr for Sender {
    type Err = SenderError;

    fn from_str(text: &str) -> Result<Self, SenderError> {
        text.parse().map(Self).map_err(|_| SenderError)
    }
}

impl Sender {
    /// The usual sender of a server at this base URL.
    pub(super) fn of_server(public_url: &str) -> Self {
        let url = url::Url::parse(public_url).ok();
        let domain = url.as_ref().and_then(url::Url::domain).unwrap_or_default();
        let address = Address::new(LOCAL_PART, domain)
            .unwrap_or_else(|_| Address::new_dangerous(LOCAL_PART, "localhost"));
        Self(Mailbox::new(None, address))
    }

    /// The part behind the `@`, by which the server introduces itself to a mail server.
    pub(super) fn domain(&self) -> &str {
        self.0.email.domain()
    }
}

/// The address that a user name is, with its domain as the network knows it; `None` when it is none.
pub(crate) fn recipient(user_name: &str) -> Option<Address> {
    let address: Address = user_name.parse().ok()?;
    let domain = match url::Host::parse(address.domain()) {
        Ok(url::Host::Domain(ascii)) => ascii,
        _ => address.domain().to_owned(),
    };
    Address::new(address.user(), domain).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_told_from_what_only_looks_like_one() {
        for (name, address) in [
            ("ana@northwind.example", "ana@northwind.example"),
            (
                "Ana.Novak+x@Northwind.Example",
                "Ana.Novak+x@northwind.example",
            ),
            ("ana@bücher.example", "ana@xn--bcher-kva.example"),
            ("\"quoted local\"@x.example", "\"quoted local\"@x.example"),
        ] {
            let read = recipient(name).map(|read| read.to_string());
            assert_eq!(read.as_deref(), Some(address), "{name} is an address");
        }
        for name in [
            "just-a-name",
            "a@",
            "@x.example",
            "a b@x.example",
            "a@x.example, b@x.example",
            "a@x.example\r\nBcc: b@x.example",
            "<a@x.example>",
            "a@x example",
        ] {
            assert_eq!(recipient(name), None, "{name:?} is no address");
        }
    }

    #[test]
    fn the_usual_sender_is_at_the_public_url() {
        let sender = |url| Sender::of_server(url).0.email.to_string();
        assert_eq!(
            sender("https://people.example/scim"),
            "invitations@people.example"
        );
        assert_eq!(sender("http://127.0.0.1:8080"), "invitations@localhost");
        assert_eq!(sender(""), "invitations@localhost");
    }
}
