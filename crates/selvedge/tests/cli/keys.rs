//! `selvedge keys`, beside a running server and without one.

use crate::home::{Home, Running, refusal};
use crate::http::Keys;
use std::fs;

/// The id of the key in the last line of `keys list` whose text contains `mark`.
fn key_id(list: &str, mark: &str) -> String {
    let line = list.lines().rfind(|line| line.contains(mark)).expect(list);
    line.split(' ').next().unwrap().to_owned()
}

/// T13: old and new secret overlap, then the old one is revoked; through the running server.
#[test]
fn t13_a_rotated_secret_works_beside_the_old_one_until_that_is_deleted() {
    let home = Home::new();
    let server = home.start();
    let old = Keys::parse(&fs::read_to_string(home.data("credentials.env")).unwrap());
    let old_id = key_id(&home.run(&["keys", "list"]), "current");
    let new = Keys::parse(&home.run(&["keys", "rotate", &old_id]));
    assert_eq!(new.client_id, old.client_id);
    assert_ne!(new.secret, old.secret);
    assert_eq!([old.status(&server.url), new.status(&server.url)], [200, 200]);
    assert_eq!(key_id(&home.run(&["keys", "list"]), "superseded"), old_id);
    home.run(&["keys", "delete", &old_id]);
    assert_eq!([old.status(&server.url), new.status(&server.url)], [400, 200]);
    let log = server.stop();
    assert!(!log.contains(&new.secret) && !log.contains(&old.secret), "{log}");
}

#[test]
fn keys_can_be_managed_while_no_server_runs() {
    let home = Home::new();
    home.start().stop();
    let made = Keys::parse(&home.run(&["keys", "create", "--name", "second"]));
    let list = home.run(&["keys", "list"]);
    assert!(
        list.contains("first team") && list.contains("second") && list.contains(&made.client_id),
        "{list}"
    );
    let first = key_id(&list, "first team");
    home.run(&["keys", "delete", &first, "--force"]);
    let server = home.start();
    assert_eq!(made.status(&server.url), 200);
    let first = Keys::parse(&fs::read_to_string(home.data("credentials.env")).unwrap());
    assert_eq!(first.status(&server.url), 400);
}

#[test]
fn the_last_current_key_of_a_team_is_deleted_by_force_only_and_then_doctor_and_log_tell() {
    let home = Home::new();
    let server = home.start();
    let address = server.url.strip_prefix("http://").unwrap().to_owned();
    let first = key_id(&home.run(&["keys", "list"]), "first team");
    let line = refusal(&mut home.command(&["keys", "delete", &first]));
    assert!(
        line.contains("the last current key of \"first team\"") && line.contains("--force"),
        "{line}"
    );
    assert!(
        home.run(&["doctor", "--listen", &address])
            .contains("ok    credentials")
    );
    home.run(&["keys", "delete", &first, "--force"]);
    let doctor = |home: &Home| {
        let output = crate::home::finish(&mut home.command(&["doctor", "--listen", &address]));
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(
        doctor(&home).contains("fail  credentials: the keys in"),
        "{}",
        doctor(&home)
    );
    server.stop();
    assert!(
        doctor(&home).contains("fail  credentials: the keys in"),
        "{}",
        doctor(&home)
    );
    let log = home.start().stop();
    assert!(log.contains("the keys in this file are refused"), "{log}");
}

#[test]
fn a_partner_gets_keys_of_its_own() {
    let home = Home::new();
    let server = home.start();
    let said = home.run(&["keys", "create", "--partner", "dwolla"]);
    assert!(said.starts_with("# partner "), "{said}");
    assert!(
        home.run(&["keys", "list"])
            .lines()
            .any(|line| line.contains("dwolla"))
    );
    assert_ne!(Keys::parse(&said).client_id, "");
    drop(server);
}

#[test]
fn the_key_that_signs_webhooks_can_be_rotated() {
    let home = Home::new();
    let server = home.start();
    let said = [
        home.run(&["keys", "rotate-webhook-key"]),
        home.run(&["keys", "rotate-webhook-key"]),
    ];
    assert_ne!(said[0], said[1]);
    assert!(said[0].contains("signs webhooks from now on"), "{}", said[0]);
    drop(server);
}

#[test]
fn an_unknown_key_and_a_name_that_is_none_are_refused_with_and_without_a_server() {
    let home = Home::new();
    let server = home.start();
    let refused = || {
        [
            &["keys", "rotate", "nope"][..],
            &["keys", "delete", "nope"],
            &["keys", "create", "--partner", "Not A Name"],
        ]
        .map(|arguments| refusal(&mut home.command(arguments)))
    };
    let beside = refused();
    assert!(beside[0].contains("there is no key nope"), "{beside:?}");
    assert!(beside[2].contains("lower-case letters"), "{beside:?}");
    server.stop();
    assert_eq!(refused(), beside);
}

#[test]
fn keys_of_a_directory_without_a_database_are_refused_and_nothing_is_made() {
    let home = Home::new();
    let line = refusal(&mut home.command(&["keys", "list"]));
    assert!(
        line.contains("there is no database in ./selvedge-data yet"),
        "{line}"
    );
    assert_eq!(home.names(), <[&str; 0]>::default());
    home.run(&["migrate"]);
    let line = refusal(&mut home.command(&["keys", "list"]));
    assert!(line.contains("never served"), "{line}");
}

#[test]
fn the_control_socket_is_private_and_does_not_obey_what_is_no_command() {
    let home = Home::new();
    let server = home.start();
    assert_eq!(crate::home::mode(&home.data("control.sock")), 0o600);
    // What is no command is answered, not obeyed.
    let mut stream = std::os::unix::net::UnixStream::connect(home.data("control.sock")).unwrap();
    std::io::Write::write_all(&mut stream, b"{\"command\":\"drop_everything\"}\n").unwrap();
    let mut reply = String::new();
    std::io::Read::read_to_string(&mut stream, &mut reply).unwrap();
    assert!(reply.starts_with("{\"refused\":"), "{reply}");
    drop(server);
}

/// A socket's path has about a hundred bytes at most; a data directory's can have more.
#[test]
fn a_data_directory_whose_path_is_too_long_for_a_socket_is_served_without_one() {
    let home = Home::new();
    let dir = "d".repeat(120);
    let server = Running::start(&mut home.serve(&["--data-dir", &dir]));
    let list = ["keys", "list", "--data-dir", &dir];
    let line = refusal(&mut home.command(&list));
    assert!(
        line.contains("has no control socket there; stop it for this command"),
        "{line}"
    );
    let log = server.stop();
    assert!(log.contains("no control socket"), "{log}");
    assert!(home.run(&list).contains("first team"));
}
