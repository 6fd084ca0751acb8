//! Races: whoever comes at once with the same token, one of them wins.

use crate::{BANK, rows};
use futures_util::future::join_all;
use selvedge_harness::outside::{Launch, Server};
use selvedge_harness::{Answer, Bench, Order};
use selvedge_model::ErrorCode;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

const EXCHANGE: &str = "/item/public_token/exchange";
const ROTATE: &str = "/item/access_token/invalidate";
/// How many come at once.
const CROWD: usize = 64;
const READERS: usize = 32;

/// The one success among `answers`; all others are `code`.
#[track_caller]
fn winner(answers: Vec<Answer>, code: ErrorCode) -> Value {
    let (won, lost): (Vec<Answer>, Vec<Answer>) =
        answers.into_iter().partition(|answer| answer.status.is_success());
    for answer in &lost {
        answer.refused(code);
    }
    assert_eq!(won.len(), 1, "{} of a crowd won", won.len());
    won.into_iter().next().unwrap().body
}

/// T1: one process, its own database, on either engine.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn t1_of_sixty_four_parallel_exchanges_one_succeeds() {
    let bench = Arc::new(Bench::new().await);
    let token = bench.public_token(&Order::at(BANK, &["auth"])).await;
    let crowd = (0..CROWD).map(|_| {
        let (bench, body) = (Arc::clone(&bench), json!({ "public_token": token }));
        tokio::spawn(async move { bench.post(EXCHANGE, body).await })
    });
    let answers = join_all(crowd).await.into_iter().map(Result::unwrap).collect();
    let won = winner(answers, ErrorCode::InvalidPublicToken);
    bench
        .post("/item/get", json!({ "access_token": won["access_token"] }))
        .await
        .ok();
    assert_eq!(rows::access_tokens(&bench).await, 1);
}

/// T1 from outside: sixty-four connections to the real binary.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn t1_of_sixty_four_connections_one_gets_the_access_token() {
    let dir = tempfile::tempdir().unwrap();
    let server = Server::start(&Launch::in_dir(dir.path(), "warn")).await.unwrap();
    let keys = server.keys().unwrap();
    let mut first = server.connect().await.unwrap();
    let body = json!({ "institution_id": BANK, "initial_products": ["auth"] });
    let made = first
        .call("/sandbox/public_token/create", &keys, &[], &body)
        .await
        .unwrap();
    let mut connections = Vec::new();
    for _ in 0..CROWD {
        connections.push(server.connect().await.unwrap());
    }
    let body = json!({ "public_token": made.text("public_token") });
    let crowd = connections.into_iter().map(|mut connection| {
        let (keys, body) = (keys.clone(), body.clone());
        tokio::spawn(async move { connection.call(EXCHANGE, &keys, &[], &body).await.unwrap() })
    });
    let replies: Vec<_> = join_all(crowd).await.into_iter().map(Result::unwrap).collect();
    let won = replies.iter().filter(|reply| reply.status == 200).count();
    let lost = replies
        .iter()
        .filter(|reply| reply.text("error_code") == "INVALID_PUBLIC_TOKEN")
        .count();
    assert_eq!((won, lost), (1, CROWD - 1));
}

/// T2: three processes on one database; an SQLite file belongs to one, so this is about PostgreSQL.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn t2_of_sixty_four_exchanges_at_three_nodes_one_succeeds() {
    let bench = Bench::new().await;
    if !bench.on_postgres() {
        return;
    }
    let token = bench.public_token(&Order::at(BANK, &["auth"])).await;
    let (second, third) = (bench.sibling(1).await, bench.sibling(2).await);
    let nodes: Vec<Arc<Bench>> = [bench, second, third].into_iter().map(Arc::new).collect();
    let crowd = (0..CROWD).map(|number| {
        let (node, body) = (Arc::clone(&nodes[number % 3]), json!({ "public_token": token }));
        tokio::spawn(async move { node.post(EXCHANGE, body).await })
    });
    let answers = join_all(crowd).await.into_iter().map(Result::unwrap).collect();
    let won = winner(answers, ErrorCode::InvalidPublicToken);
    for node in &nodes {
        node.post("/item/get", json!({ "access_token": won["access_token"] }))
            .await
            .ok();
    }
    assert_eq!(rows::access_tokens(&nodes[0]).await, 1);
}

/// T11: once a rotation was answered, no request that begins later gets through with the old token, here or
/// at another node.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn t11_after_a_rotation_was_answered_the_old_token_opens_nothing() {
    let bench = Bench::new().await;
    let item = bench.item(BANK, &["auth"]).await;
    let mut nodes = vec![Arc::new(bench)];
    if nodes[0].on_postgres() {
        let sibling = nodes[0].sibling(1).await;
        nodes.push(Arc::new(sibling));
    }
    let rotated = Arc::new(AtomicBool::new(false));
    let readers: Vec<_> = (0..READERS)
        .map(|number| {
            let (node, body, rotated) = (
                Arc::clone(&nodes[number % nodes.len()]),
                item.body(),
                Arc::clone(&rotated),
            );
            tokio::spawn(async move {
                let mut served = 0;
                loop {
                    let too_late = rotated.load(Ordering::SeqCst);
                    let answer = node.post("/auth/get", body.clone()).await;
                    if !answer.status.is_success() {
                        answer.refused(ErrorCode::InvalidAccessToken);
                        return served;
                    }
                    assert!(
                        !too_late,
                        "the old token was served after the rotation: {}",
                        answer.text
                    );
                    served += 1;
                }
            })
        })
        .collect();
    let answer = nodes[0].post(ROTATE, item.body()).await.ok();
    rotated.store(true, Ordering::SeqCst);
    for reader in readers {
        reader.await.unwrap();
    }
    let renewed = json!({ "access_token": answer["new_access_token"] });
    for node in &nodes {
        node.post("/auth/get", renewed.clone()).await.ok();
    }
}

