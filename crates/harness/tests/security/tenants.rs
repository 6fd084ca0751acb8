//! Tenants and environments: what belongs to one is to another as though it did not exist.

use crate::probes::{self, Probe};
use crate::world::Estate;
use crate::{BANK, rows};
use selvedge_harness::{Answer, Bench, Keys, Order};
use selvedge_model::ErrorCode;
use selvedge_wire::endpoint::Availability;
use serde_json::{Value, json};

/// Everything of an answer that a caller can see, but for the id of the request.
fn seen(answer: &Answer) -> (u16, Vec<(String, String)>, Value) {
    let headers = answer
        .headers
        .iter()
        .filter(|(name, _)| *name != "x-request-id")
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()));
    let headers = headers.filter(|(name, _)| name != "content-length").collect();
    let mut body = answer.body.clone();
    body["request_id"] = Value::Null;
    (answer.status.as_u16(), headers, body)
}

/// The call with somebody else's value is refused exactly as with a value that nobody has, and without effect.
async fn assert_unknown(bench: &Bench, caller: &Keys, probe: &Probe, theirs: Value, nobodys: Value) {
    let before = rows::all(bench).await;
    let (path, field) = (probe.path, probe.field);
    let refused = bench.post_as(caller, path, theirs).await;
    let expected = bench.post_as(caller, path, nobodys).await;
    assert!(
        !refused.status.is_success(),
        "{path} took another's {field}: {}",
        refused.text
    );
    assert_eq!(
        seen(&refused),
        seen(&expected),
        "{path} tells another's {field} apart"
    );
    assert_eq!(
        rows::all(bench).await,
        before,
        "{path} with another's {field} left a trace"
    );
}

/// T7, and T14 for partners: another team's tokens and users, at every endpoint, by its app and its partner.
#[tokio::test]
async fn t7_what_belongs_to_another_team_is_unknown_at_every_endpoint() {
    let bench = Bench::new().await;
    let victim = Estate::of(&bench, bench.keys()).await;
    let stranger = Estate::of(&bench, &bench.new_team().await).await;
    for probe in probes::all() {
        let theirs = probe.body(victim.value(probe.field).unwrap(), &victim.account);
        let nobodys = probe.body(&probe.unknown("sandbox"), &victim.account);
        for caller in [&stranger.owner, &stranger.partner] {
            assert_unknown(&bench, caller, &probe, theirs.clone(), nobodys.clone()).await;
        }
    }
    // All of it still works for its owner.
    let shown = bench.post("/auth/get", victim.item.body()).await.ok();
    assert_eq!(shown["item"]["item_id"], json!(victim.item.item_id));
}

/// T8: a token of the sandbox in production and the reverse; both databases have the same master key.
#[tokio::test]
async fn t8_a_token_of_the_other_environment_is_unknown_at_every_endpoint() {
    let (sandbox, production) = (Bench::new().await, Bench::production().await);
    let estate = Estate::of(&sandbox, sandbox.keys()).await;
    for probe in probes::all() {
        let theirs = probe.body(estate.value(probe.field).unwrap(), &estate.account);
        if probe.available == Availability::Everywhere {
            let nobodys = probe.body(&probe.unknown("sandbox"), &estate.account);
            assert_unknown(&production, production.keys(), &probe, theirs, nobodys).await;
        } else {
            let refused = production.post(probe.path, theirs).await;
            refused.refused(ErrorCode::SandboxOnly);
        }
        if probe.field != "user_id" {
            let foreign = probe.unknown("production");
            let before = rows::all(&sandbox).await;
            let refused = sandbox
                .post(probe.path, probe.body(&foreign, &estate.account))
                .await;
            assert!(
                refused.status.is_client_error(),
                "{}: {}",
                probe.path,
                refused.text
            );
            assert_eq!(rows::all(&sandbox).await, before, "{}", probe.path);
        }
    }
}

/// T9: of the four kinds of token, each is taken where it belongs and nowhere else.
#[tokio::test]
async fn t9_a_token_of_another_kind_is_refused_at_every_endpoint() {
    let bench = Bench::new().await;
    let estate = Estate::of(&bench, bench.keys()).await;
    let before = rows::all(&bench).await;
    let mut mixes = 0;
    for probe in probes::all().iter().filter(|probe| probe.field != "user_id") {
        let caller = if probe.is_partners() {
            &estate.partner
        } else {
            &estate.owner
        };
        let unknown = probe.body(&probe.unknown("sandbox"), &estate.account);
        let expected = bench.post_as(caller, probe.path, unknown).await.body["error_code"].clone();
        for (kind, token) in estate.tokens.iter().filter(|(kind, _)| *kind != probe.field) {
            let refused = bench
                .post_as(caller, probe.path, probe.body(token, &estate.account))
                .await;
            assert!(
                refused.status.is_client_error(),
                "{} took a {kind}: {}",
                probe.path,
                refused.text
            );
            // A text that is not even of the form may be refused for that.
            let code = &refused.body["error_code"];
            let known = *code == expected || code == "INVALID_FIELD";
            assert!(known, "{} with a {kind}: {}", probe.path, refused.text);
            mixes += 1;
        }
    }
    assert!(mixes > 80, "only {mixes} mixes");
    assert_eq!(rows::all(&bench).await, before, "a refused token left a trace");
}

/// T6: another team's public token is unknown, and its owner can still use it.
#[tokio::test]
async fn t6_a_public_token_in_other_hands_is_unknown_and_stays_usable() {
    let bench = Bench::new().await;
    let stranger = bench.new_team().await;
    let token = bench.public_token(&Order::at(BANK, &["auth"])).await;
    let exchange = async |keys: &Keys, token: &str| {
        let body = json!({ "public_token": token });
        bench.post_as(keys, "/item/public_token/exchange", body).await
    };
    let refused = exchange(&stranger, &token).await;
    refused.refused(ErrorCode::InvalidPublicToken);
    let unknown = exchange(&stranger, "public-sandbox-00000000-0000-0000-0000-000000000000").await;
    assert_eq!(seen(&refused), seen(&unknown));
    exchange(bench.keys(), &token).await.ok();
}

/// T14: two partners of one team; the token of one is unknown to the other, and to its own once the Item is gone.
#[tokio::test]
async fn t14_a_processor_token_is_its_partners_alone_and_ends_with_the_item() {
    let bench = Bench::new().await;
    let estate = Estate::of(&bench, bench.keys()).await;
    let other = bench.partner("vertex").await;
    let probes: Vec<Probe> = probes::all().into_iter().filter(Probe::is_partners).collect();
    assert!(probes.len() >= 5, "{probes:?}");
    let token = estate.token("processor_token");
    for probe in &probes {
        let theirs = probe.body(token, &estate.account);
        let nobodys = probe.body(&probe.unknown("sandbox"), &estate.account);
        assert_unknown(&bench, &other, probe, theirs.clone(), nobodys.clone()).await;
        // The team that made the token does not hold it either.
        assert_unknown(&bench, &estate.owner, probe, theirs, nobodys).await;
    }
    bench.post("/item/remove", estate.item.body()).await.ok();
    for probe in &probes {
        let body = probe.body(token, &estate.account);
        let refused = bench.post_as(&estate.partner, probe.path, body).await;
        assert!(
            refused.status.is_client_error(),
            "{}: {}",
            probe.path,
            refused.text
        );
    }
}
