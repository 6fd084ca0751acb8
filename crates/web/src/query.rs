//! Credentials in a query string: found by name so that they can be refused.
//!
//! A query string ends up in proxies' logs and browsers' histories (ASVS 14.2.1), so the value is never read.
//! The one exception is a page of OAuth: there `client_id` is no credential but the public name of the app that
//! asks (RFC 6749 §2.2), and has its place in the query.

const CREDENTIALS: [&str; 11] = [
    "client_id",
    "secret",
    "access_token",
    "public_token",
    "processor_token",
    "link_token",
    "user_token",
    "password",
    "plaid-client-id",
    "plaid-secret",
    "authorization",
];

/// Where an app sends people with its public name in the query.
const AUTHORIZE: &str = "/authorize";
const PUBLIC_NAME: &str = "client_id";

/// The first credential that the query of a request for `path` names, however its name is written.
pub(crate) fn credential(path: &str, query: &str) -> Option<&'static str> {
    let is_public = |name: &str| name == PUBLIC_NAME && path.ends_with(AUTHORIZE);
    let names = query
        .split(['&', ';'])
        .map(|pair| pair.split('=').next().unwrap_or_default());
    for name in names {
        let plain = decode(name);
        let found = CREDENTIALS
            .iter()
            .find(|known| plain.eq_ignore_ascii_case(known.as_bytes()));
        if let Some(found) = found.filter(|found| !is_public(found)) {
            return Some(found);
        }
    }
    None
}

fn decode(name: &str) -> Vec<u8> {
    let mut bytes = name.bytes();
    let mut plain = Vec::with_capacity(name.len());
    while let Some(byte) = bytes.next() {
        let escaped = if byte == b'%' {
            hex_pair(&mut bytes.clone())
        } else {
            None
        };
        if let Some(value) = escaped {
            plain.push(value);
            bytes.nth(1);
        } else {
            plain.push(byte);
        }
    }
    plain
}

fn hex_pair(bytes: &mut impl Iterator<Item = u8>) -> Option<u8> {
    let mut digit = || char::from(bytes.next()?).to_digit(16);
    u8::try_from(digit()? * 16 + digit()?).ok()
}

#[cfg(test)]
mod tests {
    use super::credential;

    #[test]
    fn a_credential_is_found_however_its_name_is_written() {
        for query in [
            "secret=x",
            "a=b&secret",
            "SECRET=x",
            "a;secret=x",
            "%73ecret=x",
            "s%65%43ret=x",
            "=&secret=",
        ] {
            assert_eq!(credential("/accounts/get", query), Some("secret"), "{query}");
        }
    }

    #[test]
    fn other_names_and_broken_escapes_are_left_alone() {
        for query in [
            "",
            "token=x",
            "my_secret=x",
            "a=secret",
            "%7=secret",
            "%zzsecret=x",
            "%",
            "count=5&offset=%20",
        ] {
            assert_eq!(credential("/accounts/get", query), None, "{query}");
        }
    }

    #[test]
    fn only_a_page_of_oauth_takes_the_public_name_of_an_app() {
        assert_eq!(credential("/bank/authorize", "client_id=x&state=y"), None);
        assert_eq!(
            credential("/bank/authorize", "client_id=x&secret=y"),
            Some("secret")
        );
        assert_eq!(credential("/authorize/get", "client_id=x"), Some("client_id"));
    }
}
