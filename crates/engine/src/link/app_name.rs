//! The app's name as Link shows it: what cannot be seen is taken away, what pretends to be another letter is
//! marked.
//!
//! A name is somebody else's text in a sentence of ours ("… uses Selvedge to link your account"), so it must
//! neither turn that sentence around nor pass for another company's name.

use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory, Script};
use icu_properties::{CodePointMapData, CodePointSetData};
use selvedge_model::limits;

/// Marks in a row that writing needs; more of them climb over the lines above.
const MARKS: usize = 4;

/// Letters of other scripts that are drawn as a Latin letter is.
const LOOKALIKES: &str = "АВЕЅІЈКМНОРСТУХԌԚԜаеѕіјорсухһԁԛԝӏ\
    ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχγ\
    ԱՕՍՏաոսցհօյզքղ";

/// The name as it is shown: `None` when it is longer than Link shows, or nothing of it is left.
///
/// Letters that do not belong to the script of their word are put in brackets: `P[а]yments`.
pub(super) fn shown(name: &str) -> Option<String> {
    if name.chars().count() > limits::APP_NAME_CHARS {
        return None;
    }
    let plain = visible(name);
    let words: Vec<&str> = plain.split_whitespace().collect();
    if words.is_empty() {
        return None;
    }
    let disguised = is_disguise(&words);
    let shown: Vec<String> = words
        .into_iter()
        .map(|word| {
            if disguised {
                bracketed(word, |_| true)
            } else {
                marked(word)
            }
        })
        .collect();
    Some(shown.join(" "))
}

/// Without controls, without what changes the direction of writing, and without what has no width.
pub(super) fn visible(text: &str) -> String {
    let category = CodePointMapData::<GeneralCategory>::new();
    let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    let mut marks = 0;
    let mut kept = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_whitespace() {
            marks = 0;
            kept.push(' ');
            continue;
        }
        let category = category.get(letter);
        let hidden = matches!(
            category,
            GeneralCategory::Control
                | GeneralCategory::Format
                | GeneralCategory::Surrogate
                | GeneralCategory::PrivateUse
                | GeneralCategory::Unassigned
                | GeneralCategory::LineSeparator
                | GeneralCategory::ParagraphSeparator
        );
        if hidden || ignorable.contains(letter) {
            continue;
        }
        let is_mark = matches!(
            category,
            GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark
        );
        marks = if is_mark { marks + 1 } else { 0 };
        if marks <= MARKS {
            kept.push(letter);
        }
    }
    kept
}

/// Whether a name without a Latin letter looks like one that has nothing else.
fn is_disguise(words: &[&str]) -> bool {
    let mut letters = words
        .iter()
        .flat_map(|word| word.chars())
        .filter(|letter| letter.is_alphabetic())
        .peekable();
    letters.peek().is_some() && letters.all(|letter| LOOKALIKES.contains(letter))
}

/// A word with the letters marked that are of another script than the rest: than Latin, where it has any.
fn marked(word: &str) -> String {
    let scripts = || word.chars().filter_map(script);
    let home = scripts()
        .find(|script| *script == Script::Latin)
        .or_else(|| scripts().next());
    bracketed(word, |letter| {
        home.zip(script(letter))
            .is_some_and(|(home, script)| home != script)
    })
}

/// The scripts of East Asia stand beside each other, and beside any other, by custom; and none is mistaken.
const MIXED_BY_CUSTOM: [Script; 5] = [
    Script::Han,
    Script::Hiragana,
    Script::Katakana,
    Script::Hangul,
    Script::Bopomofo,
];

/// The script that a letter belongs to; `None` for digits, signs, and what stands beside any script.
fn script(letter: char) -> Option<Script> {
    let script = CodePointMapData::<Script>::new().get(letter);
    let belongs =
        script != Script::Common && script != Script::Inherited && !MIXED_BY_CUSTOM.contains(&script);
    belongs.then_some(script)
}

