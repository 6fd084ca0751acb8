//! `selvedge link`, beside a running server and without one.

use crate::home::{Home, refusal};

/// The lines that begin with `word`, without it.
fn lines<'t>(said: &'t str, word: &str) -> Vec<&'t str> {
    let of_word = said.lines().filter_map(|line| line.strip_prefix(word));
    of_word.map(str::trim).collect()
}

#[test]
fn lists_are_shown_and_changed_with_and_without_a_server() {
    let home = Home::new();
    let mut server = Some(home.start());
    for turn in ["a", "b"] {
        let said = home.run(&["link", "show"]);
        assert_eq!(lines(&said, "team"), ["first team"], "{said}");
        assert_eq!(
            lines(&said, "redirect"),
            ["any, for the list is empty and this is the sandbox"]
        );
        assert_eq!(lines(&said, "embed")[0], "https:");
        let uri = format!("https://{turn}.example/back");
        let said = home.run(&["link", "allow-redirect", &uri]);
        assert_eq!(lines(&said, "redirect"), [&uri]);
        home.run(&["link", "allow-redirect", "https://*.preview.example/back"]);
        home.run(&["link", "allow-redirect", "acme://done"]);
        let said = home.run(&["link", "deny-redirect", &uri]);
        assert_eq!(
            lines(&said, "redirect"),
            ["https://*.preview.example/back", "acme://done"]
        );
        let said = home.run(&["link", "allow-origin", "https://app.example"]);
        assert_eq!(lines(&said, "embed"), ["https://app.example"]);
        home.run(&["link", "deny-origin", "https://app.example"]);
        home.run(&["link", "deny-redirect", "https://*.preview.example/back"]);
        home.run(&["link", "deny-redirect", "acme://done"]);
        if let Some(server) = server.take() {
            let log = server.stop();
            assert!(
                log.contains("link_allow_redirect") && !log.contains("acme://done"),
                "{log}"
            );
        }
    }
}

#[test]
fn a_team_is_named_by_client_id_or_name_and_is_the_first_one_by_default() {
    let home = Home::new();
    let server = home.start();
    home.run(&["keys", "create", "--name", "second"]);
    let list = home.run(&["keys", "list"]);
    let row: Vec<&str> = list
        .lines()
        .find(|line| line.contains("second"))
        .unwrap()
        .split_whitespace()
        .collect();
    home.run(&["link", "allow-redirect", "acme://done", "--team", "second"]);
    let said = home.run(&["link", "--team", row[1], "show"]);
    assert_eq!(
        (lines(&said, "team"), lines(&said, "redirect")),
        (vec!["second"], vec!["acme://done"])
    );
    let said = home.run(&["link", "show"]);
    assert_eq!(lines(&said, "team"), ["first team"]);
    assert!(!said.contains("acme://done"), "{said}");
    home.run(&["keys", "create", "--name", "second"]);
    let line = refusal(&mut home.command(&["link", "show", "--team", "second"]));
    assert!(line.contains("several teams are called that"), "{line}");
    let line = refusal(&mut home.command(&["link", "show", "--team", "third"]));
    assert!(line.contains("`selvedge keys list` shows them"), "{line}");
    drop(server);
}

#[test]
fn what_is_no_address_is_refused_in_one_line_that_says_why() {
    let home = Home::new();
    let server = home.start();
    let refused = || {
        [
            ["allow-redirect", "javascript:alert(1)"],
            ["allow-redirect", "https://*.github.io/back"],
            ["allow-redirect", "https://APP.example/back"],
            ["allow-origin", "https://app.example/page"],
            ["deny-redirect", "https://app.example/back"],
            ["deny-origin", "https://app.example"],
        ]
        .map(|[verb, value]| refusal(&mut home.command(&["link", verb, value])))
    };
    let said = refused();
    for (line, words) in said.iter().zip([
        "the address must use https",
        "anybody can have a name there",
        "https://app.example/back",
        "the origin must be an origin",
        "not on the team's list",
        "not on the team's list",
    ]) {
        assert!(line.contains(words), "{line}");
    }
    server.stop();
    assert_eq!(refused(), said);
}
