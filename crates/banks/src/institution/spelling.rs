//! Whether a typed word may be meant as another, or as its beginning, in spite of a slip.
//!
//! Letters come folded; it knows no words of its own.

/// Whether `wanted` is `candidate`, or its beginning, but for one slip (two from eight letters on). The first
/// letter must be right: people rarely get it wrong, and it keeps strangers out.
pub(super) fn resembles(wanted: &[char], candidate: &[char]) -> bool {
    let slips = match wanted.len() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    wanted.first() == candidate.first()
        && wanted.len() <= candidate.len() + slips
        && distance_to_start(wanted, candidate) <= slips
}

/// The fewest slips (a letter too many, too few or wrong, or two neighbours swapped) that make `wanted` a
/// beginning of `letters`.
fn distance_to_start(wanted: &[char], letters: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=letters.len()).collect();
    let mut before: Vec<usize> = Vec::new();
    let mut typed_before: Option<char> = None;
    for (line, typed) in wanted.iter().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        let (mut left, mut diagonal) = (line + 1, line);
        next.push(left);
        let mut letter_before: Option<char> = None;
        for (column, (letter, above)) in letters.iter().zip(row.iter().skip(1)).enumerate() {
            left = (diagonal + usize::from(letter != typed))
                .min(above + 1)
                .min(left + 1);
            let swapped = letter_before == Some(*typed) && typed_before == Some(*letter);
            if swapped && let Some(two_back) = column.checked_sub(1).and_then(|column| before.get(column)) {
                left = left.min(two_back + 1);
            }
            next.push(left);
            diagonal = *above;
            letter_before = Some(*letter);
        }
        before = std::mem::replace(&mut row, next);
        typed_before = Some(*typed);
    }
    row.into_iter().min().unwrap_or(wanted.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(word: &str) -> Vec<char> {
        word.chars().collect()
    }

    fn alike(word: &str, candidate: &str) -> bool {
        resembles(&letters(word), &letters(candidate))
    }

    fn distance(word: &str, candidate: &str) -> usize {
        distance_to_start(&letters(word), &letters(candidate))
    }

    #[test]
    fn a_slip_is_a_letter_too_many_too_few_or_wrong_or_two_swapped() {
        assert_eq!(distance("tar", "tart"), 0);
        assert_eq!(distance("tratan", "tartan"), 1, "swapped");
        assert_eq!(distance("tarrtan", "tartan"), 1, "too many");
        assert_eq!(distance("tatan", "tartan"), 1, "too few");
        assert_eq!(distance("tarten", "tartan"), 1, "wrong");
        assert_eq!(distance("atrtan", "tartan"), 1, "the first two swapped");
        assert_eq!(distance("", "tartan"), 0);
        assert_eq!(distance("tartan", ""), 6);
    }

    #[test]
    fn one_slip_is_forgiven_in_a_short_word_and_two_in_a_long_one() {
        assert!(alike("tarten", "tartan") && alike("tratan", "tartan"));
        assert!(!alike("terten", "tartan"), "two slips in six letters");
        assert!(alike("gabbardin", "gabardine") && alike("houndstoth", "houndstooth"));
        assert!(!alike("bar", "bat"), "three letters must be right");
        assert!(!alike("rartan", "tartan"), "the first letter must be right");
    }
}
