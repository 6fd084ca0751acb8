//! `/sandbox/…`: what the end user and the bank would do.

use crate::{BANK, HOUNDSTOOTH, NO_ACCOUNT, each};
use insta::assert_json_snapshot;
use selvedge_harness::{Bench, Order};
use selvedge_model::ErrorCode as Code;
use serde_json::{Value, json};

const CREATE: &str = "/sandbox/public_token/create";

#[tokio::test]
async fn a_public_token_comes_alone() {
    let bench = Bench::new().await;
    let answer = bench.post(CREATE, Order::at(BANK, &["auth"]).body()).await;
    assert_json_snapshot!("sandbox_public_token_create", answer.redacted());
    let token = answer.ok()["public_token"].as_str().unwrap().to_owned();
    assert!(token.starts_with("public-sandbox-"));
}

#[tokio::test]
async fn every_option_that_clients_send_is_taken() {
    let bench = Bench::new().await;
    for options in [
        json!(null),
        json!({}),
        json!({ "webhook": "https://www.genericwebhookurl.com/webhook" }),
        json!({ "override_username": "user_good", "override_password": "pass_good" }),
        json!({ "override_username": null, "override_password": null }),
        json!({ "transactions": { "start_date": "2026-01-01", "end_date": "2026-02-01" } }),
        json!({ "transactions": { "days_requested": 90 } }),
        json!({ "transactions": null, "statements": null }),
        json!({ "statements": { "start_date": "2026-01-01", "end_date": "2026-02-01" } }),
        json!({ "income_verification": { "income_source_types": ["bank"] } }),
    ] {
        let body = json!({ "institution_id": BANK, "initial_products": ["auth"], "options": options });
        let answer = bench.post(CREATE, body).await;
        assert_eq!(answer.status, 200, "{options}: {}", answer.text);
    }
}

#[tokio::test]
async fn a_login_that_cannot_be_linked_says_why() {
    let bench = Bench::new().await;
    let order = |id: &str, products: Value, options: Value| json!({ "institution_id": id, "initial_products": products, "options": options });
    let field = Code::InvalidField;
    let cases = [
        (
            order("ins_0", json!(["auth"]), json!({})),
            Code::InvalidInstitution,
        ),
        (order("bad", json!(["auth"]), json!({})), Code::InvalidInstitution),
        (order(BANK, json!("auth"), json!({})), field),
        (order(BANK, json!([]), json!({})), field),
        (order(BANK, json!(["nope"]), json!({})), field),
        (order(BANK, json!(["balance"]), json!({})), Code::InvalidProduct),
        (
            order(BANK, json!(["payment_initiation"]), json!({})),
            Code::ProductsNotSupported,
        ),
        (order(BANK, json!(["auth"]), json!({ "webhook": "nope" })), field),
        (
            order(
                BANK,
                json!(["auth"]),
                json!({ "transactions": { "start_date": "2026-02-01", "end_date": "2026-01-01" } }),
            ),
            field,
        ),
        (
            order(
                BANK,
                json!(["auth"]),
                json!({ "transactions": { "start_date": "someday" } }),
            ),
            field,
        ),
        (
            order(
                BANK,
                json!(["auth"]),
                json!({ "transactions": { "days_requested": 731 } }),
            ),
            field,
        ),
        (
            order(BANK, json!(["auth"]), json!({ "nope": 1 })),
            Code::UnknownFields,
        ),
        (json!({ "institution_id": BANK }), Code::MissingFields),
        (
            order("ins_132361", json!(["auth"]), json!({})),
            Code::InstitutionDown,
        ),
        (
            order("ins_133402", json!(["auth"]), json!({})),
            Code::InstitutionNoLongerSupported,
        ),
    ];
    for (body, code) in cases {
        bench.post(CREATE, body).await.refused(code);
    }
    bench.item("ins_132363", &["auth"]).await;
}

