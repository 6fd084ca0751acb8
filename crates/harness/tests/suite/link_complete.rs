//! `/selvedge/link/complete`: every test login that concerns account numbers, and every end of a session.

use crate::{BANK, HOUNDSTOOTH, PLAIN, each};
use selvedge_harness::{Answer, Bench, Linked, Order};
use selvedge_model::{ErrorCode as Code, limits};
use serde_json::{Value, json};

const COMPLETE: &str = "/selvedge/link/complete";
const OAUTH: &str = "ins_127287";

async fn complete_with(bench: &Bench, token: &str, mut asked: Value) -> Answer {
    asked["link_token"] = token.into();
    bench.post(COMPLETE, asked).await
}

/// Completes a fresh link token for `auth`.
async fn complete(bench: &Bench, asked: Value) -> Answer {
    let token = bench.link_token(&json!({})).await;
    complete_with(bench, &token, asked).await
}

/// A login at the usual bank.
fn login(username: &str, password: &str) -> Value {
    json!({ "institution_id": BANK, "username": username, "password": password })
}

fn with(mut asked: Value, key: &str, value: Value) -> Value {
    asked[key] = value;
    asked
}

/// Each event on one line: its name and what it carries.
fn events(answer: &Value) -> Vec<String> {
    let line = |event: &Value| {
        let metadata = &event["metadata"];
        let keys = [
            "view_name",
            "mfa_type",
            "error_code",
            "exit_status",
            "match_reason",
        ];
        let mut words = vec![
            event["event_name"]
                .as_str()
                .unwrap()
                .replace("TRANSITION_VIEW", "TV"),
        ];
        words.extend(
            keys.iter()
                .filter_map(|key| metadata[key].as_str().map(str::to_owned)),
        );
        words.join(" ")
    };
    answer["events"].as_array().unwrap().iter().map(line).collect()
}

async fn exchanged(bench: &Bench, answer: &Value) -> Linked {
    bench.exchange(answer["public_token"].as_str().unwrap()).await
}

#[tokio::test]
async fn a_backend_test_gets_numbers_without_a_browser() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let asked = with(login("user_good", "pass_good"), "accounts", json!(["0000"]));
    let answer = complete_with(&bench, &token, asked).await.ok();
    assert_eq!(events(&answer), PLAIN);
    let metadata = &answer["metadata"];
    assert_eq!(metadata["institution"]["institution_id"], BANK);
    assert_eq!(each(&metadata["accounts"], "mask"), ["0000"]);
    assert_eq!(metadata["account_id"], metadata["accounts"][0]["id"]);
    assert_eq!(metadata["public_token"], answer["public_token"]);
    assert_eq!(metadata["link_session_id"], answer["link_session_id"]);
    assert_eq!(answer["exit"], Value::Null);
    let item = exchanged(&bench, &answer).await;
    let body = item.body();
    let numbers = bench.post("/auth/get", body).await.ok();
    assert_eq!(numbers["numbers"]["ach"][0]["account"], "1111222233330000");
    assert_eq!(numbers["accounts"].as_array().unwrap().len(), 1);
    let shown = bench
        .post("/link/token/get", json!({ "link_token": token }))
        .await
        .ok();
    let session = &shown["link_sessions"][0];
    assert_eq!(session["link_session_id"], answer["link_session_id"]);
    assert_eq!(
        session["results"]["item_add_results"][0]["public_token"],
        answer["public_token"]
    );
}

