//! What a partner reads with a processor token and its own keys: one account, within its permissions, until
//! the token ends.

use crate::{BANK, NO_TOKEN};
use insta::assert_json_snapshot;
use selvedge_harness::{Bench, Keys, Linked};
use selvedge_model::ErrorCode as Code;
use serde_json::{Value, json};

const READS: &[&str] = &[
    "/processor/auth/get",
    "/processor/account/get",
    "/processor/balance/get",
    "/processor/identity/get",
    "/processor/identity/match",
];

struct Scene {
    bench: Bench,
    partner: Keys,
    item: Linked,
    accounts: Vec<String>,
    token: String,
}

impl Scene {
    async fn new(products: &[&str]) -> Self {
        let bench = Bench::new().await;
        let partner = bench.partner("dwolla").await;
        let item = bench.item(BANK, products).await;
        let accounts = bench.account_ids(&item).await;
        let token = bench.processor_token(&item, &accounts[0], "dwolla").await;
        Self {
            bench,
            partner,
            item,
            accounts,
            token,
        }
    }

    fn body(&self) -> Value {
        json!({ "processor_token": self.token })
    }

    async fn read(&self, path: &str) -> selvedge_harness::Answer {
        self.bench.post_as(&self.partner, path, self.body()).await
    }
}

#[tokio::test]
async fn a_partner_reads_everything_about_its_one_account() {
    let scene = Scene::new(&["auth", "identity"]).await;
    for path in READS {
        let name = format!("partner{}", path.replace('/', "_"));
        let answer = scene.read(path).await;
        assert_json_snapshot!(name, answer.redacted());
        let answer = answer.ok();
        assert_eq!(answer["account"]["account_id"], scene.accounts[0].as_str());
        assert!(answer.get("item").is_none());
    }
}

#[tokio::test]
async fn the_numbers_are_single_objects_of_the_accounts_own_kind() {
    let bench = Bench::new().await;
    let partner = bench.partner("vopay").await;
    for (bank, kind) in [("ins_43", "eft"), ("ins_900125", "international")] {
        let item = bench.item(bank, &["auth"]).await;
        let account = bench.account_ids(&item).await.remove(0);
        let token = bench.processor_token(&item, &account, "vopay").await;
        let body = json!({ "processor_token": token });
        let answer = bench.post_as(&partner, "/processor/auth/get", body).await.ok();
        for one in ["ach", "eft", "bacs", "international"] {
            assert_eq!(answer["numbers"][one].is_object(), one == kind, "{one} at {bank}");
        }
        assert_eq!(answer["numbers"][kind]["account_id"], account.as_str());
    }
}

#[tokio::test]
async fn a_partner_matches_what_it_knows_about_the_holder() {
    let scene = Scene::new(&["auth", "identity"]).await;
    let mut body = scene.body();
    body["user"] = json!({ "legal_name": "Alberta Bobbeth Charleson", "phone_number": "1112223333" });
    let answer = scene
        .bench
        .post_as(&scene.partner, "/processor/identity/match", body.clone())
        .await
        .ok();
    assert_eq!(answer["account"]["legal_name"]["score"], 100);
    assert_eq!(answer["account"]["phone_number"]["score"], 100);
    assert!(answer["account"]["balances"]["current"].is_null());
    body["user"] = json!({ "phone_number": "nonsense" });
    scene
        .bench
        .post_as(&scene.partner, "/processor/identity/match", body)
        .await
        .refused(Code::InvalidField);
}

#[tokio::test]
async fn a_token_is_read_by_nobody_but_its_partner() {
    let scene = Scene::new(&["auth"]).await;
    let bench = &scene.bench;
    let other_team = bench.new_team().await;
    let other_partner = bench.partner("ocrolus").await;
    let namesake = bench.partner_of(&other_team, "dwolla").await;
    let owner = bench.keys().clone();
    for path in READS {
        let unknown = json!({ "processor_token": "processor-sandbox-00000000-0000-0000-0000-000000000000" });
        let mut expected = bench.post_as(&scene.partner, path, unknown).await.body;
        expected["request_id"] = Value::Null;
        for keys in [&owner, &other_team, &other_partner, &namesake] {
            let answer = bench.post_as(keys, path, scene.body()).await;
            answer.refused(Code::InvalidProcessorToken);
            let mut body = answer.body;
            body["request_id"] = Value::Null;
            assert_eq!(body, expected, "{path}");
        }
    }
}

#[tokio::test]
async fn t15_permissions_bound_what_a_partner_reads() {
    let scene = Scene::new(&["auth", "identity"]).await;
    let table: &[(&[&str], &[&str])] = &[
        (&[], READS),
        (&["auth"], &[READS[0], READS[1]]),
        (&["balance"], &[READS[1], READS[2]]),
        (&["identity"], &[READS[1], READS[3], READS[4]]),
        (&["identity_match"], &[READS[1], READS[4]]),
        (&["transactions"], &[READS[1]]),
    ];
    for (products, readable) in table {
        let set = json!({ "processor_token": scene.token, "products": products });
        scene
            .bench
            .post("/processor/token/permissions/set", set)
            .await
            .ok();
        for path in READS {
            let answer = scene.read(path).await;
            if readable.contains(path) {
                answer.ok();
            } else {
                answer.refused(Code::InvalidProduct);
            }
        }
    }
}