/// T12: of rotations at once one gets the new token, and only that one works.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn t12_of_parallel_rotations_one_gets_the_new_token() {
    let bench = Arc::new(Bench::new().await);
    let mut body = bench.item(BANK, &["auth"]).await.body();
    for _ in 0..10 {
        let crowd = (0..8).map(|_| {
            let (bench, body) = (Arc::clone(&bench), body.clone());
            tokio::spawn(async move { bench.post(ROTATE, body).await })
        });
        let answers = join_all(crowd).await.into_iter().map(Result::unwrap).collect();
        let won = winner(answers, ErrorCode::InvalidAccessToken);
        bench
            .post("/item/get", body)
            .await
            .refused(ErrorCode::InvalidAccessToken);
        body = json!({ "access_token": won["new_access_token"] });
        bench.post("/item/get", body.clone()).await.ok();
    }
}

/// A rotation and a removal at once with an exchange of the same Item: an answered exchange gave the token
/// that the Item had, and at most one token works in the end.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_exchange_beside_a_rotation_leaves_at_most_one_token_that_works() {
    let bench = Arc::new(Bench::new().await);
    for round in 0..20 {
        let item = bench.item(BANK, &["auth"]).await;
        let made = bench.post("/item/public_token/create", item.body()).await.ok();
        let end = if round % 2 == 0 { ROTATE } else { "/item/remove" };
        let ask = |path: &'static str, body: Value| {
            let bench = Arc::clone(&bench);
            tokio::spawn(async move { bench.post(path, body).await })
        };
        let exchange = ask(EXCHANGE, json!({ "public_token": made["public_token"] }));
        let change = ask(end, item.body());
        let (exchanged, changed) = (exchange.await.unwrap(), change.await.unwrap().ok());
        let mut tokens = BTreeSet::from([item.access_token.clone()]);
        tokens.extend(exchanged.body["access_token"].as_str().map(str::to_owned));
        tokens.extend(changed["new_access_token"].as_str().map(str::to_owned));
        assert!(tokens.len() <= 2, "{tokens:?}");
        let mut live = 0;
        for token in &tokens {
            let answer = bench.post("/item/get", json!({ "access_token": token })).await;
            live += usize::from(answer.status.is_success());
        }
        assert_eq!(live, usize::from(end == ROTATE), "round {round}: {tokens:?}");
    }
}

/// A session that repairs the Item of this token.
fn update_session(token: &str) -> Value {
    json!({
        "client_name": "Demo", "language": "en", "country_codes": ["US"],
        "user": { "client_user_id": "u-1" }, "access_token": token,
    })
}

/// What is made of an Item while it is removed, or its team reset, is refused or goes with it; nothing fails
/// and no event is left.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn t10_what_is_made_of_an_item_while_it_ends_ends_with_it() {
    let bench = Arc::new(Bench::new().await);
    for round in 0..30 {
        let order = Order::at(BANK, &["auth"]).webhook("https://app.example/hook");
        let item = bench.link(&order).await;
        let account = bench.account_ids(&item).await.remove(0);
        let token = json!(item.access_token);
        let ask = |path: &'static str, body: Value| {
            let bench = Arc::clone(&bench);
            tokio::spawn(async move { bench.post(path, body).await })
        };
        let end = match round % 2 {
            0 => ask("/item/remove", item.body()),
            _ => ask("/selvedge/teams/reset", json!({})),
        };
        let made = [
            ask("/item/public_token/create", item.body()),
            ask(
                "/sandbox/item/fire_webhook",
                json!({ "access_token": token, "webhook_type": "AUTH", "webhook_code": "DEFAULT_UPDATE" }),
            ),
            ask(
                "/processor/stripe/bank_account_token/create",
                json!({ "access_token": token, "account_id": account }),
            ),
            ask(
                "/processor/token/create",
                json!({ "access_token": token, "account_id": account, "processor": "dwolla" }),
            ),
            ask("/link/token/create", update_session(&item.access_token)),
            ask("/auth/get", item.body()),
        ];
        let mut tokens = Vec::new();
        for made in made {
            let answer = made.await.unwrap();
            let code = answer.body["error_code"].as_str();
            let known = [None, Some("ITEM_NOT_FOUND"), Some("INVALID_ACCESS_TOKEN")];
            assert!(known.contains(&code), "{}: {}", answer.path, answer.text);
            tokens.extend(answer.body["link_token"].as_str().map(str::to_owned));
        }
        end.await.unwrap().ok();
        assert!(bench.events().await.is_empty(), "an event outlived its Item");
        for token in tokens {
            let body = json!({ "link_token": token });
            bench
                .post("/link/token/get", body)
                .await
                .refused(ErrorCode::InvalidLinkToken);
        }
    }
}

/// A partner that goes while it calls, because the team that made it was reset, is refused like any wrong keys.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_partner_that_goes_while_it_calls_is_refused() {
    let bench = Arc::new(Bench::new().await);
    for round in 0..10 {
        let partner = bench.partner("dwolla").await;
        let calls = (0..16).map(|number| {
            let (bench, partner) = (Arc::clone(&bench), partner.clone());
            tokio::spawn(async move {
                let body = json!({ "client_user_id": format!("{round} {number}") });
                bench.post_as(&partner, "/user/create", body).await
            })
        });
        let calls: Vec<_> = calls.collect();
        bench.post("/selvedge/teams/reset", json!({})).await.ok();
        for call in calls {
            let answer = call.await.unwrap();
            let code = answer.body["error_code"].as_str();
            assert!(
                [None, Some("INVALID_API_KEYS")].contains(&code),
                "{}",
                answer.text
            );
        }
    }
}
