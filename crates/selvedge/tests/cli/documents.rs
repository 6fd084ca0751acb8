//! What is printed from the code, and `migrate`.

use crate::home::Home;

#[test]
fn openapi_prints_the_document_as_indented_json() {
    let said = Home::new().run(&["openapi"]);
    let document: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    assert!(document["paths"]["/auth/get"]["post"].is_object());
    assert!(said.lines().count() > 1_000 && said.ends_with("}\n"));
}

#[test]
fn the_page_of_errors_has_every_code_once_under_its_anchor() {
    let said = Home::new().run(&["docs", "errors"]);
    for code in ["ITEM_LOGIN_REQUIRED", "INVALID_API_KEYS", "PRODUCT_NOT_READY"] {
        let heading = format!("### {code}");
        assert_eq!(said.lines().filter(|line| *line == heading).count(), 1, "{code}");
    }
    let remedies = said.lines().filter(|line| line.starts_with("- remedy: ")).count();
    assert_eq!(
        remedies,
        said.lines().filter(|line| line.starts_with("### ")).count()
    );
}

#[test]
fn nothing_is_read_or_made_for_a_document() {
    let home = Home::new();
    let output = crate::home::finish(home.command(&["openapi"]).env("SELVEDGE_LISTEN", "nowhere"));
    assert!(output.status.success());
    assert_eq!(home.names(), <[&str; 0]>::default());
}

#[test]
fn migrate_makes_a_database_once_and_a_server_takes_it_over() {
    let home = Home::new();
    assert!(
        home.run(&["migrate"])
            .starts_with("made a database with schema version ")
    );
    assert!(home.run(&["migrate"]).starts_with("nothing to do: "));
    let server = home.start();
    assert!(
        server.greeting.contains("PLAID_CLIENT_ID="),
        "{}",
        server.greeting
    );
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let home = Home::new();
    let mut command = home.command(&["openapi"]);
    let mut child = command
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}
