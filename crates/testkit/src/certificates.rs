//! An authority of a test's own, and what can be wrong with the certificates of a server.

use std::sync::Arc;

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd,
};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls;

/// What is wrong with a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// Nothing.
    None,
    /// Its time has passed.
    Expired,
    /// Its time is yet to come.
    Early,
    /// It is for another name.
    Name,
    /// Nobody knows who signed it.
    Issuer,
}

/// Signs certificates.
pub(crate) struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    pub(crate) fn new() -> Self {
        let mut params = CertificateParams::default();
        params
            .distinguished_name
            .push(DnType::CommonName, "An authority for tests");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().expect("a key");
        Self(CertifiedIssuer::self_signed(params, key).expect("an authority"))
    }

    /// Its own certificate, to be trusted.
    pub(crate) fn pem(&self) -> String {
        self.0.pem()
    }

    /// What a server of this name, with a certificate of this flaw, does in a handshake.
    pub(crate) fn server(&self, name: &str, flaw: Flaw) -> Arc<ServerConfig> {
        let name = if flaw == Flaw::Name {
            "elsewhere.example"
        } else {
            name
        };
        let mut params = CertificateParams::new([name.to_owned()]).expect("a name");
        match flaw {
            Flaw::Expired => params.not_after = date_time_ymd(2020, 1, 1),
            Flaw::Early => params.not_before = date_time_ymd(4000, 1, 1),
            Flaw::None | Flaw::Name | Flaw::Issuer => {}
        }
        let key = KeyPair::generate().expect("a key");
        let unknown = Self::new();
        let issuer = if flaw == Flaw::Issuer { &unknown } else { self };
        let certificate = params.signed_by(&key, &issuer.0).expect("a certificate");
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let config = ServerConfig::builder()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .expect("a key that fits its certificate");
        Arc::new(config)
    }
}