#[tokio::test]
async fn a_password_forces_the_error_it_names() {
    let bench = Bench::new().await;
    let forced = [
        ("ACCESS_NOT_GRANTED", Code::AccessNotGranted),
        ("COUNTRY_NOT_SUPPORTED", Code::CountryNotSupported),
        ("INSTITUTION_DOWN", Code::InstitutionDown),
        ("INSTITUTION_NOT_AVAILABLE", Code::InstitutionNotAvailable),
        ("INSTITUTION_NOT_RESPONDING", Code::InstitutionNotResponding),
        (
            "INSTITUTION_NO_LONGER_SUPPORTED",
            Code::InstitutionNoLongerSupported,
        ),
        (
            "INSTITUTION_REGISTRATION_REQUIRED",
            Code::InstitutionRegistrationRequired,
        ),
        ("INSUFFICIENT_CREDENTIALS", Code::InsufficientCredentials),
        ("INVALID_CREDENTIALS", Code::InvalidCredentials),
        ("INVALID_MFA", Code::InvalidMfa),
        ("INVALID_SEND_METHOD", Code::InvalidSendMethod),
        ("ITEM_LOCKED", Code::ItemLocked),
        ("ITEM_LOGIN_REQUIRED", Code::ItemLoginRequired),
        ("ITEM_NOT_SUPPORTED", Code::ItemNotSupported),
        ("MFA_NOT_SUPPORTED", Code::MfaNotSupported),
        ("NO_ACCOUNTS", Code::NoAccounts),
        ("PASSWORD_RESET_REQUIRED", Code::PasswordResetRequired),
        ("PAYMENT_INVALID_RECIPIENT", Code::PaymentInvalidRecipient),
        ("UNAUTHORIZED_INSTITUTION", Code::UnauthorizedInstitution),
        ("UNSUPPORTED_RESPONSE", Code::UnsupportedResponse),
        ("USER_INPUT_TIMEOUT", Code::UserInputTimeout),
        ("USER_SETUP_REQUIRED", Code::UserSetupRequired),
    ];
    for (name, code) in forced {
        let password = format!("error_{name}");
        for path in [CREATE, "/sandbox/processor_token/create"] {
            let mut body = Order::at(BANK, &["auth"]).user("user_good", &password).body();
            if path != CREATE {
                body.as_object_mut().unwrap().remove("initial_products");
            }
            bench.post(path, body).await.refused(code);
        }
        let login = json!({ "user_id": "user_good", "auth_token": password });
        let import = json!({ "products": ["auth"], "user_auth": login });
        bench.post("/item/import", import).await.refused(code);
        let oauth = Order::at("ins_127287", &["auth"]).user("user_good", &password);
        bench.public_token(&oauth).await;
    }
    for (user, password) in [
        ("user_good", "nope"),
        ("user_nobody", "pass_good"),
        ("user_good", "error_"),
    ] {
        let body = Order::at(BANK, &["auth"]).user(user, password).body();
        bench.post(CREATE, body).await.refused(Code::InvalidCredentials);
    }
}

#[tokio::test]
async fn a_password_that_names_an_unknown_error_is_told_the_known_ones() {
    let bench = Bench::new().await;
    let body = Order::at(BANK, &["auth"]).user("user_good", "error_NOPE").body();
    let answer = bench.post(CREATE, body).await;
    let words = answer.refused(Code::InvalidField);
    assert!(words.contains("error_NOPE"), "{words}");
    assert!(words.contains("ITEM_LOCKED, ITEM_LOGIN_REQUIRED"), "{words}");
}

#[tokio::test]
async fn questions_are_waived_where_nobody_can_answer_them() {
    let bench = Bench::new().await;
    for password in [
        "mfa_device",
        "mfa_questions_1_2",
        "mfa_selections",
        "mfa_selections_2_2_3",
        r#"{"recaptcha":"good"}"#,
    ] {
        let item = bench
            .link(&Order::at(BANK, &["auth"]).user("user_good", password))
            .await;
        bench.post("/auth/get", item.body()).await.ok();
    }
}

