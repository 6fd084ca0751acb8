//! Every way to write an address that means another place than it seems to.

use super::{completion, entry, is_listed, origin, redirect};
use selvedge_model::Environment::{Production, Sandbox};
use selvedge_model::limits;

#[test]
fn l10_a_redirect_uri_is_plain_https() {
    for good in [
        "https://app.example/back",
        "https://app.example",
        "https://app.example/",
        "https://app.example:8443/back/to/us",
        "https://localhost:3000/back",
        "https://xn--bcher-kva.example/back",
        "https://my_app.app.example/back",
        "https://192.0.2.7/back",
        "https://app.example/%C3%BC;v=1",
    ] {
        for environment in [Sandbox, Production] {
            assert!(
                redirect(good, environment).is_ok(),
                "{good}: {:?}",
                redirect(good, environment)
            );
        }
    }
    for local in [
        "http://localhost:3000/back",
        "http://127.0.0.1/back",
        "http://[::1]:8080/back",
    ] {
        assert!(redirect(local, Sandbox).is_ok(), "{local}");
        assert!(redirect(local, Production).is_err(), "{local}");
    }
}

/// Addresses that nobody is sent back to, in the more lenient environment either.
const NO_WAY_BACK: &[&str] = &[
    "",
    "back",
    "/back",
    "//app.example/back",
    "app.example/back",
    "https:app.example/back",
    "https:/app.example/back",
    "https:///app.example/back",
    "https://",
    "https:// app.example/back",
    " https://app.example/back",
    "https://app.example/back ",
    "https://app.example/ba\tck",
    "https://app.example/ba\nck",
    "https://app.example/ba\0ck",
    "https://app.example/ba ck",
    "https://app.example\\back",
    "https://app.example/\\evil.example",
    "https:\\\\app.example\\back",
    "https://app.example/back?",
    "https://app.example/back?a=b",
    "https://app.example/back#",
    "https://app.example/back#/route",
    "https://user@app.example/back",
    "https://user:word@app.example/back",
    "https://@app.example/back",
    "https://:@app.example/back",
    "https://app.example@evil.example/back",
    "https://APP.example/back",
    "HTTPS://app.example/back",
    "https://app.example./back",
    "https://app..example/back",
    "https://.app.example/back",
    "https://app.example:443/back",
    "https://app.example:/back",
    "https://app.example:99999/back",
    "https://app.example/a/../back",
    "https://app.example/./back",
    "https://app.example/%2e%2e/back",
    "https://app.example/a/%2E./back",
    "https://app%2eexample/back",
    "https://app.example%00.evil.example/back",
    "https://app.example;evil.example/back",
    "https://app.example,evil.example/back",
    "https://app'.example/back",
    "https://bücher.example/back",
    "https://аpp.example/back",
    "https://app。example/back",
    "https://app.example/bäck",
    "https://ⓐpp.example/back",
    "https://0x7f000001/back",
    "https://2130706433/back",
    "https://127.1/back",
    "https://*.app.example/back",
    "https://app.example/*",
    "http://app.example/back",
    "http://localhost.evil.example/back",
    "http://localhost.evil/back",
    "http://evil-localhost/back",
    "http://localhost./back",
    "http://LOCALHOST/back",
    "http://127.0.0.2/back",
    "http://127.0.0.1.evil.example/back",
    "http://0.0.0.0/back",
    "http://localhost@evil.example/back",
    "acme://back",
    "com.acme.app:/back",
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://app.example/back",
    "file:///etc/passwd",
    "ws://app.example/back",
];

#[test]
fn l10_a_redirect_uri_in_any_other_form_is_refused() {
    for bad in NO_WAY_BACK {
        assert!(
            redirect(bad, Sandbox).is_err(),
            "{bad:?}: {:?}",
            redirect(bad, Sandbox)
        );
        assert!(redirect(bad, Production).is_err(), "{bad:?}");
    }
    let long = |length: usize| format!("https://app.example/{}", "a".repeat(length - 20));
    assert!(redirect(&long(limits::URL_CHARS), Production).is_ok());
    assert!(redirect(&long(limits::URL_CHARS + 1), Production).is_err());
}

fn list(entries: &[&str]) -> Vec<String> {
    entries.iter().map(|text| entry(text, Sandbox).unwrap()).collect()
}

