//! Tells apart by name what can be wrong with a network.

use std::error::Error;
use std::io;

use rollcall_sync::OfflineKind;
use rustls::CertificateError;

use crate::wire::WireError;

/// Sorts a failed request: what stood in the way of a connection, or that one was lost.
pub(crate) fn sort(error: reqwest::Error) -> WireError {
    // The URL may hold a person's address, in a filter.
    let error = error.without_url();
    if !error.is_connect() {
        return WireError::Lost {
            cause: Some(error.into()),
        };
    }
    let kind = if error.is_dns() {
        OfflineKind::Dns
    } else if error.is_timeout() {
        OfflineKind::Timeout
    } else {
        kind_of(&error)
    };
    WireError::NotConnected {
        kind,
        cause: Some(error.into()),
    }
}

/// Looks through the causes for one that names itself.
fn kind_of(error: &(dyn Error + 'static)) -> OfflineKind {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if let Some(kind) = named(error) {
            return kind;
        }
        cause = error.source();
    }
    OfflineKind::Refused
}

fn named(error: &(dyn Error + 'static)) -> Option<OfflineKind> {
    if let Some(tls) = error.downcast_ref::<rustls::Error>() {
        return Some(tls_kind(tls));
    }
    if let Some(io) = error.downcast_ref::<io::Error>() {
        // What it wraps is no cause of it by `source`, which begins one further down.
        return match io.get_ref() {
            Some(inner) => named(inner),
            None => (io.kind() == io::ErrorKind::TimedOut).then_some(OfflineKind::Timeout),
        };
    }
    // The proxy's tunnel has an error type that can't be named; its text begins like this.
    error
        .to_string()
        .starts_with("tunnel error")
        .then_some(OfflineKind::Proxy)
}

fn tls_kind(error: &rustls::Error) -> OfflineKind {
    match error {
        rustls::Error::InvalidCertificate(
            CertificateError::Expired
            | CertificateError::ExpiredContext { .. }
            | CertificateError::NotValidYet
            | CertificateError::NotValidYetContext { .. },
        ) => OfflineKind::CertificateExpired,
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
    fn an_expired_certificate_is_told_from_an_untrusted_one() {
        let expired = rustls::Error::InvalidCertificate(CertificateError::Expired);
        assert_eq!(kind_of(&wrapped(expired)), OfflineKind::CertificateExpired);
        let early = rustls::Error::InvalidCertificate(CertificateError::NotValidYet);
        assert_eq!(kind_of(&wrapped(early)), OfflineKind::CertificateExpired);
        let unknown = rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer);
        assert_eq!(kind_of(&wrapped(unknown.clone())), OfflineKind::Tls);
        assert_eq!(
            kind_of(&io::Error::other(wrapped(unknown))),
            OfflineKind::Tls,
            "wrapped twice"
        );
    }

    #[test]
    fn what_has_no_name_is_a_server_that_cannot_be_reached() {
        assert_eq!(
            kind_of(&io::Error::from(io::ErrorKind::ConnectionRefused)),
            OfflineKind::Refused
        );
        assert_eq!(
            kind_of(&io::Error::from(io::ErrorKind::TimedOut)),
            OfflineKind::Timeout
        );
        assert_eq!(
            kind_of(&io::Error::other("tunnel error: unsuccessful")),
            OfflineKind::Proxy
        );
    }
}
