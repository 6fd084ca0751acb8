//! Addresses that a team names: where Link may send people, and whose pages may embed it.
//!
//! An address is taken only in the one form that a browser gives it too, so that two readers cannot see two
//! places in it, and comparing texts is comparing places. Nothing here asks a name server or opens a
//! connection.

use selvedge_model::{Environment, limits};
use url::{Host, Url};

/// Schemes that no app owns: they run script, show what the address itself holds, open files, or begin a call.
const NEVER: &[&str] = &[
    "about",
    "blob",
    "chrome",
    "chrome-extension",
    "content",
    "data",
    "file",
    "filesystem",
    "ftp",
    "intent",
    "jar",
    "javascript",
    "livescript",
    "mailto",
    "mhtml",
    "mocha",
    "moz-extension",
    "res",
    "resource",
    "search-ms",
    "shell",
    "sms",
    "tel",
    "vbs",
    "vbscript",
    "view-source",
    "ws",
    "wss",
];
/// Handlers that Windows brings along.
const NEVER_PREFIX: &str = "ms-";
const WILDCARD: &str = "https://*.";

/// What is wrong with an address: words that follow the name of its field.
pub(super) type Why = String;

/// Where a bank's own site sends people back to, in its one form.
pub(super) fn redirect(text: &str, environment: Environment) -> Result<String, Why> {
    if text.contains('*') {
        return Err("must have no wildcard: those are for the team's list".to_owned());
    }
    if text.contains(['?', '#']) {
        return Err("must have no query string and no fragment".to_owned());
    }
    let url = one_form(text)?;
    match (url.scheme(), environment) {
        ("https", _) => Ok(url.into()),
        ("http", Environment::Sandbox) if is_local(&url) => Ok(url.into()),
        _ => Err("must use https; http is for localhost in the sandbox".to_owned()),
    }
}

/// Where people go after a hosted session: in the browser, or back into an app by its own scheme.
pub(super) fn completion(text: &str) -> Result<String, Why> {
    one_form(text).map(Into::into)
}

/// An entry of a team's list, in its one form.
pub(super) fn entry(text: &str, environment: Environment) -> Result<String, Why> {
    if let Some(rest) = text.strip_prefix(WILDCARD) {
        return wildcard(rest);
    }
    if text.contains('*') {
        return Err(
            "must have a wildcard only as the first label of an https host, as in https://*.app.example/back"
                .to_owned(),
        );
    }
    let url = one_form(text)?;
    match (url.scheme(), environment) {
        ("http", Environment::Sandbox) if is_local(&url) => Ok(url.into()),
        ("http", _) => Err("must use https; http is for localhost in the sandbox".to_owned()),
        _ => Ok(url.into()),
    }
}

/// Whether an address in its one form is on a list of entries in theirs.
pub(super) fn is_listed(address: &str, list: &[String]) -> bool {
    let fits = |entry: &String| match (entry.strip_prefix(WILDCARD), address.strip_prefix("https://")) {
        (Some(pattern), Some(rest)) => rest
            .split_once('.')
            .is_some_and(|(label, parent)| is_label(label) && parent == pattern),
        _ => entry == address,
    };
    list.iter().any(fits)
}

/// An origin whose pages may embed Link, as a source of `frame-ancestors`.
pub(super) fn origin(text: &str, environment: Environment) -> Result<String, Why> {
    let url = one_form(text)?;
    let has_more = url.query().is_some() || url.fragment().is_some() || !matches!(url.path(), "" | "/");
    if has_more || text.ends_with('/') {
        return Err(
            "must be an origin: a scheme, a host and perhaps a port, as in https://app.example".to_owned(),
        );
    }
    let host = match url.host() {
        // Such a source has no notation for it.
        Some(Host::Ipv6(_)) | None => String::new(),
        Some(host) => host.to_string(),
    };
    if !host.split('.').all(is_label) {
        return Err("must have a plain host name".to_owned());
    }
    match (url.scheme(), environment) {
        // Somebody tries their app on a phone of the same network.
        ("http", Environment::Production) => Err("must use https; http is for the sandbox".to_owned()),
        _ => Ok(text.to_owned()),
    }
}

/// The address, if it is written as a browser writes it, and neither hides nor carries anything.
fn one_form(text: &str) -> Result<Url, Why> {
    if text.is_empty() || text.len() > limits::URL_CHARS {
        return Err(format!("must have 1 to {} characters", limits::URL_CHARS));
    }
    if !text.bytes().all(|byte| byte.is_ascii_graphic()) || text.contains('\\') {
        return Err(
            "must be in plain ASCII without spaces and backslashes, an international host in its xn-- form"
                .to_owned(),
        );
    }
    let url = Url::parse(text).map_err(|_parse| "must be a valid, absolute URL".to_owned())?;
    if NEVER.contains(&url.scheme()) || url.scheme().starts_with(NEVER_PREFIX) || url.scheme().len() < 2 {
        return Err("must use https, or a scheme of the app's own".to_owned());
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("must have no credentials".to_owned());
    }
    let is_web = matches!(url.scheme(), "http" | "https");
    if let (true, Some(Host::Domain(host))) = (is_web, url.host())
        && !host.split('.').all(is_label)
    {
        return Err("must have a plain host name".to_owned());
    }
    // A browser adds the slash after a bare host, and means the same.
    let slash_added = is_web && url.path() == "/" && url.as_str().strip_suffix('/') == Some(text);
    if url.as_str() == text || slash_added {
        Ok(url)
    } else {
        Err(format!("must be written as a browser writes it: {url}"))
    }
}

/// An entry for the labels below a host; `rest` follows the wildcard.
fn wildcard(rest: &str) -> Result<String, Why> {
    if rest.contains(['*', '?', '#']) {
        return Err("must have one wildcard, no query string and no fragment".to_owned());
    }
    let url = one_form(&format!("https://{rest}"))?;
    let Some(Host::Domain(host)) = url.host() else {
        return Err("must not have a wildcard before an IP address".to_owned());
    };
    if psl::suffix_str(host) == Some(host) {
        return Err(format!(
            "must not have a wildcard before {host}: anybody can have a name there"
        ));
    }
    Ok(url.as_str().replacen("https://", WILDCARD, 1))
}

fn is_local(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address == std::net::Ipv4Addr::LOCALHOST,
        Some(Host::Ipv6(address)) => address == std::net::Ipv6Addr::LOCALHOST,
        None => false,
    }
}

/// A label of a host name; the underscore is no letter of host names, but names with it are in use.
fn is_label(label: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_');
    !label.is_empty() && label.bytes().all(plain)
}

#[cfg(test)]
mod tests;
