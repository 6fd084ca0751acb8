//! Users whose accounts a description gives: what it says is what the endpoints answer, and a wrong one is
//! explained.

use crate::{BANK, each};
use selvedge_harness::{Bench, Order};
use selvedge_model::ErrorCode as Code;
use serde_json::{Value, json};

/// Links a described user the way clients do: for one product, the rest added at first use.
async fn linked(bench: &Bench, bank: &str, recipe: &Value) -> selvedge_harness::Linked {
    bench.link(&Order::at(bank, &["auth"]).custom(recipe)).await
}

#[tokio::test]
async fn described_american_accounts_answer_as_described() {
    let bench = Bench::new().await;
    let recipe = json!({
        "version": "2", "seed": "selvedge-1",
        "override_accounts": [
            { "type": "depository", "subtype": "checking", "starting_balance": 500.5,
              "meta": { "name": "Everyday", "official_name": "Everyday Checking", "mask": "4321" },
              "numbers": { "account": "9988774321", "ach_routing": "011401533", "ach_wire_routing": "021000021" },
              "identity": {
                "names": ["Ada Example", "Bo Example"],
                "phone_numbers": [{ "primary": true, "type": "home", "data": "4673956022" }],
                "emails": [{ "primary": true, "type": "primary", "data": "ada@loom.example" }],
                "addresses": [{ "primary": true, "data": {
                    "city": "Malakoff", "region": "NY", "street": "2992 Cameron Road",
                    "postal_code": "14236", "country": "US" } }],
              } },
            { "type": "depository", "subtype": "savings", "starting_balance": 1000,
              "meta": { "mask": "5678" }, "numbers": { "account": "5566775678" } },
        ],
    });
    let item = linked(&bench, BANK, &recipe).await;
    let auth = bench.post("/auth/get", item.body()).await.ok();
    assert_eq!(each(&auth["accounts"], "mask"), ["4321", "5678"]);
    assert_eq!(auth["accounts"][0]["name"], "Everyday");
    assert_eq!(auth["accounts"][0]["official_name"], "Everyday Checking");
    assert_eq!(auth["accounts"][0]["balances"]["current"], json!(500.5));
    let numbers = &auth["numbers"];
    assert_eq!(each(&numbers["ach"], "account"), ["9988774321", "5566775678"]);
    assert_eq!(numbers["ach"][0]["routing"], "011401533");
    assert_eq!(numbers["ach"][0]["wire_routing"], "021000021");
    let identity = bench.post("/identity/get", item.body()).await.ok();
    let owner = &identity["accounts"][0]["owners"][0];
    let given = &recipe["override_accounts"][0]["identity"];
    for key in ["names", "phone_numbers", "emails", "addresses"] {
        assert_eq!(owner[key], given[key], "{key}");
    }
}

#[tokio::test]
async fn foreign_numbers_at_an_american_bank_are_not_also_american_ones() {
    let bench = Bench::new().await;
    let account = |numbers: Value| {
        json!({ "override_accounts": [
            { "type": "depository", "subtype": "checking", "starting_balance": 10, "numbers": numbers },
        ] })
    };
    let cases = [
        (
            account(json!({ "account": "111122220000", "eft_institution": "114", "eft_branch": "01533" })),
            "eft",
            json!({ "account": "111122220000", "institution": "114", "branch": "01533" }),
        ),
        (
            account(json!({ "account": "319268", "bacs_sort_code": "601613" })),
            "bacs",
            json!({ "account": "319268", "sort_code": "601613" }),
        ),
        (
            account(
                json!({ "international_iban": "IE64BOFI90583812345678", "international_bic": "BOFIIE2DXXX" }),
            ),
            "international",
            json!({ "iban": "IE64BOFI90583812345678", "bic": "BOFIIE2DXXX" }),
        ),
    ];
    for (recipe, kind, expected) in cases {
        let item = linked(&bench, BANK, &recipe).await;
        let answer = bench.post("/auth/get", item.body()).await.ok();
        for one in ["ach", "eft", "bacs", "international"] {
            let count = usize::from(one == kind);
            assert_eq!(
                answer["numbers"][one].as_array().unwrap().len(),
                count,
                "{one} of {recipe}"
            );
        }
        for (key, value) in expected.as_object().unwrap() {
            assert_eq!(answer["numbers"][kind][0][key], *value);
        }
    }
}

