//! Every page, rendered with texts that try to be markup.

use super::*;
use selvedge_banks::institution::Catalogue;
use selvedge_model::id::InstitutionId;

const NASTY: &str = "<script>alert(\"1\")</script>'&";

fn bank(catalogue: &Catalogue) -> &Institution {
    catalogue.find(&InstitutionId::new("ins_127287")).unwrap()
}

/// Every page of the site once, with texts that try to be markup.
fn samples(bank: &Institution) -> Vec<(&'static str, String)> {
    let leaving = Notice {
        link: Some("http://a/?b=\"<c>&d"),
        ..notice(bank, NASTY, NASTY, "RETURN")
    };
    let nobody = Notice {
        bank: None,
        style: String::new(),
        ..notice(bank, "title", NASTY, "NOTICE")
    };
    let (texts, selections) = (
        vec![NASTY.to_owned(), "b".to_owned()],
        [Selection {
            question: NASTY.to_owned(),
            options: vec![NASTY.to_owned(), "b".to_owned()],
        }],
    );
    vec![
        ("sign-in", sign_in(bank, None)),
        ("sign-in refused", sign_in(bank, Some(NASTY.to_owned()))),
        ("device", question(bank, Asked::SendTo(&texts))),
        ("code", question(bank, Asked::Code(NASTY))),
        ("questions", question(bank, Asked::Questions(&texts))),
        ("selections", question(bank, Asked::Selections(&selections))),
        ("captcha", question(bank, Asked::Captcha)),
        ("consent", sharing(bank)),
        ("leaving", leaving.render().unwrap()),
        ("nobody", nobody.render().unwrap()),
    ]
}

fn sign_in(bank: &Institution, trouble: Option<String>) -> String {
    let page = SignIn {
        bank: Brand::of(bank),
        app: NASTY,
        ticket: "t",
        username: NASTY,
        password: "p",
        trouble,
        endings: endings(|_| true),
    };
    page.render().unwrap()
}

fn question(bank: &Institution, ask: Asked<'_>) -> String {
    let page = Question {
        bank: Brand::of(bank),
        ticket: "t",
        ask,
        trouble: Some(NASTY.to_owned()),
        hint: "hint",
        endings: endings(|_| true),
    };
    page.render().unwrap()
}

fn sharing(bank: &Institution) -> String {
    let row = |id, name, mask| Row {
        id,
        name,
        mask,
        kind: Cow::Borrowed(NASTY),
    };
    let page = Consent {
        bank: Brand::of(bank),
        app: NASTY,
        ticket: "t",
        accounts: vec![row("a", NASTY, Some("00<0")), row("b", "b", None)],
        kinds: DataScope::ALL.iter().copied().map(Kind::of).collect(),
        lasts: "for ever",
        trouble: Some(NASTY.to_owned()),
        endings: endings(|_| true),
    };
    page.render().unwrap()
}

#[test]
fn l7_no_text_becomes_markup_on_any_page() {
    let catalogue = Catalogue::load().unwrap();
    for (page, html) in samples(bank(&catalogue)) {
        assert!(!html.contains("<script"), "{page}: {html}");
        assert!(
            !html.contains(" style=") && !html.contains("<style"),
            "{page} has a style of its own"
        );
        assert!(html.starts_with("<!doctype html>"), "{page}");
        assert!(html.contains("lang=\"en\"") && html.contains("<title>"), "{page}");
        assert_eq!(html.matches("<h1>").count(), 1, "{page}");
        assert_eq!(html.matches("<main ").count(), 1, "{page}");
    }
}

#[test]
fn every_field_has_a_label_and_no_id_is_there_twice() {
    let catalogue = Catalogue::load().unwrap();
    for (page, html) in samples(bank(&catalogue)) {
        let ids: Vec<&str> = html
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        for id in &ids {
            assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "{page}: {id}");
        }
        for field in html
            .split("<input ")
            .skip(1)
            .chain(html.split("<select ").skip(1))
        {
            let field = field.split('>').next().unwrap();
            let id = field
                .split(" id=\"")
                .nth(1)
                .or_else(|| field.strip_prefix("id=\""));
            if let Some(id) = id.and_then(|rest| rest.split('"').next()) {
                assert!(html.contains(&format!("<label for=\"{id}\">")), "{page}: {id}");
            } else {
                let wrapped = ["hidden", "radio", "checkbox"].map(|kind| format!("type=\"{kind}\""));
                assert!(wrapped.iter().any(|kind| field.contains(kind)), "{page}: {field}");
            }
        }
    }
}

#[test]
fn every_ending_has_words_of_its_own() {
    let words: std::collections::BTreeSet<&str> = Outcome::ALL.iter().map(|it| words::outcome(*it)).collect();
    assert_eq!(words.len(), Outcome::ALL.len());
}

#[test]
fn a_page_is_kept_from_frames_caches_and_scripts() {
    let catalogue = Catalogue::load().unwrap();
    let response = told(bank(&catalogue), "title", "words").unwrap();
    let headers = response.headers();
    let policy = headers[CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none';") && policy.contains("frame-ancestors 'none'"));
    assert!(!policy.contains("unsafe") && !policy.contains("script-src"));
    assert_eq!(headers[CACHE_CONTROL], "no-store");
    assert_eq!(headers[X_FRAME_OPTIONS], "DENY");
    assert!(headers.get(OPENER).is_none());
    let aloof = catalogue.find(&InstitutionId::new(ALOOF)).unwrap();
    let response = told(aloof, "title", "words").unwrap();
    assert_eq!(response.headers()[OPENER], "same-origin");
}
