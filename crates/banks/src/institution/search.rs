//! How a typed name finds an institution: by words and their beginnings, forgiving a small misspelling.
//!
//! All names are folded once, and every distinct word is compared with what was typed once, however many names
//! have it. It knows nothing of countries or products; the caller filters.

use super::spelling::resembles;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// No name has so many words; what is typed beyond them finds nothing.
const MOST_WORDS: usize = 32;

/// How well a name fits, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// The whole name.
    Exact,
    /// The beginning of the name.
    Start,
    /// The beginnings of some of its words.
    Words,
    /// The beginning of the name, but for the spaces.
    Run,
    /// Some of its letters, in a row.
    Inside,
    /// The beginnings of some of its words, misspelt.
    Resembling,
}

/// The names to search, folded.
#[derive(Debug, Default)]
pub(super) struct Index {
    names: Vec<Name>,
    /// Every distinct word of all names, in the order of its bytes.
    vocabulary: Vec<Word>,
}

/// A name.
#[derive(Debug)]
struct Name {
    /// Its words with single spaces between.
    whole: String,
    /// The same without the spaces.
    run: String,
    /// Where its words are in the vocabulary.
    words: Vec<usize>,
}

/// A word of some name.
#[derive(Debug)]
struct Word {
    text: String,
    letters: Vec<char>,
}

/// A typed word, compared with the vocabulary.
struct Typed {
    /// Which words begin with it.
    begins: Range<usize>,
    /// Which words resemble it, counted from `first`.
    resembles: Vec<bool>,
    first: usize,
}

impl Typed {
    fn resembles(&self, word: usize) -> bool {
        let place = word.checked_sub(self.first);
        place.and_then(|place| self.resembles.get(place)) == Some(&true)
    }
}

impl Index {
    /// The index of `names`.
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let folded: Vec<String> = names.map(fold).collect();
        let distinct: BTreeSet<&str> = folded.iter().flat_map(|whole| whole.split(' ')).collect();
        let places: BTreeMap<&str, usize> = distinct.iter().copied().zip(0..).collect();
        let vocabulary = distinct.iter().map(|word| Word {
            text: (*word).to_owned(),
            letters: word.chars().collect(),
        });
        Self {
            names: folded
                .iter()
                .map(|whole| Name {
                    run: whole.replace(' ', ""),
                    words: whole
                        .split(' ')
                        .filter_map(|word| places.get(word).copied())
                        .collect(),
                    whole: whole.clone(),
                })
                .collect(),
            vocabulary: vocabulary.collect(),
        }
    }

    /// How well each name fits what was typed, in the order of the names; `None` when it does not.
    pub(super) fn rank(&self, query: &str) -> impl Iterator<Item = Option<Rank>> {
        let wanted = fold(query);
        let distinct: BTreeSet<&str> = wanted.split(' ').filter(|word| !word.is_empty()).collect();
        let searchable = (1..=MOST_WORDS).contains(&distinct.len());
        let typed: Vec<Typed> = if searchable {
            distinct.iter().map(|word| self.compare(word)).collect()
        } else {
            Vec::new()
        };
        let run = wanted.replace(' ', "");
        self.names
            .iter()
            .map(move |name| name.rank(&wanted, &run, &typed).filter(|_| searchable))
    }

    fn compare(&self, word: &str) -> Typed {
        let letters: Vec<char> = word.chars().collect();
        let initial: String = letters.iter().take(1).collect();
        let alike = self.beginning_with(&initial);
        let candidates = self.vocabulary.get(alike.clone()).unwrap_or_default();
        Typed {
            begins: self.beginning_with(word),
            resembles: candidates
                .iter()
                .map(|candidate| resembles(&letters, &candidate.letters))
                .collect(),
            first: alike.start,
        }
    }

    fn beginning_with(&self, start: &str) -> Range<usize> {
        let from = self.vocabulary.partition_point(|word| word.text.as_str() < start);
        let rest = self.vocabulary.get(from..).unwrap_or_default();
        from..from + rest.partition_point(|word| word.text.starts_with(start))
    }
}

impl Name {
    fn rank(&self, wanted: &str, run: &str, typed: &[Typed]) -> Option<Rank> {
        let every = |fits: fn(&Typed, usize) -> bool| {
            typed
                .iter()
                .all(|typed| self.words.iter().any(|word| fits(typed, *word)))
        };
        if self.whole == wanted {
            Some(Rank::Exact)
        } else if self.whole.starts_with(wanted) {
            Some(Rank::Start)
        } else if every(|typed, word| typed.begins.contains(&word)) {
            Some(Rank::Words)
        } else if self.run.starts_with(run) {
            Some(Rank::Run)
        } else if self.whole.contains(wanted) {
            Some(Rank::Inside)
        } else if every(Typed::resembles) {
            Some(Rank::Resembling)
        } else {
            None
        }
    }
}

/// Lower case, accents off, punctuation to single spaces.
fn fold(text: &str) -> String {
    let plain: String = text.to_lowercase().chars().map(plain).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A letter without its accent. Covers the alphabets of the countries served.
fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ą' | 'ā' | 'æ' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ė' | 'ē' => 'e',
        'ģ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'į' | 'ī' => 'i',
        'ķ' => 'k',
        'ł' | 'ļ' => 'l',
        'ñ' | 'ń' | 'ņ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'œ' => 'o',
        'ś' | 'š' => 's',
        'ù' | 'ú' | 'û' | 'ü' | 'ų' | 'ū' => 'u',
        'ź' | 'ż' | 'ž' => 'z',
        other if other.is_alphanumeric() => other,
        _ => ' ',
    }
}

#[cfg(test)]
mod tests;
