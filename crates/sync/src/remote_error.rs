//! Why a request brought no usable answer, told apart by what must happen next.

use std::error::Error;
use std::time::Duration;

use rollcall_language::say;

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
    #[error("{}", say!("faults-lost-connection"))]
    Lost {
        /// What the network said.
        #[source]
        cause: Option<Cause>,
    },
    /// The connection stands, and no whole answer came in time, after something was sent.
    #[error("{}", say!("faults-slow"))]
    Slow,
    /// Something answered that isn't the server: a captive portal, a sign-in page.
    #[error("{}", say!("faults-not-our-network"))]
    NotOurNetwork,
    /// 401: the token isn't valid, or not any more.
    #[error("{}", say!("faults-unauthorized"))]
    Unauthorized,
    /// 403, with the server's reason.
    #[error("{reason}")]
    Forbidden {
        /// The server's words.
        reason: String,
    },
    /// 429 or 503: the server asks to be left alone.
    #[error("{}", say!("faults-busy"))]
    Busy {
        /// For how long, from 1 s to 1 h.
        wait: Duration,
    },
    /// 5xx but 501 and 503.
    #[error("{}", say!("faults-server-failed", status = status))]
    Server {
        /// The HTTP status.
        status: u16,
    },
    /// 404 or 501 for something that a server may leave out.
    #[error("{}", say!("faults-not-offered"))]
    NotOffered,
    /// What a change addresses within a resource isn't there (400 `noTarget`).
    #[error("{}", say!("faults-no-target"))]
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
    #[error("{}", redirected(.to.as_deref()))]
    Redirected {
        /// The origin that it leads to, in punycode; `None` where the answer names none.
        to: Option<String>,
    },
    /// The answer passes the size that is read.
    #[error("{}", say!("faults-too-large", limit = limit))]
    TooLarge {
        /// The limit, in megabytes.
        limit: u64,
    },
    /// The answer can't be understood.
    #[error("{}", say!("faults-malformed", what = what))]
    Malformed {
        /// What was wrong with it.
        what: String,
    },
    /// The delta token is too old, or isn't ours: everything must be read again.
    #[error("{}", say!("faults-delta-expired"))]
    DeltaExpired,
    /// The cursor is too old, or lost: the walk must be begun anew.
    #[error("{}", say!("faults-cursor-expired"))]
    CursorExpired,
    /// The base URL answers, and is no SCIM service.
    #[error("{}", say!("faults-not-scim"))]
    NotScim,
}

/// What stood in the way of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OfflineKind {
    /// The host's name isn't known, or no name server answers.
    #[error("{}", say!("faults-offline-dns"))]
    Dns,
    /// The host refuses connections at this port.
    #[error("{}", say!("faults-offline-refused"))]
    Refused,
    /// There is no way to the host.
    #[error("{}", say!("faults-offline-unreachable"))]
    Unreachable,
    /// No connection in time.
    #[error("{}", say!("faults-offline-timeout"))]
    Timeout,
    /// The handshake failed: no common protocol, or it was cut off.
    #[error("{}", say!("faults-offline-tls"))]
    Tls,
    /// What answers doesn't speak TLS at all.
    #[error("{}", say!("faults-offline-not-https"))]
    NotHttps,
    /// The certificate's time has passed, or is yet to come.
    #[error("{}", say!("faults-offline-certificate-expired"))]
    CertificateExpired,
    /// The certificate is for other names.
    #[error("{}", say!("faults-offline-certificate-name"))]
    CertificateName,
    /// Nobody whom this computer trusts has signed the certificate, or it was revoked.
    #[error("{}", say!("faults-offline-certificate-untrusted"))]
    CertificateUntrusted,
    /// The proxy refuses to pass this connection on, or can't.
    #[error("{}", say!("faults-offline-proxy"))]
    Proxy,
    /// The proxy wants a sign-in of its own (407).
    #[error("{}", say!("faults-offline-proxy-sign-in"))]
    ProxySignIn,
    /// No connection to the proxy.
    #[error("{}", say!("faults-offline-proxy-unreachable"))]
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

    fn help(self) -> String {
        match self {
            Self::Dns => say!("faults-help-offline-dns"),
            Self::Refused => say!("faults-help-offline-refused"),
            Self::Unreachable => say!("faults-help-offline-unreachable"),
            Self::Timeout => say!("faults-help-offline-timeout"),
            Self::Tls => say!("faults-help-offline-tls"),
            Self::NotHttps => say!("faults-help-offline-not-https"),
            Self::CertificateExpired => say!("faults-help-offline-certificate-expired"),
            Self::CertificateName => say!("faults-help-offline-certificate-name"),
            Self::CertificateUntrusted => say!("faults-help-offline-certificate-untrusted"),
            Self::Proxy => say!("faults-help-offline-proxy"),
            Self::ProxySignIn => say!("faults-help-offline-proxy-sign-in"),
            Self::ProxyUnreachable => say!("faults-help-offline-proxy-unreachable"),
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
    pub fn help(&self) -> Option<String> {
        Some(match self {
            Self::Offline { kind, .. } => kind.help(),
            Self::NotOurNetwork => say!("faults-help-not-our-network"),
            Self::Redirected { .. } => say!("faults-help-redirected"),
            Self::Malformed { .. } | Self::TooLarge { .. } => say!("faults-help-tell-operator"),
            _ => return None,
        })
    }
}

/// Where the server's address leads on to, as a sentence.
fn redirected(to: Option<&str>) -> String {
    match to {
        Some(to) => say!("faults-redirected", to = to),
        None => say!("faults-redirected-elsewhere"),
    }
}