#[tokio::test]
async fn every_login_that_ends_well_links_what_it_holds() {
    let bench = Bench::new().await;
    let custom = json!({ "override_accounts": [
        { "type": "depository", "subtype": "checking", "meta": { "mask": "4321" } },
        { "type": "credit", "subtype": "credit card" },
    ] });
    let device = json!([["Phone ending in 4444"], ["1234"]]);
    let cases = [
        ("user_good", "pass_good", json!([]), 3),
        ("user_good", "mfa_device", device.clone(), 3),
        (
            "user_good",
            "mfa_questions_2_2",
            json!([["answer_0_0", "answer_0_1"], ["answer_1_0", "answer_1_1"]]),
            3,
        ),
        ("user_good", "mfa_selections", json!([["Yes"]]), 3),
        (
            "user_good",
            "mfa_selections_2_1_3",
            json!([["answer_0_0_0"], ["answer_1_0_0"]]),
            3,
        ),
        ("user_good", r#"{"recaptcha":"good"}"#, json!([["on"]]), 3),
        ("user_transactions_dynamic", "any", json!([]), 2),
        ("user_custom", &custom.to_string(), json!([]), 1),
        (
            "user_custom",
            &with(custom.clone(), "mfa", json!({ "type": "device" })).to_string(),
            device,
            1,
        ),
    ];
    for (username, password, answers, count) in cases {
        let asked = with(login(username, password), "answers", answers);
        let answer = complete(&bench, asked).await.ok();
        let accounts = answer["metadata"]["accounts"].as_array().unwrap();
        assert_eq!(accounts.len(), count, "{username} {password}");
        let item = exchanged(&bench, &answer).await;
        let body = item.body();
        let numbers = bench.post("/auth/get", body).await.ok();
        assert_eq!(numbers["numbers"]["ach"].as_array().unwrap().len(), count);
    }
}

#[tokio::test]
async fn a_device_is_asked_for_before_its_code() {
    let bench = Bench::new().await;
    let answers = json!([["Phone ending in 3333"], ["1234"]]);
    let asked = with(login("user_good", "mfa_device"), "answers", answers);
    let answer = complete(&bench, asked).await.ok();
    assert_eq!(
        events(&answer)[4..11],
        [
            "SUBMIT_CREDENTIALS",
            "TV LOADING",
            "TV MFA device",
            "SUBMIT_MFA device",
            "TV LOADING",
            "TV MFA code",
            "SUBMIT_MFA code",
        ]
    );
}

#[tokio::test]
async fn an_account_that_a_deposit_must_prove_waits_for_it() {
    let bench = Bench::new().await;
    let asked = with(
        login("user_good", "microdeposits_good"),
        "institution_id",
        HOUNDSTOOTH.into(),
    );
    let answer = complete(&bench, asked).await.ok();
    let accounts = &answer["metadata"]["accounts"];
    assert_eq!(
        each(accounts, "verification_status"),
        ["pending_automatic_verification"]
    );
    let item = exchanged(&bench, &answer).await;
    let body = item.body();
    bench.post("/auth/get", body).await.refused(Code::ProductNotReady);
}

#[tokio::test]
async fn every_error_password_stops_the_session_and_says_where() {
    let bench = Bench::new().await;
    let codes = [
        (Code::InvalidCredentials, "CREDENTIAL"),
        (Code::InvalidMfa, "ERROR"),
        (Code::InvalidSendMethod, "ERROR"),
        (Code::ItemLocked, "ERROR"),
        (Code::ItemLoginRequired, "ERROR"),
        (Code::ItemNotSupported, "ERROR"),
        (Code::MfaNotSupported, "ERROR"),
        (Code::NoAccounts, "ERROR"),
        (Code::UserInputTimeout, "ERROR"),
        (Code::UserSetupRequired, "ERROR"),
        (Code::CountryNotSupported, "ERROR"),
        (Code::InstitutionDown, "ERROR"),
        (Code::InstitutionNotResponding, "ERROR"),
        (Code::InstitutionNoLongerSupported, "ERROR"),
        (Code::InsufficientCredentials, "ERROR"),
        (Code::PaymentInvalidRecipient, "ERROR"),
    ];
    for (code, pane) in codes {
        let token = bench.link_token(&json!({})).await;
        let asked = login("user_good", &format!("error_{}", code.as_str()));
        let answer = complete_with(&bench, &token, asked.clone()).await;
        let words = answer.refused(code);
        assert!(words.ends_with(&format!("Link stopped at {pane}")), "{words}");
        let shown = bench
            .post("/link/token/get", json!({ "link_token": token }))
            .await
            .ok();
        let exit = &shown["link_sessions"][0]["exit"];
        assert_eq!(exit["error"]["error_code"], code.as_str(), "the session is over");
        let left = complete(&bench, with(asked, "outcome", "exit".into())).await.ok();
        assert_eq!(left["exit"]["error"]["error_code"], code.as_str());
        let ends = events(&left);
        assert!(ends.contains(&format!("ERROR {}", code.as_str())));
        assert_eq!(ends[ends.len() - 2], "TV EXIT");
    }
    for code in ["INVALID_CREDENTIALS", "INVALID_MFA", "RECAPTCHA_BAD"] {
        let (password, answers) = match code {
            "INVALID_CREDENTIALS" => ("guess", json!([])),
            "INVALID_MFA" => ("mfa_questions_1_1", json!([["guess"]])),
            _ => (r#"{"recaptcha":"bad"}"#, json!([["on"]])),
        };
        let asked = with(login("user_good", password), "answers", answers);
        complete(&bench, asked).await.refused(Code::parse(code).unwrap());
    }
}

#[tokio::test]
async fn a_token_that_dies_in_the_session_is_dead_afterwards() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let asked = login("user_custom", r#"{"force_error":"INVALID_LINK_TOKEN"}"#);
    let left = complete_with(&bench, &token, with(asked, "outcome", "exit".into()))
        .await
        .ok();
    assert_eq!(left["exit"]["error"]["error_type"], "INVALID_INPUT");
    assert_eq!(left["exit"]["error"]["error_code"], "INVALID_LINK_TOKEN");
    complete_with(&bench, &token, login("user_good", "pass_good"))
        .await
        .refused(Code::InvalidLinkToken);
}

#[tokio::test]
async fn an_expired_token_opens_nothing() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    bench.advance(limits::LINK_TOKEN_LIFE);
    complete_with(&bench, &token, login("user_good", "pass_good"))
        .await
        .refused(Code::InvalidLinkToken);
}

#[tokio::test]
async fn banks_that_are_unwell_warn_or_stop() {
    let bench = Bench::new().await;
    let at = |id: &str| with(login("user_good", "pass_good"), "institution_id", id.into());
    let answer = complete(&bench, at("ins_132363")).await.ok();
    assert_eq!(
        events(&answer)[2..5],
        [
            "SELECT_INSTITUTION",
            "SELECT_DEGRADED_INSTITUTION",
            "TV CREDENTIAL"
        ]
    );
    complete(&bench, at("ins_132361"))
        .await
        .refused(Code::InstitutionDown);
    complete(&bench, at("ins_133402"))
        .await
        .refused(Code::InstitutionNoLongerSupported);
    // A bank of another country than the app's is not offered either.
    complete(&bench, at("ins_43"))
        .await
        .refused(Code::InstitutionNoLongerSupported);
    complete(&bench, at("ins_0"))
        .await
        .refused(Code::InvalidInstitution);
    let left = complete(&bench, with(at("ins_133402"), "outcome", "exit".into()))
        .await
        .ok();
    assert_eq!(left["exit"]["metadata"]["status"], "institution_not_supported");
    assert_eq!(
        events(&left)[2..],
        [
            "SELECT_INSTITUTION",
            "SELECT_FILTERED_INSTITUTION",
            "EXIT institution_not_supported"
        ]
    );
}

#[tokio::test]
async fn what_is_not_given_is_asked_for() {
    let bench = Bench::new().await;
    let cases = [
        (json!({}), "institution_id", "SELECT_INSTITUTION"),
        (login("user_good", "mfa_device"), "Phone ending in 3333", "MFA"),
        (
            login("user_good", "mfa_questions_1_1"),
            "Question 0-0: what is the answer?",
            "MFA",
        ),
        (
            login("user_good", "mfa_selections"),
            "Do you want to go on? (Yes, No)",
            "MFA",
        ),
        (
            login("user_good", r#"{"recaptcha":"good"}"#),
            "captcha",
            "RECAPTCHA",
        ),
        (
            with(
                login("user_good", "mfa_questions_1_2"),
                "answers",
                json!([["one"]]),
            ),
            "answers[0] must have 2 answers",
            "MFA",
        ),
        (
            with(login("user_good", "pass_good"), "accounts", json!(["3333"])),
            "Plaid Checking (0000, checking)",
            "SELECT_ACCOUNT",
        ),
    ];
    for (asked, words, pane) in cases {
        let answer = complete(&bench, asked).await;
        let said = answer.refused(Code::InvalidField);
        assert!(said.contains(words), "{said}");
        assert!(said.ends_with(&format!("Link stopped at {pane}")), "{said}");
    }
}

#[tokio::test]
async fn link_is_closed_at_the_first_pane_for_which_nothing_is_given() {
    let bench = Bench::new().await;
    let cases = [
        (json!({}), "institution_not_found"),
        (json!({ "institution_id": BANK }), "requires_credentials"),
        (json!({ "institution_id": OAUTH }), "requires_oauth"),
        (login("user_good", "mfa_device"), "choose_device"),
        (
            with(
                login("user_good", "mfa_device"),
                "answers",
                json!([["Phone ending in 3333"]]),
            ),
            "requires_code",
        ),
        (login("user_good", "mfa_questions_1_1"), "requires_questions"),
        (login("user_good", "mfa_selections"), "requires_selections"),
        (
            login("user_good", r#"{"recaptcha":"good"}"#),
            "requires_recaptcha",
        ),
        (login("user_good", "pass_good"), "requires_account_selection"),
    ];
    for (asked, status) in cases {
        let left = complete(&bench, with(asked, "outcome", "exit".into())).await.ok();
        assert_eq!(left["exit"]["error"], Value::Null, "{status}");
        assert_eq!(left["exit"]["metadata"]["status"], status);
        assert_eq!(left["public_token"], Value::Null);
        assert_eq!(left["metadata"], Value::Null);
        assert_eq!(events(&left).pop().unwrap(), format!("EXIT {status}"));
    }
}

#[tokio::test]
async fn at_the_banks_own_pages_only_what_was_ticked_is_shared() {
    let bench = Bench::new().await;
    let at_bank = json!({ "institution_id": OAUTH, "accounts": ["savings", "0000", "3333"] });
    let answer = complete(&bench, at_bank.clone()).await.ok();
    assert_eq!(
        events(&answer)[2..],
        [
            "SELECT_INSTITUTION",
            "TV OAUTH",
            "OPEN_OAUTH",
            "TV CONNECTED",
            "HANDOFF"
        ]
    );
    assert_eq!(each(&answer["metadata"]["accounts"], "mask"), ["0000", "1111"]);
    let item = exchanged(&bench, &answer).await;
    let body = item.body();
    let shown = bench.post("/accounts/get", body).await.ok();
    assert_eq!(each(&shown["accounts"], "mask"), ["0000", "1111"]);

    let mut withheld = at_bank;
    withheld["withhold"] = json!(["account_routing_number"]);
    complete(&bench, withheld).await.refused(Code::AccessNotGranted);
    complete(&bench, json!({ "institution_id": OAUTH, "accounts": ["3333"] }))
        .await
        .refused(Code::NoAuthAccounts);
}

#[tokio::test]
async fn every_end_of_a_visit_to_the_bank_has_its_error() {
    let bench = Bench::new().await;
    let cases = [
        ("access_denied", Code::AccessNotGranted),
        ("INSUFFICIENT_CREDENTIALS", Code::InsufficientCredentials),
        ("ACCESS_NOT_GRANTED", Code::AccessNotGranted),
        ("NO_AUTH_ACCOUNTS", Code::NoAuthAccounts),
        ("server_error", Code::InstitutionNotResponding),
        ("temporarily_unavailable", Code::InstitutionDown),
        ("no_answer", Code::InstitutionNotResponding),
        ("web_page", Code::UnsupportedResponse),
    ];
    for (outcome, code) in cases {
        let asked = json!({ "institution_id": OAUTH, "bank_outcome": outcome });
        complete(&bench, asked.clone()).await.refused(code);
        let left = complete(&bench, with(asked, "outcome", "exit".into())).await.ok();
        let code = code.as_str();
        assert_eq!(
            events(&left)[4..],
            [
                "OPEN_OAUTH".to_owned(),
                format!("ERROR {code}"),
                "TV ERROR".to_owned(),
                "TV EXIT".to_owned(),
                format!("EXIT {code} requires_oauth"),
            ],
            "{outcome}"
        );
    }
    let mut closed = json!({ "institution_id": OAUTH, "bank_outcome": "dead_end" });
    complete(&bench, closed.clone())
        .await
        .refused(Code::InsufficientCredentials);
    closed["outcome"] = "exit".into();
    let left = complete(&bench, closed).await.ok();
    assert_eq!(
        events(&left)[4..],
        ["OPEN_OAUTH", "CLOSE_OAUTH", "TV EXIT", "EXIT requires_oauth"]
    );
}

#[tokio::test]
async fn l12_an_answer_that_was_tampered_with_links_nothing() {
    let bench = Bench::new().await;
    for outcome in ["wrong_issuer", "wrong_state"] {
        let token = bench.link_token(&json!({})).await;
        let asked = json!({ "institution_id": OAUTH, "bank_outcome": outcome });
        let answer = complete_with(&bench, &token, asked).await;
        assert!(!answer.status.is_success(), "{outcome}: {}", answer.text);
        assert_eq!(answer.body["error_type"], "OAUTH_ERROR", "{outcome}");
        let shown = bench
            .post("/link/token/get", json!({ "link_token": token }))
            .await
            .ok();
        let session = &shown["link_sessions"][0];
        assert_eq!(session["results"], Value::Null, "{outcome}");
        assert_ne!(session["exit"], Value::Null, "{outcome}");
    }
}

#[tokio::test]
async fn update_mode_keeps_the_item_and_asks_for_no_bank() {
    let bench = Bench::new().await;
    let item = bench.link(&Order::at(BANK, &["auth"])).await;
    let before = bench.account_ids(&item).await;
    let repair = async || {
        let asked = json!({ "access_token": item.access_token, "products": null });
        bench.link_token(&asked).await
    };
    // A healthy Item is only confirmed.
    let token = repair().await;
    let answer = complete_with(&bench, &token, json!({})).await.ok();
    assert_eq!(events(&answer), ["OPEN LOADING", "TV CONNECTED", "HANDOFF"]);
    assert_eq!(answer["events"][0]["metadata"]["is_update_mode"], "true");

    let reset = bench.post("/sandbox/item/reset_login", item.body()).await;
    reset.ok();
    let token = repair().await;
    let other = json!({ "username": "user_yuppie", "password": "any" });
    complete_with(&bench, &token, other)
        .await
        .refused(Code::InvalidUpdatedUsername);
    let answer = complete_with(&bench, &token, json!({})).await.ok();
    assert_eq!(
        events(&answer),
        [
            "OPEN CREDENTIAL",
            "SUBMIT_CREDENTIALS",
            "TV LOADING",
            "TV CONNECTED",
            "HANDOFF"
        ]
    );
    assert_eq!(bench.account_ids(&item).await, before);
    bench.post("/auth/get", item.body()).await.ok();
}

#[tokio::test]
async fn a_session_of_several_items_is_a_success_without_a_token() {
    let bench = Bench::new().await;
    let user = bench
        .post("/user/create", json!({ "client_user_id": "u" }))
        .await
        .ok();
    let several = json!({ "user_id": user["user_id"], "enable_multi_item_link": true });
    let token = bench.link_token(&several).await;
    let answer = complete_with(&bench, &token, login("user_good", "pass_good"))
        .await
        .ok();
    assert_eq!(answer["public_token"], Value::Null);
    assert_eq!(answer["exit"], Value::Null);
    let shown = bench
        .post("/link/token/get", json!({ "link_token": token }))
        .await
        .ok();
    let results = &shown["link_sessions"][0]["results"]["item_add_results"];
    assert_eq!(results.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_link_token_may_name_the_bank_or_its_routing_number() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({ "institution_id": BANK })).await;
    let answer = complete_with(&bench, &token, json!({})).await.ok();
    assert_eq!(
        events(&answer)[..4],
        [
            "OPEN CONSENT",
            "SELECT_INSTITUTION",
            "TV CONSENT",
            "TV CREDENTIAL"
        ]
    );
    let known = json!({ "institution_data": { "routing_number": "333333334" } });
    let token = bench.link_token(&known).await;
    let answer = complete_with(&bench, &token, json!({ "institution_id": "ins_135858" }))
        .await
        .ok();
    assert_eq!(
        events(&answer)[2..4],
        ["MATCHED_SELECT_INSTITUTION routing_number", "SELECT_INSTITUTION"]
    );
}

#[tokio::test]
async fn a_customization_may_allow_one_account_only() {
    let bench = Bench::new().await;
    let one = json!({ "name": "one", "account_select": "one" });
    bench.post("/selvedge/link/customization/set", one).await.ok();
    let asked = json!({ "link_customization_name": "one" });
    let token = bench.link_token(&asked).await;
    let answer = complete_with(&bench, &token, login("user_good", "pass_good"))
        .await
        .ok();
    assert_eq!(each(&answer["metadata"]["accounts"], "mask"), ["0000"]);
    let token = bench.link_token(&asked).await;
    let two = with(
        login("user_good", "pass_good"),
        "accounts",
        json!(["checking", "savings"]),
    );
    complete_with(&bench, &token, two)
        .await
        .refused(Code::InvalidField);
    // Where the bank itself asked for the accounts, Link asks which one of them.
    let token = bench.link_token(&asked).await;
    let at_bank = json!({ "institution_id": OAUTH, "accounts": ["1111"] });
    let answer = complete_with(&bench, &token, at_bank).await.ok();
    assert_eq!(each(&answer["metadata"]["accounts"], "mask"), ["1111"]);
}

#[tokio::test]
async fn only_the_team_that_made_a_token_can_use_it() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let stranger = bench.new_team().await;
    let asked = with(
        login("user_good", "pass_good"),
        "link_token",
        token.clone().into(),
    );
    bench
        .post_as(&stranger, COMPLETE, asked)
        .await
        .refused(Code::InvalidLinkToken);
    let shown = bench
        .post("/link/token/get", json!({ "link_token": token }))
        .await
        .ok();
    assert_eq!(shown["link_sessions"], Value::Null, "nothing was opened");
}

#[tokio::test]
async fn half_a_login_is_a_login_also_for_who_leaves() {
    let bench = Bench::new().await;
    let asked = json!({
        "institution_id": "ins_109508", "password": "error_ITEM_LOCKED", "outcome": "exit",
    });
    let left = complete(&bench, asked).await.ok();
    assert_eq!(left["exit"]["error"]["error_code"], "ITEM_LOCKED");
}

#[tokio::test]
async fn origins_that_a_team_lists_do_not_stand_in_the_way() {
    let bench = Bench::new().await;
    let listed = json!({ "web_origins": ["https://app.example"] });
    bench.post("/selvedge/link/settings/update", listed).await.ok();
    complete(&bench, login("user_good", "pass_good")).await.ok();
}
