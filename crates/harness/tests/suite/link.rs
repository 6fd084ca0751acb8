//! `/link/token/create` and `/link/token/get`.

use crate::BANK;
use insta::assert_json_snapshot;
use selvedge_harness::{Bench, session};
use selvedge_model::{ErrorCode as Code, limits};
use serde_json::{Value, json};

async fn created(bench: &Bench, extra: Value) -> Value {
    bench.post("/link/token/create", session(&extra)).await.ok()
}

#[tokio::test]
async fn a_link_token_without_extras_has_three_keys() {
    let bench = Bench::new().await;
    let answer = bench.post("/link/token/create", session(&json!({}))).await;
    assert_json_snapshot!("link_token_create", answer.redacted());
    let token = answer.ok()["link_token"].as_str().unwrap().to_owned();
    assert!(token.starts_with("link-sandbox-"));
}

#[tokio::test]
async fn a_link_token_says_what_it_was_made_with_and_adds_nothing() {
    let bench = Bench::new().await;
    let made = created(
        &bench,
        json!({
            "country_codes": ["GB", "US"], "products": ["transactions", "auth"], "language": "fr",
            "webhook": "https://app.example/hooks", "redirect_uri": "https://app.example/back",
            "account_filters": { "depository": { "account_subtypes": ["savings", "checking"] } },
            "institution_data": { "routing_number": "011401533" },
        }),
    )
    .await;
    let body = json!({ "link_token": made["link_token"] });
    let answer = bench.post("/link/token/get", body).await;
    assert_json_snapshot!("link_token_get", answer.redacted());
}

#[tokio::test]
async fn a_hosted_session_has_a_page_of_its_own_under_this_servers_address() {
    let bench = Bench::new().await;
    let made = created(
        &bench,
        json!({ "hosted_link": { "completion_redirect_uri": "acme://done" } }),
    )
    .await;
    let url = made["hosted_link_url"].as_str().unwrap();
    let name = url.strip_prefix("http://selvedge.test/link/lp").unwrap();
    assert_eq!(name.len(), 32);
    assert!(
        name.bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    );
    let other = created(&bench, json!({ "hosted_link": {} })).await;
    assert_ne!(other["hosted_link_url"], made["hosted_link_url"]);
}

#[tokio::test]
async fn a_session_for_a_known_user_names_them() {
    let bench = Bench::new().await;
    let user = bench
        .post("/user/create", json!({ "client_user_id": "u-1" }))
        .await
        .ok();
    let made = created(&bench, json!({ "user": null, "user_id": user["user_id"] })).await;
    assert_eq!(made["user_id"], user["user_id"]);
    let shown = bench
        .post("/link/token/get", json!({ "link_token": made["link_token"] }))
        .await
        .ok();
    assert_eq!(shown["user_id"], user["user_id"]);
}

#[tokio::test]
async fn everything_that_apps_are_known_to_send_is_taken() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let taken = [
        json!({ "user": { "client_user_id": "2026-11-22 12:00:00.1 +0000 UTC m=+0.01" } }),
        json!({ "user": { "client_user_id": "u", "phone_number": "+1 415 555 0123" } }),
        json!({ "user": { "client_user_id": "u", "phone_number": "2025550165", "ssn": "123-22-1234" } }),
        json!({ "user": { "client_user_id": "u", "phone_number": "4155558888" } }),
        json!({ "user": {
            "client_user_id": "u", "phone_number_verified_time": "2020-01-01T00:00:00.123456789Z",
            "email_address": "test@email.com", "email_address_verified_time": "2020-01-01T00:00:00.123456789+02:00",
        } }),
        json!({ "link_customization_name": "default" }),
        json!({ "country_codes": ["GB"] }),
        json!({ "auth": {
            "auth_type_select_enabled": true, "automated_microdeposits_enabled": true,
            "instant_match_enabled": true, "same_day_microdeposits_enabled": true,
            "instant_microdeposits_enabled": true, "reroute_to_credentials": "OPTIONAL",
        } }),
        json!({ "redirect_uri": "http://localhost:3000/back" }),
        json!({ "android_package_name": "com.example.app" }),
        json!({ "transactions": { "days_requested": 730 } }),
        json!({ "user": { "client_user_id": "u", "date_of_birth": "1990-02-28" } }),
        json!({ "user": { "client_user_id": "u", "date_of_birth": null } }),
        json!({ "hosted_link": { "delivery_method": "sms" } }),
        json!({ "hosted_link": { "delivery_method": "email" } }),
        json!({ "required_if_supported_products": ["identity"], "optional_products": ["signal"] }),
        json!({ "access_token": item.access_token, "products": [] }),
        json!({ "access_token": item.access_token, "products": null }),
        json!({ "access_token": item.access_token, "products": ["identity"] }),
        json!({ "access_token": item.access_token, "products": null, "update": { "account_selection_enabled": true },
                "account_filters": { "depository": { "account_subtypes": ["all"] } } }),
    ];
    for extra in taken {
        let answer = bench.post("/link/token/create", session(&extra)).await;
        assert_eq!(answer.status, 200, "{extra}: {}", answer.text);
    }
    let mut nulls = session(&json!({}));
    nulls["access_token"] = Value::Null;
    nulls["link_customization_name"] = Value::Null;
    nulls["redirect_uri"] = Value::Null;
    bench.post("/link/token/create", nulls).await.ok();
    let mut update = session(&json!({ "access_token": item.access_token }));
    update["products"] = Value::Null;
    bench.post("/link/token/create", update).await.ok();
}

