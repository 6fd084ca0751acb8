//! The kill test in small, and the proof that it can fail; `cargo xtask kill` runs it in full.

use selvedge_harness::kill::{Plan, Saboteur, Wrong, run};
use std::collections::BTreeSet;

/// C1 in small: nothing that was acknowledged is lost, and no public token is exchanged twice.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn c1_a_killed_server_stands_by_what_it_acknowledged() {
    let plan = Plan {
        kills: 20,
        lanes: 2,
        seed: 20_261_122,
        saboteur: None,
    };
    let report = run(plan).await.unwrap();
    assert!(report.violations.is_empty(), "{plan:?}: {:?}", report.violations);
    assert_eq!(report.kills, 20);
    assert!(
        report.exchanges > 50 && report.live > 20,
        "too little happened: {report:?}"
    );
}

/// A disk that forgets what was acknowledged makes the kill test fail, in both of the ways that matter.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn c1_the_kill_test_notices_a_disk_that_forgets() {
    let mut noticed = BTreeSet::new();
    // When a server dies is up to the machine: one that died before it did anything forgot nothing.
    for seed in 0..5 {
        let plan = Plan {
            kills: 8,
            lanes: 2,
            seed,
            saboteur: Some(Saboteur::ForgetfulDisk),
        };
        let report = run(plan).await.unwrap();
        noticed.extend(report.violations.iter().map(|violation| violation.wrong));
        if noticed.contains(&Wrong::Lost) && noticed.contains(&Wrong::ExchangedTwice) {
            return;
        }
    }
    panic!("only {noticed:?} was noticed");
}
