//! Reading loosely typed JSON strictly: every unknown key and wrong type is noted with its place, and reading
//! goes on.
//!
//! Every value stays the text that was written until its kind is known, so that no number passes through a
//! float. `null` counts as absent everywhere, and so does `""` where one of a list of words is wanted.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// How many mistakes are named; a longer list helps nobody.
const NAMED: usize = 50;
/// How many digits an amount may have: as many as a decimal surely holds.
const DIGITS: usize = 28;

/// What was found wrong so far.
#[derive(Default)]
pub(super) struct Problems(RefCell<Vec<String>>);

impl Problems {
    fn add(&self, place: &str, words: &str) {
        let place = if place.is_empty() { "the password" } else { place };
        self.0.borrow_mut().push(format!("{place} {words}"));
    }

    /// What was found, cut where it gets too long.
    pub(super) fn into_list(self) -> Vec<String> {
        let mut list = self.0.into_inner();
        let more = list.len().saturating_sub(NAMED);
        if more > 0 {
            list.truncate(NAMED);
            list.push(format!("and {more} more"));
        }
        list
    }
}

/// An object at a place.
pub(super) struct Object<'v> {
    place: String,
    map: BTreeMap<String, &'v RawValue>,
    problems: &'v Problems,
}

/// An entry of a list at a place.
pub(super) struct Entry<'v> {
    place: String,
    value: &'v RawValue,
}

impl<'v> Object<'v> {
    /// The object at `place`, whose keys must all be in `known`.
    pub(super) fn open(
        value: &'v RawValue,
        place: &str,
        known: &[&str],
        problems: &'v Problems,
    ) -> Option<Self> {
        let Some(map) = parsed(value) else {
            problems.add(place, "must be an object");
            return None;
        };
        let object = Self {
            place: place.to_owned(),
            map,
            problems,
        };
        for key in object.map.keys().filter(|key| !known.contains(&key.as_str())) {
            object.problem(
                key,
                &format!("is not a known field; known are {}", known.join(", ")),
            );
        }
        Some(object)
    }

    /// The object that a list's entry is.
    pub(super) fn open_entry(&self, entry: &Entry<'v>, known: &[&str]) -> Option<Self> {
        Self::open(entry.value, &entry.place, known, self.problems)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.map.is_empty()
    }

    /// Notes what is wrong with `key`.
    pub(super) fn problem(&self, key: &str, words: &str) {
        self.problems.add(&self.path(key), words);
    }

    /// Notes what is wrong with the object itself.
    pub(super) fn problem_here(&self, words: &str) {
        self.problems.add(&self.place, words);
    }

    /// The value of `key`, unless it is null.
    pub(super) fn get(&self, key: &str) -> Option<&'v RawValue> {
        self.map.get(key).copied().filter(|value| value.get() != "null")
    }

    pub(super) fn object(&self, key: &str, known: &[&str]) -> Option<Self> {
        Self::open(self.get(key)?, &self.path(key), known, self.problems)
    }

    /// The entries of a list; none when `key` is absent or something else.
    pub(super) fn list(&self, key: &str) -> impl Iterator<Item = Entry<'v>> + use<'v> {
        let place = self.path(key);
        let entries: Vec<&'v RawValue> = self.typed(key, "must be a list", parsed).unwrap_or_default();
        entries.into_iter().enumerate().map(move |(index, value)| Entry {
            place: format!("{place}[{index}]"),
            value,
        })
    }

    pub(super) fn text(&self, key: &str) -> Option<String> {
        self.typed(key, "must be a string", parsed)
    }

    pub(super) fn required_text(&self, key: &str) -> Option<String> {
        if self.get(key).is_none() {
            self.problem(key, "is required");
        }
        self.text(key)
    }

    /// The strings of a list.
    pub(super) fn texts(&self, key: &str) -> Vec<String> {
        self.list(key)
            .filter_map(|entry| {
                let text = parsed(entry.value);
                if text.is_none() {
                    self.problems.add(&entry.place, "must be a string");
                }
                text
            })
            .collect()
    }

    pub(super) fn boolean(&self, key: &str) -> Option<bool> {
        self.typed(key, "must be true or false", parsed)
    }

    /// A number, taken digit by digit as it was written.
    pub(super) fn decimal(&self, key: &str) -> Option<Decimal> {
        let words = format!("must be a number of at most {DIGITS} digits");
        self.typed(key, &words, |value| exact(value.get()))
    }

    /// A whole number between two others.
    pub(super) fn whole(&self, key: &str, least: u8, most: u8) -> Option<u8> {
        self.typed(
            key,
            &format!("must be a whole number from {least} to {most}"),
            |value| parsed(value).filter(|number| (least..=most).contains(number)),
        )
    }

    pub(super) fn date(&self, key: &str) -> Option<Date> {
        self.typed(key, "must be a date (YYYY-MM-DD)", |value| {
            parsed::<String>(value)?.parse().ok()
        })
    }

    /// One of a list of words; `wanted` tells which.
    pub(super) fn choice<T>(&self, key: &str, parse: impl Fn(&str) -> Option<T>, wanted: &str) -> Option<T> {
        let text = self.text(key).filter(|text| !text.is_empty())?;
        let chosen = parse(&text);
        if chosen.is_none() {
            self.problem(key, &format!("must be {wanted}"));
        }
        chosen
    }

    fn typed<T>(&self, key: &str, words: &str, read: impl FnOnce(&'v RawValue) -> Option<T>) -> Option<T> {
        let value = self.get(key)?;
        let read = read(value);
        if read.is_none() {
            self.problem(key, words);
        }
        read
    }

    fn path(&self, key: &str) -> String {
        if self.place.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.place)
        }
    }
}

/// The value as a `T`, if it is one. Objects and lists are opened by one level.
fn parsed<'v, T: Deserialize<'v>>(value: &'v RawValue) -> Option<T> {
    serde_json::from_str(value.get()).ok()
}

/// The number that `text` is, unless it has more than [`DIGITS`] digits from its first to its last, or is
/// too large or too small for a decimal.
fn exact(text: &str) -> Option<Decimal> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let digits = mantissa.bytes().filter(u8::is_ascii_digit);
    if digits.skip_while(|digit| *digit == b'0').count() > DIGITS {
        return None;
    }
    let number = Decimal::from_str_exact(mantissa).ok()?;
    match exponent {
        Some(_) if number.is_zero() => Some(Decimal::ZERO),
        Some(_) => Decimal::from_scientific(text).ok(),
        None => Some(number),
    }
}
