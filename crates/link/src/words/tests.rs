//! What every language owes to English, and what English owes to the contract and to the pages.
//!
//! Whether a translation is a good one no test can tell.

mod setting;

use super::Words;
use fluent_bundle::{FluentBundle, FluentResource};
use selvedge_banks::institution::Health;
use selvedge_engine::link::flow::{FieldKind, Trouble, WayOn, Why};
use selvedge_model::ErrorCode;
use selvedge_model::account::{AccountType, subtypes_of};
use selvedge_model::language::Language;
use selvedge_model::scope::DataScope;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// One language: each message as it is written, by its key.
type Messages = BTreeMap<String, String>;

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn source(language: Language) -> String {
    fs::read_to_string(here(&format!("locales/{language}.ftl"))).unwrap()
}

fn messages(language: Language) -> Messages {
    let mut found = Messages::new();
    let mut key = String::new();
    for line in source(language)
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        if let Some((name, text)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
            name.clone_into(&mut key);
            let earlier = found.insert(key.clone(), text.trim_start_matches(' ').to_owned());
            assert_eq!(earlier, None, "{language}: {key} is there twice");
        } else {
            let text = found.get_mut(&key).unwrap();
            text.push('\n');
            text.push_str(line);
        }
    }
    found
}

/// What a person reads of a message: its text without placeables, selectors and the names of variants.
fn texts(message: &str) -> Vec<String> {
    let lines: Vec<&str> = if message.contains("->") {
        message
            .lines()
            .skip(1)
            .filter(|line| *line != "}")
            .map(|line| line.split_once("] ").unwrap().1)
            .collect()
    } else {
        vec![message]
    };
    lines
        .into_iter()
        .map(|line| {
            let mut parts = line.split(['{', '}']);
            let text: Vec<&str> = std::iter::from_fn(|| {
                let text = parts.next()?;
                parts.next();
                Some(text)
            })
            .collect();
            text.join("◆")
        })
        .collect()
}

fn arguments(message: &str) -> BTreeSet<&str> {
    message
        .split('$')
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_ascii_lowercase()).next().unwrap())
        .collect()
}

fn each(mut check: impl FnMut(Language, &Messages)) {
    for language in Language::ALL {
        check(*language, &messages(*language));
    }
}

#[test]
fn every_language_parses_and_says_nothing_twice() {
    for language in Language::ALL {
        let parsed = FluentResource::try_new(source(*language)).map_err(|(_, mistakes)| mistakes);
        let mut bundle = FluentBundle::new(vec![language.as_str().parse().unwrap()]);
        bundle.add_resource(parsed.unwrap()).unwrap();
        assert_eq!(Words::of(*language).lang(), language.as_str());
    }
    let files = fs::read_dir(here("locales")).unwrap().count();
    assert_eq!(files, Language::ALL.len(), "a file that is no language's");
}

#[test]
fn every_language_has_the_messages_of_english_with_the_same_arguments() {
    let english = messages(Language::English);
    each(|language, own| {
        assert_eq!(own.keys().collect::<Vec<_>>().len(), own.len());
        let missing: Vec<_> = english.keys().filter(|key| !own.contains_key(*key)).collect();
        let surplus: Vec<_> = own.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(
            missing.is_empty() && surplus.is_empty(),
            "{language} lacks {missing:?} and has {surplus:?}"
        );
        for (key, text) in own {
            assert_eq!(arguments(text), arguments(&english[key]), "{language}: {key}");
        }
    });
}

#[test]
fn every_language_stands_in_the_order_and_under_the_headings_of_english() {
    let outline = |language| -> Vec<String> {
        let lines = source(language);
        let outline = lines
            .lines()
            .filter(|line| line.starts_with("## ") || line.contains(" ="));
        outline
            .filter(|line| !line.starts_with(' '))
            .map(|line| line.split(" =").next().unwrap().to_owned())
            .collect()
    };
    for language in Language::ALL {
        assert_eq!(outline(*language), outline(Language::English), "{language}");
    }
}

#[test]
fn every_plural_has_exactly_the_forms_of_its_language() {
    use Language as L;
    each(|language, own| {
        let forms: &[&str] = match language {
            L::Vietnamese => &["other"],
            L::Polish => &["few", "many", "one", "other"],
            L::Lithuanian | L::Romanian => &["few", "one", "other"],
            L::Latvian => &["one", "other", "zero"],
            // French, Italian, Portuguese and Spanish have a form for millions, of which nobody has accounts.
            L::Danish
            | L::Dutch
            | L::English
            | L::Estonian
            | L::French
            | L::German
            | L::Hindi
            | L::Italian
            | L::Norwegian
            | L::Portuguese
            | L::Spanish
            | L::Swedish => &["one", "other"],
        };
        for (key, text) in own.iter().filter(|(_, text)| text.contains("$count ->")) {
            let found: BTreeSet<&str> = text
                .split('[')
                .skip(1)
                .map(|rest| rest.split(']').next().unwrap())
                .collect();
            assert_eq!(found.into_iter().collect::<Vec<_>>(), forms, "{language}: {key}");
        }
    });
}

