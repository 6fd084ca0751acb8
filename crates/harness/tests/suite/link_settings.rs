//! `/selvedge/link/…`: what a team allows and asks of Link, and what comes of it.

use crate::BANK;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use selvedge_engine::link::LinkChange;
use selvedge_harness::{Bench, Keys};
use selvedge_model::{Clock as _, Ctx, ErrorCode as Code, limits};
use serde_json::{Value, json};

const GET: &str = "/selvedge/link/settings/get";
const UPDATE: &str = "/selvedge/link/settings/update";
const SET: &str = "/selvedge/link/customization/set";
const SHOW: &str = "/selvedge/link/customization/get";
const LIST: &str = "/selvedge/link/customization/list";
const REMOVE: &str = "/selvedge/link/customization/remove";

async fn settings(bench: &Bench, keys: &Keys) -> Value {
    let mut shown = bench.post_as(keys, GET, json!({})).await.ok();
    shown.as_object_mut().unwrap().remove("request_id");
    shown
}

async fn set(bench: &Bench, body: Value) -> Value {
    bench.post(SET, body).await.ok()["customization"].take()
}

/// A PNG of one colour, base64.
fn logo(shade: u8) -> String {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 4, 4);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[shade; 16]).unwrap();
    writer.finish().unwrap();
    STANDARD.encode(bytes)
}

/// The name in the path of a logo.
fn logo_name(customization: &Value) -> String {
    let path = customization["logo"].as_str().unwrap();
    let name = path
        .strip_prefix("/link/logo/")
        .unwrap()
        .strip_suffix(".png")
        .unwrap();
    assert!(
        name.len() == 32 && name.bytes().all(|byte| byte.is_ascii_hexdigit()),
        "{path}"
    );
    name.to_owned()
}

#[tokio::test]
async fn a_team_begins_with_empty_lists() {
    let bench = Bench::new().await;
    let empty = json!({ "link_webhooks": false, "redirect_uris": [], "web_origins": [] });
    assert_eq!(settings(&bench, bench.keys()).await, empty);
}

#[tokio::test]
async fn what_is_absent_stays_and_a_list_is_replaced_as_a_whole() {
    let bench = Bench::new().await;
    let first = json!({
        "redirect_uris": ["https://app.example", "acme://done", "https://app.example/", "https://*.app.example/back"],
        "web_origins": ["https://app.example", "http://localhost:3000", "https://app.example"],
    });
    let answer = bench.post(UPDATE, first).await.ok();
    // Bare hosts get their slash, and what is there twice is there once.
    let redirects = json!([
        "https://app.example/",
        "acme://done",
        "https://*.app.example/back"
    ]);
    let origins = json!(["https://app.example", "http://localhost:3000"]);
    assert_eq!(
        (&answer["redirect_uris"], &answer["web_origins"]),
        (&redirects, &origins)
    );
    bench.post(UPDATE, json!({ "link_webhooks": true })).await.ok();
    bench.post(UPDATE, json!({ "redirect_uris": null })).await.ok();
    bench.post(UPDATE, json!({})).await.ok();
    let shown = settings(&bench, bench.keys()).await;
    assert_eq!(
        shown,
        json!({ "link_webhooks": true, "redirect_uris": redirects, "web_origins": origins })
    );
    bench
        .post(
            UPDATE,
            json!({ "redirect_uris": ["https://b.example/"], "web_origins": [] }),
        )
        .await
        .ok();
    let shown = settings(&bench, bench.keys()).await;
    assert_eq!(
        shown,
        json!({ "link_webhooks": true, "redirect_uris": ["https://b.example/"], "web_origins": [] })
    );
}

