//! Starts that are refused: one line, exit code 1, and nothing left behind.

use crate::home::{Home, finish, refusal};
use std::fs;
use std::net::TcpListener;

#[test]
fn c17_a_second_server_on_one_data_directory_is_refused() {
    let home = Home::new();
    let server = home.start();
    let line = refusal(&mut home.serve(&[]));
    assert!(
        line.contains("selvedge-data is in use by another process"),
        "{line}"
    );
    assert_eq!(crate::http::get(&server.url, "/readyz"), 200);
}

#[test]
fn c18_a_taken_port_is_refused_before_anything_is_made() {
    let home = Home::new();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let line = refusal(&mut home.command(&["serve", "--listen", &address]));
    assert!(
        line.contains(&address) && line.contains("choose another with --listen"),
        "{line}"
    );
    assert_eq!(home.names(), <[&str; 0]>::default());
}

#[test]
fn c18_an_unknown_configuration_key_is_named_with_those_that_are_known() {
    let home = Home::new();
    home.write("selvedge.toml", "lisen = \"127.0.0.1:0\"\n");
    let line = refusal(&mut home.command(&["serve", "--config", "selvedge.toml"]));
    assert!(
        line.contains("unknown key lisen") && line.contains("listen, data_dir"),
        "{line}"
    );
    assert_eq!(home.names(), ["selvedge.toml"]);
}

#[test]
fn c18_a_configuration_of_the_wrong_kind_names_key_value_and_remedy() {
    let home = Home::new();
    for (text, parts) in [
        ("listen = 7358", ["listen is 7358", "127.0.0.1:7358"]),
        (
            "listen = \"here\"",
            ["listen is \"here\"", "an address with a port"],
        ),
        (
            "environment = \"prod\"",
            ["environment is \"prod\"", "sandbox or production"],
        ),
        ("log_level = \"verbose\"", ["log_level is \"verbose\"", "debug"]),
        (
            "public_url = \"link.example\"",
            ["public_url is \"link.example\"", "https://"],
        ),
        ("limits = 3", ["limits is 3", "[limits]"]),
        (
            "[limits]\nconnections = 0",
            ["limits.connections is 0", "from 1 to 1000000"],
        ),
        (
            "[limits]\nconnections = \"many\"",
            ["limits.connections is \"many\"", "a whole number"],
        ),
        (
            "[limits]\nconections = 5",
            ["unknown key limits.conections", "connections_per_ip"],
        ),
        ("listen = ", ["line 1", "TOML"]),
        (
            "tls_cert = \"a.pem\"",
            ["tls_cert is set without --tls-key", "set both or neither"],
        ),
    ] {
        home.write("bad.toml", text);
        let line = refusal(&mut home.command(&["serve", "--config", "bad.toml"]));
        assert!(
            line.contains("bad.toml") && parts.iter().all(|part| line.contains(part)),
            "{text}: {line}"
        );
    }
    assert_eq!(home.names(), ["bad.toml"]);
}

#[test]
fn c18_bad_options_and_variables_are_named_as_they_were_given() {
    let home = Home::new();
    let line = refusal(&mut home.command(&["serve", "--listen", "nowhere"]));
    assert!(line.starts_with("--listen is \"nowhere\""), "{line}");
    let line = refusal(home.command(&["serve"]).env("SELVEDGE_ENVIRONMENT", "staging"));
    assert!(line.starts_with("SELVEDGE_ENVIRONMENT is \"staging\""), "{line}");
    let line = refusal(home.command(&["serve"]).env("PLAID_SECRET", "alone"));
    assert_eq!(
        line,
        "PLAID_SECRET is set without PLAID_CLIENT_ID; set both or neither"
    );
    let line = refusal(&mut home.command(&["serve", "--config", "absent.toml"]));
    assert!(
        line.contains("absent.toml") && line.contains("correct --config"),
        "{line}"
    );
    assert_eq!(home.names(), <[&str; 0]>::default());
}

#[test]
fn a_database_url_is_never_repeated() {
    let home = Home::new();
    let line = refusal(
        home.command(&["serve"])
            .env("SELVEDGE_DATABASE_URL", "mysql://me:hunter2@db/x"),
    );
    assert!(
        line.starts_with("SELVEDGE_DATABASE_URL cannot be understood"),
        "{line}"
    );
    let url = "postgres://me:hunter2@127.0.0.1:1/x?connect_timeout=2";
    let unreachable = refusal(home.serve(&[]).env("SELVEDGE_DATABASE_URL", url));
    assert!(
        unreachable.starts_with("--database-url names database x at 127.0.0.1:1: ")
            && unreachable.contains("start PostgreSQL there"),
        "{unreachable}"
    );
    assert!(
        !line.contains("hunter2") && !unreachable.contains("hunter2"),
        "{line}; {unreachable}"
    );
    assert_eq!(home.names(), <[&str; 0]>::default());
}

