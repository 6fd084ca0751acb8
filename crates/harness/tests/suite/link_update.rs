//! Update mode: an Item is repaired or changed and stays the Item that it was.

use crate::{BANK, each};
use selvedge_engine::link::flow::{Input, Pane};
use selvedge_harness::{Bench, Linked, Order, Page, assert_pane};
use selvedge_model::{ErrorCode as Code, limits};
use serde_json::{Value, json};

const HOOK: &str = "https://app.example/hooks";

/// What opens Link for an Item that exists.
fn update(item: &Linked, extra: Value) -> Value {
    let mut body = json!({ "access_token": item.access_token, "products": null });
    for (name, value) in extra.as_object().unwrap() {
        body[name] = value.clone();
    }
    body
}

/// Opens Link in update mode.
async fn opened<'b>(bench: &'b Bench, item: &Linked, extra: Value) -> Page<'b> {
    let token = bench.link_token(&update(item, extra)).await;
    bench.open_link(&token).await
}

async fn ids(bench: &Bench, item: &Linked) -> Vec<(String, String)> {
    let answer = bench.post("/accounts/get", item.body()).await.ok();
    let accounts = answer["accounts"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    accounts
        .map(|account| (text(&account["name"]), text(&account["account_id"])))
        .collect()
}

async fn shared(bench: &Bench) -> Linked {
    let token = bench
        .link_token(&json!({ "products": ["auth", "identity"], "webhook": HOOK }))
        .await;
    let mut page = bench.open_link(&token).await;
    page.pick(BANK).await.sign_in("user_good", "pass_good").await;
    page.share(&["Plaid Checking"]).await.send(Input::Finish).await;
    page.exchanged().await
}

#[tokio::test]
async fn a_broken_item_is_repaired_under_its_own_ids() {
    let bench = Bench::new().await;
    let item = shared(&bench).await;
    let before = ids(&bench, &item).await;
    bench.post("/sandbox/item/reset_login", item.body()).await.ok();
    assert_eq!(
        bench.post("/auth/get", item.body()).await.body["error_code"],
        "ITEM_LOGIN_REQUIRED"
    );
    let mut page = opened(&bench, &item, json!({})).await;
    assert_pane!(page, Pane::Credentials { update: true, .. });
    page.sign_in("user_good", "pass_good").await;
    assert_pane!(page, Pane::Connected { update: true, .. });
    page.send(Input::Finish).await;
    assert_eq!(page.events[0].metadata.is_update_mode.as_deref(), Some("true"));
    bench.post("/auth/get", item.body()).await.ok();
    assert_eq!(ids(&bench, &item).await, before);
    let again = page.exchanged().await;
    assert_eq!(again.access_token, item.access_token, "an exchange does no harm");
    assert_eq!(again.item_id, item.item_id);
    let consents = bench.post("/consent/events/get", item.body()).await.ok();
    let updated = each(&consents["consent_events"], "event_type");
    assert_eq!(
        updated.iter().filter(|kind| **kind == "CONSENT_UPDATED").count(),
        2
    );
}

#[tokio::test]
async fn a_healthy_item_is_confirmed_without_a_question() {
    let bench = Bench::new().await;
    let item = shared(&bench).await;
    let page = opened(&bench, &item, json!({})).await;
    assert_pane!(page, Pane::Connected { .. });
}

#[tokio::test]
async fn deselected_accounts_vanish_and_new_ones_get_ids() {
    let bench = Bench::new().await;
    let item = shared(&bench).await;
    let before = ids(&bench, &item).await;
    let processor = bench.processor_token(&item, &before[0].1, "dwolla").await;
    let partner = bench.partner("dwolla").await;
    let choose = json!({ "update": { "account_selection_enabled": true } });
    let mut page = opened(&bench, &item, choose.clone()).await;
    let chosen: Vec<&str> = page
        .choices()
        .iter()
        .filter(|one| one.chosen)
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(chosen, ["Plaid Checking"], "what is shared is chosen at first");
    page.share(&["Plaid Checking", "Plaid Saving"])
        .await
        .send(Input::Finish)
        .await;
    let both = ids(&bench, &item).await;
    assert_eq!(both[0], before[0], "what stays keeps its id");
    assert_eq!(both.len(), 2);
    assert_eq!(page.success().1.accounts.len(), 2, "all that are selected now");
    let numbers = bench.post("/auth/get", item.body()).await.ok();
    assert_eq!(numbers["numbers"]["ach"].as_array().unwrap().len(), 2);
    let mut page = opened(&bench, &item, choose).await;
    page.share(&["Plaid Saving"]).await.send(Input::Finish).await;
    assert_eq!(ids(&bench, &item).await, both[1..]);
    let numbers = bench.post("/auth/get", item.body()).await.ok();
    assert_eq!(
        each(&numbers["numbers"]["ach"], "account_id"),
        [both[1].1.as_str()]
    );
    let owners = bench.post("/identity/get", item.body()).await.ok();
    assert_eq!(each(&owners["accounts"], "account_id"), [both[1].1.as_str()]);
    let body = json!({ "processor_token": processor });
    let answer = bench.post_as(&partner, "/processor/auth/get", body).await;
    assert_eq!(
        answer.body["error_code"], "INVALID_PROCESSOR_TOKEN",
        "its account is shared no more"
    );
}

#[tokio::test]
async fn another_login_is_refused() {
    let bench = Bench::new().await;
    let item = shared(&bench).await;
    bench.post("/sandbox/item/reset_login", item.body()).await.ok();
    let mut page = opened(&bench, &item, json!({})).await;
    let other = json!({ "override_accounts": [{ "type": "depository", "subtype": "checking" }] });
    page.sign_in("user_custom", &other.to_string()).await;
    let Pane::Credentials { trouble, .. } = page.view.pane else {
        panic!("{:?}", page.view.pane)
    };
    assert_eq!(trouble, Some(Code::InvalidUpdatedUsername));
    assert_eq!(
        bench.post("/auth/get", item.body()).await.body["error_code"],
        "ITEM_LOGIN_REQUIRED"
    );
}

#[tokio::test]
async fn more_can_be_agreed_to() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link(&token).await;
    page.link_at(BANK).await;
    let item = page.exchanged().await;
    let more = json!({ "additional_consented_products": ["transactions"] });
    let mut page = opened(&bench, &item, more).await;
    assert_pane!(page, Pane::Consent { update: true, .. });
    page.send(Input::Agree).await.send(Input::Finish).await;
    let shown = bench.post("/item/get", item.body()).await.ok();
    assert_eq!(
        shown["item"]["consented_products"],
        json!(["auth", "transactions"])
    );
    let scopes = shown["item"]["consented_data_scopes"].as_array().unwrap();
    assert!(scopes.contains(&json!("transactions")));
}

