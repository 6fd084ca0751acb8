//! The fuzz test in small; `cargo xtask fuzz` runs it in full.

use selvedge_harness::fuzz::{Plan, run};

/// H18 and H19 in small: no server error, no panic, every refusal in shape and without innards.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h18_malformed_requests_are_refused_in_shape() {
    let plan = Plan {
        requests: 4_000,
        seed: 20_261_122,
    };
    let report = run(plan).await.unwrap();
    assert_eq!(
        (report.faulty, report.panics),
        (0, 0),
        "{plan:?}: {:#?}",
        report.faults
    );
    let refused: usize = report
        .statuses
        .iter()
        .filter(|(status, _)| **status >= 400)
        .map(|(_, count)| count)
        .sum();
    let done = report.statuses.get(&200).copied().unwrap_or_default();
    assert!(refused > 2_000 && done > 100, "{:?}", report.statuses);
}
