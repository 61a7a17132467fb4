//! The pages behind an invitation's link. No script; every text is escaped by what draws it.

use axum::http::StatusCode;
use maud::{DOCTYPE, Markup, html};

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Page {
    /// The invitation, and the form by which it is accepted.
    Form {
        organization: String,
        user_name: String,
        display_name: String,
        token: String,
        /// What is wrong with the name that was given.
        problem: Option<String>,
    },
    /// It was accepted just now.
    Accepted {
        organization: String,
        display_name: String,
    },
    Used,
    Replaced,
    Expired,
    Suspended,
    Unknown,
    TooMany,
    TooLarge,
    Incomplete,
    Trouble,
}

impl Page {
    pub(super) fn status(&self) -> StatusCode {
        match self {
            Self::Form { problem: None, .. } | Self::Accepted { .. } => StatusCode::OK,
            Self::Form { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Used | Self::Replaced | Self::Expired => StatusCode::GONE,
            Self::Suspended => StatusCode::FORBIDDEN,
            Self::Unknown => StatusCode::NOT_FOUND,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Incomplete => StatusCode::BAD_REQUEST,
            Self::Trouble => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What a page without a form says: what is the matter, and what to do.
    fn words(&self) -> (&'static str, &'static str) {
        match self {
            Self::Form { .. } | Self::Accepted { .. } => ("", ""),
            Self::Used => (
                "This invitation was accepted already",
                "The link works once, and it was used. There is nothing left to do here. If it wasn't \
                 you, tell the person who invited you.",
            ),
            Self::Replaced => (
                "There is a newer invitation",
                "This link was replaced when the invitation was sent again. Open the link in the \
                 latest message.",
            ),
            Self::Expired => (
                "This invitation has expired",
                "Ask the person who invited you to send it again.",
            ),
            Self::Suspended => (
                "Your access is suspended",
                "Ask the person who invited you. The invitation can be accepted once you are \
                 reactivated.",
            ),
            Self::Unknown => (
                "This link leads to no invitation",
                "It may have been cut off in the message, or the invitation was revoked. Copy the \
                 whole address from the message, or ask the person who invited you.",
            ),
            Self::TooMany => (
                "Too many links that lead nowhere",
                "Wait a minute, then open the link from the message again.",
            ),
            Self::TooLarge => ("That is too long", "Go back and give a shorter name."),
            Self::Incomplete => (
                "Your answer did not arrive",
                "The connection broke off. Go back and accept again.",
            ),
            Self::Trouble => (
                "This doesn't work at the moment",
                "It is not your fault. The invitation is as it was: try again later.",
            ),
        }
    }
}

/// Draws a page.
pub(super) fn draw(page: &Page) -> Markup {
    match page {
        Page::Form {
            organization,
            user_name,
            display_name,
            token,
            problem,
        } => frame(
            &format!("Invitation to {organization}"),
            &html! {
                h1 { "Join " bdi { (organization) } }
                p { "You are invited as " bdi { (user_name) } "." }
                // Checked here, in words; a browser's own bubbles vanish.
                form method="post" action="accept" novalidate {
                    input type="hidden" name="token" value=(token);
                    label for="name" { "Your name, as others will see it" }
                    @if let Some(problem) = problem {
                        p #problem role="alert" { (problem) }
                    }
                    input #name type="text" name="displayName" value=(display_name) required
                        autocomplete="name" dir="auto" autofocus
                        aria-invalid=[problem.as_ref().map(|_| "true")]
                        aria-describedby=[problem.as_ref().map(|_| "problem")];
                    button type="submit" { "Accept the invitation" }
                }
            },
        ),
        Page::Accepted {
            organization,
            display_name,
        } => frame(
            "Invitation accepted",
            &html! {
                h1 { "Welcome, " bdi { (display_name) } }
                p role="status" {
                    "You are a member of " bdi { (organization) } " now. You can close this page."
                }
            },
        ),
        other => {
            let (what, cure) = other.words();
            frame(what, &html! { h1 { (what) } p { (cure) } })
        }
    }
}

fn frame(title: &str, content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                title { (title) }
                link rel="stylesheet" href="accept.css";
            }
            body { main { (content) } }
        }
    }
}
