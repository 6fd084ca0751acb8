//! What was given and has no effect: a variable or a log target that nobody reads, and what may have been
//! meant. It is told and changes nothing; another program may read the same variables.

use super::{Environ, Key, LogSettings};

/// The variables that are read and are no setting of their own.
const OTHERS: [&str; 2] = ["SELVEDGE_CONFIG", "SELVEDGE_MASTER_KEY"];
/// The first parts of the targets that lines have: ours, and those of the libraries that log.
const TARGETS: [&str; 14] = [
    "access",
    "selvedge",
    "selvedge_api",
    "selvedge_banks",
    "selvedge_engine",
    "selvedge_store",
    "selvedge_vault",
    "selvedge_web",
    "h2",
    "hyper",
    "hyper_util",
    "rustls",
    "tokio_postgres",
    "log",
];

/// One sentence for each.
pub(super) fn all(environ: &Environ, log: &LogSettings) -> Vec<String> {
    let known: Vec<String> = Key::ALL
        .iter()
        .map(|key| key.variable())
        .chain(OTHERS.map(str::to_owned))
        .collect();
    let variables = environ
        .names()
        .filter(|name| name.starts_with("SELVEDGE_") && !known.iter().any(|known| known == name))
        .map(|name| {
            let nearest = nearest(name, known.iter().map(String::as_str));
            format!("{name} is set and means nothing; the nearest that does is {nearest}")
        });
    let mut doubts: Vec<String> = variables.collect();
    for (target, _) in &log.levels {
        let first = target.split("::").next().unwrap_or(target);
        if !TARGETS.contains(&first) {
            let nearest = nearest(first, TARGETS.into_iter());
            doubts.push(format!(
                "no log line has the target {target}; the nearest that lines have is {nearest}"
            ));
        }
    }
    doubts
}

/// The known word with the fewest slips to `word`.
fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> &'a str {
    known.min_by_key(|known| slips(word, known)).unwrap_or_default()
}

/// How many letters must be changed, added or left out to make one word the other.
fn slips(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (done, letter) in one.chars().enumerate() {
        let mut left = done.saturating_add(1);
        let mut next = vec![left];
        for (wanted, above) in other.chars().zip(row.windows(2)) {
            let &[diagonal, up] = above else { continue };
            let changed = diagonal.saturating_add(usize::from(letter != wanted));
            left = changed.min(up.saturating_add(1)).min(left.saturating_add(1));
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted_as_letters_changed_added_and_left_out() {
        for (one, other, count) in [
            ("", "abc", 3),
            ("abc", "abc", 0),
            ("acess", "access", 1),
            ("abc", "xbcd", 2),
        ] {
            assert_eq!(
                [slips(one, other), slips(other, one)],
                [count, count],
                "{one} {other}"
            );
        }
    }
}
