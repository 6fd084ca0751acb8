//! Values that must come through unchanged: money, documents that are spliced, fields that can be cleared.

use proptest::prelude::*;
use rust_decimal::Decimal;
use schemars::{JsonSchema, SchemaGenerator};
use selvedge_model::Sensitive;
use selvedge_wire::{Amount, Doc, Patch, Revealed};
use serde::{Deserialize, Serialize};
use serde_json::json;

fn written(text: &str) -> String {
    serde_json::to_string(&Amount(text.parse().unwrap())).unwrap()
}

#[test]
fn an_amount_is_written_without_a_float_and_without_trailing_zeros() {
    for (amount, json) in [
        ("0.1", "0.1"),
        ("110.00", "110"),
        ("1203.42", "1203.42"),
        ("-0.30", "-0.3"),
        ("0.00", "0"),
        ("9007199254740993", "9007199254740993"),
        ("79228162514264337593543950335", "79228162514264337593543950335"),
        ("0.0000000000000000000000000001", "0.0000000000000000000000000001"),
    ] {
        assert_eq!(written(amount), json);
    }
}

#[test]
fn an_amount_is_read_exactly_or_not_at_all() {
    let read = |json: &str| serde_json::from_str::<Amount>(json).ok();
    let amount = |text: &str| Some(Amount(text.parse().unwrap()));
    assert_eq!(read("0.1"), amount("0.1"));
    assert_eq!(read("9007199254740993"), amount("9007199254740993"));
    for refused in [
        "\"1\"",
        "null",
        "true",
        "[]",
        "79228162514264337593543950336",
        "0.00000000000000000000000000001",
    ] {
        assert_eq!(read(refused), None, "{refused}");
    }
}

proptest! {
    #[test]
    fn an_amount_comes_back_as_it_was(units in any::<i64>(), scale in 0_u32..=18) {
        let amount = Amount(Decimal::new(units, scale));
        let json = serde_json::to_string(&amount).unwrap();
        let back: Amount = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(back, amount);
    }

    #[test]
    fn an_amount_that_was_read_is_written_back_as_it_was(units in any::<u32>(), cents in 1_u8..=99) {
        let json = format!("{units}.{cents:02}");
        let amount: Amount = serde_json::from_str(&json).unwrap();
        let back = serde_json::to_string(&amount).unwrap();
        prop_assert_eq!(back, json.trim_end_matches('0'));
    }
}

#[derive(Deserialize)]
struct Settings {
    #[serde(default)]
    webhook: Patch<String>,
}

#[test]
fn a_patch_tells_absent_from_null_from_a_value() {
    let read = |json: &str| serde_json::from_str::<Settings>(json).unwrap().webhook;
    assert_eq!(read("{}"), Patch::Absent);
    assert_eq!(read(r#"{"webhook":null}"#), Patch::Null);
    assert_eq!(read(r#"{"webhook":""}"#), Patch::Set(String::new()));
    assert_eq!(read(r#"{"webhook":"u"}"#), Patch::Set("u".to_owned()));
}

#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
struct Balance {
    current: Option<Amount>,
    name: String,
}

#[derive(Serialize)]
struct Answer {
    balances: Doc<Vec<Balance>>,
    request_id: String,
}

#[test]
fn a_document_is_spliced_into_its_answer_byte_for_byte() {
    let balances = vec![Balance {
        current: Some(Amount("110.25".parse().unwrap())),
        name: "Zoë \"Z\" \u{1F9F5}".to_owned(),
    }];
    let stored = Doc::new(&balances).unwrap().as_str().to_owned();
    let answer = Answer {
        balances: Doc::from_text(stored.clone()),
        request_id: "r".to_owned(),
    };
    assert_eq!(answer.balances.parse().unwrap(), balances);
    let json = serde_json::to_string(&answer).unwrap();
    assert_eq!(json, format!(r#"{{"balances":{stored},"request_id":"r"}}"#));
}

#[test]
fn a_document_that_is_not_json_cannot_be_parsed() {
    for text in ["", "{", "{} {}", "nul", "\u{feff}{}"] {
        assert!(
            Doc::<Balance>::from_text(text.to_owned()).parse().is_err(),
            "{text}"
        );
    }
}

#[test]
fn a_document_has_the_schema_of_what_it_holds() {
    let mut generator = SchemaGenerator::default();
    let typed = generator.subschema_for::<Balance>();
    let spliced = generator.subschema_for::<Doc<Balance>>();
    assert_eq!(typed, spliced);
    assert_eq!(generator.definitions().len(), 1);
}

#[test]
fn a_revealed_plaintext_is_a_plain_string() {
    let token = Revealed(Sensitive::from("access-sandbox-x"));
    assert_eq!(serde_json::to_value(token).unwrap(), json!("access-sandbox-x"));
}

#[test]
fn amounts_survive_inside_a_flattened_account() {
    use selvedge_wire::shape::{account::Account, identity::AccountWithOwners};
    let account: Account = serde_json::from_value(json!({
        "account_id": "a", "mask": "0000", "name": "Checking", "official_name": null,
        "type": "depository", "subtype": "checking",
        "balances": { "available": null, "current": null, "iso_currency_code": "USD", "limit": null, "unofficial_currency_code": null },
    }))
    .unwrap();
    let mut with_owners = AccountWithOwners {
        account,
        owners: Vec::new(),
    };
    with_owners.account.balances.current = Some(Amount("9007199254740993.01".parse().unwrap()));
    let json = serde_json::to_string(&with_owners).unwrap();
    assert!(json.contains(r#""current":9007199254740993.01,"#), "{json}");
}
