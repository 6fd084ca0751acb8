//! `selvedge doctor`: every check can pass, and every check can fail.

use crate::home::{Home, Running, finish};
use std::fs::{self, Permissions};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

/// An address that nobody has, as far as can be known: `doctor` looks at it when it was free just now.
fn free_address() -> String {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .to_string()
}

/// The lines of a doctor that finds something, which must be about `subject`.
fn trouble(command: &mut Command, subject: &str) -> String {
    let output = finish(command);
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    let fails: Vec<_> = said.lines().filter(|line| line.starts_with("fail")).collect();
    assert_eq!(fails.len(), 1, "{said}");
    assert!(fails[0].starts_with(&format!("fail  {subject}: ")), "{said}");
    fails[0].to_owned()
}

#[test]
fn all_is_well_before_a_first_start_and_doctor_makes_nothing() {
    let home = Home::new();
    let said = home.run(&["doctor", "--listen", &free_address()]);
    assert!(said.lines().all(|line| line.starts_with("ok    ")), "{said}");
    assert_eq!(home.names(), <[&str; 0]>::default());
}

#[test]
fn all_is_well_beside_a_running_server_and_after_it() {
    let home = Home::new();
    let server = home.start();
    let address = server.url.strip_prefix("http://").unwrap().to_owned();
    let said = home.run(&["doctor", "--listen", &address]);
    assert!(said.contains("ok    database: served right now"), "{said}");
    server.stop();
    let said = home.run(&["doctor", "--listen", &address]);
    assert!(said.contains("and the master key fits"), "{said}");
}

#[test]
fn each_trouble_is_found_where_it_is() {
    let home = Home::new();
    home.start().stop();
    let address = free_address();
    let doctor = || home.command(&["doctor", "--listen", &address]);

    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken_address = taken.local_addr().unwrap().to_string();
    trouble(
        &mut home.command(&["doctor", "--listen", &taken_address]),
        "listen",
    );
    trouble(doctor().env("SELVEDGE_LOG_LEVEL", "loud"), "configuration");
    let mut tls = doctor();
    trouble(
        tls.args(["--tls-cert", "absent.pem", "--tls-key", "absent.pem"]),
        "tls",
    );
    let wrong = trouble(doctor().env("SELVEDGE_MASTER_KEY", "ab".repeat(32)), "database");
    assert!(wrong.contains("the master key does not fit"), "{wrong}");

    for (name, subject) in [
        ("", "data directory"),
        ("master.key", "master key"),
        ("credentials.env", "credentials"),
    ] {
        let path = home.data(name);
        let private = fs::metadata(&path).unwrap().permissions();
        fs::set_permissions(&path, Permissions::from_mode(0o755)).unwrap();
        let line = trouble(&mut doctor(), subject);
        assert!(line.contains("chmod"), "{line}");
        fs::set_permissions(&path, private).unwrap();
    }

    fs::rename(home.data("credentials.env"), home.data("elsewhere.env")).unwrap();
    trouble(&mut doctor(), "credentials");
    fs::rename(home.data("elsewhere.env"), home.data("credentials.env")).unwrap();
    home.run(&["doctor", "--listen", &address]);
}

#[test]
fn a_data_directory_in_use_without_a_control_socket_is_found() {
    let home = Home::new();
    let server = Running::start(&mut home.serve(&[]));
    fs::remove_file(home.data("control.sock")).unwrap();
    let line = trouble(
        &mut home.command(&["doctor", "--listen", &free_address()]),
        "database",
    );
    assert!(line.contains("in use by another process"), "{line}");
    drop(server);
}
