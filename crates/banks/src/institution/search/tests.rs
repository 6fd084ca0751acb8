//! The index against a plain definition of what a rank means.

use super::*;
use proptest::prelude::*;

/// What a rank means, said as plainly and as slowly as can be.
fn defined(query: &str, name: &str) -> Option<Rank> {
    let (wanted, whole) = (fold(query), fold(name));
    let words = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    let (typed, named) = (words(&wanted), words(&whole));
    let letters = |word: &str| -> Vec<char> { word.chars().collect() };
    let every = |fits: &dyn Fn(&str, &str) -> bool| {
        typed
            .iter()
            .all(|word| named.iter().any(|candidate| fits(word, candidate)))
    };
    let run = |words: &[String]| words.concat();
    if typed.is_empty() {
        None
    } else if wanted == whole {
        Some(Rank::Exact)
    } else if whole.starts_with(&wanted) {
        Some(Rank::Start)
    } else if every(&|word, candidate| candidate.starts_with(word)) {
        Some(Rank::Words)
    } else if run(&named).starts_with(&run(&typed)) {
        Some(Rank::Run)
    } else if whole.contains(&wanted) {
        Some(Rank::Inside)
    } else if every(&|word, candidate| resembles(&letters(word), &letters(candidate))) {
        Some(Rank::Resembling)
    } else {
        None
    }
}

fn rank(query: &str, name: &str) -> Option<Rank> {
    Index::of([name].into_iter()).rank(query).next().unwrap()
}

#[test]
fn better_fits_rank_before_worse_ones() {
    assert_eq!(rank("tartan bank", "Tartan Bank"), Some(Rank::Exact));
    assert_eq!(rank("Tart", "Tartan Bank"), Some(Rank::Start));
    assert_eq!(rank("bank first", "First Platypus Bank"), Some(Rank::Words));
    assert_eq!(rank("bankofam", "Bank of America"), Some(Rank::Run));
    assert_eq!(rank("U.S. Bank", "US Bank"), Some(Rank::Run));
    assert_eq!(rank("typus", "First Platypus Bank"), Some(Rank::Inside));
    assert_eq!(rank("platipus", "First Platypus Bank"), Some(Rank::Resembling));
    assert_eq!(rank("zebra", "First Platypus Bank"), None);
    assert_eq!(rank("  -- ", "First Platypus Bank"), None);
    assert_eq!(rank("", "First Platypus Bank"), None);
}

#[test]
fn accents_and_punctuation_do_not_matter() {
    assert_eq!(rank("credit jacquard", "Crédit Jacquard"), Some(Rank::Exact));
    assert_eq!(rank("VAVEBANKEN", "Vævebanken"), Some(Rank::Exact));
    assert_eq!(rank("tartan-dominion", "Tartan Dominion Bank"), Some(Rank::Start));
}

#[test]
fn more_words_than_a_name_can_have_find_nothing() {
    let many: Vec<String> = (0..=MOST_WORDS).map(|index| format!("{index}{index}")).collect();
    assert_eq!(rank(&many.join(" "), &many.join(" ")), None);
    assert_eq!(
        rank(&many[1..].join(" "), &many[1..].join(" ")),
        Some(Rank::Exact)
    );
}

/// Names and queries from few letters, so that they meet.
const WORDISH: &str = "[abé]{1,4}( |-)?[abB]{0,9}( [ab]{1,8})?";

proptest! {
    #[test]
    fn the_index_ranks_as_defined(
        names in prop::collection::vec(WORDISH, 1..12),
        query in prop_oneof![WORDISH, "[abé -]{0,12}"],
    ) {
        let index = Index::of(names.iter().map(String::as_str));
        let ranks: Vec<_> = index.rank(&query).collect();
        let plainly: Vec<_> = names.iter().map(|name| defined(&query, name)).collect();
        prop_assert_eq!(ranks, plainly);
    }

    #[test]
    fn any_text_can_be_typed(query in ".{0,40}", name in ".{0,40}") {
        prop_assert_eq!(rank(&query, &name), defined(&query, &name));
    }
}