#[test]
fn l10_an_address_is_listed_when_it_is_an_entry_and_not_when_it_resembles_one() {
    let list = list(&[
        "https://app.example/back",
        "https://bare.example",
        "http://localhost:3000/back",
    ]);
    let listed = |text: &str| redirect(text, Sandbox).is_ok_and(|address| is_listed(&address, &list));
    for good in [
        "https://app.example/back",
        "https://bare.example",
        "https://bare.example/",
        "http://localhost:3000/back",
    ] {
        assert!(listed(good), "{good}");
    }
    for bad in [
        "https://app.example/back/",
        "https://app.example/back/more",
        "https://app.example/Back",
        "https://app.example/%62ack",
        "https://app.example/back%2f",
        "https://app.example/back%00",
        "https://app.example//back",
        "https://app.example/back//",
        "https://app.example/",
        "https://app.example",
        "https://app.example:8443/back",
        "https://app.example.evil.example/back",
        "https://evil.example/app.example/back",
        "https://sub.app.example/back",
        "https://bare.example/more",
        "https://bare.example.evil.example",
        "http://localhost:3001/back",
        "http://localhost/back",
        "https://localhost:3000/back",
        "http://127.0.0.1:3000/back",
    ] {
        assert!(!listed(bad), "{bad}");
    }
}

#[test]
fn l10_a_wildcard_stands_for_one_label_of_the_host() {
    let list = list(&["https://*.app.example/back", "https://*.eu.app.example:8443/back"]);
    let listed = |text: &str| redirect(text, Sandbox).is_ok_and(|address| is_listed(&address, &list));
    for good in [
        "https://one.app.example/back",
        "https://pr-17.app.example/back",
        "https://a.eu.app.example:8443/back",
    ] {
        assert!(listed(good), "{good}");
    }
    for bad in [
        "https://app.example/back",
        "https://a.b.app.example/back",
        "https://one.app.example/back/more",
        "https://one.app.example/",
        "https://one.app.example:8443/back",
        "https://oneapp.example/back",
        "https://evil.example/x.app.example/back",
        "https://evil/x.app.example/back",
        "https://evil:80/x.app.example/back",
        "https://one.app.example.evil.example/back",
        "http://one.app.example/back",
        "https://a.eu.app.example/back",
    ] {
        assert!(!listed(bad), "{bad}");
    }
}

#[test]
fn l10_a_wildcard_is_refused_where_anybody_can_have_a_name() {
    for bad in [
        "https://*/back",
        "https://*.example/back",
        "https://*.com/back",
        "https://*.co.uk/back",
        "https://*.github.io/back",
        "https://*.vercel.app/back",
        "https://*.herokuapp.com/back",
        "https://*.s3.amazonaws.com/back",
        "https://*.xn--55qx5d.cn/back",
        "https://*.localhost/back",
        "https://*.internal/back",
        "https://*.192.0.2.7/back",
        "https://*.[::1]/back",
        "https://*.app.example/back?a=b",
        "https://*.app.example/back#x",
        "https://*.app.example/*",
        "https://*.*.app.example/back",
        "https://app*.app.example/back",
        "https://app.*.example/back",
        "https://*app.example/back",
        "https://**.app.example/back",
        "https://*.APP.example/back",
        "https://*.app.example/../back",
        "https://*.user@app.example/back",
        "https://*.",
        "https://*./back",
        "http://*.app.example/back",
        "acme://*.back",
        "*://app.example/back",
        "*",
    ] {
        assert!(entry(bad, Sandbox).is_err(), "{bad}: {:?}", entry(bad, Sandbox));
    }
    for good in [
        "https://*.app.example/back",
        "https://*.acme.co.uk/back",
        "https://*.acme.github.io/back",
        "https://*.corp.internal",
    ] {
        assert!(
            entry(good, Production).is_ok(),
            "{good}: {:?}",
            entry(good, Production)
        );
    }
}

#[test]
fn l10_a_list_has_http_for_this_machine_in_the_sandbox_only() {
    assert!(entry("http://localhost:3000/back", Sandbox).is_ok());
    for (text, environment) in [
        ("http://localhost:3000/back", Production),
        ("http://app.example/back", Sandbox),
        ("http://app.example/back", Production),
    ] {
        assert!(entry(text, environment).is_err(), "{text}");
    }
}

