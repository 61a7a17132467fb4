//! Tells apart by name what can be wrong with a network.

use std::error::Error;
use std::io;

use rollcall_sync::OfflineKind;
use rustls::{CertificateError, InvalidMessage};

use crate::wire::WireError;

/// What the errors of a proxy's tunnel begin with: their type can't be named from here.
const TUNNEL: &str = "tunnel error: ";

/// Sorts a failed request: what stood in the way of a connection, or that one was lost.
pub(crate) fn sort(error: reqwest::Error) -> WireError {
    // The URL may hold a person's address, in a filter.
    let error = error.without_url();
    if !error.is_connect() {
        return WireError::Lost {
            cause: Some(error.into()),
        };
    }
    let kind = match kind_of(&error) {
        Some(kind) => kind,
        None if error.is_dns() => OfflineKind::Dns,
        None if error.is_timeout() => OfflineKind::Timeout,
        None => OfflineKind::Refused,
    };
    WireError::NotConnected {
        kind,
        cause: Some(error.into()),
    }
}

/// Sorts a body that broke off: it was lost, or it isn't packed as its head says.
pub(crate) fn sort_body(error: reqwest::Error) -> WireError {
    let error = error.without_url();
    let broken = |kind| {
        matches!(
            kind,
            io::ErrorKind::Other | io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput
        )
    };
    let badly_packed = error.is_decode()
        && causes(&error).all(|cause| !cause.is::<rustls::Error>())
        && causes(&error)
            .filter_map(|cause| cause.downcast_ref::<io::Error>())
            .any(|io| broken(io.kind()));
    let cause = Some(error.into());
    if badly_packed {
        WireError::BadlyPacked { cause }
    } else {
        WireError::Lost { cause }
    }
}

/// An error and what caused it, outermost first. What an [`io::Error`] wraps is no cause of it by
/// `source`, which begins one further down.
fn causes<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&error| {
        match error.downcast_ref::<io::Error>().map(io::Error::get_ref) {
            Some(Some(wrapped)) => Some(wrapped as &(dyn Error + 'static)),
            _ => error.source(),
        }
    })
}

/// The first cause that names itself. A proxy comes first: what is beneath it happened on the way to
/// the proxy, not to the server.
fn kind_of(error: &(dyn Error + 'static)) -> Option<OfflineKind> {
    causes(error).find_map(named)
}

fn named(error: &(dyn Error + 'static)) -> Option<OfflineKind> {
    if let Some(tls) = error.downcast_ref::<rustls::Error>() {
        return Some(tls_kind(tls));
    }
    if let Some(io) = error.downcast_ref::<io::Error>() {
        return io_kind(io.kind());
    }
    Some(match error.to_string().strip_prefix(TUNNEL)? {
        "proxy authorization required" => OfflineKind::ProxySignIn,
        "failed to create underlying connection" => OfflineKind::ProxyUnreachable,
        _ => OfflineKind::Proxy,
    })
}

fn io_kind(kind: io::ErrorKind) -> Option<OfflineKind> {
    Some(match kind {
        io::ErrorKind::ConnectionRefused => OfflineKind::Refused,
        io::ErrorKind::TimedOut => OfflineKind::Timeout,
        io::ErrorKind::NetworkUnreachable
        | io::ErrorKind::HostUnreachable
        | io::ErrorKind::NetworkDown
        | io::ErrorKind::AddrNotAvailable => OfflineKind::Unreachable,
        // A connection stood, so this was the handshake.
        io::ErrorKind::UnexpectedEof
        | io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::BrokenPipe => OfflineKind::Tls,
        _ => return None,
    })
}

fn tls_kind(error: &rustls::Error) -> OfflineKind {
    match error {
        rustls::Error::InvalidCertificate(
            CertificateError::Expired
            | CertificateError::ExpiredContext { .. }
            | CertificateError::NotValidYet
            | CertificateError::NotValidYetContext { .. },
        ) => OfflineKind::CertificateExpired,
        rustls::Error::InvalidCertificate(
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
        ) => OfflineKind::CertificateName,
        rustls::Error::InvalidCertificate(_) => OfflineKind::CertificateUntrusted,
        rustls::Error::InvalidMessage(InvalidMessage::InvalidContentType) => OfflineKind::NotHttps,
        _ => OfflineKind::Tls,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(error: rustls::Error) -> io::Error {
        io::Error::new(io::ErrorKind::InvalidData, error)
    }

    #[test]
    fn what_is_wrong_with_a_certificate_is_told_apart() {
        for (error, kind) in [
            (CertificateError::Expired, OfflineKind::CertificateExpired),
            (
                CertificateError::NotValidYet,
                OfflineKind::CertificateExpired,
            ),
            (
                CertificateError::NotValidForName,
                OfflineKind::CertificateName,
            ),
            (
                CertificateError::UnknownIssuer,
                OfflineKind::CertificateUntrusted,
            ),
            (CertificateError::Revoked, OfflineKind::CertificateUntrusted),
        ] {
            let error = wrapped(rustls::Error::InvalidCertificate(error));
            assert_eq!(
                kind_of(&io::Error::other(error)),
                Some(kind),
                "wrapped twice"
            );
        }
    }

    #[test]
    fn each_way_to_no_connection_has_its_name() {
        for (error, kind) in [
            (io::ErrorKind::ConnectionRefused, OfflineKind::Refused),
            (io::ErrorKind::NetworkUnreachable, OfflineKind::Unreachable),
            (io::ErrorKind::HostUnreachable, OfflineKind::Unreachable),
            (io::ErrorKind::TimedOut, OfflineKind::Timeout),
            (io::ErrorKind::UnexpectedEof, OfflineKind::Tls),
            (io::ErrorKind::ConnectionReset, OfflineKind::Tls),
        ] {
            assert_eq!(kind_of(&io::Error::from(error)), Some(kind));
        }
        assert_eq!(kind_of(&io::Error::other("nobody knows")), None);
    }

    #[test]
    fn what_happens_on_the_way_to_a_proxy_is_the_proxys() {
        #[derive(Debug, thiserror::Error)]
        #[error("tunnel error: failed to create underlying connection")]
        struct Tunnel(#[source] io::Error);
        let refused = Tunnel(io::ErrorKind::ConnectionRefused.into());
        assert_eq!(kind_of(&refused), Some(OfflineKind::ProxyUnreachable));
    }
}
