//! How a typed name finds an institution: by words and their beginnings, forgiving a small misspelling.
//!
//! It knows nothing of countries or products; the caller filters.

/// A text cut into folded words: lower case, without accents or punctuation.
#[derive(Debug)]
pub(super) struct Words(Vec<String>);

/// How well a name fits, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// The whole name.
    Exact,
    /// The beginning of the name.
    Start,
    /// The beginnings of some of its words.
    Words,
    /// Some of its letters, in a row.
    Inside,
    /// The beginnings of some of its words, misspelt.
    Resembling,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let folded: String = text.to_lowercase().chars().map(fold).collect();
        Self(folded.split_whitespace().map(str::to_owned).collect())
    }

    /// How well `name` fits the words looked for; `None` when it does not.
    pub(super) fn rank(&self, name: &Self) -> Option<Rank> {
        if self.0.is_empty() {
            return None;
        }
        let (wanted, whole) = (self.0.join(" "), name.0.join(" "));
        let every = |fits: fn(&str, &str) -> bool| {
            self.0
                .iter()
                .all(|word| name.0.iter().any(|candidate| fits(word, candidate)))
        };
        if wanted == whole {
            Some(Rank::Exact)
        } else if whole.starts_with(&wanted) {
            Some(Rank::Start)
        } else if every(|word, candidate| candidate.starts_with(word)) {
            Some(Rank::Words)
        } else if whole.contains(&wanted) {
            Some(Rank::Inside)
        } else if every(resembles) {
            Some(Rank::Resembling)
        } else {
            None
        }
    }
}

/// Accents off, punctuation to spaces. Covers the alphabets of the countries served.
fn fold(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ą' | 'ā' | 'æ' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ė' | 'ē' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'į' | 'ī' => 'i',
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

/// Whether `word` is `candidate`, or its beginning, but for one slip (two from eight letters on). The first
/// letter must be right: people rarely get it wrong, and it keeps strangers out.
fn resembles(word: &str, candidate: &str) -> bool {
    let wanted: Vec<char> = word.chars().collect();
    let letters: Vec<char> = candidate.chars().collect();
    let slips = match wanted.len() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    wanted.first() == letters.first() && distance_to_start(&wanted, &letters) <= slips
}

/// The fewest insertions, deletions and replacements that make `wanted` a beginning of `letters`.
fn distance_to_start(wanted: &[char], letters: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=letters.len()).collect();
    for (line, letter) in wanted.iter().enumerate() {
        let mut diagonal = line;
        let mut left = line + 1;
        let mut next = Vec::with_capacity(row.len());
        next.push(left);
        for (above, candidate) in row.iter().skip(1).zip(letters) {
            left = (diagonal + usize::from(letter != candidate))
                .min(above + 1)
                .min(left + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.into_iter().min().unwrap_or(wanted.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rank(query: &str, name: &str) -> Option<Rank> {
        Words::of(query).rank(&Words::of(name))
    }

    #[test]
    fn better_fits_rank_before_worse_ones() {
        assert_eq!(rank("tartan bank", "Tartan Bank"), Some(Rank::Exact));
        assert_eq!(rank("Tart", "Tartan Bank"), Some(Rank::Start));
        assert_eq!(rank("bank first", "First Platypus Bank"), Some(Rank::Words));
        assert_eq!(rank("typus", "First Platypus Bank"), Some(Rank::Inside));
        assert_eq!(rank("platipus", "First Platypus Bank"), Some(Rank::Resembling));
        assert_eq!(rank("zebra", "First Platypus Bank"), None);
        assert_eq!(rank("  -- ", "First Platypus Bank"), None);
    }

    #[test]
    fn accents_and_punctuation_do_not_matter() {
        assert_eq!(rank("credit jacquard", "Crédit Jacquard"), Some(Rank::Exact));
        assert_eq!(rank("VAVEBANKEN", "Vævebanken"), Some(Rank::Exact));
        assert_eq!(rank("tartan-dominion", "Tartan Dominion Bank"), Some(Rank::Start));
    }

    #[test]
    fn one_slip_is_forgiven_in_a_short_word_and_two_in_a_long_one() {
        assert_eq!(distance_to_start(&['t', 'a', 'r'], &['t', 'a', 'r', 't']), 0);
        assert!(resembles("tarten", "tartan") && resembles("tratan", "tratan"));
        assert!(!resembles("terten", "tartan"), "two slips in six letters");
        assert!(resembles("gabbardin", "gabardine") && resembles("houndstoth", "houndstooth"));
        assert!(!resembles("bar", "bat"), "three letters must be right");
    }
}