#[tokio::test]
async fn every_persona_can_be_linked() {
    let bench = Bench::new().await;
    for user in [
        "user_transactions_dynamic",
        "user_ewa_user",
        "user_yuppie",
        "user_small_business",
        "user_bank_income",
    ] {
        let item = bench
            .link(&Order::at(BANK, &["auth", "identity"]).user(user, "{}"))
            .await;
        let accounts = bench.post("/accounts/get", item.body()).await.ok();
        assert!(!accounts["accounts"].as_array().unwrap().is_empty(), "{user}");
    }
}

#[tokio::test]
async fn the_login_of_limited_purpose_works_at_its_own_bank_alone() {
    let bench = Bench::new().await;
    let order = |bank| Order::at(bank, &["identity"]).user("user_limited_purpose_checking", "pass_good");
    let item = bench.link(&order("ins_138395")).await;
    let answer = bench.post("/accounts/get", item.body()).await.ok();
    assert_eq!(each(&answer["accounts"], "subtype"), ["limited purpose checking"]);
    let body = order(BANK).body();
    bench.post(CREATE, body).await.refused(Code::InvalidCredentials);
}

#[tokio::test]
async fn a_reset_login_is_told_to_the_webhook_of_the_item() {
    let bench = Bench::new().await;
    let order = Order::at(BANK, &["auth"]).webhook("https://app.example/hooks");
    let item = bench.link(&order).await;
    let answer = bench.post("/sandbox/item/reset_login", item.body()).await;
    assert_json_snapshot!("reset_login", answer.redacted());
    let events = bench.events().await;
    let body: Value = serde_json::from_str(&events[0].body).unwrap();
    assert_json_snapshot!("reset_login_event", selvedge_harness::redacted(&body));
    let silent = bench.item(BANK, &["auth"]).await;
    bench.post("/sandbox/item/reset_login", silent.body()).await.ok();
    assert_eq!(bench.events().await.len(), 1);
}

async fn pending(bench: &Bench) -> (selvedge_harness::Linked, String) {
    let order = Order::at(HOUNDSTOOTH, &["identity"])
        .user("user_good", "microdeposits_good")
        .webhook("https://app.example/hooks");
    let item = bench.link(&order).await;
    let account = bench.account_ids(&item).await.remove(0);
    (item, account)
}

#[tokio::test]
async fn a_verification_ends_one_way_or_the_other_and_its_webhook_is_told() {
    for (status, code) in [
        ("automatically_verified", "AUTOMATICALLY_VERIFIED"),
        ("verification_expired", "VERIFICATION_EXPIRED"),
    ] {
        let bench = Bench::new().await;
        let (item, account) = pending(&bench).await;
        let body = json!({
            "access_token": item.access_token, "account_id": account, "verification_status": status,
        });
        bench
            .post("/sandbox/item/set_verification_status", body.clone())
            .await
            .ok();
        let events = bench.events().await;
        assert_eq!((events.len(), events[0].webhook_code.as_str()), (1, code));
        assert_eq!(events[0].webhook_type, "AUTH");
        bench
            .post("/sandbox/item/set_verification_status", body)
            .await
            .refused(Code::InvalidField);
        assert_eq!(bench.events().await.len(), 1);
    }
}

#[tokio::test]
async fn a_verification_that_is_not_pending_cannot_be_ended() {
    let bench = Bench::new().await;
    let path = "/sandbox/item/set_verification_status";
    let (item, account) = pending(&bench).await;
    let body = |account: &str, status: &str| json!({ "access_token": item.access_token, "account_id": account, "verification_status": status });
    let verified = "automatically_verified";
    bench
        .post(path, body("foo", verified))
        .await
        .refused(Code::InvalidField);
    bench
        .post(path, body(NO_ACCOUNT, verified))
        .await
        .refused(Code::InvalidAccountId);
    bench
        .post(path, body(&account, "manually_verified"))
        .await
        .refused(Code::InvalidField);
    bench
        .post(path, body(&account, "nope"))
        .await
        .refused(Code::InvalidField);
    let plain = bench.item(BANK, &["auth"]).await;
    let account = bench.account_ids(&plain).await.remove(0);
    let body = json!({
        "access_token": plain.access_token, "account_id": account, "verification_status": verified,
    });
    bench.post(path, body).await.refused(Code::InvalidField);
}

