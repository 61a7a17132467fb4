//! What an invitation says, as text and as HTML.

use jiff::Timestamp;
use lettre::message::{Mailbox, MultiPart};
use maud::{DOCTYPE, html};
use rollcall_scim::words::one_line;

use super::{Sender, recipient};

/// How much of a name somebody chose stands in a message, in characters.
const LONGEST_NAME: usize = 100;

/// What an invitation is made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Invite<'a> {
    /// The address of the user who is invited.
    pub(super) to: &'a str,
    /// The organization's name.
    pub(super) organization: &'a str,
    /// The name of the user who invites.
    pub(super) invited_by: &'a str,
    /// Where the invitation is accepted.
    pub(super) link: &'a str,
    /// When the link ends.
    pub(super) expires: Option<Timestamp>,
    /// When it is written.
    pub(super) now: Timestamp,
}

/// A message that went out, or is about to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The address that it goes to.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// What it says, as plain text.
    pub text: String,
    /// What it says, as a page.
    pub html: String,
    /// The link in it, by which the invitation is accepted.
    pub link: String,
    /// When it was written.
    pub sent_at: Timestamp,
}

impl Message {
    /// Writes an invitation. Names are text in it, whatever they hold.
    pub(super) fn invitation(invite: Invite<'_>) -> Self {
        let name = |name| one_line(name, LONGEST_NAME);
        let organization = name(invite.organization).unwrap_or_else(|| "the organization".into());
        let invited_by = name(invite.invited_by).unwrap_or_else(|| "An administrator".into());
        let invites = format!("{invited_by} invites you to {organization}");
        let until = match invite.expires {
            Some(at) => format!(" until {}", at.strftime("%-d %B %Y, %H:%M UTC")),
            None => String::new(),
        };
        let once = format!("The link works once{until}.");
        let unexpected =
            "If you don't know what this is about, do nothing: without the link nothing happens.";
        Self {
            text: format!(
                "{invites}.\n\nOpen this link to give your name and accept:\n\n{link}\n\n\
                 {once} {unexpected}\n",
                link = invite.link
            ),
            html: html! {
                (DOCTYPE)
                html lang="en" {
                    head {
                        meta charset="utf-8";
                        meta name="color-scheme" content="light dark";
                        title { (invites) }
                    }
                    body {
                        p { (invites) "." }
                        p { a href=(invite.link) { "Give your name and accept" } }
                        p { "If that can't be opened, copy this address into a browser:" br; (invite.link) }
                        p { (once) " " (unexpected) }
                    }
                }
            }
            .into_string(),
            to: invite.to.to_owned(),
            subject: invites,
            link: invite.link.to_owned(),
            sent_at: invite.now,
        }
    }

    /// The message as mail servers take it; `None` when its user has no address, which was looked at
    /// before it was written.
    pub(super) fn to_mime(&self, sender: &Sender) -> Option<lettre::Message> {
        lettre::Message::builder()
            .from(sender.0.clone())
            .to(Mailbox::new(None, recipient(&self.to)?))
            .subject(self.subject.as_str())
            .date(self.sent_at.into())
            .message_id(None)
            .multipart(MultiPart::alternative_plain_html(
                self.text.clone(),
                self.html.clone(),
            ))
            .ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(organization: &str, invited_by: &str) -> Message {
        Message::invitation(Invite {
            to: "ana@x.example",
            organization,
            invited_by,
            link: "https://x.example/invitations/accept?token=invitation_1_2",
            expires: Some("2026-12-02T15:30:00Z".parse().unwrap()),
            now: "2026-11-25T15:30:00Z".parse().unwrap(),
        })
    }

    #[test]
    fn it_says_who_invites_where_and_until_when() {
        let written = message("Northwind", "Grace Hopper");
        assert_eq!(written.subject, "Grace Hopper invites you to Northwind");
        for body in [&written.text, &written.html] {
            for part in [
                written.subject.as_str(),
                "2 December 2026, 15:30 UTC",
                &written.link,
            ] {
                assert!(body.contains(part), "{part} stands in both forms: {body}");
            }
        }
    }

    #[test]
    fn names_are_text_in_a_message() {
        let written = message(
            "<script>alert(1)</script>",
            "Eve\r\nBcc: all@x.example \u{202e}gnp",
        );
        assert!(
            !written.html.contains("<script"),
            "markup is shown: {}",
            written.html
        );
        assert!(
            !written.subject.contains(['\r', '\n', '\u{202e}']),
            "{:?}",
            written.subject
        );
        let sender = "Rollcall <it@x.example>".parse().unwrap();
        let mime = written.to_mime(&sender).unwrap().formatted();
        let head = String::from_utf8(mime).unwrap();
        let head = head.split("\r\n\r\n").next().unwrap().to_owned();
        assert!(
            !head
                .lines()
                .any(|line| line.to_lowercase().starts_with("bcc")),
            "a name adds no header: {head}"
        );
        let long = message(&"x".repeat(1_000_000), "Eve");
        assert!(long.text.len() < 1_000, "a name of a megabyte is cut");
    }
}
