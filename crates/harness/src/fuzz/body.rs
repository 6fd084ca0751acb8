//! Spoiling bodies: wrong kinds, missing and surprising keys, sizes, depths, and texts that are not JSON.

use crate::outside::Dice;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Stands in a body where a text goes that no JSON writer would write.
const MARK: &str = "\u{2}raw";

/// Values written as they are, each odd in its own way.
const RAW: &[&str] = &[
    "1e400",
    "-1e400",
    "9223372036854775808",
    "-9223372036854775809",
    "123456789012345678901234567890",
    "-0",
    "0.1e-400",
    "01",
    "+1",
    "NaN",
    "Infinity",
    "nul",
    "tru",
    "'x'",
    "\"\\ud800\"",
    "\"\\udc00\\ud800\"",
    "\"\\u0000\"",
    "\"a\\u0000b\"",
    "\"\\x41\"",
    "\"\t\"",
    "[1,]",
    "{\"a\":1,}",
    "{\"a\"}",
    "[",
    "}",
    "\"",
    "/* note */ 1",
    "{\"a\":1,\"a\":2}",
    "18446744073709551616.5",
    "\"\\uD83D\\uDE00\"",
    "1 2",
    "",
];

/// Spoils a body, or leaves it as it is, and writes it.
pub(super) fn written(mut body: Value, dice: &mut Dice) -> Vec<u8> {
    let mut raw = None;
    for _ in 0..dice.below(5).saturating_sub(1) {
        spoil(&mut body, &mut raw, dice);
    }
    let mut text = body.to_string();
    if let Some(raw) = raw {
        let mark = Value::from(MARK).to_string();
        text = text.replace(&mark, raw);
    }
    if dice.one_in(20) {
        text = doubled(&text, dice);
    }
    let mut bytes = text.into_bytes();
    match dice.below(90) {
        0 => bytes.truncate(dice.below(bytes.len())),
        1 => flip(&mut bytes, dice),
        2 => bytes.splice(0..0, *b"\xef\xbb\xbf").for_each(drop),
        3 => bytes.extend_from_slice(b" {}"),
        4 => bytes = (0..dice.below(300)).map(|_| dice.byte()).collect(),
        5 => {
            bytes = String::from_utf8_lossy(&bytes)
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect();
        }
        6 => bytes.clear(),
        _ => {}
    }
    bytes
}

fn spoil(body: &mut Value, raw: &mut Option<&'static str>, dice: &mut Dice) {
    let places = places(body);
    let Some(place) = dice.pick(&places).and_then(|place| body.pointer_mut(place)) else {
        return;
    };
    match dice.below(8) {
        0 => remove(place, dice),
        1 => surprise(place, dice),
        2 => {
            *raw = dice.pick(RAW).copied();
            *place = Value::from(MARK);
        }
        3 => *place = Value::Null,
        _ => *place = odd(dice),
    }
}

/// The place of every value in `body`, itself included.
fn places(body: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), body)];
    while let Some((place, value)) = open.pop() {
        match value {
            Value::Object(map) => open.extend(map.iter().map(|(key, value)| {
                let key = key.replace('~', "~0").replace('/', "~1");
                (format!("{place}/{key}"), value)
            })),
            Value::Array(list) => {
                open.extend(
                    list.iter()
                        .enumerate()
                        .map(|(at, value)| (format!("{place}/{at}"), value)),
                );
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
        found.push(place);
    }
    found
}

fn remove(place: &mut Value, dice: &mut Dice) {
    match place {
        Value::Object(map) => {
            let keys: Vec<String> = map.keys().cloned().collect();
            if let Some(key) = dice.pick(&keys) {
                map.remove(key);
            }
        }
        Value::Array(list) => {
            list.pop();
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => *place = Value::Null,
    }
}

fn surprise(place: &mut Value, dice: &mut Dice) {
    let value = odd(dice);
    match place {
        Value::Object(map) => {
            map.insert(text(dice), value);
        }
        Value::Array(list) => list.push(value),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => *place = json!([value]),
    }
}

/// A value that hardly any field is made for.
fn odd(dice: &mut Dice) -> Value {
    match dice.below(14) {
        0 => json!(true),
        1 => json!(-1),
        2 => json!(dice.bits()),
        3 => json!(i64::MIN),
        4 => json!(0.1),
        5 => json!([]),
        6 => json!({}),
        7 => json!([null, [], {}, "x", 1]),
        8 => nested(dice.below(200), dice),
        9 => json!(vec![0; dice.below(2_000)]),
        10 => json!("x".repeat(dice.below(8_000))),
        11 if dice.one_in(60) => json!("large ".repeat(dice.below(400_000))),
        _ => json!(text(dice)),
    }
}

fn nested(depth: usize, dice: &mut Dice) -> Value {
    let objects = dice.one_in(2);
    (0..depth).fold(json!(1), |inner, _| {
        if objects {
            json!({ "n": inner })
        } else {
            json!([inner])
        }
    })
}

/// Texts that look like what is asked for, or like what breaks others.
fn text(dice: &mut Dice) -> String {
    const TEXTS: &[&str] = &[
        "",
        " ",
        "access_token",
        "client_id",
        "secret",
        "options",
        "'; --",
        "\" OR \"1\"=\"1",
        "../../etc",
        "%00",
        "\u{0}",
        "\u{7f}",
        "\u{202e}abc",
        "\u{1f600}",
        "e\u{301}",
        "\u{feff}",
        "\r\nX-A: b",
        "${x}",
        "{{7*7}}",
        "<script>",
        "ins_",
        "ins_-1",
        "ins_99999999999999999999",
        "user_custom",
        "user_transactions_dynamic",
        "null",
        "2024-02-30",
        "9999-12-31",
        "-9999-01-01",
        "https://[fe80]:0/",
        "javascript:alert(1)",
        "http://",
        "AUTH",
        "access-sandbox-00000000-0000-0000-0000-000000000000",
        "access-production-",
        "link-sandbox-g",
        "a-b-c-d",
    ];
    let mut text = dice.pick(TEXTS).copied().unwrap_or_default().to_owned();
    if dice.one_in(3) {
        // Writing to a text cannot fail.
        let _written = write!(text, "{}", dice.hex(8));
    }
    text
}

/// The same first key twice.
fn doubled(text: &str, dice: &mut Dice) -> String {
    let Some(inner) = text.strip_prefix('{') else {
        return text.to_owned();
    };
    let key = inner.split('"').nth(1).unwrap_or("secret");
    let value = Value::from(dice.hex(4));
    format!("{{\"{key}\":{value},{inner}")
}

fn flip(bytes: &mut [u8], dice: &mut Dice) {
    let at = dice.below(bytes.len());
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= 1 << dice.below(8);
    }
}

/// A recipe for a custom user, spoilt like any body.
pub(super) fn recipe(dice: &mut Dice) -> Value {
    let body = json!({
        "version": "2", "seed": dice.hex(4),
        "override_accounts": [{
            "type": "depository", "subtype": "checking", "starting_balance": 100, "currency": "USD",
            "numbers": { "account": "1111222233330000", "ach_routing": "011401533", "eft_branch": "01140" },
            "identity": { "names": ["A B"], "emails": [{ "data": "a@b.example", "primary": true, "type": "primary" }] },
            "meta": { "name": "Checking", "official_name": "Plain", "mask": "0000" },
        }],
    });
    Value::from(String::from_utf8_lossy(&written(body, dice)).into_owned())
}
