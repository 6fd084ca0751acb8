//! Limits that no other module walks up to: the size and the depth of a body. Each at its value and one past.

use selvedge_harness::Bench;
use selvedge_model::{ErrorCode as Code, limits};

/// A body for `/user/create` that is `length` bytes long.
fn long(length: usize) -> Vec<u8> {
    let body = r#"{"client_user_id":"u"}"#;
    let mut bytes = body.as_bytes().to_vec();
    bytes.resize(length, b' ');
    bytes
}

/// A body for `/user/create` whose deepest value lies under `depth` brackets, the body's own included.
fn deep(depth: usize) -> String {
    let inner = depth - 1;
    format!(
        r#"{{"client_user_id":"u","consumer_report_user_identity":{}{}}}"#,
        "[".repeat(inner),
        "]".repeat(inner)
    )
}

#[tokio::test]
async fn a_body_may_be_so_long_and_no_longer() {
    let bench = Bench::new().await;
    bench
        .raw("/user/create", long(limits::BODY_BYTES))
        .send()
        .await
        .ok();
    let answer = bench
        .raw("/user/create", long(limits::BODY_BYTES + 1))
        .send()
        .await;
    assert_eq!(answer.status, 413);
    assert_eq!(answer.body["error_code"], Code::InvalidBody.as_str());
}

#[tokio::test]
async fn a_body_may_be_so_deep_and_no_deeper() {
    let bench = Bench::new().await;
    bench
        .raw("/user/create", deep(limits::BODY_DEPTH))
        .send()
        .await
        .ok();
    for depth in [limits::BODY_DEPTH + 1, 100_000] {
        bench
            .raw("/user/create", deep(depth))
            .send()
            .await
            .refused(Code::InvalidBody);
    }
}
