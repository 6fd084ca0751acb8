//! How a session looks: which customization it takes, and the app's name as it is shown.

use crate::BANK;
use selvedge_engine::link::{Appearance, Handle, Look, Start, Tiles, Way};
use selvedge_harness::{Bench, Keys};
use selvedge_model::{Clock as _, Ctx, Sensitive};
use serde_json::{Value, json};

const SET: &str = "/selvedge/link/customization/set";

fn ctx(bench: &Bench) -> Ctx<'_> {
    Ctx {
        now: bench.clock.now(),
        entropy: &*bench.entropy,
        request_id: "test",
    }
}

/// A link token for a session in English for the United States, with `extra` over that.
async fn token(bench: &Bench, keys: &Keys, extra: &Value) -> Sensitive {
    let mut body = json!({
        "client_name": "Demo", "language": "en", "country_codes": ["US"], "products": ["auth"],
        "user": { "client_user_id": "u" },
    });
    let session = body.as_object_mut().unwrap();
    session.extend(extra.as_object().unwrap().clone());
    let made = bench.post_as(keys, "/link/token/create", body).await.ok();
    Sensitive::from(made["link_token"].as_str().unwrap())
}

/// How a session opened with such a token looks.
async fn look(bench: &Bench, keys: &Keys, extra: Value) -> Look {
    let start = Start {
        handle: Handle::Token(token(bench, keys, &extra).await),
        way: Way::Overlay,
        origin: Some("https://app.example".to_owned()),
        in_webview: false,
        received_redirect_uri: None,
        key: None,
        browser: None,
    };
    let ctx = ctx(bench);
    let started = Box::pin(bench.engine.link_start(&ctx, start)).await;
    started.unwrap_or_else(|error| panic!("{error}")).view.look
}

async fn tiles(bench: &Bench, extra: Value) -> Tiles {
    let token = token(bench, bench.keys(), &extra).await;
    let tiles = bench.engine.link_tiles(&ctx(bench), &token, "").await;
    tiles.unwrap_or_else(|error| panic!("{error}"))
}

/// Sets a customization whose text names it, with `extra` over that.
async fn set(bench: &Bench, name: &str, extra: Value) {
    let mut body = json!({ "name": name, "texts": { "consent": name } });
    body.as_object_mut()
        .unwrap()
        .extend(extra.as_object().unwrap().clone());
    bench.post(SET, body).await.ok();
}

/// The name of the customization that a session took.
async fn taken(bench: &Bench, extra: Value) -> Option<String> {
    look(bench, bench.keys(), extra).await.texts.consent
}

#[tokio::test]
async fn a_session_without_a_customization_looks_as_link_does() {
    let bench = Bench::new().await;
    let look = look(&bench, bench.keys(), json!({})).await;
    assert_eq!(look.app_name.as_deref(), Some("Demo"));
    assert!(look.logo.is_none() && look.accent.is_none() && look.texts.consent.is_none());
    assert_eq!(look.appearance, Appearance::System);
}

#[tokio::test]
async fn a_session_takes_the_customization_that_it_names_and_else_the_default() {
    let bench = Bench::new().await;
    let named = |name: &str| json!({ "link_customization_name": name });
    assert_eq!(taken(&bench, named("spring")).await, None);
    set(&bench, "spring", json!({})).await;
    assert_eq!(taken(&bench, json!({})).await, None);
    assert_eq!(taken(&bench, named("spring")).await.as_deref(), Some("spring"));
    set(&bench, "default", json!({})).await;
    assert_eq!(taken(&bench, json!({})).await.as_deref(), Some("default"));
    assert_eq!(taken(&bench, named("spring")).await.as_deref(), Some("spring"));
    assert_eq!(taken(&bench, named("unknown")).await.as_deref(), Some("default"));
    assert_eq!(taken(&bench, named("Spring")).await.as_deref(), Some("default"));
    bench
        .post(
            "/selvedge/link/customization/remove",
            json!({ "name": "default" }),
        )
        .await
        .ok();
    assert_eq!(taken(&bench, named("unknown")).await, None);
    // Another team's is none of this one's.
    let other = bench.new_team().await;
    assert!(
        look(&bench, &other, named("spring"))
            .await
            .texts
            .consent
            .is_none()
    );
}

