//! What a wrong body is told: everything that is missing or unknown, and what is wrong with a value.

use crate::{NOWHERE, operation, refused, sent};
use selvedge_model::ErrorCode::{
    IncompatibleApiVersion, InvalidConfiguration, InvalidField, MissingFields, UnknownFields,
};
use serde_json::{Value, json};

const TOKEN: &str = "access-sandbox-3f1c8a52-7d0e-4b69-a1f4-95c2e8d07b36";

/// A body for `/link/token/create` with `more` in it.
fn link(more: &str) -> String {
    let rest =
        r#""client_name":"Acme","language":"en","country_codes":["US"],"access_token":"x","user_id":"usr_1""#;
    format!("{{{rest},{more}}}")
}

#[test]
fn every_missing_field_is_listed_with_both_credentials() {
    let error = (operation("/processor/token/create").check)(b"{}", NOWHERE).unwrap_err();
    assert_eq!(error.code, MissingFields);
    assert_eq!(
        error.message,
        "the following required fields are missing: access_token, account_id, processor, client_id, secret"
    );
}

#[test]
fn a_credential_that_came_as_a_header_is_not_missed() {
    let headers = selvedge_wire::HeaderCredentials {
        client_id: true,
        secret: false,
    };
    let error = (operation("/accounts/get").check)(b"{}", headers).unwrap_err();
    assert!(
        error.message.ends_with("missing: access_token, secret"),
        "{error}"
    );
    let (_, message) = refused("/accounts/get", "{}");
    assert!(message.ends_with("missing: access_token"), "{message}");
}

#[test]
fn a_credential_that_is_null_is_missed() {
    let body = r#"{"client_id":null,"secret":null}"#;
    let error = (operation("/accounts/get").check)(body.as_bytes(), NOWHERE).unwrap_err();
    assert!(
        error
            .message
            .ends_with("missing: access_token, client_id, secret"),
        "{error}"
    );
}

#[test]
fn missing_fields_inside_objects_and_lists_are_listed_by_their_path() {
    let body = r#"{"client_user_id":"u","identity":{"name":{"given_name":"Ada"},"emails":[{"data":"a@b.c","primary":true},{}]}}"#;
    let (code, message) = refused("/user/create", body);
    assert_eq!(code, MissingFields);
    assert_eq!(
        message,
        "the following required fields are missing: identity.emails[1].data, identity.emails[1].primary, identity.name.family_name"
    );
}

#[test]
fn every_unknown_field_is_listed_by_its_path() {
    let body = format!(
        r#"{{"access_token":"{TOKEN}","colour":1,"options":{{"account_ids":[],"size":2}},"private_key":"x"}}"#
    );
    let (code, message) = refused("/accounts/get", body);
    assert_eq!(code, UnknownFields);
    assert_eq!(
        message,
        "the following fields are not recognized by this endpoint: colour, options.size, private_key"
    );
}

#[test]
fn the_credential_of_older_versions_is_told_apart_from_other_unknown_fields() {
    let body = r#"{"public_key":"x"}"#;
    let error = (operation("/institutions/search").check)(body.as_bytes(), NOWHERE).unwrap_err();
    assert_eq!(error.code, IncompatibleApiVersion);
}

