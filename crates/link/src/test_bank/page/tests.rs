use super::*;
use selvedge_banks::institution::Catalogue;
use selvedge_model::id::InstitutionId;

const NASTY: &str = "<script>alert(\"1\")</script>'&";

fn bank(catalogue: &Catalogue) -> &Institution {
    catalogue.find(&InstitutionId::new("ins_127287")).unwrap()
}

/// Every page of the site once, with texts that try to be markup.
fn samples(bank: &Institution) -> Vec<(&'static str, String)> {
    let brand = || Brand::of(bank);
    let nasty = || vec![NASTY.to_owned(), "b".to_owned()];
    let every = || endings(|_| true);
    let question = |ask: Asked<'_>, trouble: Option<String>| {
        Question {
            bank: brand(),
            ticket: "t",
            ask,
            trouble,
            hint: "hint",
            endings: every(),
        }
        .render()
        .unwrap()
    };
    let selections = [Selection {
        question: NASTY.to_owned(),
        options: nasty(),
    }];
    let sign_in = |trouble| {
        SignIn {
            bank: brand(),
            app: NASTY,
            ticket: "t",
            username: NASTY,
            password: "p",
            trouble,
            endings: every(),
        }
        .render()
        .unwrap()
    };
    let consent = Consent {
        bank: brand(),
        app: NASTY,
        ticket: "t",
        accounts: vec![
            Row {
                id: "a",
                name: NASTY,
                mask: Some("00<0"),
                subtype: NASTY,
            },
            Row {
                id: "b",
                name: "b",
                mask: None,
                subtype: "checking",
            },
        ],
        kinds: DataScope::ALL.iter().copied().map(Kind::of).collect(),
        lasts: "for ever",
        trouble: Some(NASTY.to_owned()),
        endings: every(),
    };
    let back = Notice {
        link: Some("http://a/?b=\"<c>&d"),
        ..notice(bank, NASTY, NASTY, "RETURN")
    };
    let nobody = Notice {
        bank: None,
        style: String::new(),
        ..notice(bank, "title", NASTY, "NOTICE")
    };
    vec![
        ("sign-in", sign_in(None)),
        ("sign-in refused", sign_in(Some(NASTY.to_owned()))),
        ("device", question(Asked::SendTo(&nasty()), None)),
        ("code", question(Asked::Code(NASTY), Some(NASTY.to_owned()))),
        ("questions", question(Asked::Questions(&nasty()), None)),
        ("selections", question(Asked::Selections(&selections), None)),
        ("captcha", question(Asked::Captcha, None)),
        ("consent", consent.render().unwrap()),
        ("back", back.render().unwrap()),
        ("nobody", nobody.render().unwrap()),
    ]
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
