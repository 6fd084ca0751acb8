//! Formats that a JSON schema cannot say: URLs, telephone numbers, dates.

use selvedge_model::{Error, limits};
use url::{Host, Url};

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

/// Where a bank's own site sends people back to: https (or http on this machine), and nothing after the path.
pub(crate) fn redirect_uri(text: &str, local_http: LocalHttp) -> Result<(), Error> {
    let bad = |why: &'static str| Error::field(format!("redirect_uri {why}"));
    let url = Url::parse(text).map_err(|_parse| bad("must be a valid URL"))?;
    if url.query().is_some() || url.fragment().is_some() {
        return Err(bad("must have no query string and no fragment"));
    }
    if !url.username().is_empty() || url.password().is_some() || text.contains(['*', '\\']) {
        return Err(bad("must have no credentials and no wildcard"));
    }
    let is_local = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    match (url.scheme(), local_http) {
        ("https", _) if url.has_host() => Ok(()),
        ("http", LocalHttp::Allowed) if is_local => Ok(()),
        _ => Err(bad("must use https; http is for localhost in the sandbox")),
    }
}

/// Whether plain http may be used on this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LocalHttp {
    Allowed,
    Refused,
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