#[tokio::test]
async fn a_bad_entry_is_named_and_nothing_is_changed() {
    let bench = Bench::new().await;
    bench
        .post(UPDATE, json!({ "redirect_uris": ["https://app.example/back"] }))
        .await
        .ok();
    let before = settings(&bench, bench.keys()).await;
    for (body, words) in [
        (
            json!({ "redirect_uris": ["https://b.example/", "https://*.com/"] }),
            "redirect_uris[1]",
        ),
        (
            json!({ "redirect_uris": ["javascript:alert(1)"] }),
            "redirect_uris[0]",
        ),
        (
            json!({ "redirect_uris": ["http://app.example/back"] }),
            "localhost",
        ),
        (
            json!({ "redirect_uris": ["https://APP.example/back"] }),
            "https://app.example/back",
        ),
        (
            json!({ "web_origins": ["https://app.example/"], "link_webhooks": true }),
            "web_origins[0]",
        ),
        (
            json!({ "web_origins": ["https://*.app.example"] }),
            "web_origins[0]",
        ),
    ] {
        let answer = bench.post(UPDATE, body.clone()).await;
        let said = answer.refused(Code::InvalidField);
        assert!(said.contains(words), "{body}: {said}");
        assert_eq!(settings(&bench, bench.keys()).await, before, "{body}");
    }
}

#[tokio::test]
async fn the_lists_have_lengths() {
    let bench = Bench::new().await;
    let redirects = |count: usize| {
        let list: Vec<String> = (0..count)
            .map(|number| format!("https://app.example/{number}"))
            .collect();
        json!({ "redirect_uris": list })
    };
    let origins = |count: usize| {
        let list: Vec<String> = (0..count)
            .map(|number| format!("https://a{number}.example"))
            .collect();
        json!({ "web_origins": list })
    };
    for (good, bad) in [
        (
            redirects(limits::REDIRECT_URIS),
            redirects(limits::REDIRECT_URIS + 1),
        ),
        (origins(limits::WEB_ORIGINS), origins(limits::WEB_ORIGINS + 1)),
    ] {
        bench.post(UPDATE, good).await.ok();
        bench.post(UPDATE, bad).await.refused(Code::InvalidField);
    }
    for (change, words) in [
        (
            LinkChange::AllowRedirect("https://one.more.example/".to_owned()),
            "at most 100 addresses",
        ),
        (
            LinkChange::AllowOrigin("https://one.more.example".to_owned()),
            "at most 50 origins",
        ),
    ] {
        let refused = by_operator(&bench, change).await.unwrap_err();
        assert!(refused.contains(words), "{refused}");
    }
}

/// As the command line does it: the list of redirects afterwards, or why not.
async fn by_operator(bench: &Bench, change: LinkChange) -> Result<Vec<String>, String> {
    let ctx = Ctx {
        now: bench.clock.now(),
        entropy: &*bench.entropy,
        request_id: "test",
    };
    let changed = bench
        .engine
        .change_link_settings(&ctx, &bench.keys().team, change)
        .await;
    changed
        .map(|settings| settings.redirect_uris)
        .map_err(|error| error.message.into_owned())
}