#[tokio::test]
async fn each_account_may_have_contacts_of_its_own() {
    let bench = Bench::new().await;
    let identity = |email: &str| json!({ "names": ["Ada Example"], "emails": [{ "primary": true, "type": "primary", "data": email }] });
    let recipe = json!({ "override_accounts": [
        { "type": "depository", "subtype": "checking", "identity": identity("one@loom.example") },
        { "type": "depository", "subtype": "savings", "identity": identity("two@loom.example") },
    ] });
    let item = linked(&bench, BANK, &recipe).await;
    let answer = bench.post("/identity/get", item.body()).await.ok();
    let seen: Vec<&Value> = answer["accounts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|account| &account["owners"][0]["emails"][0]["data"])
        .collect();
    assert_eq!(seen, ["one@loom.example", "two@loom.example"]);
}

#[tokio::test]
async fn money_keeps_every_digit() {
    let bench = Bench::new().await;
    let recipe = r#"{"override_accounts":[{"type":"depository","subtype":"checking",
        "starting_balance":12345678901234567.89,"force_available_balance":0.1}]}"#;
    let item = bench
        .link(&Order::at(BANK, &["auth"]).user("user_custom", recipe))
        .await;
    let text = bench.post("/accounts/get", item.body()).await.text;
    assert!(text.contains("\"current\":12345678901234567.89,"), "{text}");
    let fresh = bench.post("/accounts/balance/get", item.body()).await.text;
    assert!(fresh.contains("\"available\":0.1,"), "{fresh}");
}

#[tokio::test]
async fn a_seed_makes_the_same_user_again_and_another_seed_another() {
    let bench = Bench::new().await;
    let numbers = async |seed: &str| {
        let recipe =
            json!({ "seed": seed, "override_accounts": [{ "type": "depository", "subtype": "checking" }] });
        let item = linked(&bench, BANK, &recipe).await;
        let answer = bench.post("/auth/get", item.body()).await.ok();
        answer["numbers"]["ach"][0]["account"].clone()
    };
    let (one, again, other) = (numbers("a").await, numbers("a").await, numbers("b").await);
    assert_eq!(one, again);
    assert_ne!(one, other);
}

#[tokio::test]
async fn a_user_without_description_has_accounts() {
    let bench = Bench::new().await;
    let item = linked(&bench, BANK, &json!({})).await;
    let answer = bench.post("/accounts/get", item.body()).await.ok();
    assert!(!answer["accounts"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn a_long_description_is_no_problem() {
    let bench = Bench::new().await;
    let transaction = json!({
        "date_transacted": "2026-01-01", "date_posted": "2026-01-02", "amount": 1.5,
        "description": "a purchase of yarn", "currency": "USD",
    });
    let account = json!({
        "type": "depository", "subtype": "checking", "transactions": vec![transaction; 400],
    });
    let recipe = json!({ "override_accounts": vec![account; 12] });
    assert!(recipe.to_string().len() > 500_000);
    let item = linked(&bench, BANK, &recipe).await;
    assert_eq!(bench.account_ids(&item).await.len(), 12);
}

#[tokio::test]
async fn a_wrong_description_is_explained_without_repeating_what_is_in_it() {
    let bench = Bench::new().await;
    let secret = "4929123412341234";
    let cases = [
        "nonsense".to_owned(),
        "[]".to_owned(),
        r#"{"override_accounts":[{"type":"nope","subtype":"checking"}]}"#.to_owned(),
        r#"{"override_accounts":[{"type":"depository","subtype":"checking","meta":{"mask":"toolong"}}]}"#.to_owned(),
        r#"{"override_accounts":[{"type":"depository","subtype":"checking","numbers":{"eft_branch":"01533"}}]}"#.to_owned(),
        format!(
            r#"{{"override_accounts":[{{"type":"depository","subtype":"checking","numbers":{{"account":"{secret}","ach_routing":"123"}}}}]}}"#
        ),
    ];
    for recipe in cases {
        let order = Order::at(BANK, &["auth"]).user("user_custom", &recipe);
        let answer = bench.post("/sandbox/public_token/create", order.body()).await;
        let words = answer.refused(Code::InvalidField);
        assert!(!words.contains(secret), "{words}");
        assert!(words.len() > 20, "{words}");
    }
}

#[tokio::test]
async fn a_description_can_force_an_error() {
    let bench = Bench::new().await;
    for (name, code) in [
        ("INSTITUTION_NOT_RESPONDING", Code::InstitutionNotResponding),
        ("INVALID_CREDENTIALS", Code::InvalidCredentials),
        ("ITEM_LOCKED", Code::ItemLocked),
        ("ITEM_LOGIN_REQUIRED", Code::ItemLoginRequired),
        ("NO_ACCOUNTS", Code::NoAccounts),
        ("INVALID_LINK_TOKEN", Code::InvalidLinkToken),
    ] {
        let order = Order::at(BANK, &["auth"]).custom(&json!({ "force_error": name }));
        bench
            .post("/sandbox/public_token/create", order.body())
            .await
            .refused(code);
    }
}
