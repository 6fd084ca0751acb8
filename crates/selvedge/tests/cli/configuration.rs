//! Where a setting comes from: an option beats a variable, a variable the file, the file the default.

use crate::home::{Home, Running};
use crate::http::get;

/// The data directory that is made says which of the values won.
#[test]
fn an_option_beats_a_variable_which_beats_the_file_which_beats_the_default() {
    let home = Home::new();
    home.write(
        "selvedge.toml",
        "data_dir = \"by-file\"\nlisten = \"127.0.0.1:0\"\nlog_format = \"json\"\n",
    );
    let start = |option: &[&str], variable: Option<&str>| {
        let mut command = home.command(&["serve", "--config", "selvedge.toml"]);
        command
            .args(option)
            .envs(variable.map(|dir| ("SELVEDGE_DATA_DIR", dir)));
        Running::start(&mut command).stop()
    };
    let log = start(&["--data-dir", "by-option"], Some("by-variable"));
    assert!(log.starts_with('{'), "{log}");
    let made = || {
        home.names()
            .into_iter()
            .filter(|name| name.starts_with("by-"))
            .collect::<Vec<_>>()
    };
    assert_eq!(made(), ["by-option"]);
    start(&[], Some("by-variable"));
    assert_eq!(made(), ["by-option", "by-variable"]);
    // An empty variable is how container tools write one that is not set.
    start(&[], Some(""));
    assert_eq!(made(), ["by-file", "by-option", "by-variable"]);
    assert!(!home.path("selvedge-data").exists());
}

#[test]
fn the_configuration_file_can_be_named_by_a_variable() {
    let home = Home::new();
    home.write(
        "selvedge.toml",
        "data_dir = \"elsewhere\"\n[limits]\nconnections = 64\nidle_seconds = 5\n",
    );
    let server = Running::start(home.serve(&[]).env("SELVEDGE_CONFIG", "selvedge.toml"));
    assert_eq!(get(&server.url, "/healthz"), 200);
    assert!(home.path("elsewhere").join("selvedge.db").exists());
}

#[test]
fn the_ready_line_has_the_scheme_and_the_port_that_are_served() {
    let home = Home::new();
    let pair = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    home.write("cert.pem", &pair.cert.pem());
    home.write("key.pem", &pair.signing_key.serialize_pem());
    let mut command = home.serve(&["--tls-cert", "cert.pem", "--tls-key", "key.pem"]);
    let server = Running::start(command.env("SELVEDGE_PUBLIC_URL", "https://link.example/"));
    let port = server.url.strip_prefix("https://127.0.0.1:").unwrap();
    assert_ne!(port, "0");
    let log = server.stop();
    assert!(log.contains("public_url=\"https://link.example\""), "{log}");
}

#[test]
fn json_logs_are_one_object_a_line_and_an_access_line_can_be_switched_off() {
    let home = Home::new();
    for (levels, wanted) in [("info", 1), ("info,access=off", 0), ("warn", 0)] {
        let server = Running::start(&mut home.serve(&["--log-format", "json", "--log-level", levels]));
        assert_eq!(get(&server.url, "/institutions"), 404);
        let log = server.stop();
        let lines: Vec<serde_json::Value> = log
            .lines()
            .map(|line| serde_json::from_str(line).expect(line))
            .collect();
        let access = lines.iter().filter(|line| line["target"] == "access").count();
        assert_eq!(access, wanted, "{levels}: {log}");
    }
}

#[test]
fn a_variable_or_a_log_target_that_means_nothing_is_told_with_the_nearest_that_does() {
    let home = Home::new();
    let mut command = home.serve(&["--log-level", "info,acess=off,selvedge_engine::items=debug"]);
    let log = Running::start(command.env("SELVEDGE_DATADIR", "/x").env("SELVEDGE_CONFIG", "")).stop();
    assert!(
        log.contains("SELVEDGE_DATADIR is set and means nothing; the nearest that does is SELVEDGE_DATA_DIR"),
        "{log}"
    );
    assert!(
        log.contains("no log line has the target acess; the nearest that lines have is access"),
        "{log}"
    );
    assert_eq!(log.matches("the nearest that").count(), 2, "{log}");
}
