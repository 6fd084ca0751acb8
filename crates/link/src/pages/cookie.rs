//! What browsers keep for Link: one cookie for each visit to a bank, and one that ties a hosted session to the
//! browser that began it.
//!
//! Neither opens anything by itself: they only say that whoever comes is whoever was here before.

use super::{assets, query};
use http::header::{COOKIE, HeaderMap, HeaderValue, SET_COOKIE};
use selvedge_model::limits::{HOSTED_LINK_LIFE_MAX, OAUTH_VISIT_LIFE};
use selvedge_model::{Error, Sensitive};

/// How long a browser keeps what it must bring back: as long as the visit lasts.
const VISIT_SECONDS: i64 = OAUTH_VISIT_LIFE.as_secs();
/// As long as any session that it was kept for.
const BROWSER_SECONDS: i64 = HOSTED_LINK_LIFE_MAX.as_secs();
/// Most visits that a browser keeps something of at a time, with the one that begins: the head of a request that
/// brings them all has to be taken.
const VISITS: usize = 8;
/// How the names of the cookies of visits begin, but for a prefix that the browser minds.
const VISIT: &str = "selvedge_visit_";

/// Who sets cookies: whether this server is reached by TLS.
#[derive(Debug, Clone, Copy)]
pub(super) struct Jar {
    secure: bool,
}

impl Jar {
    pub(super) fn of(public_url: &str) -> Self {
        Self {
            secure: public_url.starts_with("https://"),
        }
    }

    /// The cookie of the visit with the `state` in this query: two visits at a time each have their own. Its path
    /// keeps it from the `__Host-` prefix.
    pub(super) fn visit(self, query: &str) -> String {
        let state = query::one(query, "state").unwrap_or_default();
        format!(
            "{}{:016x}",
            self.visits(),
            assets::hash([state.as_bytes()].into_iter())
        )
    }

    fn visits(self) -> String {
        format!("{}{VISIT}", if self.secure { "__Secure-" } else { "" })
    }

    /// The cookie of a browser that began a session on a page of ours. No neighbouring host can set one of this
    /// name over TLS, so nobody is given somebody else's.
    pub(super) const fn browser(self) -> &'static str {
        if self.secure {
            "__Host-selvedge_browser"
        } else {
            "selvedge_browser"
        }
    }

    /// Keeps what has to be brought back from a visit. The oldest go where there are many.
    pub(super) fn keep_visit(
        self,
        (asked, answer): (&HeaderMap, &mut HeaderMap),
        (name, value): (&str, &Sensitive),
    ) -> Result<(), Error> {
        let visits = self.visits();
        // Browsers send the oldest first.
        let earlier: Vec<&str> = pairs(asked)
            .map(|(key, _)| key)
            .filter(|key| key.starts_with(&visits) && *key != name)
            .collect();
        let too_many = earlier.len().saturating_sub(VISITS.saturating_sub(1));
        for old in earlier.into_iter().take(too_many) {
            self.forget_visit(answer, old)?;
        }
        self.set(answer, (name, value.expose()), ("/link/oauth", VISIT_SECONDS))
    }

    pub(super) fn forget_visit(self, answer: &mut HeaderMap, name: &str) -> Result<(), Error> {
        self.set(answer, (name, ""), ("/link/oauth", 0))
    }

    /// Keeps what a browser is known again by.
    pub(super) fn keep_browser(self, answer: &mut HeaderMap, value: &Sensitive) -> Result<(), Error> {
        self.set(answer, (self.browser(), value.expose()), ("/", BROWSER_SECONDS))
    }

    fn set(
        self,
        answer: &mut HeaderMap,
        (name, value): (&str, &str),
        (path, seconds): (&str, i64),
    ) -> Result<(), Error> {
        let only = if self.secure { "; Secure" } else { "" };
        let text = format!("{name}={value}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Lax{only}");
        let cookie = HeaderValue::try_from(text).map_err(Error::internal)?;
        answer.append(SET_COOKIE, cookie);
        Ok(())
    }
}

/// What the browser kept under `name`.
pub(super) fn kept(asked: &HeaderMap, name: &str) -> Option<Sensitive> {
    pairs(asked).find_map(|(key, value)| (key == name).then(|| Sensitive::from(value)))
}

fn pairs(asked: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    asked
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Jar = Jar { secure: false };
    const SECURE: Jar = Jar { secure: true };

    fn brought(text: &str) -> HeaderMap {
        HeaderMap::from_iter([(COOKIE, HeaderValue::try_from(text).unwrap())])
    }

    fn set(answer: &HeaderMap) -> Vec<&str> {
        let cookies = answer.get_all(SET_COOKIE).iter();
        cookies.map(|value| value.to_str().unwrap()).collect()
    }

    #[test]
    fn the_cookie_of_one_visit_is_not_that_of_another() {
        let (mine, other) = (PLAIN.visit("code=c&state=a"), PLAIN.visit("state=b"));
        assert_eq!(mine, PLAIN.visit("client_id=x&state=a"));
        assert_ne!(mine, other);
        let headers = brought(&format!("x=1; {mine}=kept; {other}=no"));
        assert_eq!(kept(&headers, &mine).unwrap().expose(), "kept");
        assert!(kept(&headers, "y").is_none());
    }

    #[test]
    fn l17_cookies_are_kept_from_scripts_and_other_sites() {
        let (none, value) = (HeaderMap::new(), Sensitive::from("b"));
        let mut answer = HeaderMap::new();
        PLAIN.keep_visit((&none, &mut answer), ("a", &value)).unwrap();
        PLAIN.keep_browser(&mut answer, &value).unwrap();
        assert_eq!(
            set(&answer),
            [
                "a=b; Path=/link/oauth; Max-Age=1800; HttpOnly; SameSite=Lax",
                "selvedge_browser=b; Path=/; Max-Age=1814400; HttpOnly; SameSite=Lax",
            ]
        );
        let mut answer = HeaderMap::new();
        SECURE.keep_visit((&none, &mut answer), ("a", &value)).unwrap();
        SECURE.keep_browser(&mut answer, &value).unwrap();
        assert!(set(&answer).iter().all(|cookie| cookie.ends_with("; Secure")));
        assert!(SECURE.visit("").starts_with("__Secure-"));
        assert!(SECURE.browser().starts_with("__Host-"));
    }

    #[test]
    fn a_browser_keeps_something_of_a_few_visits_and_the_oldest_goes() {
        let value = Sensitive::from("v");
        let names: Vec<String> = (0..VISITS)
            .map(|visit| PLAIN.visit(&format!("state={visit}")))
            .collect();
        let text = |names: &[String]| names.join("=v; ") + "=v; other=1";
        let mut answer = HeaderMap::new();
        let asked = brought(&text(&names[1..]));
        PLAIN.keep_visit((&asked, &mut answer), ("new", &value)).unwrap();
        assert_eq!(set(&answer).len(), 1, "there is room for it");
        let mut answer = HeaderMap::new();
        let asked = brought(&text(&names));
        PLAIN.keep_visit((&asked, &mut answer), ("new", &value)).unwrap();
        let cookies = set(&answer);
        assert_eq!(cookies.len(), 2);
        assert!(cookies[0].starts_with(&format!("{}=; Path=/link/oauth; Max-Age=0", names[0])));
    }
}
