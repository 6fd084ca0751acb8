//! Formats that a JSON schema cannot say: URLs, telephone numbers, dates.

use selvedge_model::{Error, limits};
use url::Url;

/// A webhook address: http or https, no credentials in it.
pub(crate) fn webhook(text: &str) -> Result<(), Error> {
    let bad = || Error::field("webhook must be a valid http or https URL");
    let url = Url::parse(text).map_err(|_parse| bad())?;
    let plain = url.username().is_empty() && url.password().is_none();
    let known = matches!(url.scheme(), "http" | "https") && url.has_host();
    if known && plain && text.len() <= limits::URL_CHARS && !text.chars().any(char::is_whitespace) {
        Ok(())
    } else {
        Err(bad())
    }
}

/// A telephone number with or without country code, written with the usual separators.
pub(crate) fn phone(text: &str, field: &str) -> Result<(), Error> {
    let bad = || {
        Error::field(format!(
            "{field} must be a valid telephone number, such as +12025550123"
        ))
    };
    let (plus, rest) = text
        .trim()
        .strip_prefix('+')
        .map_or((false, text.trim()), |rest| (true, rest));
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let separators = rest
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')'));
    let length = if plus { 8..=15 } else { 7..=15 };
    let starts_well = !(plus && digits.starts_with('0'));
    let varied = digits.chars().any(|c| !digits.starts_with(c));
    if separators && starts_well && varied && length.contains(&digits.len()) {
        Ok(())
    } else {
        Err(bad())
    }
}

/// An e-mail address: something, `@`, a domain with a dot.
pub(crate) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    !local.is_empty()
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && !text.chars().any(|c| c.is_whitespace() || c.is_control())
}