#[tokio::test]
async fn an_item_that_is_removed_meanwhile_ends_the_session() {
    let bench = Bench::new().await;
    let item = shared(&bench).await;
    bench.post("/sandbox/item/reset_login", item.body()).await.ok();
    let mut page = opened(&bench, &item, json!({})).await;
    bench.post("/item/remove", item.body()).await.ok();
    assert_eq!(page.poll().await.err().unwrap().code, Code::InvalidLinkToken);
}

/// Two Items of one login, linked for one user each; both broken.
async fn two_of_one_login(bench: &Bench, users: [&Value; 2]) -> [Linked; 2] {
    let mut items = Vec::new();
    for user in users {
        let order = Order::at(BANK, &["auth"])
            .webhook(HOOK)
            .option("webhook", HOOK.into());
        let mut body = order.body();
        body["user_id"] = user["user_id"].clone();
        let made = bench.post("/sandbox/public_token/create", body).await.ok();
        let public_token = made["public_token"].as_str().unwrap().to_owned();
        let made = bench
            .post(
                "/item/public_token/exchange",
                json!({ "public_token": public_token }),
            )
            .await
            .ok();
        let text = |key: &str| made[key].as_str().unwrap().to_owned();
        let item = Linked {
            access_token: text("access_token"),
            item_id: text("item_id"),
            public_token,
        };
        bench.post("/sandbox/item/reset_login", item.body()).await.ok();
        items.push(item);
    }
    items.try_into().unwrap()
}

async fn repaired(bench: &Bench, item: &Linked) -> usize {
    let events = bench.events().await.into_iter();
    let about = events.filter(|event| {
        event
            .item_id
            .as_ref()
            .is_some_and(|id| id.as_str() == item.item_id)
    });
    about
        .filter(|event| event.webhook_code == "LOGIN_REPAIRED")
        .count()
}

#[tokio::test]
async fn a_repaired_login_heals_the_other_items_of_its_person() {
    let bench = Bench::new().await;
    let user = bench
        .post("/user/create", json!({ "client_user_id": "u-1" }))
        .await
        .ok();
    let other = bench
        .post("/user/create", json!({ "client_user_id": "u-2" }))
        .await
        .ok();
    let [first, second] = two_of_one_login(&bench, [&user, &user]).await;
    let [stranger, _] = two_of_one_login(&bench, [&other, &other]).await;
    let mut page = opened(&bench, &first, json!({})).await;
    page.sign_in("user_good", "pass_good")
        .await
        .send(Input::Finish)
        .await;
    bench.post("/auth/get", first.body()).await.ok();
    bench.post("/auth/get", second.body()).await.ok();
    assert_eq!(repaired(&bench, &second).await, 1);
    assert_eq!(repaired(&bench, &first).await, 0, "its own app knows");
    let answer = bench.post("/auth/get", stranger.body()).await;
    assert_eq!(
        answer.body["error_code"], "ITEM_LOGIN_REQUIRED",
        "in the sandbox everybody is user_good"
    );
    assert_eq!(repaired(&bench, &stranger).await, 0);
}