#[tokio::test]
async fn an_empty_webhook_is_none() {
    let bench = Bench::new().await;
    let made = created(&bench, json!({ "webhook": "" })).await;
    let body = json!({ "link_token": made["link_token"] });
    let shown = bench.post("/link/token/get", body).await.ok();
    assert_eq!(shown["metadata"]["webhook"], Value::Null);
}

#[tokio::test]
async fn where_a_hosted_page_is_sent_must_be_known_in_production() {
    let bench = Bench::production().await;
    let sent = |way: &str, user: Value| json!({ "hosted_link": { "delivery_method": way }, "user": user });
    refuses_fields(
        &bench,
        &[
            (sent("sms", json!({ "client_user_id": "u" })), "phone_number"),
            (
                sent("sms", json!({ "client_user_id": "u", "phone_number": "" })),
                "phone_number",
            ),
            (sent("email", json!({ "client_user_id": "u" })), "email_address"),
        ],
    )
    .await;
    let user =
        json!({ "client_user_id": "u", "phone_number": "+12025550123", "email_address": "a@b.example" });
    for way in ["sms", "email"] {
        created(&bench, sent(way, user.clone())).await;
    }
}

/// Sends each session; each must be refused with its code, in words that contain the third entry.
async fn refuses(bench: &Bench, cases: &[(Value, Code, &str)]) {
    for (extra, code, word) in cases {
        let answer = bench.post("/link/token/create", session(extra)).await;
        let words = answer.refused(*code);
        assert!(words.contains(word), "{extra}: {words}");
    }
}

/// As [`refuses`], with the code that most rules have.
async fn refuses_fields(bench: &Bench, cases: &[(Value, &str)]) {
    let cases: Vec<_> = cases
        .iter()
        .map(|(extra, word)| (extra.clone(), Code::InvalidField, *word))
        .collect();
    refuses(bench, &cases).await;
}

#[tokio::test]
async fn a_session_needs_certain_keys_and_takes_no_others() {
    let bench = Bench::new().await;
    let (missing, nested) = (Code::MissingFields, Code::InvalidConfiguration);
    refuses(
        &bench,
        &[
            (json!({ "user": null }), missing, "user"),
            (json!({ "products": null }), missing, "products"),
            (
                json!({ "client_name": null, "language": null }),
                missing,
                "language",
            ),
            (json!({ "nope": 1 }), Code::UnknownFields, "nope"),
            (
                json!({ "client_name": null, "products": null, "user": null }),
                missing,
                "client_name, products, user",
            ),
            (
                json!({ "products": null, "user": null, "update": { "account_selection_enabled": true } }),
                missing,
                "user",
            ),
            (
                json!({ "products": null, "update": { "account_selection_enabled": true } }),
                missing,
                "products",
            ),
            (json!({ "user": "ada" }), nested, "user"),
            (
                json!({ "user": { "client_user_id": {} } }),
                nested,
                "client_user_id",
            ),
        ],
    )
    .await;
    refuses_fields(
        &bench,
        &[
            (json!({ "language": "xx" }), "language"),
            (json!({ "country_codes": ["XX"] }), "country_codes"),
            (json!({ "country_codes": [] }), "country_codes"),
            (json!({ "client_name": "" }), "client_name"),
            (json!({ "webhook": "nope" }), "webhook"),
            (
                json!({ "user": { "client_user_id": "u", "phone_number": "nonsense" } }),
                "phone_number",
            ),
            (
                json!({ "user": { "client_user_id": "u", "email_address": "nope" } }),
                "email_address",
            ),
            (
                json!({ "user": { "client_user_id": "u", "date_of_birth": "1990-02-30" } }),
                "date_of_birth",
            ),
        ],
    )
    .await;
}