#[test]
fn numbers_take_the_form_that_their_language_has_for_them() {
    let say = |language, count| Words::of(language).say_count("accounts-continue", count, &[]);
    assert_eq!(say(Language::English, 1), "Share 1 account");
    assert_eq!(say(Language::English, 2), "Share 2 accounts");
    assert_eq!(say(Language::Polish, 3), "Udostępnij 3 konta");
    assert_eq!(say(Language::Polish, 5), "Udostępnij 5 kont");
    assert_eq!(say(Language::Polish, 22), "Udostępnij 22 konta");
    assert_eq!(say(Language::Lithuanian, 9), "Bendrinti 9 sąskaitas");
    assert_eq!(say(Language::Lithuanian, 10), "Bendrinti 10 sąskaitų");
    assert_eq!(say(Language::Lithuanian, 21), "Bendrinti 21 sąskaitą");
    assert_eq!(say(Language::Latvian, 10), "Kopīgot 10 kontus");
    assert_eq!(say(Language::Latvian, 21), "Kopīgot 21 kontu");
    assert_eq!(say(Language::Romanian, 19), "Partajați 19 conturi");
    assert_eq!(say(Language::Romanian, 20), "Partajați 20 de conturi");
    assert_eq!(say(Language::Norwegian, 1), "Del 1 konto");
    assert_eq!(say(Language::Vietnamese, 1), "Chia sẻ 1 tài khoản");
}

#[test]
fn an_app_without_a_name_is_spoken_of_without_one() {
    let words = Words::of(Language::German);
    let said = words.say_app("consent-title", Some("Acme"), &[]);
    assert_eq!(said, "Acme möchte sich mit Ihrer Bank verbinden");
    assert_eq!(
        words.say_app("consent-title", None, &[]),
        "Diese App möchte sich mit Ihrer Bank verbinden"
    );
    each(|language, own| {
        let named = own.keys().filter_map(|key| key.strip_suffix("-unnamed"));
        for key in named {
            assert!(
                arguments(&own[key]).contains("app"),
                "{language}: {key} names no app"
            );
            let sister = &own[&format!("{key}-unnamed")];
            assert!(
                !arguments(sister).contains("app"),
                "{language}: {key}-unnamed names one"
            );
        }
    });
}

#[test]
fn what_a_language_lacks_is_said_in_english() {
    let words = Words::parsed(Language::German, "button-close = Schließen\n");
    assert_eq!(words.say("button-close"), "Schließen");
    assert_eq!(words.say("button-retry"), "Try again");
    assert_eq!(words.say_count("accounts-continue", 2, &[]), "Share 2 accounts");
}

#[test]
fn arguments_are_taken_as_they_are() {
    let evil = "{ $app } <b>&amp;</b> \u{202e}";
    let said = Words::of(Language::French).say_app("consent-title", Some(evil), &[]);
    assert_eq!(said, format!("{evil} demande à se connecter à votre banque"));
}

#[test]
fn every_value_of_the_contract_has_its_words() {
    let english = messages(Language::English);
    let known = |said: &str| english.values().any(|text| text == said);
    let words = Words::of(Language::English);
    for scope in DataScope::ALL {
        assert!(
            known(&words.scope_title(*scope)) && known(&words.scope_body(*scope)),
            "{scope}"
        );
    }
    assert!(FieldKind::ALL.iter().all(|kind| known(&words.field(*kind))));
    assert!(Why::ALL.iter().all(|why| known(&words.barred(*why))));
    assert!(WayOn::ALL.iter().all(|way| known(&words.way_on(*way))));
    for health in Health::ALL.iter().filter(|health| **health != Health::Healthy) {
        for part in ["title", "body"] {
            assert!(
                english.contains_key(&format!("unwell-{health}-{part}")),
                "{health}"
            );
        }
    }
}

#[test]
fn every_kind_of_account_is_called_by_a_name_of_its_own() {
    for language in Language::ALL {
        let words = Words::of(*language);
        for kind in AccountType::ALL {
            let family = words.account(*kind, "");
            assert!(words.has(&format!("account-type-{kind}")), "{kind}");
            for subtype in subtypes_of(*kind).iter().filter(|subtype| **subtype != "other") {
                let name = words.account(*kind, subtype);
                let own = words.has(&format!("account-{}", subtype.replace(' ', "-")));
                let shares_the_name_of_its_family = !own && name == family;
                assert!(!shares_the_name_of_its_family, "{language}: {kind} {subtype}");
            }
            assert_eq!(words.account(*kind, "other"), family);
            assert_eq!(words.account(*kind, "unheard of"), family);
        }
    }
}

/// The codes that the flow and the banks name in their source, without those that a person cannot mend or meet.
fn codes_that_can_be_shown() -> BTreeSet<String> {
    let mut source = fs::read_to_string(here("../banks/src/connector/error.rs")).unwrap();
    read_all(&here("../engine/src/link/flow"), "rs", &mut |_, text| {
        source.push_str(text);
    });
    let codes = source.split("ErrorCode::").skip(1);
    let codes = codes.map(|rest| {
        rest.split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap()
            .to_owned()
    });
    codes
        .filter(|code| ErrorCode::ALL.iter().any(|known| format!("{known:?}") == **code))
        .collect()
}