#[tokio::test]
async fn a_customization_for_another_language_or_other_countries_is_passed_over() {
    let bench = Bench::new().await;
    set(
        &bench,
        "spring",
        json!({ "language": "en", "country_codes": ["US", "CA"] }),
    )
    .await;
    let session = |language: &str, countries: &[&str]| json!({ "link_customization_name": "spring", "language": language, "country_codes": countries });
    assert_eq!(
        taken(&bench, session("en", &["CA", "US"])).await.as_deref(),
        Some("spring")
    );
    for other in [
        session("fr", &["US", "CA"]),
        session("en", &["US"]),
        session("en", &["US", "CA", "GB"]),
        session("en", &["US", "GB"]),
    ] {
        assert_eq!(taken(&bench, other.clone()).await, None, "{other}");
    }
    set(&bench, "default", json!({ "language": "fr" })).await;
    assert_eq!(
        taken(&bench, session("fr", &["US"])).await.as_deref(),
        Some("default")
    );
    assert_eq!(taken(&bench, session("en", &["US"])).await, None);
}

#[tokio::test]
async fn everything_of_a_customization_reaches_the_session() {
    let bench = Bench::new().await;
    let parts = json!({
        "accent_color": "#ffb000", "appearance": "DARK", "institutions": ["ins_109509", BANK],
        "texts": { "consent": "a", "institutions": "b", "connected": "c", "reconnected": "d" },
    });
    set(&bench, "default", parts).await;
    let tiles = tiles(&bench, json!({})).await;
    let offered: Vec<&str> = tiles.banks.iter().map(|bank| bank.id.as_str()).collect();
    assert_eq!(offered, ["ins_109509", BANK]);
    let look = tiles.look;
    let accent = look.accent.unwrap();
    assert_eq!(
        (accent.light.as_str(), accent.dark.as_str()),
        ("#9e6d00", "#ffb000")
    );
    let texts = [
        look.texts.consent,
        look.texts.institutions,
        look.texts.connected,
        look.texts.reconnected,
    ];
    assert_eq!(texts.map(Option::unwrap), ["a", "b", "c", "d"]);
    assert_eq!(look.appearance, Appearance::Dark);
}

#[tokio::test]
async fn the_tokens_own_appearance_wins() {
    let bench = Bench::new().await;
    set(&bench, "default", json!({ "appearance": "DARK" })).await;
    for (extra, expected) in [
        (json!({}), Appearance::Dark),
        (json!({ "appearance_mode": "LIGHT" }), Appearance::Light),
        (json!({ "appearance_mode": "SYSTEM" }), Appearance::System),
        (json!({ "appearance_mode": null }), Appearance::Dark),
    ] {
        let look = look(&bench, bench.keys(), extra.clone()).await;
        assert_eq!(look.appearance, expected, "{extra}");
    }
}

#[tokio::test]
async fn l8_a_session_shows_a_name_that_is_clean_marked_or_left_out() {
    let bench = Bench::new().await;
    let longest = "é".repeat(30);
    let cases = [
        ("Acme Pay", Some("Acme Pay")),
        ("Acme\u{202e}yaP\u{200b}", Some("AcmeyaP")),
        ("P\u{430}yments", Some("P[\u{430}]yments")),
        (longest.as_str(), Some(longest.as_str())),
        ("This name is longer than thirty", None),
        ("\u{200b}", None),
    ];
    for (name, expected) in cases {
        let look = look(&bench, bench.keys(), json!({ "client_name": name })).await;
        assert_eq!(look.app_name.as_deref(), expected, "{name:?}");
    }
}
