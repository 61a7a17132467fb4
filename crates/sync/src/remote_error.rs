//! Why a request brought no usable answer, told apart by what must happen next.

use std::error::Error;
use std::time::Duration;

/// What a failed request was caused by, for the log. It never holds a token: see `rollcall-remote`.
pub type Cause = Box<dyn Error + Send + Sync>;

/// Why a request brought no usable answer. The text is a sentence for people.
#[derive(Debug, thiserror::Error)]
pub enum RemoteError {
    /// No connection was made: the server saw nothing.
    #[error("{kind}")]
    Offline {
        /// What stood in the way.
        kind: OfflineKind,
        /// What the network said.
        #[source]
        cause: Option<Cause>,
    },
    /// The connection broke, or no answer came in time, after something was sent.
    #[error("The connection was lost before the server's answer had arrived.")]
    Lost {
        /// What the network said.
        #[source]
        cause: Option<Cause>,
    },
    /// Something answered that isn't the server: a captive portal, a sign-in page.
    #[error("This network answers in the server's place: probably it wants you to sign in first.")]
    NotOurNetwork,
    /// 401: the token isn't valid, or not any more.
    #[error("The server doesn't accept the sign-in.")]
    Unauthorized,
    /// 403, with the server's reason.
    #[error("{reason}")]
    Forbidden {
        /// The server's words.
        reason: String,
    },
    /// 429 or 503: the server asks to be left alone.
    #[error("The server asks to wait before the next request.")]
    Busy {
        /// For how long, from 1 s to 1 h.
        wait: Duration,
    },
    /// 5xx but 501 and 503.
    #[error("The server failed (status {status}).")]
    Server {
        /// The HTTP status.
        status: u16,
    },
    /// 404 or 501 for something that a server may leave out.
    #[error("The server doesn't offer this.")]
    NotOffered,
    /// What a change addresses within a resource isn't there (400 `noTarget`).
    #[error("What should be changed isn't there.")]
    NoTarget,
    /// Any other refusal (4xx), with the server's reason.
    #[error("{reason}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// The server's words.
        reason: String,
    },
    /// The answer sends us elsewhere; the token isn't shown there.
    #[error("The server's URL leads to another address. Connect to that one, if it is trusted.")]
    Redirected,
    /// The answer passes the size that is read.
    #[error("The server's answer is larger than {limit} MB.")]
    TooLarge {
        /// The limit, in megabytes.
        limit: u64,
    },
    /// The answer can't be understood.
    #[error("The server's answer could not be read: {what}.")]
    Malformed {
        /// What was wrong with it.
        what: String,
    },
    /// The delta token is too old, or isn't ours: everything must be read again.
    #[error("The server can't tell any more what has changed since the last time.")]
    DeltaExpired,
    /// The base URL answers, and is no SCIM service.
    #[error("There is no SCIM service at this URL. Check its path, for example /scim/v2.")]
    NotScim,
}

/// What stood in the way of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OfflineKind {
    /// The host's name isn't known, or no name server answers.
    #[error("The server's name could not be found.")]
    Dns,
    /// The host refuses connections, or there is no way to it.
    #[error("The server can't be reached.")]
    Refused,
    /// No secure connection: a wrong or untrusted certificate, no common protocol.
    #[error(
        "No secure connection to the server: its certificate is not trusted, or it doesn't speak HTTPS."
    )]
    Tls,
    /// The certificate's time has passed, or is yet to come.
    #[error("The server's certificate has expired, or this computer's clock is wrong.")]
    CertificateExpired,
    /// No connection in time.
    #[error("The server doesn't answer.")]
    Timeout,
    /// The proxy wants a sign-in of its own (407), or can't be reached.
    #[error("The proxy server doesn't let this connection through.")]
    Proxy,
}

impl RemoteError {
    /// No connection, or a lost one: worth trying again by itself, and nobody's fault here.
    #[must_use]
    pub fn is_offline(&self) -> bool {
        matches!(
            self,
            Self::Offline { .. } | Self::Lost { .. } | Self::NotOurNetwork
        )
    }

    /// The same request would fail the same way: a person, or another request, must change something.
    #[must_use]
    pub fn is_permanent(&self) -> bool {
        match self {
            Self::Unauthorized
            | Self::Forbidden { .. }
            | Self::NotOffered
            | Self::NoTarget
            | Self::Refused { .. }
            | Self::Redirected
            | Self::TooLarge { .. }
            | Self::DeltaExpired
            | Self::NotScim => true,
            Self::Offline { .. }
            | Self::Lost { .. }
            | Self::NotOurNetwork
            | Self::Busy { .. }
            | Self::Server { .. }
            | Self::Malformed { .. } => false,
        }
    }

    /// Stable name, for code that tells failures apart.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Offline { kind, .. } => match kind {
                OfflineKind::Dns => "offline_dns",
                OfflineKind::Refused => "offline_refused",
                OfflineKind::Tls => "offline_tls",
                OfflineKind::CertificateExpired => "offline_certificate",
                OfflineKind::Timeout => "offline_timeout",
                OfflineKind::Proxy => "offline_proxy",
            },
            Self::Lost { .. } => "connection_lost",
            Self::NotOurNetwork => "not_our_network",
            Self::Unauthorized => "session_ended",
            Self::Forbidden { .. } => "forbidden",
            Self::Busy { .. } => "server_busy",
            Self::Server { .. } => "server_failed",
            Self::NotOffered => "not_offered",
            Self::NoTarget => "no_target",
            Self::Refused { .. } => "refused",
            Self::Redirected => "redirected",
            Self::TooLarge { .. } => "too_large",
            Self::Malformed { .. } => "malformed",
            Self::DeltaExpired => "delta_expired",
            Self::NotScim => "not_scim",
        }
    }
}
