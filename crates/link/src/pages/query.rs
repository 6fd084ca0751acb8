//! Query strings of addresses that banks and browsers come back to.
//!
//! A name that is there twice is as good as absent: two readers could disagree about which one counts.

use std::borrow::Cow;
use url::form_urlencoded::parse;

/// The one value of `name`.
pub(super) fn one<'a>(query: &'a str, name: &str) -> Option<Cow<'a, str>> {
    let mut values = parse(query.as_bytes()).filter(|(key, _)| key == name);
    match (values.next(), values.next()) {
        (Some((_, value)), None) => Some(value),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::one;

    #[test]
    fn a_value_counts_when_it_is_there_once() {
        assert_eq!(one("state=a%20b&code=c", "state").as_deref(), Some("a b"));
        assert_eq!(one("state=a&code=c&state=b", "state"), None);
        assert_eq!(one("code=c", "state"), None);
    }
}