#[tokio::test]
async fn a_new_item_of_the_same_login_heals_nothing() {
    let bench = Bench::new().await;
    let user = bench
        .post("/user/create", json!({ "client_user_id": "u-1" }))
        .await
        .ok();
    let [broken, _] = two_of_one_login(&bench, [&user, &user]).await;
    let token = bench
        .link_token(&json!({ "user": null, "user_id": user["user_id"] }))
        .await;
    bench.open_link(&token).await.link_at(BANK).await;
    assert_eq!(
        bench.post("/auth/get", broken.body()).await.body["error_code"],
        "ITEM_LOGIN_REQUIRED"
    );
}

#[tokio::test]
async fn a_users_broken_item_is_found_without_naming_it() {
    let bench = Bench::new().await;
    let user = bench
        .post("/user/create", json!({ "client_user_id": "u-1" }))
        .await
        .ok();
    let [first, second] = two_of_one_login(&bench, [&user, &user]).await;
    let token = |extra: Value| {
        let mut update = json!({ "user": true });
        update
            .as_object_mut()
            .unwrap()
            .extend(extra.as_object().unwrap().clone());
        json!({ "user": null, "products": null, "user_id": user["user_id"], "update": update })
    };
    let named = bench
        .link_token(&token(json!({ "item_ids": [first.item_id] })))
        .await;
    let mut page = bench.open_link(&named).await;
    page.sign_in("user_good", "pass_good")
        .await
        .send(Input::Finish)
        .await;
    let again = page.exchanged().await;
    assert_eq!(again.item_id, first.item_id);
    // Repairing the first healed the second; break that one alone.
    bench.post("/sandbox/item/reset_login", second.body()).await.ok();
    let any = bench.link_token(&token(json!({}))).await;
    let mut page = bench.open_link(&any).await;
    page.sign_in("user_good", "pass_good")
        .await
        .send(Input::Finish)
        .await;
    assert_eq!(page.exchanged().await.item_id, second.item_id);
    let nobody = bench
        .post("/user/create", json!({ "client_user_id": "u-2" }))
        .await
        .ok();
    let body =
        json!({ "user": null, "products": null, "user_id": nobody["user_id"], "update": { "user": true } });
    let none = bench.link_token(&body).await;
    let refused = bench
        .open_link_with(selvedge_harness::overlay(&none))
        .await
        .err()
        .unwrap();
    assert_eq!(refused.code, Code::ItemNotFound);
}

#[tokio::test]
async fn a_renewal_renews_the_lives_of_login_and_consent() {
    let bench = Bench::new().await;
    let item = bench.link(&Order::at("ins_117650", &["auth"])).await;
    let consent = async |bench: &Bench| {
        let shown = bench.post("/item/get", item.body()).await.ok();
        shown["item"]["consent_expiration_time"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let before = consent(&bench).await;
    bench.advance(limits::SANDBOX_ITEM_LIFE);
    assert_eq!(
        bench.post("/auth/get", item.body()).await.body["error_code"],
        "ITEM_LOGIN_REQUIRED"
    );
    let britain = json!({ "country_codes": ["GB"] });
    let mut page = opened(&bench, &item, britain).await;
    page.visit_bank().await;
    page.send(Input::Finish).await;
    bench.post("/auth/get", item.body()).await.ok();
    assert!(consent(&bench).await > before);
}

#[tokio::test]
async fn a_grant_that_is_replaced_ends_at_the_bank_and_one_that_is_kept_does_not() {
    let bench = Bench::new().await;
    let token = bench.link_token(&json!({})).await;
    let mut page = bench.open_link(&token).await;
    page.pick("ins_127287").await;
    page.visit_bank().await;
    page.send(Input::Finish).await;
    let item = page.exchanged().await;
    // Confirmed with the grant that it has.
    opened(&bench, &item, json!({})).await;
    assert!(bench.bank.revoked().is_empty(), "it is still in use");
    bench.post("/sandbox/item/reset_login", item.body()).await.ok();
    let mut page = opened(&bench, &item, json!({})).await;
    page.visit_bank().await;
    assert_pane!(page, Pane::Connected { update: true, .. });
    let replaced = bench.bank.revoked();
    assert_eq!(replaced.len(), 1);
    bench.post("/auth/get", item.body()).await.ok();
    bench.post("/item/remove", item.body()).await.ok();
    let revoked = bench.bank.revoked();
    assert_eq!(revoked.len(), 2);
    assert!(revoked[1] != replaced[0], "the new one was the Item's until now");
}