#[test]
fn c18_unreadable_tls_is_refused_before_anything_is_made() {
    let home = Home::new();
    home.write("not.pem", "nothing");
    let tls = |cert: &str, key: &str| refusal(&mut home.serve(&["--tls-cert", cert, "--tls-key", key]));
    let absent = tls("absent.pem", "not.pem");
    assert!(
        absent.contains("absent.pem") && absent.contains("--tls-cert"),
        "{absent}"
    );
    let garbage = tls("not.pem", "not.pem");
    assert!(garbage.contains("no usable PEM section"), "{garbage}");
    assert_eq!(home.names(), ["not.pem"]);
}

#[test]
fn d7_a_wrong_master_key_is_refused_and_the_right_one_still_works() {
    let home = Home::new();
    home.start().stop();
    let line = refusal(home.serve(&[]).env("SELVEDGE_MASTER_KEY", "ab".repeat(32)));
    assert!(
        line.contains("the master key does not fit this database"),
        "{line}"
    );
    home.start().stop();
}

#[test]
fn d7_a_missing_master_key_is_never_replaced_by_a_new_one() {
    let home = Home::new();
    home.start().stop();
    let key = fs::read(home.data("master.key")).unwrap();
    fs::remove_file(home.data("master.key")).unwrap();
    let line = refusal(&mut home.serve(&[]));
    assert!(line.contains("master.key is not there"), "{line}");
    assert!(!home.data("master.key").exists());
    fs::write(home.data("master.key"), key).unwrap();
    home.start().stop();
}

#[test]
fn c18_a_master_key_that_is_none_is_refused_before_anything_is_made() {
    let home = Home::new();
    home.write("short.key", "abcd\n");
    let line = refusal(&mut home.serve(&["--master-key-file", "short.key"]));
    assert!(
        line.contains("short.key") && line.contains("32 bytes") && line.contains("openssl rand -hex 32"),
        "{line}"
    );
    let line = refusal(&mut home.serve(&["--master-key-file", "absent.key"]));
    assert!(line.contains("absent.key"), "{line}");
    let mut both = home.serve(&[]);
    both.env("SELVEDGE_MASTER_KEY", "ab".repeat(32))
        .env("SELVEDGE_MASTER_KEY_FILE", "short.key");
    let line = refusal(&mut both);
    assert!(line.contains("are both set"), "{line}");
    assert_eq!(home.names(), ["short.key"]);
}

#[test]
fn production_makes_no_master_key_of_its_own() {
    let home = Home::new();
    let line = refusal(&mut home.serve(&["--environment", "production"]));
    assert!(line.contains("--master-key-file"), "{line}");
    assert_eq!(home.names(), <[&str; 0]>::default());
}

#[test]
fn a_database_of_the_other_environment_is_refused() {
    let home = Home::new();
    home.start().stop();
    let key = home.data("master.key");
    let mut command = home.serve(&["--environment", "production", "--master-key-file"]);
    let line = refusal(command.arg(key));
    assert!(line.contains("belongs to the sandbox environment"), "{line}");
}

#[test]
fn c18_a_database_from_a_newer_version_is_refused() {
    let home = Home::new();
    home.start().stop();
    let database = rusqlite::Connection::open(home.data("selvedge.db")).unwrap();
    let newer =
        "INSERT INTO schema_migrations (version, name, applied_at, checksum) VALUES (9999, 'later', 0, '')";
    database.execute(newer, ()).unwrap();
    drop(database);
    let line = refusal(&mut home.serve(&[]));
    assert!(
        line.contains("schema version 9999") && line.contains("run the newer version"),
        "{line}"
    );
}

#[test]
fn c18_a_file_that_is_no_database_is_refused() {
    let home = Home::new();
    home.start().stop();
    fs::write(
        home.data("selvedge.db"),
        "not a database, and long enough to look like one ".repeat(20),
    )
    .unwrap();
    let line = refusal(&mut home.serve(&[]));
    assert!(
        line.contains("selvedge.db is not a usable SQLite database"),
        "{line}"
    );
}

#[test]
fn a_data_directory_that_cannot_be_made_is_named() {
    let home = Home::new();
    home.write("file", "in the way");
    let line = refusal(&mut home.serve(&["--data-dir", "file/data"]));
    assert!(
        line.contains("cannot make the data directory file/data"),
        "{line}"
    );
}

#[test]
fn a_command_line_that_means_nothing_ends_with_code_2() {
    let home = Home::new();
    for arguments in [
        &["serve", "--lisen", "x"][..],
        &["sreve"],
        &[],
        &["keys", "rotate"],
    ] {
        assert_eq!(
            finish(&mut home.command(arguments)).status.code(),
            Some(2),
            "{arguments:?}"
        );
    }
}
