//! The command on PostgreSQL: no file of data, several servers, keys without the server's help.

use crate::home::{Home, Running};
use crate::http::Keys;
use std::env;
use std::fs;
use tokio_postgres::NoTls;

/// A fresh database on the test server. A run that is to count must not leave this out silently.
#[expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "the environment tells tests where the server is, and a reader of the run whether there was one"
)]
fn database(purpose: &str) -> Option<String> {
    let Ok(server) = env::var("SELVEDGE_TEST_POSTGRES_URL") else {
        let in_ci = env::var("CI").is_ok_and(|value| value == "true");
        assert!(
            !in_ci,
            "SELVEDGE_TEST_POSTGRES_URL is not set: the PostgreSQL tests cannot run"
        );
        eprintln!("NOT RUN on PostgreSQL: SELVEDGE_TEST_POSTGRES_URL is not set");
        return None;
    };
    let name = format!("cli_{purpose}_{}", std::process::id());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(&server, NoTls).await.unwrap();
        let connection = tokio::spawn(connection);
        client
            .batch_execute(&format!("CREATE DATABASE {name}"))
            .await
            .unwrap();
        drop(client);
        connection.await.unwrap().unwrap();
    });
    let mut url = url::Url::parse(&server).unwrap();
    url.set_path(&name);
    Some(url.into())
}

/// T13 with two servers: what one command revokes, no server accepts any more.
#[test]
fn t13_keys_are_rotated_beside_two_servers_on_one_database() {
    let Some(url) = database("keys") else { return };
    let home = Home::new();
    let with_url = |mut command: std::process::Command| {
        command.env("SELVEDGE_DATABASE_URL", &url);
        command
    };
    let first = Running::start(&mut with_url(home.serve(&[])));
    let second = Running::start(&mut with_url(home.serve(&[])));
    assert_eq!(second.greeting, "");
    assert!(!home.data("selvedge.db").exists() && !home.data("control.sock").exists());
    let keys = |arguments: &[&str]| {
        let output = crate::home::finish(&mut with_url(home.command(arguments)));
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    };
    let old = Keys::parse(&fs::read_to_string(home.data("credentials.env")).unwrap());
    let list = keys(&["keys", "list"]);
    let old_id = list.lines().nth(1).unwrap().split(' ').next().unwrap();
    let new = Keys::parse(&keys(&["keys", "rotate", old_id]));
    let status = |keys: &Keys| [keys.status(&first.url), keys.status(&second.url)];
    assert_eq!([status(&old), status(&new)], [[200, 200], [200, 200]]);
    keys(&["keys", "delete", old_id]);
    assert_eq!([status(&old), status(&new)], [[400, 400], [200, 200]]);
    first.stop();
    second.stop();

    fs::remove_file(home.data("master.key")).unwrap();
    let line = crate::home::refusal(&mut with_url(home.serve(&[])));
    assert!(line.contains("master.key is not there"), "{line}");
}

#[test]
fn doctor_finds_a_healthy_server_well_before_its_first_start_beside_it_and_after_it() {
    let Some(url) = database("doctor") else { return };
    let home = Home::new();
    let doctor = |address: &str| {
        let mut command = home.command(&["doctor", "--listen", address]);
        let output = crate::home::finish(command.env("SELVEDGE_DATABASE_URL", &url));
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.lines().all(|line| line.starts_with("ok    ")), "{said}");
        assert_eq!(output.status.code(), Some(0), "{said}");
        said
    };
    assert!(doctor("127.0.0.1:0").contains("credentials: none yet"));
    assert_eq!(home.names(), <[&str; 0]>::default());
    let server = Running::start(home.serve(&[]).env("SELVEDGE_DATABASE_URL", &url));
    let address = server.url.strip_prefix("http://").unwrap().to_owned();
    assert!(doctor(&address).contains("is taken, by a server that is alive"));
    server.stop();
    assert!(doctor(&address).contains("and the master key fits"));
}

/// A second server whose master key is missing or another one leaves no directory behind.
#[test]
fn a_second_server_that_is_refused_makes_no_data_directory() {
    let Some(url) = database("second") else { return };
    let first = Home::new();
    Running::start(first.serve(&[]).env("SELVEDGE_DATABASE_URL", &url)).stop();
    let second = Home::new();
    let line = crate::home::refusal(second.serve(&[]).env("SELVEDGE_DATABASE_URL", &url));
    assert!(line.contains("master.key is not there"), "{line}");
    let mut command = second.serve(&[]);
    command.env("SELVEDGE_MASTER_KEY", "ab".repeat(32));
    let line = crate::home::refusal(command.env("SELVEDGE_DATABASE_URL", &url));
    assert!(line.contains("the master key does not fit"), "{line}");
    assert_eq!(second.names(), <[&str; 0]>::default());
}

#[test]
fn a_database_that_is_not_there_is_named_with_its_remedy() {
    let Some(url) = database("absent") else { return };
    let home = Home::new();
    let refused =
        |url: &url::Url| crate::home::refusal(home.serve(&[]).env("SELVEDGE_DATABASE_URL", url.as_str()));
    let mut other = url::Url::parse(&url).unwrap();
    other.set_path("no_such_database");
    let line = refused(&other);
    assert!(
        line.starts_with("--database-url names database no_such_database at ") && line.contains("createdb"),
        "{line}"
    );
    assert_eq!(home.names(), <[&str; 0]>::default());
}