#[test]
fn l11_what_runs_shows_or_opens_something_of_its_own_is_no_place_to_go() {
    for bad in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\u{1}javascript:alert(1)",
        " javascript:alert(1)",
        "javascript://app.example/%0aalert(1)",
        "vbscript:msgbox(1)",
        "livescript:x",
        "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "blob:https://app.example/1b9a",
        "file:///etc/passwd",
        "filesystem:https://app.example/x",
        "about:blank",
        "view-source:https://app.example",
        "jar:https://app.example!/x",
        "mhtml:https://app.example",
        "ws://app.example",
        "wss://app.example",
        "ftp://app.example",
        "mailto:a@app.example",
        "tel:+12025550123",
        "sms:+12025550123",
        "intent://x#Intent;scheme=acme;end",
        "ms-settings:x",
        "ms-msdt:/id",
        "search-ms:query=x",
        "chrome://settings",
        "chrome-extension://abc/x",
        "content://x",
        "C:\\x",
        "c:/x",
        "",
        "done",
        "/done",
        "//app.example/done",
        "https://user:word@app.example/done",
        "https://app.example\\done",
        "https://APP.example/done",
        "https://app.example/a/../done",
        "acme://user@done",
        "acme://done done",
        "acme://dön",
    ] {
        assert!(completion(bad).is_err(), "{bad:?}: {:?}", completion(bad));
        assert!(entry(bad, Sandbox).is_err(), "{bad:?}");
    }
    for good in [
        "https://app.example/done?session=1#top",
        "http://app.example/done",
        "acme://done",
        "com.acme.app:/done",
        "com.acme.app://oauth/done?x=1",
    ] {
        assert!(completion(good).is_ok(), "{good}: {:?}", completion(good));
    }
}

#[test]
fn l11_a_place_to_go_is_on_the_list_with_its_query_or_not_at_all() {
    let list = list(&["https://app.example/done?session=1", "acme://done"]);
    let listed = |text: &str| completion(text).is_ok_and(|address| is_listed(&address, &list));
    for good in ["https://app.example/done?session=1", "acme://done"] {
        assert!(listed(good), "{good}");
    }
    for bad in [
        "https://app.example/done",
        "https://app.example/done?session=2",
        "https://app.example/done?session=1&next=x",
        "https://evil.example/done?session=1",
        "acme://done/more",
        "acme://done?x",
        "acme:done",
        "acme2://done",
        "http://app.example/done?session=1",
    ] {
        assert!(!listed(bad), "{bad}");
    }
}

#[test]
fn l5_an_origin_is_a_scheme_a_host_and_perhaps_a_port() {
    for good in [
        "https://app.example",
        "https://app.example:8443",
        "https://xn--bcher-kva.example",
        "capacitor://localhost",
    ] {
        for environment in [Sandbox, Production] {
            assert_eq!(origin(good, environment).as_deref(), Ok(good), "{good}");
        }
    }
    for plain in [
        "http://localhost:3000",
        "http://192.0.2.7:3000",
        "http://app.example",
    ] {
        assert!(origin(plain, Sandbox).is_ok(), "{plain}");
        assert!(origin(plain, Production).is_err(), "{plain}");
    }
    for bad in [
        "",
        "*",
        "https:",
        "https://*",
        "https://*.app.example",
        "https://app.example/",
        "https://app.example/page",
        "https://app.example?a",
        "https://app.example#a",
        "https://user@app.example",
        "https://app.example:443",
        "https://APP.example",
        "https://app.example https://evil.example",
        "https://app.example;script-src *",
        "https://app.example,https://evil.example",
        "https://app.example'none'",
        "https://app.example\r\nx: y",
        "https://[::1]:3000",
        "http://[::1]:3000",
        "null",
        "'self'",
        "data:",
        "javascript://app.example",
        "file://",
        "capacitor://local;host",
        "capacitor:",
        "capacitor://Local*",
    ] {
        assert!(
            origin(bad, Sandbox).is_err(),
            "{bad:?}: {:?}",
            origin(bad, Sandbox)
        );
    }
}
