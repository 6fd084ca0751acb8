//! How words are set: quotes, stops, spaces, lengths.

use super::{each, messages, texts};
use crate::words::{Words, pseudo};
use selvedge_model::language::Language;

#[test]
fn words_are_set_with_care() {
    each(|language, own| {
        for (key, message) in own {
            for text in texts(message) {
                let at = format!("{language}: {key}: {text}");
                assert!(
                    !text.contains(['"', '\'', '!', '\t']),
                    "straight quotes or a shout in {at}"
                );
                assert!(
                    !text.contains("  ") && !text.contains("..."),
                    "spaces or dots in {at}"
                );
                assert_eq!(text.trim(), text, "spaces around {at}");
                assert!(!text.is_empty(), "nothing in {at}");
                assert_eq!(text.matches('(').count(), text.matches(')').count(), "{at}");
            }
        }
    });
}

#[test]
fn headings_and_buttons_end_without_a_stop_and_sentences_with_one() {
    each(|language, own| {
        for (key, message) in own {
            for text in texts(message) {
                let stops = text.ends_with(['.', '。', '।']);
                let heads = ["button-", "a11y-", "account-"]
                    .iter()
                    .any(|group| key.starts_with(group));
                let heads = heads
                    || key.ends_with("-title")
                    || key.ends_with("-submit")
                    || key.ends_with("-continue");
                // "ca. 2.000 dvs." and its like end with a stop of their own.
                assert!(
                    !(heads && stops) || text.ends_with("dvs."),
                    "{language}: {key}: {text}"
                );
                let whole = key.ends_with("-body") && !key.starts_with("scope-") || key.starts_with("step-");
                assert!(
                    !whole || stops || message.contains("{ step-"),
                    "{language}: {key}: {text}"
                );
            }
        }
    });
}

#[test]
fn quotes_are_those_of_the_language() {
    let pairs = |language| match language {
        Language::German | Language::Estonian | Language::Lithuanian => "„“",
        Language::Polish | Language::Romanian | Language::Latvian => "„”",
        Language::French
        | Language::Italian
        | Language::Norwegian
        | Language::Spanish
        | Language::Portuguese => "«»",
        Language::Danish => "»«",
        Language::Swedish => "””",
        Language::Dutch => "‘’",
        Language::English | Language::Hindi | Language::Vietnamese => "“”",
    };
    each(|language, own| {
        let marks: String = own["institutions-none-title"]
            .chars()
            .filter(|c| "„“”«»‘’".contains(*c))
            .collect();
        assert_eq!(marks, pairs(language), "{language}");
    });
}

#[test]
fn buttons_are_short_enough_for_the_narrowest_screen() {
    each(|language, own| {
        let buttons = own.iter().filter(|(key, _)| {
            key.starts_with("button-")
                || key.ends_with("-submit")
                || key.ends_with("-continue") && !key.contains("count")
        });
        for (key, message) in buttons {
            for text in texts(message) {
                assert!(text.chars().count() <= 30, "{language}: {key}: {text}");
            }
        }
    });
}

#[test]
fn the_pseudo_language_is_longer_accented_and_in_brackets() {
    let words = Words::pseudo();
    let said = words.say_app("consent-undo", Some("Acme"), &[]);
    assert!(
        said.starts_with('[') && said.ends_with(']') && said.contains("Acme"),
        "{said}"
    );
    let plain = words.say("button-retry");
    assert!(
        plain.chars().filter(char::is_ascii_lowercase).count() <= 1,
        "{plain}"
    );

    let (mut before, mut after) = (0, 0);
    for message in messages(Language::English).values() {
        for text in texts(message) {
            before += text.chars().count();
            after += pseudo::accented(&text).chars().count() + "[]".len();
        }
    }
    let longer = after * 100 / before - 100;
    assert!((35..=50).contains(&longer), "{longer} % longer");
}