#[tokio::test]
async fn the_products_of_a_session_fit_together() {
    let bench = Bench::new().await;
    let listed = Code::InvalidProduct;
    refuses(
        &bench,
        &[
            (json!({ "products": ["balance"] }), listed, "balance"),
            (
                json!({ "additional_consented_products": ["balance"] }),
                listed,
                "balance",
            ),
        ],
    )
    .await;
    refuses_fields(
        &bench,
        &[
            (json!({ "products": [] }), "products"),
            (json!({ "products": ["signal"] }), "auth"),
            (json!({ "optional_products": ["auth"] }), "overlap"),
            (json!({ "required_if_supported_products": ["auth"] }), "overlap"),
            (json!({ "additional_consented_products": ["auth"] }), "overlap"),
            (
                json!({ "auth": { "database_insights_enabled": true, "same_day_microdeposits_enabled": true } }),
                "database_insights_enabled",
            ),
            (json!({ "auth": { "database_match_enabled": true } }), "same_day_microdeposits_enabled"),
            (json!({ "account_filters": { "depository": { "account_subtypes": ["nope"] } } }), "nope"),
            (
                json!({ "account_filters": { "depository": { "account_subtypes": ["limited purpose checking"] } } }),
                "limited_purpose_types",
            ),
        ],
    )
    .await;
}

#[tokio::test]
async fn the_way_back_from_a_session_is_a_plain_address() {
    let bench = Bench::new().await;
    refuses_fields(
        &bench,
        &[
            (json!({ "redirect_uri": "" }), "redirect_uri"),
            (json!({ "redirect_uri": "https://app.example/?a=b" }), "query"),
            (json!({ "redirect_uri": "http://app.example/" }), "https"),
            (
                json!({ "redirect_uri": "https://*.app.example/" }),
                "redirect_uri",
            ),
            (
                json!({ "redirect_uri": "https://app.example/", "android_package_name": "com.example" }),
                "exclude",
            ),
            (
                json!({ "android_package_name": "a.b", "hosted_link": {} }),
                "hosted_link",
            ),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_session_for_what_is_not_there_is_refused() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let token = &item.access_token;
    let user = Code::InvalidUserId;
    refuses(
        &bench,
        &[
            (json!({ "institution_id": "ins_0" }), Code::InvalidInstitution, ""),
            (json!({ "user": null, "user_id": "nope" }), user, ""),
            (json!({ "user": null, "user_id": "usr_00000000000000" }), user, ""),
            (
                json!({ "user": null, "user_token": "user-sandbox-nope" }),
                Code::InvalidUserToken,
                "",
            ),
            (
                json!({ "access_token": "nope", "products": null }),
                Code::InvalidAccessToken,
                "",
            ),
        ],
    )
    .await;
    refuses_fields(
        &bench,
        &[
            (json!({ "enable_multi_item_link": true }), "user_id"),
            (json!({ "update": { "user": true } }), "user_id"),
            (
                json!({ "access_token": token, "update": { "user": true } }),
                "update.user",
            ),
            (
                json!({ "access_token": token, "products": ["transactions"] }),
                "update mode",
            ),
            (
                json!({ "access_token": token, "products": null,
                        "account_filters": { "depository": { "account_subtypes": ["all"] } } }),
                "account_selection_enabled",
            ),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_link_token_is_looked_up_by_its_form_first() {
    let bench = Bench::new().await;
    let other = bench.new_team().await;
    let foreign = bench
        .post_as(&other, "/link/token/create", session(&json!({})))
        .await
        .ok();
    let foreign = foreign["link_token"].as_str().unwrap();
    let unknown = "link-sandbox-00000000-0000-0000-0000-000000000000";
    for (token, code) in [
        ("foo", Code::InvalidField),
        ("bad token", Code::InvalidField),
        ("", Code::InvalidField),
        (
            "public-sandbox-00000000-0000-0000-0000-000000000000",
            Code::InvalidField,
        ),
        (unknown, Code::InvalidLinkToken),
        (foreign, Code::InvalidLinkToken),
    ] {
        let body = json!({ "link_token": token });
        bench.post("/link/token/get", body).await.refused(code);
    }
}

#[tokio::test]
async fn the_limits_of_a_session_hold_at_their_last_value() {
    let bench = Bench::new().await;
    let life = limits::HOSTED_LINK_LIFE_MAX.as_secs();
    let lived = |seconds: i64| json!({ "hosted_link": { "url_lifetime_seconds": seconds } });
    let named = |length: usize| {
        json!({ "user": { "client_user_id": "u",
                "name": { "given_name": "é".repeat(length), "family_name": "b" } } })
    };
    let days = |days: i64| json!({ "transactions": { "days_requested": days } });
    let url =
        |length: usize| json!({ "webhook": format!("https://app.example/{}", "a".repeat(length - 20)) });
    for (good, bad) in [
        (lived(life), lived(life + 1)),
        (lived(1), lived(0)),
        (named(limits::NAME_CHARS), named(limits::NAME_CHARS + 1)),
        (days(730), days(731)),
        (days(1), days(0)),
        (url(limits::URL_CHARS), url(limits::URL_CHARS + 1)),
    ] {
        let answer = bench.post("/link/token/create", session(&good)).await;
        assert_eq!(answer.status, 200, "{good}: {}", answer.text);
        bench
            .post("/link/token/create", session(&bad))
            .await
            .refused(Code::InvalidField);
    }
}
