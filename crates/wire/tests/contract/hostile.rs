//! JSON that is meant to hurt (cases H8 to H13 and H19): deep, repeated, out of range, badly encoded.

use crate::{IN_HEADERS, NOWHERE, operation, refused, schema, sent};
use selvedge_model::ErrorCode::{self, InvalidBody, InvalidField, UnknownFields};
use selvedge_model::limits::BODY_DEPTH;
use selvedge_wire::endpoint::OPERATIONS;
use serde_json::{Value, json};

const EXCHANGE: &str = "/item/public_token/exchange";

/// A body whose field `name` holds arrays, so that the whole is nested `depth` deep.
fn nested(name: &str, depth: usize) -> String {
    let arrays = depth - 1;
    format!(
        r#"{{"client_name":"A","language":"en","country_codes":["US"],"products":["auth"],"user_id":"usr_1","{name}":{}{}}}"#,
        "[".repeat(arrays),
        "]".repeat(arrays)
    )
}

/// H8: a field of the contract that takes any value.
#[test]
fn h8_a_known_field_is_taken_at_the_greatest_depth_and_refused_past_it() {
    assert!(sent("/link/token/create", nested("eu_config", BODY_DEPTH)).is_ok());
    for depth in [BODY_DEPTH + 1, 100_000] {
        assert_eq!(
            refused("/link/token/create", nested("eu_config", depth)),
            (
                InvalidBody,
                "the body is nested more than 127 levels deep".to_owned()
            )
        );
    }
}

/// H9: an unknown field is refused whatever it holds; past the greatest depth it is not even looked at.
#[test]
fn h9_an_unknown_field_is_refused_at_any_depth() {
    for path in ["/link/token/create", "/categories/get"] {
        assert_eq!(
            refused(path, nested("surprise", BODY_DEPTH)).0,
            UnknownFields,
            "{path}"
        );
        for depth in [BODY_DEPTH + 1, 100_000] {
            assert_eq!(refused(path, nested("surprise", depth)).0, InvalidBody, "{path}");
        }
    }
}

/// H10.
#[test]
fn h10_a_repeated_key_is_refused_by_name() {
    for (path, body, key) in [
        (
            EXCHANGE,
            r#"{"public_token":"x","public_token":"x"}"#,
            "public_token",
        ),
        (
            EXCHANGE,
            r#"{"secret":"a","public_token":"x","secret":"b"}"#,
            "secret",
        ),
        (
            EXCHANGE,
            r#"{"secret":"a","public_token":"x","s\u0065cret":"b"}"#,
            "secret",
        ),
        (
            "/identity/match",
            r#"{"access_token":"x","user":{"legal_name":"a","legal_name":"b"}}"#,
            "legal_name",
        ),
        (
            "/user/create",
            r#"{"client_user_id":"u","consumer_report_user_identity":{"a":[{"b":1,"b":2}]}}"#,
            "b",
        ),
    ] {
        assert_eq!(
            refused(path, body),
            (InvalidBody, format!("the body gives the key {key} twice")),
            "{body}"
        );
    }
}

