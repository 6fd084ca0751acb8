//! Parts that several panes show: a bank with its swatch, kinds of data, what exactly is shared, what was wrong.

use super::{Scene, icon};
use crate::words::Words;
use selvedge_engine::link::flow::Bank;
use selvedge_model::ErrorCode;
use selvedge_model::scope::DataScope;
use std::borrow::Cow;

/// A bank with its swatch.
pub(super) struct Mark {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) swatch: String,
}

impl From<&Bank> for Mark {
    fn from(bank: &Bank) -> Self {
        Self {
            id: bank.id.as_str().to_owned(),
            name: bank.name.clone(),
            swatch: format!("/link/swatch/{}.svg", bank.id),
        }
    }
}

/// A kind of data in a list.
pub(super) struct Row {
    pub(super) icon: &'static str,
    pub(super) title: String,
    pub(super) body: String,
}

/// Kinds of data as rows.
pub(super) fn rows(words: &Words, scopes: &[DataScope]) -> Vec<Row> {
    let row = |scope: &DataScope| Row {
        icon: icon::of_scope(*scope),
        title: words.scope_title(*scope).into_owned(),
        body: words.scope_body(*scope).into_owned(),
    };
    scopes.iter().map(row).collect()
}

/// The half pane that says what exactly is shared, with whom, and how to undo it.
pub(super) struct Details {
    pub(super) with: String,
    pub(super) rows: Vec<Row>,
    pub(super) choose: String,
    pub(super) password: String,
    pub(super) undo: String,
}

impl Details {
    /// Nothing to show when nothing is shared.
    pub(super) fn of(scene: &Scene<'_>, scopes: &[DataScope]) -> Option<Self> {
        (!scopes.is_empty()).then(|| Self {
            with: scene.say_app("shared-with"),
            rows: rows(scene.words, scopes),
            choose: scene.say("consent-choose"),
            password: scene.say_app("consent-password"),
            undo: scene.say_app("consent-undo"),
        })
    }
}

/// What was wrong with the last input.
pub(super) struct Alert {
    pub(super) code: &'static str,
    pub(super) text: String,
}

impl Alert {
    pub(super) fn of(scene: &Scene<'_>, trouble: Option<ErrorCode>) -> Option<Self> {
        trouble.map(|code| Self {
            code: code.as_str(),
            text: scene.words.error_beside(code),
        })
    }
}

/// A name as it stands inside a sentence: one that runs from right to left does not turn the sentence round.
pub(super) fn isolated(name: &str) -> Cow<'_, str> {
    if name.chars().any(runs_leftward) {
        Cow::Owned(format!("\u{2068}{name}\u{2069}"))
    } else {
        Cow::Borrowed(name)
    }
}

/// A text in which no masked number can be broken over two lines: hyphens within one become those that hold.
pub(super) fn unbroken(text: &str) -> String {
    let is_number = |word: &str| {
        word.chars()
            .any(|letter| letter.is_ascii_digit() || matches!(letter, '*' | '•' | 'x' | 'X' | '#'))
            && !word
                .chars()
                .any(|letter| letter.is_alphabetic() && !matches!(letter, 'x' | 'X'))
    };
    let held = |word: &str| {
        if is_number(word) {
            word.replace('-', "\u{2011}")
        } else {
            word.to_owned()
        }
    };
    text.split(' ').map(held).collect::<Vec<_>>().join(" ")
}

/// Letters of Hebrew, Arabic and their neighbours, and marks that set a direction.
fn runs_leftward(letter: char) -> bool {
    matches!(letter, '\u{0590}'..='\u{08ff}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::{isolated, unbroken};

    #[test]
    fn a_masked_number_is_not_broken_and_words_stay_as_they_are() {
        let held = "+1 \u{2022}\u{2022}\u{2022}\u{2011}\u{2022}\u{2022}\u{2022}\u{2011}1234";
        assert_eq!(unbroken(&held.replace('\u{2011}', "-")), held);
        assert_eq!(unbroken("xxx-xxx-3333"), "xxx\u{2011}xxx\u{2011}3333");
        for text in [
            "Text-to-speech call",
            "App on my-phone",
            "Phone ending in 3333",
            "a-b@c.example",
        ] {
            assert_eq!(unbroken(text), text);
        }
    }

    #[test]
    fn only_names_that_run_leftward_are_isolated() {
        assert_eq!(isolated("First Platypus Bank"), "First Platypus Bank");
        assert_eq!(isolated("बैंक"), "बैंक");
        assert_eq!(isolated("בנק"), "\u{2068}בנק\u{2069}");
    }
}
