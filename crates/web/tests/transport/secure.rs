//! TLS: both protocols by ALPN, and errors that name the file and the remedy.

use crate::h2;
use crate::support::{Answer, PATIENCE, Server, read_to_end, request};
use rcgen::{CertifiedKey, KeyPair, generate_simple_self_signed};
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use selvedge_web::{Limits, Tls, TlsError, provider};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

struct Files {
    _folder: TempDir,
    cert: PathBuf,
    key: PathBuf,
    trusted: CertificateDer<'static>,
}

fn files() -> Files {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (cert_path, key_path) = (folder.path().join("cert.pem"), folder.path().join("key.pem"));
    std::fs::write(&cert_path, cert.pem()).unwrap();
    std::fs::write(&key_path, signing_key.serialize_pem()).unwrap();
    Files {
        _folder: folder,
        cert: cert_path,
        key: key_path,
        trusted: cert.der().clone(),
    }
}

async fn connect(server: &Server, files: &Files, protocols: &[&[u8]]) -> TlsStream<TcpStream> {
    let mut roots = RootCertStore::empty();
    roots.add(files.trusted.clone()).unwrap();
    let mut config = ClientConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = protocols.iter().map(|protocol| protocol.to_vec()).collect();
    let name = ServerName::try_from("localhost").unwrap();
    TlsConnector::from(Arc::new(config))
        .connect(name, server.connect().await)
        .await
        .unwrap()
}

#[tokio::test]
async fn http1_and_http2_are_served_over_tls() {
    let files = files();
    let server = Server::with(
        Limits::default(),
        Some(Tls::load(&files.cert, &files.key).unwrap()),
    )
    .await;
    for protocols in [&[b"http/1.1".as_slice()][..], &[]] {
        let mut stream = connect(&server, &files, protocols).await;
        stream
            .write_all(request("/echo", "", "[1]").as_bytes())
            .await
            .unwrap();
        let mut reply = Vec::new();
        tokio::time::timeout(PATIENCE, stream.read_to_end(&mut reply))
            .await
            .unwrap()
            .unwrap();
        assert_eq!(Answer::parse(&reply).unwrap().body, "[1]");
    }
    let stream = connect(&server, &files, &[b"h2", b"http/1.1"]).await;
    assert_eq!(stream.get_ref().1.alpn_protocol(), Some(b"h2".as_slice()));
    let (status, _, body) = h2::post(&mut h2::client(stream).await, "/echo", "[2]").await;
    assert_eq!((status, body.as_str()), (200, "[2]"));
}

#[tokio::test]
async fn refused_heads_are_answered_over_tls_too() {
    let files = files();
    let server = Server::with(
        Limits::default(),
        Some(Tls::load(&files.cert, &files.key).unwrap()),
    )
    .await;
    let mut stream = connect(&server, &files, &[]).await;
    stream.write_all(b"GET /page HTTP/1.1\r\n\r\n").await.unwrap();
    let mut reply = Vec::new();
    tokio::time::timeout(PATIENCE, stream.read_to_end(&mut reply))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(Answer::parse(&reply).unwrap().error().1, "INVALID_HEADERS");
}

/// H5: a handshake that never begins, or never ends.
#[tokio::test]
async fn h5_a_stalled_handshake_is_closed() {
    let files = files();
    let limits = Limits {
        head: Duration::from_millis(200),
        ..Limits::default()
    };
    let server = Server::with(limits, Some(Tls::load(&files.cert, &files.key).unwrap())).await;
    for bytes in [b"".as_slice(), b"\x16\x03\x01\x02\x00\x01"] {
        let mut stream = server.connect().await;
        stream.write_all(bytes).await.unwrap();
        read_to_end(&mut stream).await;
    }
}

/// C18: files that cannot serve, each named with what to do.
#[test]
fn c18_unusable_tls_files_are_named_with_the_remedy() {
    let files = files();
    let load = |cert: &PathBuf, key: &PathBuf| Tls::load(cert, key).err().expect("an error");
    let missing = files.cert.with_file_name("missing.pem");
    let other = files.cert.with_file_name("other.pem");
    std::fs::write(&other, KeyPair::generate().unwrap().serialize_pem()).unwrap();
    let noise = files.cert.with_file_name("noise.pem");
    std::fs::write(&noise, "not a certificate").unwrap();
    for (error, file, remedy) in [
        (load(&missing, &files.key), &missing, "--tls-cert"),
        (load(&files.cert, &missing), &missing, "--tls-key"),
        (load(&noise, &files.key), &noise, "BEGIN CERTIFICATE"),
        (load(&files.cert, &noise), &noise, "BEGIN PRIVATE KEY"),
        (load(&files.key, &files.key), &files.key, "BEGIN CERTIFICATE"),
        (
            load(&files.cert, &other),
            &other,
            "the key the certificate was made for",
        ),
    ] {
        let text = error.to_string();
        assert!(
            text.contains(&file.display().to_string()) && text.contains(remedy),
            "{text}"
        );
        assert_eq!(text.lines().count(), 1, "{text}");
    }
    assert!(matches!(load(&files.cert, &other), TlsError::Mismatch { .. }));
}