#[test]
fn every_error_that_the_flow_can_show_has_its_words() {
    // A fault of the app or of ours: a person is told so in general terms.
    let general = ["InternalServerError", "InvalidAccessToken", "InvalidAccountId"];
    let codes = codes_that_can_be_shown();
    assert!(
        codes.len() > 20 && codes.contains("InvalidCredentials"),
        "the source was not found: {codes:?}"
    );
    let english = messages(Language::English);
    for code in ErrorCode::ALL
        .iter()
        .filter(|code| codes.contains(&format!("{code:?}")))
    {
        let own = english.contains_key(&format!("error-{}-title", code.as_str()));
        assert_eq!(own, !general.contains(&&*format!("{code:?}")), "{code:?}");
        let words = Words::of(Language::Swedish);
        assert!(!words.error_title(*code).is_empty() && words.error_beside(*code).ends_with('.'));
    }
    for key in english.keys().filter_map(|key| key.strip_prefix("error-")) {
        let (code, part) = key.rsplit_once('-').unwrap();
        assert!(
            code == "general" || ErrorCode::ALL.iter().any(|known| known.as_str() == code),
            "{key}"
        );
        assert!(part == "title" || part == "body", "{key}");
    }
}

#[test]
fn what_an_error_advises_is_what_its_button_does() {
    let words = Words::of(Language::English);
    let said = |code, way_on| words.error_body(Trouble { code, way_on });
    let down = ErrorCode::InstitutionDown;
    assert_eq!(
        said(down, WayOn::AnotherBank),
        "It is offline right now. Try again later, or choose another bank."
    );
    assert_eq!(
        said(down, WayOn::Retry),
        "It is offline right now. Try again later."
    );
    let closed = said(ErrorCode::MfaNotSupported, WayOn::Close);
    assert!(closed.ends_with("done here. Go back to the app."), "{closed}");
    for language in Language::ALL {
        for (code, way_on) in ErrorCode::ALL
            .iter()
            .flat_map(|code| WayOn::ALL.iter().map(move |way| (*code, *way)))
        {
            let said = Words::of(*language).error_body(Trouble { code, way_on });
            assert!(
                said.ends_with(['.', '।']) && !said.contains(['{', '}']),
                "{language}: {code:?}: {said}"
            );
        }
    }
}

fn read_all(folder: &Path, extension: &str, take: &mut dyn FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_all(&path, extension, take);
        } else if path.extension().is_some_and(|found| found == extension) {
            take(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}

/// All names in quotes, which could be keys, and those of them that are said where they stand. Quotes are not
/// paired: a template has quotes within quotes.
fn literals() -> (BTreeSet<String>, BTreeSet<String>) {
    let mut all = BTreeSet::new();
    let mut said = BTreeSet::new();
    let mut take = |path: &Path, text: &str| {
        if path.ends_with("words/tests.rs") {
            return;
        }
        let parts: Vec<&str> = text.split('"').collect();
        for [before, literal, _] in parts.array_windows() {
            if literal.is_empty()
                || !literal
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
            {
                continue;
            }
            let call = before.trim_end().strip_suffix('(').unwrap_or_default();
            let call = call
                .rsplit(|c: char| !c.is_ascii_lowercase() && c != '_')
                .next()
                .unwrap();
            if call == "say" || call.starts_with("say_") {
                said.insert((*literal).to_owned());
            }
            all.insert((*literal).to_owned());
        }
    };
    read_all(&here("src"), "rs", &mut take);
    read_all(&here("templates"), "html", &mut take);
    (all, said)
}

#[test]
fn every_message_is_said_somewhere_and_every_message_that_is_said_is_there() {
    let english = messages(Language::English);
    let (all, said) = literals();
    assert!(said.contains("button-continue"), "the source was not found");
    let unknown: Vec<_> = said
        .iter()
        .filter(|key| !english.contains_key(*key) && !english.contains_key(&format!("{key}-unnamed")))
        .collect();
    assert!(unknown.is_empty(), "not in en.ftl: {unknown:?}");

    let by_value = [
        "scope-",
        "error-",
        "account-",
        "accounts-barred-",
        "credentials-username",
        "credentials-password",
    ];
    let unused: Vec<_> = english
        .keys()
        .filter(|key| !by_value.iter().any(|group| key.starts_with(group)))
        .filter(|key| {
            let named = key.strip_suffix("-unnamed").unwrap_or(key);
            let whole = named
                .strip_suffix("-title")
                .or_else(|| named.strip_suffix("-body"))
                .unwrap_or(named);
            let is_part = english
                .values()
                .any(|text| text.contains(&format!("{{ {key} }}")));
            !is_part && ![*key, named, whole].iter().any(|key| all.contains(*key))
        })
        .collect();
    assert!(unused.is_empty(), "said nowhere: {unused:?}");
}