#[tokio::test]
async fn an_operator_adds_and_takes_single_entries() {
    let bench = Bench::new().await;
    let allow = |text: &str| LinkChange::AllowRedirect(text.to_owned());
    let deny = |text: &str| LinkChange::DenyRedirect(text.to_owned());
    by_operator(&bench, allow("https://app.example")).await.unwrap();
    for _ in 0..2 {
        let list = by_operator(&bench, allow("acme://done")).await.unwrap();
        assert_eq!(list, ["https://app.example/", "acme://done"]);
    }
    assert!(by_operator(&bench, allow("https://*.com/")).await.is_err());
    assert!(
        by_operator(&bench, deny("https://b.example/"))
            .await
            .unwrap_err()
            .contains("not on")
    );
    assert_eq!(
        by_operator(&bench, deny("https://app.example")).await.unwrap(),
        ["acme://done"]
    );
    by_operator(&bench, LinkChange::AllowOrigin("https://app.example".to_owned()))
        .await
        .unwrap();
    assert_eq!(
        settings(&bench, bench.keys()).await["web_origins"],
        json!(["https://app.example"])
    );
    by_operator(&bench, LinkChange::DenyOrigin("https://app.example".to_owned()))
        .await
        .unwrap();
    assert_eq!(settings(&bench, bench.keys()).await["web_origins"], json!([]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn entries_that_are_added_at_once_are_all_there() {
    let bench = Bench::new().await;
    let added = (0..24).map(|number| {
        by_operator(
            &bench,
            LinkChange::AllowRedirect(format!("https://app.example/{number}")),
        )
    });
    for result in futures_util::future::join_all(added).await {
        result.unwrap();
    }
    let shown = settings(&bench, bench.keys()).await;
    assert_eq!(shown["redirect_uris"].as_array().unwrap().len(), 24);
}

#[tokio::test]
async fn a_reset_forgets_settings_and_customizations() {
    let bench = Bench::new().await;
    bench
        .post(
            UPDATE,
            json!({ "redirect_uris": ["acme://done"], "link_webhooks": true }),
        )
        .await
        .ok();
    let name = logo_name(&set(&bench, json!({ "name": "default", "logo": logo(1) })).await);
    bench.post("/selvedge/teams/reset", json!({})).await.ok();
    let empty = json!({ "link_webhooks": false, "redirect_uris": [], "web_origins": [] });
    assert_eq!(settings(&bench, bench.keys()).await, empty);
    assert_eq!(
        bench.post(LIST, json!({})).await.ok()["customizations"],
        json!([])
    );
    assert!(bench.engine.link_logo(&name).await.unwrap().is_none());
}

#[tokio::test]
async fn one_teams_settings_and_customizations_are_nothing_to_another() {
    let bench = Bench::new().await;
    let other = bench.new_team().await;
    bench
        .post(
            UPDATE,
            json!({ "redirect_uris": ["acme://done"], "web_origins": ["https://a.example"] }),
        )
        .await
        .ok();
    let mine = set(
        &bench,
        json!({ "name": "default", "logo": logo(1), "accent_color": "#27408b" }),
    )
    .await;
    let empty = json!({ "link_webhooks": false, "redirect_uris": [], "web_origins": [] });
    assert_eq!(settings(&bench, &other).await, empty);
    assert_ne!(
        bench.engine.framing(&other.team).await.unwrap(),
        ["https://a.example"]
    );
    assert_eq!(
        bench.engine.framing(&bench.keys().team).await.unwrap(),
        ["https://a.example"]
    );
    let named = json!({ "name": "default" });
    bench
        .post_as(&other, SHOW, named.clone())
        .await
        .refused(Code::InvalidField);
    bench
        .post_as(&other, REMOVE, named.clone())
        .await
        .refused(Code::InvalidField);
    assert_eq!(
        bench.post_as(&other, LIST, json!({})).await.ok()["customizations"],
        json!([])
    );
    // The same name and the same image are another customization and another logo.
    let theirs = bench
        .post_as(&other, SET, json!({ "name": "default", "logo": logo(1) }))
        .await
        .ok();
    assert_ne!(logo_name(&theirs["customization"]), logo_name(&mine));
    bench.post_as(&other, REMOVE, named.clone()).await.ok();
    assert_eq!(bench.post(SHOW, named).await.ok()["customization"], mine);
    assert!(bench.engine.link_logo(&logo_name(&mine)).await.unwrap().is_some());
}

#[tokio::test]
async fn l5_anybody_secure_may_embed_link_in_the_sandbox_and_nobody_in_production_until_a_team_names_somebody()
 {
    let (sandbox, production) = (Bench::new().await, Bench::production().await);
    let of = async |bench: &Bench| bench.engine.framing(&bench.keys().team).await.unwrap();
    assert_eq!(
        of(&sandbox).await,
        ["https:", "http://localhost:*", "http://127.0.0.1:*"]
    );
    assert_eq!(of(&production).await, Vec::<String>::new());
    for bench in [&sandbox, &production] {
        bench
            .post(UPDATE, json!({ "web_origins": ["https://app.example:8443"] }))
            .await
            .ok();
        assert_eq!(of(bench).await, ["https://app.example:8443"]);
    }
}

#[tokio::test]
async fn a_customization_comes_back_as_it_was_set() {
    let bench = Bench::new().await;
    let plain = set(&bench, json!({ "name": "default" })).await;
    assert_eq!(
        plain,
        json!({
            "accent": null, "account_select": "several", "appearance": "SYSTEM", "country_codes": null,
            "institutions": null, "language": null, "logo": null, "name": "default", "texts": {},
            "updated_at": plain["updated_at"],
        })
    );
    let moment = plain["updated_at"].as_str().unwrap();
    let decimals = moment
        .split('.')
        .nth(1)
        .map_or(0, |rest| rest.trim_end_matches('Z').len());
    assert!(decimals <= 3, "{moment} is finer than a millisecond");
    let full = json!({
        "name": "Frühling", "language": "de", "country_codes": ["US", "DE", "US"], "accent_color": "#27408B",
        "logo": logo(1), "institutions": ["ins_109509", BANK], "account_select": "all", "appearance": "DARK",
        "texts": { "consent": "Dein Gehaltskonto", "institutions": "Wo?", "connected": "Danke", "reconnected": "Wieder da" },
    });
    let made = set(&bench, full.clone()).await;
    assert_eq!(made["accent"]["given"], "#27408b");
    assert_eq!(
        (&made["accent"]["light"], &made["accent"]["adjusted"]),
        (&json!("#27408b"), &json!(["dark"]))
    );
    assert_eq!(made["country_codes"].as_array().unwrap().len(), 2);
    for key in [
        "name",
        "language",
        "institutions",
        "account_select",
        "appearance",
        "texts",
    ] {
        assert_eq!(made[key], full[key], "{key}");
    }
    assert_eq!(
        bench.post(SHOW, json!({ "name": "Frühling" })).await.ok()["customization"],
        made
    );
    assert_eq!(
        bench.post(LIST, json!({})).await.ok()["customizations"],
        json!([made, plain])
    );
    bench.post(REMOVE, json!({ "name": "default" })).await.ok();
    bench
        .post(REMOVE, json!({ "name": "default" }))
        .await
        .refused(Code::InvalidField);
    assert_eq!(
        bench.post(LIST, json!({})).await.ok()["customizations"],
        json!([made])
    );
}

#[tokio::test]
async fn what_is_shown_of_a_customization_can_be_set_again() {
    let bench = Bench::new().await;
    for body in [
        json!({ "name": "plain" }),
        json!({
            "name": "full", "language": "de", "country_codes": ["US"], "account_select": "one",
            "institutions": [BANK], "texts": { "consent": "Hallo" },
        }),
    ] {
        set(&bench, body.clone()).await;
        let name = json!({ "name": body["name"] });
        let shown = bench.post(SHOW, name.clone()).await.ok()["customization"].take();
        let fields = [
            "name",
            "account_select",
            "appearance",
            "country_codes",
            "institutions",
            "language",
            "texts",
        ];
        let again: serde_json::Map<String, Value> = fields
            .into_iter()
            .map(|field| (field.to_owned(), shown[field].clone()))
            .collect();
        let mut made = set(&bench, Value::Object(again)).await;
        made["updated_at"] = shown["updated_at"].clone();
        assert_eq!(made, shown);
    }
}

#[tokio::test]
async fn a_logo_stays_until_another_one_or_null_is_set() {
    let bench = Bench::new().await;
    let first = logo_name(&set(&bench, json!({ "name": "default", "logo": logo(1) })).await);
    let again = set(&bench, json!({ "name": "default", "accent_color": "#27408b" })).await;
    assert_eq!(logo_name(&again), first);
    let stored = bench.engine.link_logo(&first).await.unwrap().unwrap();
    let mut reader = png::Decoder::new(std::io::Cursor::new(stored))
        .read_info()
        .unwrap();
    let mut pixels = [0; 16];
    reader.next_frame(&mut pixels).unwrap();
    assert_eq!(pixels, [1; 16]);
    let second = logo_name(&set(&bench, json!({ "name": "default", "logo": logo(2) })).await);
    assert_ne!(second, first);
    assert!(bench.engine.link_logo(&first).await.unwrap().is_none());
    let without = set(&bench, json!({ "name": "default", "logo": null })).await;
    assert_eq!(
        (&without["logo"], &without["accent"]),
        (&Value::Null, &Value::Null)
    );
    for gone in [first, second, "0".repeat(32), String::new()] {
        assert!(bench.engine.link_logo(&gone).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn l9_what_is_no_small_png_is_no_logo() {
    let bench = Bench::new().await;
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    for bad in [
        STANDARD.encode(svg),
        format!("data:image/png;base64,{}", logo(1)),
        format!("data:image/svg+xml,{svg}"),
        STANDARD.encode(b"GIF89a"),
        "https://app.example/logo.png".to_owned(),
        String::new(),
        STANDARD.encode(vec![0; limits::LOGO_BYTES + 1]),
    ] {
        let answer = bench.post(SET, json!({ "name": "default", "logo": bad })).await;
        assert!(
            answer.refused(Code::InvalidField).starts_with("logo must"),
            "{}",
            answer.text
        );
    }
    bench
        .post(SHOW, json!({ "name": "default" }))
        .await
        .refused(Code::InvalidField);
}

#[tokio::test]
async fn the_parts_of_a_customization_are_checked() {
    let bench = Bench::new().await;
    let named = |name: String| json!({ "name": name });
    let text = |text: String| json!({ "name": "a", "texts": { "consent": text } });
    let banks = |ids: Value| json!({ "name": "a", "institutions": ids });
    let long = limits::CUSTOM_TEXT_CHARS;
    for good in [
        named("é".repeat(100)),
        text("é".repeat(long)),
        text("Zwei Wörter".to_owned()),
        banks(json!([BANK])),
    ] {
        bench.post(SET, good).await.ok();
    }
    for (bad, word) in [
        (named("é".repeat(101)), "name"),
        (named("a\u{202e}b".to_owned()), "name"),
        (named(" ".to_owned()), "name"),
        (text("é".repeat(long + 1)), "texts.consent"),
        (text("a\nb".to_owned()), "texts.consent"),
        (text("a\u{200b}b".to_owned()), "texts.consent"),
        (text("\u{2067}b".to_owned()), "texts.consent"),
        (text(String::new()), "texts.consent"),
        (json!({ "name": "a", "texts": { "nope": "x" } }), "nope"),
        (json!({ "name": "a", "accent_color": "red" }), "accent_color"),
        (json!({ "name": "a", "accent_color": "#fff" }), "accent_color"),
        (json!({ "name": "a", "accent_color": "#12345g" }), "accent_color"),
        (banks(json!(["ins_0"])), "institutions[0]"),
        (banks(json!([BANK, BANK])), "institutions[1]"),
        (banks(json!([])), "institutions"),
        (json!({ "name": "a", "country_codes": [] }), "country_codes"),
        (json!({ "name": "a", "country_codes": ["XX"] }), "country_codes"),
        (json!({ "name": "a", "language": "xx" }), "language"),
        (json!({ "name": "a", "account_select": "two" }), "account_select"),
    ] {
        let answer = bench.post(SET, bad.clone()).await;
        let known = [Code::InvalidField, Code::UnknownFields]
            .iter()
            .any(|code| answer.body["error_code"] == code.as_str());
        assert!(known && answer.text.contains(word), "{bad}: {}", answer.text);
    }
    bench.post(SET, json!({})).await.refused(Code::MissingFields);
}

#[tokio::test]
async fn a_team_has_so_many_customizations_and_not_one_more() {
    let bench = Bench::new().await;
    for number in 0..limits::CUSTOMIZATIONS {
        set(&bench, json!({ "name": format!("c{number}") })).await;
    }
    bench
        .post(SET, json!({ "name": "more" }))
        .await
        .refused(Code::InvalidField);
    // One that is there can still be replaced.
    set(&bench, json!({ "name": "c0", "account_select": "one" })).await;
}
