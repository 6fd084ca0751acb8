//! Reading loosely typed JSON strictly: every unknown key and wrong type is noted with its place, and reading
//! goes on.
//!
//! `null` counts as absent everywhere, and so does `""` where one of a list of words is wanted.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde_json::{Map, Value};
use std::cell::RefCell;

/// How many mistakes are named; a longer list helps nobody.
const NAMED: usize = 50;

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
    map: &'v Map<String, Value>,
    problems: &'v Problems,
}

/// An entry of a list at a place.
pub(super) struct Entry<'v> {
    place: String,
    value: &'v Value,
}

impl<'v> Object<'v> {
    /// The object at `place`, whose keys must all be in `known`.
    pub(super) fn open(
        value: &'v Value,
        place: &str,
        known: &[&str],
        problems: &'v Problems,
    ) -> Option<Self> {
        let Some(map) = value.as_object() else {
            problems.add(place, "must be an object");
            return None;
        };
        let object = Self {
            place: place.to_owned(),
            map,
            problems,
        };
        for key in map.keys().filter(|key| !known.contains(&key.as_str())) {
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
    pub(super) fn get(&self, key: &str) -> Option<&'v Value> {
        self.map.get(key).filter(|value| !value.is_null())
    }

    pub(super) fn object(&self, key: &str, known: &[&str]) -> Option<Self> {
        Self::open(self.get(key)?, &self.path(key), known, self.problems)
    }

    /// The entries of a list; none when `key` is absent or something else.
    pub(super) fn list(&self, key: &str) -> impl Iterator<Item = Entry<'v>> + use<'v> {
        let place = self.path(key);
        let entries = self
            .typed(key, "must be a list", Value::as_array)
            .map(Vec::as_slice)
            .unwrap_or_default();
        entries.iter().enumerate().map(move |(index, value)| Entry {
            place: format!("{place}[{index}]"),
            value,
        })
    }

    pub(super) fn text(&self, key: &str) -> Option<&'v str> {
        self.typed(key, "must be a string", Value::as_str)
    }

    pub(super) fn required_text(&self, key: &str) -> Option<&'v str> {
        if self.get(key).is_none() {
            self.problem(key, "is required");
        }
        self.text(key)
    }

    /// The strings of a list.
    pub(super) fn texts(&self, key: &str) -> Vec<String> {
        self.list(key)
            .filter_map(|entry| {
                let text = entry.value.as_str().map(str::to_owned);
                if text.is_none() {
                    self.problems.add(&entry.place, "must be a string");
                }
                text
            })
            .collect()
    }

    pub(super) fn boolean(&self, key: &str) -> Option<bool> {
        self.typed(key, "must be true or false", Value::as_bool)
    }

    /// A number, taken digit by digit as it was written.
    pub(super) fn decimal(&self, key: &str) -> Option<Decimal> {
        self.typed(key, "must be a number of at most 28 digits", |value| {
            let text = value.as_number()?.to_string();
            text.parse().or_else(|_| Decimal::from_scientific(&text)).ok()
        })
    }

    /// A whole number between two others.
    pub(super) fn whole(&self, key: &str, least: u8, most: u8) -> Option<u8> {
        self.typed(
            key,
            &format!("must be a whole number from {least} to {most}"),
            |value| {
                value
                    .as_u64()
                    .and_then(|number| u8::try_from(number).ok())
                    .filter(|number| (least..=most).contains(number))
            },
        )
    }

    pub(super) fn date(&self, key: &str) -> Option<Date> {
        self.typed(key, "must be a date (YYYY-MM-DD)", |value| {
            value.as_str()?.parse().ok()
        })
    }

    /// One of a list of words; `wanted` tells which.
    pub(super) fn choice<T>(&self, key: &str, parse: impl Fn(&str) -> Option<T>, wanted: &str) -> Option<T> {
        let text = self.text(key).filter(|text| !text.is_empty())?;
        let parsed = parse(text);
        if parsed.is_none() {
            self.problem(key, &format!("must be {wanted}"));
        }
        parsed
    }

    fn typed<T>(&self, key: &str, words: &str, read: impl FnOnce(&'v Value) -> Option<T>) -> Option<T> {
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