/// H11: numbers that are no JSON, or that no integer of ours can hold.
#[test]
fn h11_a_number_out_of_range_is_refused_and_never_rounded() {
    let page = |count: &str| format!(r#"{{"count":{count},"offset":0,"country_codes":["US"]}}"#);
    for (number, words) in [
        ("9223372036854775808", "count must be at most 500"),
        ("18446744073709551615", "count must be at most 500"),
        ("-0", "count must be an integer"),
        ("1e2", "count must be an integer"),
        ("100000000000000000000000000000", "count must be an integer"),
    ] {
        assert_eq!(
            refused("/institutions/get", page(number)),
            (InvalidField, words.to_owned()),
            "{number}"
        );
    }
    for number in [
        "NaN",
        "Infinity",
        "-Infinity",
        "1e400",
        "-1e400",
        "01",
        "0x1",
        "1.",
        ".5",
        "+1",
    ] {
        assert_eq!(
            refused("/institutions/get", page(number)).0,
            InvalidBody,
            "{number}"
        );
    }
    let lifetime = |seconds: &str| {
        format!(
            r#"{{"client_name":"A","language":"en","country_codes":["US"],"products":["auth"],"user_id":"usr_1","hosted_link":{{"url_lifetime_seconds":{seconds}}}}}"#
        )
    };
    assert!(sent("/link/token/create", lifetime("9223372036854775807")).is_ok());
    assert_eq!(
        refused("/link/token/create", lifetime("9223372036854775808")),
        (
            InvalidField,
            "hosted_link.url_lifetime_seconds is out of range".to_owned()
        )
    );
}

/// H12: what is not UTF-8, not JSON, or not only JSON.
#[test]
fn h12_bad_encodings_and_trailing_bytes_are_refused() {
    let bodies: [&[u8]; 12] = [
        br#"{"public_token":"\ud800"}"#,
        br#"{"public_token":"\udc00\ud800"}"#,
        b"{\"public_token\":\"\xed\xa0\x80\"}",
        b"{\"public_token\":\"\xc0\xaf\"}",
        b"{\"public_token\":\"\xff\"}",
        b"\xef\xbb\xbf{\"public_token\":\"x\"}",
        b"{\"public_token\":\"x\"}x",
        b"{\"public_token\":\"x\"}{}",
        b"{\"public_token\":\"x\"}\0",
        b"{\"public_token\":\"x\"",
        b"{'public_token':'x'}",
        b"",
    ];
    for body in bodies {
        assert_eq!(
            refused(EXCHANGE, body).0,
            InvalidBody,
            "{}",
            String::from_utf8_lossy(body)
        );
    }
    assert!(sent(EXCHANGE, " \r\n\t{\"public_token\":\"x\"}\n").is_ok());
}

/// H13: PostgreSQL's text takes no NUL, so none gets in.
#[test]
fn h13_a_nul_is_refused_in_strings_and_keys_wherever_they_are() {
    for (path, body) in [
        (EXCHANGE, r#"{"public_token":"a\u0000b"}"#),
        (EXCHANGE, r#"{"public_token":"x","client_id":"\u0000"}"#),
        (EXCHANGE, r#"{"public_token":"x","a\u0000b":1}"#),
        (
            "/user/create",
            r#"{"client_user_id":"u","consumer_report_user_identity":{"a":["\u0000"]}}"#,
        ),
        (
            "/user/create",
            r#"{"client_user_id":"u","consumer_report_user_identity":{"\u0000":1}}"#,
        ),
    ] {
        assert_eq!(
            refused(path, body),
            (
                InvalidField,
                "a string in the body contains a NUL character".to_owned()
            ),
            "{body}"
        );
    }
    assert_eq!(refused(EXCHANGE, b"{\"public_token\":\"a\0b\"}").0, InvalidBody);
}

/// H13: the six characters that look like an escaped NUL, behind an escaped backslash, are only text.
#[test]
fn h13_a_backslash_before_u0000_is_not_a_nul() {
    assert!(sent(EXCHANGE, r#"{"public_token":"a\\u0000b"}"#).is_ok());
    assert_eq!(
        refused(EXCHANGE, r#"{"public_token":"a\\\u0000b"}"#).0,
        InvalidField
    );
}

#[test]
fn a_bare_null_counts_as_an_empty_object() {
    assert!(sent("/categories/get", "null").is_ok());
    assert!(sent("/categories/get", " null\n").is_ok());
    assert_eq!(refused("/accounts/get", "null").0, ErrorCode::MissingFields);
}

#[test]
fn a_body_that_is_no_object_is_refused_even_when_its_elements_would_fit() {
    for body in [
        "[]",
        "[null,null,\"public-sandbox-x\"]",
        "\"public-sandbox-x\"",
        "7",
        "true",
        "[[]]",
    ] {
        assert_eq!(
            refused(EXCHANGE, body),
            (InvalidBody, "the body must be a JSON object".to_owned()),
            "{body}"
        );
    }
}

#[test]
fn an_array_is_never_read_as_an_object_by_position() {
    let body = r#"{"access_token":"x","options":[["y"]]}"#;
    assert_eq!(
        refused("/accounts/get", body),
        (InvalidField, "options must be an object".to_owned())
    );
}

/// H19: whatever stands wherever, the answer is one of the five codes, names the place in the contract's
/// words, and tells nothing about how the server reads it.
#[test]
fn h19_no_answer_shows_how_the_server_is_made() {
    let wrong = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1.5),
        json!(u64::MAX),
        json!(""),
        json!("x"),
        json!([]),
        json!([null]),
        json!({}),
        json!({ "surprise": 1 }),
    ];
    let mut refusals = 0;
    for operation in OPERATIONS {
        let rooted = schema::request(operation);
        let full = rooted.full(&rooted.top);
        let places = schema::places(&full);
        let cases = places
            .iter()
            .flat_map(|place| wrong.iter().map(move |value| (place, value)));
        for (place, value) in cases {
            let mut body = full.clone();
            *body.pointer_mut(place).unwrap() = value.clone();
            if let Err(error) = (operation.check)(body.to_string().as_bytes(), NOWHERE) {
                refusals += 1;
                let told = (error.code, error.message.as_ref());
                assert_contract_words(told, rooted.definitions.keys(), &body.to_string());
            }
        }
    }
    assert!(refusals > 1_000, "only {refusals} bodies were refused");
}

fn assert_contract_words<'n>(
    (code, message): (ErrorCode, &str),
    types: impl Iterator<Item = &'n String>,
    body: &str,
) {
    let codes = [
        ErrorCode::MissingFields,
        UnknownFields,
        InvalidField,
        InvalidBody,
        ErrorCode::InvalidConfiguration,
    ];
    assert!(codes.contains(&code), "{code}: {message}\n{body}");
    let innards = [
        "serde",
        " at line",
        "expected",
        "struct",
        "::",
        "i64",
        "u64",
        "f64",
        "Option",
        "crates",
        ".rs",
        "variant",
        "its type does not allow",
    ];
    for word in innards.into_iter().chain(types.map(String::as_str)) {
        assert!(!message.contains(word), "{word} in: {message}\n{body}");
    }
}

/// H19, for bodies that are not even JSON: the place by its numbers, without the parser's words.
#[test]
fn h19_a_syntax_error_is_located_by_two_numbers_alone() {
    for operation in OPERATIONS {
        for cut in 1..operation.example.len() {
            let Err(error) = (operation.check)(&operation.example.as_bytes()[..cut], IN_HEADERS) else {
                panic!("{} took half a body", operation.path);
            };
            let place = format!("the body could not be parsed as JSON: line 1, column {cut}");
            assert_eq!(error.message, place);
        }
    }
    let words = refused(EXCHANGE, "{\n  \"public_token\": nope\n}").1;
    assert_eq!(words, "the body could not be parsed as JSON: line 2, column 20");
}

/// What comes first is told: a mistake before the depth, or the depth before a mistake; brackets in text do
/// not nest.
#[test]
fn h8_a_mistake_before_the_depth_is_a_mistake() {
    let deep = "[".repeat(BODY_DEPTH + 1);
    let too_deep = "the body is nested more than 127 levels deep";
    assert_eq!(refused(EXCHANGE, &deep).1, too_deep);
    assert_eq!(refused(EXCHANGE, format!("\n\n {deep} nope")).1, too_deep);
    assert_eq!(
        refused(EXCHANGE, format!("[nope, {deep}")).1,
        "the body could not be parsed as JSON: line 1, column 3"
    );
    let quoted = format!(r#"{{"public_token":"\"{deep}",}}"#);
    let place = format!(
        "the body could not be parsed as JSON: line 1, column {}",
        quoted.len()
    );
    assert_eq!(refused(EXCHANGE, quoted).1, place);
}

#[test]
fn an_empty_body_is_told_so() {
    for empty in ["", " ", "\n\t"] {
        assert_eq!(
            refused(EXCHANGE, empty),
            (
                InvalidBody,
                "the body is empty; it must be a JSON object".to_owned()
            )
        );
    }
}

proptest::proptest! {
    /// H19: no sequence of bytes makes the reader fail otherwise than by answering.
    #[test]
    fn h19_any_bytes_have_an_answer(body in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
        if let Err(error) = (operation(EXCHANGE).check)(&body, IN_HEADERS) {
            assert_contract_words((error.code, &error.message), [].iter(), "");
        }
    }

    /// A string that is valid JSON is taken exactly as it was sent, or refused for its NUL.
    #[test]
    fn a_token_of_any_characters_is_taken_unless_it_has_a_nul(token in ".*") {
        let body = json!({ "public_token": token }).to_string();
        let refused = sent(EXCHANGE, &body).err().map(|error| error.code);
        assert_eq!(refused, token.contains('\0').then_some(InvalidField));
    }
}

#[test]
fn the_greatest_depth_is_the_parsers_own() {
    let arrays = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(serde_json::from_str::<Value>(&arrays(BODY_DEPTH)).is_ok());
    assert!(serde_json::from_str::<Value>(&arrays(BODY_DEPTH + 1)).is_err());
}
