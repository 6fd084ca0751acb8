//! The configuration file: the example is true, and every limit is checked at its edges.

use super::*;
use std::fs;
use std::path::Path;

fn resolve(text: &str) -> Result<Settings, ConfigError> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("selvedge.toml");
    fs::write(&path, text).unwrap();
    Settings::resolve(Given {
        config: Some(path),
        ..Given::default()
    })
}

fn example() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    fs::read_to_string(root.join("selvedge.example.toml")).unwrap()
}

/// The example with every setting in force.
fn in_force() -> String {
    let line = |line: &str| match line.strip_prefix("# ") {
        Some(setting) if setting.split(" = ").next().is_some_and(is_name) => format!("{setting}\n"),
        _ => format!("{line}\n"),
    };
    example().lines().map(line).collect()
}

fn is_name(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

#[test]
fn the_example_names_every_setting_and_limit_with_a_value_that_is_taken() {
    let text = in_force();
    let settings = resolve(&text).map_err(|error| error.to_string()).ok().unwrap();
    assert_eq!(settings.public_url.as_deref(), Some("https://link.example.com"));
    for name in Key::ALL.iter().map(|key| key.name()).chain(limits::names()) {
        assert!(
            text.lines().any(|line| line.starts_with(&format!("{name} = "))),
            "{name}"
        );
    }
}

#[test]
fn the_limits_of_the_example_are_the_defaults() {
    let settings = resolve(&in_force()).ok().unwrap();
    assert_eq!(
        format!("{:?}", settings.limits),
        format!("{:?}", Limits::default())
    );
    let as_it_comes = resolve(&example()).ok().unwrap();
    assert_eq!(as_it_comes.data_dir, Path::new(DATA_DIR));
    assert_eq!(as_it_comes.listen.to_string(), "127.0.0.1:7358");
}

#[test]
fn each_limit_is_taken_at_its_edges_and_refused_past_them() {
    for (name, least, most) in limits::ranges() {
        let taken = |value: i64| resolve(&format!("[limits]\n{name} = {value}\n")).is_ok();
        let (least, most) = (i64::from(least), i64::from(most));
        assert_eq!(
            [taken(least - 1), taken(least), taken(most), taken(most + 1)],
            [false, true, true, false],
            "{name}"
        );
    }
}

#[test]
fn an_ipv6_or_local_name_address_is_understood_without_a_name_server() {
    for (text, url) in [
        ("[::1]:7000", "http://[::1]:7000"),
        ("localhost:7000", "http://127.0.0.1:7000"),
        ("[::]:7000", "http://[::1]:7000"),
        ("0.0.0.0:7000", "http://127.0.0.1:7000"),
    ] {
        let settings = resolve(&format!("listen = {text:?}")).ok().unwrap();
        assert_eq!(settings.local_url(), url, "{text}");
    }
}

#[test]
fn a_public_url_holds_no_credential_query_or_fragment() {
    let url = |text: &str| {
        resolve(&format!("public_url = {text:?}"))
            .ok()
            .map(|settings| settings.url())
    };
    assert_eq!(
        url("https://a.example/base/").as_deref(),
        Some("https://a.example/base")
    );
    for bad in [
        "https://me@a.example",
        "https://:x@a.example",
        "https://a.example?q",
        "https://a.example#f",
        "ftp://a.example",
    ] {
        assert_eq!(url(bad), None, "{bad}");
    }
}