#[tokio::test]
async fn a_removed_item_ends_its_processor_tokens() {
    let scene = Scene::new(&["auth"]).await;
    scene.bench.post("/item/remove", scene.item.body()).await.ok();
    for path in READS {
        let answer = scene.read(path).await;
        let code = answer.body["error_code"].as_str().unwrap();
        assert!(
            matches!(code, "ITEM_NOT_FOUND" | "INVALID_PROCESSOR_TOKEN"),
            "{code}"
        );
    }
    let permissions = scene
        .bench
        .post("/processor/token/permissions/get", scene.body())
        .await;
    permissions.refused(Code::InvalidProcessorToken);
}

#[tokio::test]
async fn a_broken_item_shows_its_partner_the_account_as_last_seen_alone() {
    let scene = Scene::new(&["auth", "identity"]).await;
    scene
        .bench
        .post("/sandbox/item/reset_login", scene.item.body())
        .await
        .ok();
    for path in READS {
        let answer = scene.read(path).await;
        if *path == "/processor/account/get" {
            answer.ok();
        } else {
            answer.refused(Code::ItemLoginRequired);
        }
    }
}

#[tokio::test]
async fn an_account_without_numbers_is_opened_to_no_partner() {
    let scene = Scene::new(&["transactions", "auth"]).await;
    for path in [
        "/processor/token/create",
        "/processor/stripe/bank_account_token/create",
    ] {
        let mut body = json!({ "access_token": scene.item.access_token, "account_id": scene.accounts[3] });
        if path == "/processor/token/create" {
            body["processor"] = "dwolla".into();
        }
        scene.bench.post(path, body).await.refused(Code::NoAuthAccounts);
    }
}

#[tokio::test]
async fn a_partner_reads_only_what_the_item_is_used_for() {
    let scene = Scene::new(&["auth"]).await;
    let body = json!({ "processor_token": scene.token });
    for path in ["/processor/identity/get", "/processor/identity/match"] {
        let answer = scene.bench.post_as(&scene.partner, path, body.clone()).await;
        answer.refused(Code::InvalidProduct);
    }
    // Once the app uses the product, the partner may too.
    let own = json!({ "access_token": scene.item.access_token });
    scene.bench.post("/identity/get", own).await.ok();
    scene
        .bench
        .post_as(&scene.partner, "/processor/identity/get", body)
        .await
        .ok();
}

#[tokio::test]
async fn a_partner_moves_its_own_webhook_and_the_new_address_is_told() {
    let scene = Scene::new(&["auth"]).await;
    let bench = &scene.bench;
    let path = "/processor/token/webhook/update";
    let update = |url: Value| json!({ "processor_token": scene.token, "webhook": url });
    let answer = bench
        .post_as(
            &scene.partner,
            path,
            update("https://partner.example/hooks".into()),
        )
        .await;
    assert_json_snapshot!("partner_webhook_update", answer.redacted());
    let events = bench.events().await;
    assert_eq!(
        (&*events[0].webhook_type, &*events[0].webhook_code),
        ("PROCESSOR_TOKEN", "WEBHOOK_UPDATE_ACKNOWLEDGED")
    );
    assert_eq!(events[0].url, "https://partner.example/hooks");
    let told: Value = serde_json::from_str(&events[0].body).unwrap();
    assert_eq!(told["account_id"], scene.accounts[0].as_str());
    for none in [Value::Null, "".into()] {
        bench.post_as(&scene.partner, path, update(none)).await.ok();
    }
    assert_eq!(bench.events().await.len(), 1);
    let nope = bench.post_as(&scene.partner, path, update("nope".into())).await;
    nope.refused(Code::InvalidField);
    let absent = bench.post_as(&scene.partner, path, scene.body()).await;
    assert!(absent.refused(Code::MissingFields).contains("webhook"));
    bench
        .post(path, update("https://partner.example/".into()))
        .await
        .refused(Code::InvalidProcessorToken);
}

#[tokio::test]
async fn a_partners_keys_open_nothing_else() {
    let scene = Scene::new(&["auth"]).await;
    let bench = &scene.bench;
    for path in ["/auth/get", "/item/get", "/item/remove", "/accounts/get"] {
        bench
            .post_as(&scene.partner, path, scene.item.body())
            .await
            .refused(Code::InvalidAccessToken);
    }
    for path in READS {
        for token in [&scene.item.access_token, NO_TOKEN, ""] {
            bench
                .post_as(&scene.partner, path, json!({ "processor_token": token }))
                .await
                .refused(Code::InvalidProcessorToken);
        }
    }
}

#[tokio::test]
async fn a_bank_that_dates_its_balances_is_held_to_them_by_partners_too() {
    let bench = Bench::new().await;
    let partner = bench.partner("dwolla").await;
    let item = bench.item("ins_128026", &["auth"]).await;
    let account = bench.account_ids(&item).await.remove(0);
    let token = bench.processor_token(&item, &account, "dwolla").await;
    let with = |oldest: &str| json!({ "processor_token": token, "options": { "min_last_updated_datetime": oldest } });
    let path = "/processor/balance/get";
    bench
        .post_as(&partner, path, with("2026-11-01T00:00:00Z"))
        .await
        .ok();
    bench
        .post_as(&partner, path, with("2030-01-01T00:00:00Z"))
        .await
        .refused(Code::LastUpdatedDatetimeOutOfRange);
}

#[tokio::test]
async fn an_institution_without_numbers_has_none_for_a_partner() {
    let bench = Bench::new().await;
    let partner = bench.partner("dwolla").await;
    let item = bench.item("ins_12", &["identity"]).await;
    let account = bench.account_ids(&item).await.remove(0);
    let token = bench.processor_token(&item, &account, "dwolla").await;
    bench
        .post_as(
            &partner,
            "/processor/auth/get",
            json!({ "processor_token": token }),
        )
        .await
        .refused(Code::InvalidProduct);
}
