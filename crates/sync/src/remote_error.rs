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
    /// The connection stands, and no whole answer came in time, after something was sent.
    #[error("The server takes too long to answer.")]
    Slow,
    /// Something answered that isn't the server: a captive portal, a sign-in page.
    #[error("Something other than your server answers.")]
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
    #[error("The server's address leads on to {}, where nothing was sent.", .to.as_deref().unwrap_or("another one"))]
    Redirected {
        /// The origin that it leads to, in punycode; `None` where the answer names none.
        to: Option<String>,
    },
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
    /// The cursor is too old, or lost: the walk must be begun anew.
    #[error(
        "The server doesn't know any more how far the list was read. The list is as it was before."
    )]
    CursorExpired,
    /// The base URL answers, and is no SCIM service.
    #[error("There is no SCIM service at this URL. Check its path, for example /scim/v2.")]
    NotScim,
}

/// What stood in the way of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OfflineKind {
    /// The host's name isn't known, or no name server answers.
    #[error("The server's name can't be found.")]
    Dns,
    /// The host refuses connections at this port.
    #[error("The server refuses connections.")]
    Refused,
    /// There is no way to the host.
    #[error("There is no way to the server from here.")]
    Unreachable,
    /// No connection in time.
    #[error("The server doesn't answer.")]
    Timeout,
    /// The handshake failed: no common protocol, or it was cut off.
    #[error("No secure connection to the server came about.")]
    Tls,
    /// What answers doesn't speak TLS at all.
    #[error("What answers at this address doesn't speak HTTPS.")]
    NotHttps,
    /// The certificate's time has passed, or is yet to come.
    #[error("The server's certificate has expired, or this computer's clock is wrong.")]
    CertificateExpired,
    /// The certificate is for other names.
    #[error("The server's certificate is for another name.")]
    CertificateName,
    /// Nobody whom this computer trusts has signed the certificate, or it was revoked.
    #[error("The server's certificate is not trusted on this computer.")]
    CertificateUntrusted,
    /// The proxy refuses to pass this connection on, or can't.
    #[error("The proxy server doesn't let this connection through.")]
    Proxy,
    /// The proxy wants a sign-in of its own (407).
    #[error("The proxy server wants a sign-in of its own.")]
    ProxySignIn,
    /// No connection to the proxy.
    #[error("The proxy server can't be reached.")]
    ProxyUnreachable,
}

impl OfflineKind {
    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::Dns,
        Self::Refused,
        Self::Unreachable,
        Self::Timeout,
        Self::Tls,
        Self::NotHttps,
        Self::CertificateExpired,
        Self::CertificateName,
        Self::CertificateUntrusted,
        Self::Proxy,
        Self::ProxySignIn,
        Self::ProxyUnreachable,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Dns => "offline_dns",
            Self::Refused => "offline_refused",
            Self::Unreachable => "offline_unreachable",
            Self::Timeout => "offline_timeout",
            Self::Tls => "offline_tls",
            Self::NotHttps => "offline_not_https",
            Self::CertificateExpired => "offline_certificate_expired",
            Self::CertificateName => "offline_certificate_name",
            Self::CertificateUntrusted => "offline_certificate_untrusted",
            Self::Proxy => "offline_proxy",
            Self::ProxySignIn => "offline_proxy_sign_in",
            Self::ProxyUnreachable => "offline_proxy_unreachable",
        }
    }

    fn help(self) -> &'static str {
        match self {
            Self::Dns => "Check that this computer is online, and the server's address.",
            Self::Refused => "It may be stopped, or the port in its address may be wrong.",
            Self::Unreachable => "Check that this computer is online, or whether it needs a VPN.",
            Self::Timeout => "It may be switched off, or a firewall may hold the connection up.",
            Self::Tls => "Ask whoever runs the server, or this network.",
            Self::NotHttps => "Check the server's address and its port.",
            Self::CertificateExpired => {
                "Check this computer's date and time; if they are right, tell whoever runs the server."
            }
            Self::CertificateName => {
                "Check the server's address, and whether this network wants you to sign in first."
            }
            Self::CertificateUntrusted => {
                "This network may look into connections: ask whoever runs it, or the server."
            }
            Self::Proxy => "Ask whoever runs this network to allow it.",
            Self::ProxySignIn => "Give it in the system's proxy settings.",
            Self::ProxyUnreachable => "Check the proxy in the system's settings.",
        }
    }
}

impl RemoteError {
    /// No connection, or a lost one: worth trying again by itself, and nobody's fault here.
    #[must_use]
    pub fn is_offline(&self) -> bool {
        matches!(
            self,
            Self::Offline { .. } | Self::Lost { .. } | Self::Slow | Self::NotOurNetwork
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
            | Self::Redirected { .. }
            | Self::TooLarge { .. }
            | Self::DeltaExpired
            | Self::CursorExpired
            | Self::NotScim => true,
            Self::Offline { .. }
            | Self::Lost { .. }
            | Self::Slow
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
            Self::Offline { kind, .. } => kind.code(),
            Self::Lost { .. } => "connection_lost",
            Self::Slow => "too_slow",
            Self::NotOurNetwork => "not_our_network",
            Self::Unauthorized => "session_ended",
            Self::Forbidden { .. } => "forbidden",
            Self::Busy { .. } => "server_busy",
            Self::Server { .. } => "server_failed",
            Self::NotOffered => "not_offered",
            Self::NoTarget => "no_target",
            Self::Refused { .. } => "refused",
            Self::Redirected { .. } => "redirected",
            Self::TooLarge { .. } => "too_large",
            Self::Malformed { .. } => "malformed",
            Self::DeltaExpired => "delta_expired",
            Self::CursorExpired => "cursor_expired",
            Self::NotScim => "not_scim",
        }
    }

    /// The next step, as a sentence for people; `None` where the error says it, or where there is none.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        Some(match self {
            Self::Offline { kind, .. } => kind.help(),
            Self::NotOurNetwork => {
                "Probably this network wants you to sign in first: do that in a browser, then try again."
            }
            Self::Redirected { .. } => {
                "If that is this network's sign-in page, sign in there; if the server has moved, connect to its new address."
            }
            Self::Malformed { .. } | Self::TooLarge { .. } => "Tell whoever runs the server.",
            _ => return None,
        })
    }
}