/// The word with each run of odd letters in brackets.
fn bracketed(word: &str, is_odd: impl Fn(char) -> bool) -> String {
    let mut shown = String::with_capacity(word.len() + 2);
    let mut open = false;
    for letter in word.chars() {
        let odd = letter.is_alphabetic() && is_odd(letter);
        match (open, odd) {
            (false, true) => shown.push('['),
            (true, false) => shown.push(']'),
            (true, true) | (false, false) => {}
        }
        open = odd;
        shown.push(letter);
    }
    if open {
        shown.push(']');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn l8_what_cannot_be_seen_is_taken_away() {
        let cases = [
            ("Acme\u{202e}yaP", "AcmeyaP"),
            ("\u{2066}Acme\u{2069} \u{200f}Pay\u{61c}", "Acme Pay"),
            ("A\u{200b}c\u{200c}m\u{200d}e\u{feff}\u{2060}\u{ad}", "Acme"),
            ("Acme\r\n\u{2028}\tPay\u{7}\u{85}", "Acme Pay"),
            ("Ac\u{115f}me\u{3164}\u{180e}\u{34f}\u{e0041}", "Acme"),
            ("\u{e000}Acme\u{ffff}", "Acme"),
            ("  Acme \u{3000}\u{a0} Pay  ", "Acme Pay"),
        ];
        for (given, expected) in cases {
            assert_eq!(shown(given).as_deref(), Some(expected), "{given:?}");
        }
        for nothing in ["", "   ", "\u{200b}\u{200b}", "\u{202e}\n"] {
            assert_eq!(shown(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn l8_a_name_of_more_than_thirty_characters_is_not_shown() {
        assert_eq!(shown(&"é".repeat(30)), Some("é".repeat(30)));
        assert_eq!(shown(&"é".repeat(31)), None);
        // As they were given: what cannot be seen counts.
        assert_eq!(shown(&format!("{}\u{200b}", "a".repeat(30))), None);
    }

    #[test]
    fn l8_letters_of_another_script_than_their_word_are_marked() {
        let cases = [
            ("P\u{430}yments", "P[\u{430}]yments"),
            ("\u{410}cme Bank", "[\u{410}]cme Bank"),
            ("G\u{43e}\u{43e}gle", "G[\u{43e}\u{43e}]gle"),
            ("Acm\u{435}", "Acm[\u{435}]"),
            ("\u{392}ank One", "[\u{392}]ank One"),
            ("\u{13a2}hat\u{13d2}", "[\u{13a2}]hat[\u{13d2}]"),
            ("C\u{4d5}sar", "C[\u{4d5}]sar"),
        ];
        for (given, expected) in cases {
            assert_eq!(shown(given).as_deref(), Some(expected), "{given:?}");
        }
    }

    #[test]
    fn l8_a_name_that_is_nothing_but_look_alikes_is_marked() {
        assert_eq!(
            shown("\u{440}\u{430}\u{443}\u{440}\u{430}\u{4cf}").as_deref(),
            Some("[\u{440}\u{430}\u{443}\u{440}\u{430}\u{4cf}]")
        );
        assert_eq!(
            shown("\u{410}\u{421}\u{41c}\u{415} 24").as_deref(),
            Some("[\u{410}\u{421}\u{41c}\u{415}] 24")
        );
    }

    #[test]
    fn l8_honest_names_are_left_alone() {
        let names = [
            "Acme Pay 24/7",
            "Müller & Söhne",
            "Łódź Kredyt",
            "बचत Bank",
            "Ромашка Банк",
            "Тинькофф Pay",
            "Ελληνικά Pay",
            "楽天Pay",
            "アップルApple",
            "한국Bank",
            "مصرف",
            "Ngân hàng Việt",
            "हिंदी",
            "O’Brien’s",
            "3M",
            "日本 24",
        ];
        for name in names {
            assert_eq!(shown(name).as_deref(), Some(name));
        }
    }

    #[test]
    fn l8_marks_do_not_climb_over_other_lines() {
        let climbing = format!("Z{}a", "\u{301}".repeat(20));
        assert_eq!(shown(&climbing), Some(format!("Z{}a", "\u{301}".repeat(4))));
    }
}
