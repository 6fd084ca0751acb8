//! TLS: which cryptography, which certificate, which protocols.
//!
//! It does not reload a certificate that changed on disk: restart the server for that.

use rustls::ServerConfig;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::{self, PemObject as _};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio_rustls::TlsAcceptor;

/// The one choice of TLS cryptography.
pub fn provider() -> Arc<CryptoProvider> {
    Arc::new(rustls::crypto::aws_lc_rs::default_provider())
}

/// A loaded certificate chain with its key.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "holds a private key")]
pub struct Tls {
    pub(crate) acceptor: TlsAcceptor,
}

/// Why TLS cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file could not be read.
    #[error("cannot read the TLS {what} file {}: {source}; correct --tls-{what}", path.display())]
    Unreadable {
        /// `cert` or `key`.
        what: &'static str,
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// A file holds no usable PEM section.
    #[error("the TLS {what} file {} holds no usable PEM section; it must begin with `{header}`", path.display())]
    NotPem {
        /// `cert` or `key`.
        what: &'static str,
        /// The file.
        path: PathBuf,
        /// The line that was looked for.
        header: &'static str,
    },
    /// The two files were read but do not work together.
    #[error("the TLS key {} cannot be used with the certificate {}: {source}; give the key the certificate was made for",
        key.display(), cert.display())]
    Mismatch {
        /// The certificate file.
        cert: PathBuf,
        /// The key file.
        key: PathBuf,
        /// What the TLS library said.
        source: rustls::Error,
    },
}

impl Tls {
    /// Reads a PEM certificate chain (the server's own first) and its PEM key (PKCS#8, PKCS#1 or SEC1).
    pub fn load(cert: &Path, key: &Path) -> Result<Self, TlsError> {
        let chain = CertificateDer::pem_file_iter(cert)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|error| explain("cert", cert, error))?;
        if chain.is_empty() {
            return Err(explain("cert", cert, pem::Error::NoItemsFound));
        }
        let private = PrivateKeyDer::from_pem_file(key).map_err(|error| explain("key", key, error))?;
        let mismatch = |source| TlsError::Mismatch {
            cert: cert.to_path_buf(),
            key: key.to_path_buf(),
            source,
        };
        let mut config = ServerConfig::builder_with_provider(provider())
            .with_safe_default_protocol_versions()
            .map_err(mismatch)?
            .with_no_client_auth()
            .with_single_cert(chain, private)
            .map_err(mismatch)?;
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(Self {
            acceptor: TlsAcceptor::from(Arc::new(config)),
        })
    }
}

fn explain(what: &'static str, path: &Path, error: pem::Error) -> TlsError {
    let path = path.to_path_buf();
    let header = if what == "key" {
        "-----BEGIN PRIVATE KEY-----"
    } else {
        "-----BEGIN CERTIFICATE-----"
    };
    if let pem::Error::Io(source) = error {
        TlsError::Unreadable { what, path, source }
    } else {
        TlsError::NotPem { what, path, header }
    }
}