#[test]
fn missing_and_unknown_fields_are_told_together() {
    let (code, message) = refused("/item/public_token/exchange", r#"{"publictoken":"x"}"#);
    assert_eq!(code, MissingFields);
    assert_eq!(
        message,
        "the following required fields are missing: public_token; the following fields are not recognized: publictoken"
    );
}

#[test]
fn twenty_unknown_fields_are_listed_and_the_rest_is_counted() {
    let fields = |count: usize| {
        let fields: Vec<String> = (0..count).map(|i| format!(r#""f{i:02}":1"#)).collect();
        refused("/categories/get", format!("{{{}}}", fields.join(","))).1
    };
    assert!(fields(20).ends_with(
        ": f00, f01, f02, f03, f04, f05, f06, f07, f08, f09, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19"
    ));
    assert!(fields(21).ends_with("f19, and 1 more"));
}

#[test]
fn a_long_key_is_shortened_and_made_printable() {
    let (code, message) = refused(
        "/categories/get",
        format!(r#"{{"\u001b{}":1}}"#, "k".repeat(5_000)),
    );
    assert_eq!(code, UnknownFields);
    assert!(
        message.ends_with(&format!(": \u{fffd}{}", "k".repeat(63))),
        "{message}"
    );
}

#[test]
fn a_value_of_the_wrong_type_is_told_what_it_must_be() {
    for (body, words) in [
        (r#"{"access_token":5}"#, "access_token must be a string"),
        (r#"{"access_token":null}"#, "access_token must be a string"),
        (r#"{"access_token":["x"]}"#, "access_token must be a string"),
        (
            r#"{"access_token":"x","options":[]}"#,
            "options must be an object",
        ),
        (
            r#"{"access_token":"x","options":{"account_ids":"y"}}"#,
            "options.account_ids must be an array",
        ),
        (
            r#"{"access_token":"x","options":{"account_ids":["y",7]}}"#,
            "options.account_ids[1] must be a string",
        ),
        (
            r#"{"access_token":"x","client_id":7}"#,
            "client_id must be a string",
        ),
    ] {
        assert_eq!(
            refused("/accounts/get", body),
            (InvalidField, words.to_owned()),
            "{body}"
        );
    }
    let body = r#"{"access_token":"x","count":"3"}"#;
    assert_eq!(refused("/item/activity/list", body).1, "count must be an integer");
    let body = r#"{"access_token":"x","count":3.5}"#;
    assert_eq!(refused("/item/activity/list", body).1, "count must be an integer");
    let body = r#"{"client_user_id":"u","with_upgraded_user":"yes"}"#;
    assert_eq!(
        refused("/user/create", body).1,
        "with_upgraded_user must be a boolean"
    );
}

#[test]
fn every_wrong_value_is_told_at_once() {
    let body = r#"{"count":0,"offset":-1,"country_codes":[]}"#;
    let (code, message) = refused("/institutions/get", body);
    assert_eq!(code, InvalidField);
    assert_eq!(
        message,
        "count must be at least 1, country_codes must have at least 1 element, offset must be at least 0"
    );
}

#[test]
fn a_value_outside_its_enumeration_is_refused() {
    let body = r#"{"institution_id":"ins_109508","initial_products":["auth","teleport"]}"#;
    assert_eq!(
        refused("/sandbox/public_token/create", body),
        (
            InvalidField,
            "initial_products[1] must not be \"teleport\": /openapi.json lists the values that it allows"
                .to_owned()
        )
    );
    let body = r#"{"institution_id":"ins_109508","initial_products":["Auth"]}"#;
    assert_eq!(refused("/sandbox/public_token/create", body).0, InvalidField);
}

#[test]
fn a_short_enumeration_is_spelled_out_beside_the_value() {
    let update = |colours: &str| link(&format!(r#""appearance_mode":"{colours}""#));
    for (sent, shown) in [
        ("PINK", "PINK".to_owned()),
        ("", String::new()),
        (r"\u001b", "\u{fffd}".to_owned()),
        (&"x".repeat(5_000), "x".repeat(64)),
    ] {
        assert_eq!(
            refused("/link/token/create", update(sent)),
            (
                InvalidField,
                format!("appearance_mode must be one of LIGHT, DARK, SYSTEM, not \"{shown}\"")
            )
        );
    }
}

#[test]
fn what_is_needed_unless_something_stands_in_for_it_is_missed_with_the_rest() {
    let path = "/link/token/create";
    let words = |body: &str| refused(path, body);
    let all =
        "the following required fields are missing: client_name, country_codes, language, products, user";
    assert_eq!(words("{}"), (MissingFields, all.to_owned()));
    let body = r#"{"client_name":"A","language":"en","country_codes":["US"],"products":null,"user":null}"#;
    assert_eq!(
        words(body),
        (
            MissingFields,
            "the following required fields are missing: products, user".to_owned()
        )
    );
    for (given, missed) in [
        (r#""products":["auth"]"#, Some("user")),
        (r#""access_token":"x""#, Some("user")),
        (r#""user_id":"usr_1""#, Some("products")),
        (r#""user":{"client_user_id":"u"}"#, Some("products")),
        (r#""products":["auth"],"user_token":"x""#, None),
        (r#""update":{"user":true},"user_id":"usr_1""#, None),
    ] {
        let body = format!(r#"{{"client_name":"A","language":"en","country_codes":["US"],{given}}}"#);
        match missed {
            Some(name) => assert!(words(&body).1.ends_with(&format!("missing: {name}")), "{body}"),
            None => assert!(sent(path, &body).is_ok(), "{body}"),
        }
    }
}

#[test]
fn a_birthday_is_a_date_or_null() {
    let born = |date: &str| {
        link(&format!(
            r#""user":{{"client_user_id":"u","date_of_birth":{date}}}"#
        ))
    };
    for good in [r#""1990-02-28""#, "null"] {
        assert!(sent("/link/token/create", born(good)).is_ok(), "{good}");
    }
    for bad in [r#""1990-02-30""#, r#""28.02.1990""#, r#""""#] {
        assert_eq!(
            refused("/link/token/create", born(bad)),
            (
                InvalidField,
                "user.date_of_birth must be a date, YYYY-MM-DD".to_owned()
            )
        );
    }
}

#[test]
fn a_page_size_is_taken_up_to_its_limit_and_refused_past_it() {
    let page = |count: &str| format!(r#"{{"count":{count},"offset":0,"country_codes":["US"]}}"#);
    for good in ["1", "500"] {
        assert!(sent("/institutions/get", page(good)).is_ok(), "{good}");
    }
    for (bad, words) in [
        ("0", "count must be at least 1"),
        ("-9223372036854775808", "count must be at least 1"),
        ("501", "count must be at most 500"),
        ("9223372036854775807", "count must be at most 500"),
    ] {
        assert_eq!(
            refused("/institutions/get", page(bad)),
            (InvalidField, words.to_owned())
        );
    }
    let activity = |count: u32| format!(r#"{{"count":{count}}}"#);
    assert!(sent("/item/activity/list", activity(50)).is_ok());
    assert_eq!(
        refused("/item/activity/list", activity(51)).1,
        "count must be at most 50"
    );
    let history = |days: u32| link(&format!(r#""transactions":{{"days_requested":{days}}}"#));
    assert!(sent("/link/token/create", history(730)).is_ok());
    assert_eq!(
        refused("/link/token/create", history(731)).1,
        "transactions.days_requested must be at most 730"
    );
}

#[test]
fn a_string_or_list_that_must_not_be_empty_is_taken_with_one_element_and_refused_with_none() {
    let search = |query: &str| format!(r#"{{"query":"{query}","country_codes":["US"]}}"#);
    assert!(sent("/institutions/search", search("p")).is_ok());
    assert_eq!(
        refused("/institutions/search", search("")),
        (InvalidField, "query must be a non-empty string".to_owned())
    );
    let import = |products: &str| {
        format!(r#"{{"products":{products},"user_auth":{{"user_id":"u","auth_token":"p"}}}}"#)
    };
    assert!(sent("/item/import", import(r#"["auth"]"#)).is_ok());
    assert_eq!(
        refused("/item/import", import("[]")).1,
        "products must have at least 1 element"
    );
}

#[test]
fn a_date_and_a_time_are_told_how_they_are_written() {
    let dates = |day: &str| {
        format!(
            r#"{{"institution_id":"ins_1","initial_products":["transactions"],"options":{{"transactions":{{"start_date":"{day}"}}}}}}"#
        )
    };
    assert!(sent("/sandbox/public_token/create", dates("2024-02-29")).is_ok());
    for bad in ["2023-02-29", "tomorrow", "29.02.2024", ""] {
        assert_eq!(
            refused("/sandbox/public_token/create", dates(bad)),
            (
                InvalidField,
                "options.transactions.start_date must be a date, YYYY-MM-DD".to_owned()
            )
        );
    }
    let since =
        |time: &str| format!(r#"{{"access_token":"x","options":{{"min_last_updated_datetime":"{time}"}}}}"#);
    for good in ["2026-01-31T09:30:00Z", "2026-01-31T09:30:00.123+02:00"] {
        assert!(sent("/accounts/balance/get", since(good)).is_ok(), "{good}");
    }
    for bad in ["2026-01-31T09:30:00", "2026-01-31", "1769851800"] {
        let (code, message) = refused("/accounts/balance/get", since(bad));
        assert_eq!(code, InvalidField);
        assert!(
            message.starts_with("options.min_last_updated_datetime must be a date and time"),
            "{message}"
        );
    }
}

#[test]
fn a_nested_value_of_the_wrong_type_is_an_invalid_configuration_of_link() {
    for (more, words) in [
        (
            r#""user":{"client_user_id":{}}"#,
            "user.client_user_id must be a string",
        ),
        (
            r#""user":{"client_user_id":"u","name":"Ada"}"#,
            "user.name must be an object",
        ),
        (
            r#""account_filters":{"depository":{"account_subtypes":"all"}}"#,
            "account_filters.depository.account_subtypes must be an array",
        ),
        (
            r#""auth":{"instant_match_enabled":"yes"}"#,
            "auth.instant_match_enabled must be a boolean",
        ),
        (r#""products":["auth",{}]"#, "products[1] must be a string"),
    ] {
        assert_eq!(
            refused("/link/token/create", link(more)),
            (InvalidConfiguration, words.to_owned()),
            "{more}"
        );
    }
}

#[test]
fn an_object_a_list_and_a_plain_value_are_not_taken_for_each_other_by_link() {
    let base: Value = serde_json::from_str(&link(r#""webhook":null"#)).unwrap();
    for (name, value, words) in [
        ("user", json!("Ada"), "user must be an object"),
        ("user", json!([]), "user must be an object"),
        ("client_name", json!({}), "client_name must be a string"),
        ("client_name", json!(["A"]), "client_name must be a string"),
        ("country_codes", json!("US"), "country_codes must be an array"),
        ("country_codes", json!({}), "country_codes must be an array"),
        ("hosted_link", json!(true), "hosted_link must be an object"),
    ] {
        let mut body = base.clone();
        body[name] = value;
        assert_eq!(
            refused("/link/token/create", body.to_string()),
            (InvalidConfiguration, words.to_owned()),
            "{body}"
        );
    }
}

#[test]
fn another_plain_value_at_the_top_of_link_is_an_invalid_field_and_so_is_any_type_elsewhere() {
    let base: Value = serde_json::from_str(&link(r#""webhook":null"#)).unwrap();
    for (name, value, words) in [
        ("client_name", json!(7), "client_name must be a string"),
        ("client_name", Value::Null, "client_name must be a string"),
        ("country_codes", Value::Null, "country_codes must be an array"),
        ("cra_enabled", json!("yes"), "cra_enabled must be a boolean"),
    ] {
        let mut body = base.clone();
        body[name] = value;
        assert_eq!(
            refused("/link/token/create", body.to_string()),
            (InvalidField, words.to_owned()),
            "{body}"
        );
    }
    let body = r#"{"access_token":"x","user":{"legal_name":{}}}"#;
    assert_eq!(
        refused("/identity/match", body),
        (InvalidField, "user.legal_name must be a string".to_owned())
    );
}

#[test]
fn a_webhook_of_a_processor_token_must_be_given_if_only_as_null() {
    let path = "/processor/token/webhook/update";
    assert!(sent(path, r#"{"processor_token":"x","webhook":null}"#).is_ok());
    let (code, message) = refused(path, r#"{"processor_token":"x"}"#);
    assert_eq!(code, MissingFields);
    assert!(message.ends_with("missing: webhook"), "{message}");
}
