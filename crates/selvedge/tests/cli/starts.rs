//! Starts that succeed: what they print, what they leave on disk, what they keep.

use crate::home::{Home, Running, mode};
use crate::http::{Keys, get};
use std::fs;

#[test]
fn a_first_start_prints_its_keys_and_keeps_them_in_private_files() {
    let home = Home::new();
    let server = home.start();
    let file = fs::read_to_string(home.data("credentials.env")).unwrap();
    assert!(server.greeting.contains(&file), "{}", server.greeting);
    assert!(file.ends_with("PLAID_ENV=sandbox\n"), "{file}");
    assert_eq!(Keys::parse(&file).status(&server.url), 200);
    assert_eq!(get(&server.url, "/healthz"), 200);
    assert_eq!(get(&server.url, "/readyz"), 200);
    assert_eq!(mode(&home.path("selvedge-data")), 0o700);
    for name in ["credentials.env", "master.key", "selvedge.db", "control.sock"] {
        assert_eq!(mode(&home.data(name)), 0o600, "{name}");
    }
    let log = server.stop();
    assert!(
        log.contains("made a master key; keep a copy of it elsewhere"),
        "{log}"
    );
    assert!(!log.contains(&Keys::parse(&file).secret), "{log}");
    assert!(!home.data("control.sock").exists());
}

#[test]
fn the_command_that_a_first_start_suggests_names_the_real_address() {
    let home = Home::new();
    let server = home.start();
    assert!(
        server
            .greeting
            .contains(&format!("curl {}/sandbox/public_token/create", server.url))
    );
    assert!(
        server.greeting.contains(". ./selvedge-data/credentials.env"),
        "{}",
        server.greeting
    );
}

#[test]
fn a_second_start_keeps_keys_and_files_and_prints_nothing_but_the_ready_line() {
    let home = Home::new();
    home.start().stop();
    let files = || ["credentials.env", "master.key"].map(|name| fs::read_to_string(home.data(name)).unwrap());
    let before = files();
    let server = home.start();
    assert_eq!(server.greeting, "");
    assert_eq!(files(), before);
    assert_eq!(Keys::parse(&before[0]).status(&server.url), 200);
}

#[test]
fn keys_of_the_environment_are_used_whatever_they_look_like() {
    for (client_id, secret) in [
        ("x", "y"),
        ("my client", "it's $ecret"),
        ("schlüssel", "\"quoted\" \\ #1"),
    ] {
        let home = Home::new();
        let mut command = home.serve(&[]);
        command
            .env("PLAID_CLIENT_ID", client_id)
            .env("PLAID_SECRET", secret);
        let server = Running::start(&mut command);
        let keys = Keys {
            client_id: client_id.to_owned(),
            secret: secret.to_owned(),
        };
        assert_eq!(keys.status(&server.url), 200, "{client_id}");
        assert!(
            server
                .greeting
                .contains("PLAID_CLIENT_ID and PLAID_SECRET of the environment")
                && !server.greeting.contains(&format!("PLAID_SECRET={secret}")),
            "{}",
            server.greeting
        );
        let log = server.log();
        assert!(!log.contains("the keys in this file are refused"), "{log}");
        let said = std::process::Command::new("sh")
            .arg("-c")
            .arg(". ./selvedge-data/credentials.env; printf '%s\\n' \"$PLAID_CLIENT_ID\" \"$PLAID_SECRET\" \"$PLAID_ENV\"")
            .current_dir(home.path(""))
            .output()
            .unwrap();
        assert_eq!(
            String::from_utf8(said.stdout).unwrap(),
            format!("{client_id}\n{secret}\nsandbox\n")
        );
    }
}

#[test]
fn keys_of_the_environment_join_those_that_a_database_has() {
    let home = Home::new();
    home.start().stop();
    let old = Keys::parse(&fs::read_to_string(home.data("credentials.env")).unwrap());
    let mut command = home.serve(&[]);
    let server = Running::start(command.env("PLAID_CLIENT_ID", "new").env("PLAID_SECRET", "pair"));
    let new = Keys::parse(&fs::read_to_string(home.data("credentials.env")).unwrap());
    assert_eq!((new.client_id.as_str(), new.secret.as_str()), ("new", "pair"));
    assert_eq!([old.status(&server.url), new.status(&server.url)], [200, 200]);
}

#[test]
fn a_start_without_its_credentials_file_says_how_to_make_new_keys() {
    let home = Home::new();
    home.start().stop();
    fs::remove_file(home.data("credentials.env")).unwrap();
    let log = home.start().stop();
    assert!(
        log.contains("`selvedge keys rotate KEY` makes a new one"),
        "{log}"
    );
    assert!(!home.data("credentials.env").exists());
}

#[test]
fn a_production_start_prints_no_secret() {
    let home = Home::new();
    let mut command = home.serve(&["--environment", "production"]);
    let server = Running::start(command.env("SELVEDGE_MASTER_KEY", "ab".repeat(32)));
    let keys = fs::read_to_string(home.data("credentials.env")).unwrap();
    assert!(keys.ends_with("PLAID_ENV=production\n"), "{keys}");
    assert!(
        !server.greeting.contains(&Keys::parse(&keys).secret),
        "{}",
        server.greeting
    );
    assert!(!home.data("master.key").exists());
    let log = server.stop();
    assert!(log.contains("this production server speaks no TLS"), "{log}");
}

#[test]
fn a_sandbox_that_other_machines_can_reach_warns() {
    let home = Home::new();
    let server = Running::start(&mut home.command(&["serve", "--listen", "0.0.0.0:0"]));
    assert!(server.url.starts_with("http://127.0.0.1:"), "{}", server.url);
    assert_eq!(get(&server.url, "/healthz"), 200);
    let log = server.stop();
    assert!(
        log.contains("this sandbox can be reached from other machines"),
        "{log}"
    );
}

#[test]
fn a_killed_server_leaves_nothing_that_keeps_the_next_one_from_starting() {
    let home = Home::new();
    let server = home.start();
    server.signal("KILL");
    drop(server);
    let server = home.start();
    assert_eq!(get(&server.url, "/readyz"), 200);
    assert!(home.run(&["keys", "list"]).contains("first team"));
}