#[tokio::test]
async fn an_account_that_waits_for_its_deposit_is_shown_alone_and_pending() {
    let bench = Bench::new().await;
    let (item, _) = pending(&bench).await;
    let answer = bench.post("/accounts/get", item.body()).await;
    assert_json_snapshot!("pending_account", answer.redacted()["accounts"]);
}

#[tokio::test]
async fn a_processor_token_for_ones_own_tests_is_read_with_ones_own_keys() {
    let bench = Bench::new().await;
    let made = bench
        .post(
            "/sandbox/processor_token/create",
            json!({ "institution_id": BANK }),
        )
        .await;
    assert_json_snapshot!("sandbox_processor_token_create", made.redacted());
    let body = json!({ "processor_token": made.ok()["processor_token"] });
    let read = bench.post("/processor/auth/get", body.clone()).await.ok();
    assert_eq!(read["numbers"]["ach"]["account"], "1111222233330000");
    let other = bench.new_team().await;
    bench
        .post_as(&other, "/processor/auth/get", body)
        .await
        .refused(Code::InvalidProcessorToken);
    for (bad, code) in [
        (json!({ "institution_id": "ins_0" }), Code::InvalidInstitution),
        (json!({}), Code::MissingFields),
        (json!({ "institution_id": "ins_12" }), Code::ProductsNotSupported),
    ] {
        bench
            .post("/sandbox/processor_token/create", bad)
            .await
            .refused(code);
    }
}

#[tokio::test]
async fn an_item_of_a_known_user_is_theirs_and_one_of_an_unknown_user_is_refused() {
    let bench = Bench::new().await;
    let user = bench
        .post("/user/create", json!({ "client_user_id": "u" }))
        .await
        .ok();
    let with = |id: &Value| json!({ "institution_id": BANK, "initial_products": ["auth"], "user_id": id });
    bench.post(CREATE, with(&user["user_id"])).await.ok();
    bench
        .post(CREATE, with(&json!("usr_00000000000000")))
        .await
        .refused(Code::InvalidUserId);
    let token =
        json!({ "institution_id": BANK, "initial_products": ["auth"], "user_token": "user-sandbox-x" });
    bench.post(CREATE, token).await.refused(Code::InvalidUserToken);
}

#[tokio::test]
async fn a_captcha_that_is_not_solved_ends_the_sign_in() {
    let bench = Bench::new().await;
    let body = Order::at(BANK, &["auth"])
        .user("user_good", r#"{"recaptcha":"bad"}"#)
        .body();
    bench.post(CREATE, body).await.refused(Code::RecaptchaBad);
}

#[tokio::test]
async fn a_login_that_failed_leaves_nothing_behind() {
    let bench = Bench::new().await;
    let body = Order::at(BANK, &["auth"])
        .user("user_good", "error_ITEM_LOCKED")
        .body();
    let answer = bench.post(CREATE, body).await;
    answer.refused(Code::ItemLocked);
    assert!(
        answer.body["display_message"].is_string(),
        "the end user can do something"
    );
    let activities = bench.post("/item/activity/list", json!({})).await.ok();
    assert_eq!(activities["activities"], json!([]));
    assert!(bench.events().await.is_empty());
}

#[tokio::test]
async fn a_login_without_numbers_opens_no_account_to_a_processor() {
    let bench = Bench::new().await;
    let cards = json!({ "override_accounts": [{ "type": "credit", "subtype": "credit card" }] });
    let body = json!({
        "institution_id": BANK,
        "options": { "override_username": "user_custom", "override_password": cards.to_string() },
    });
    bench
        .post("/sandbox/processor_token/create", body)
        .await
        .refused(Code::NoAuthAccounts);
}
