//! Signing in on the bank's own pages: in a window, in Link's place, and everything that can come back.

use crate::stage::{OAUTH, Stage, choose, plan, sensitive};
use selvedge_engine::link::flow::{
    AccountMode, Effect, Ending, Input, OauthEnd, OauthWay, Pane, Plan, WayOn,
};
use selvedge_wire::endpoint::link::{AccountFilter, AccountFilters};

fn path(stage: &Stage) -> (String, bool) {
    let Pane::Oauth { path, waiting, .. } = stage.pane() else {
        panic!("not on the way to the bank")
    };
    (path, waiting)
}

fn refused(name: &str) -> Input {
    Input::OauthBack(OauthEnd::Refused(name.to_owned()))
}

fn redirect() -> Plan {
    Plan {
        oauth: OauthWay::Redirect,
        ..plan()
    }
}

#[test]
fn a_window_tells_its_events_in_the_order_of_the_contract() {
    let mut stage = Stage::at_bank(plan(), OAUTH);
    assert_eq!(path(&stage), ("/link/oauth/1".to_owned(), false));
    stage.give(Input::OauthLeft).give(Input::OauthLeft);
    assert!(path(&stage).1);
    stage
        .give(Input::OauthBack(OauthEnd::Code(sensitive("code"))))
        .give(Input::Finish);
    assert_eq!(
        stage.told,
        [
            "OPEN CONSENT",
            "TV SELECT_INSTITUTION",
            "SELECT_INSTITUTION",
            "TV OAUTH",
            "OPEN_OAUTH",
            "TV CONNECTED",
            "HANDOFF"
        ]
    );
    // The bank asked for each account, so Link does not; what the products cannot use stays out.
    assert_eq!(stage.settled, [["0000", "1111", "9002"]]);
}

#[test]
fn where_only_one_account_may_be_shared_link_asks_for_it_after_all() {
    let mut one = plan();
    one.accounts = AccountMode::One;
    let mut stage = Stage::at_bank(one, OAUTH);
    stage.come_back();
    assert!(matches!(stage.pane(), Pane::Accounts { .. }));
    stage.pick(&["1111"]);
    assert_eq!(stage.settled, [["1111"]]);
}

#[test]
fn only_accounts_that_are_filtered_out_let_the_person_try_again() {
    let mut filtered = plan();
    filtered.filters = Some(AccountFilters {
        credit: None,
        depository: None,
        investment: None,
        loan: None,
        other: Some(AccountFilter {
            account_subtypes: vec!["all".to_owned()],
            limited_purpose_types: None,
        }),
    });
    let mut stage = Stage::at_bank(filtered, OAUTH);
    stage.come_back();
    assert_eq!(stage.standing(), (Some("NO_ACCOUNTS"), Some("requires_oauth")));
    stage.give(Input::Retry);
    assert_eq!(path(&stage), ("/link/oauth/2".to_owned(), false));
}

#[test]
fn a_window_that_seems_closed_may_still_bring_the_person_back() {
    let mut stage = Stage::at_bank(plan(), OAUTH);
    stage.give(Input::OauthLeft);
    stage.news();
    stage.give(Input::OauthClosed).give(Input::OauthClosed);
    assert_eq!(stage.news(), ["CLOSE_OAUTH"]);
    assert_eq!(
        path(&stage),
        ("/link/oauth/2".to_owned(), false),
        "each way is good for one visit"
    );
    stage.give(Input::OauthBack(OauthEnd::Code(sensitive("code"))));
    assert_eq!(stage.news(), ["TV CONNECTED"]);
}

#[test]
fn nothing_in_time_is_told_and_can_be_tried_again() {
    let mut stage = Stage::at_bank(plan(), OAUTH);
    stage.give(Input::OauthLeft).give(Input::OauthLate);
    assert_eq!(stage.told.last().unwrap(), "FAIL_OAUTH");
    assert_eq!(stage.standing(), (None, Some("requires_oauth")));
    stage.come_back();
    assert!(matches!(stage.pane(), Pane::Connected { .. }));
}

#[test]
fn what_the_bank_refuses_is_told_and_can_be_tried_again() {
    let cases = [
        ("access_denied", "ACCESS_NOT_GRANTED", WayOn::Retry),
        (
            "insufficient_credentials",
            "INSUFFICIENT_CREDENTIALS",
            WayOn::Retry,
        ),
        (
            "INSUFFICIENT_CREDENTIALS",
            "INSUFFICIENT_CREDENTIALS",
            WayOn::Retry,
        ),
        ("no_auth_accounts", "NO_AUTH_ACCOUNTS", WayOn::Retry),
        ("server_error", "INSTITUTION_NOT_RESPONDING", WayOn::AnotherBank),
        ("temporarily_unavailable", "INSTITUTION_DOWN", WayOn::AnotherBank),
        ("<script>", "UNSUPPORTED_RESPONSE", WayOn::AnotherBank),
    ];
    for (name, code, way_on) in cases {
        let mut stage = Stage::at_bank(plan(), OAUTH);
        stage.give(Input::OauthLeft);
        stage.news();
        stage.give(refused(name));
        let Pane::Failed { trouble, .. } = stage.pane() else {
            panic!("no error")
        };
        assert_eq!((trouble.code.as_str(), trouble.way_on), (code, way_on), "{name}");
        stage.give(Input::Leave).give(Input::LeaveNow);
        assert_eq!(
            stage.told,
            [
                format!("ERROR {code}"),
                "TV ERROR".to_owned(),
                "TV EXIT".to_owned(),
                format!("EXIT {code} requires_oauth"),
            ]
        );
    }
}

#[test]
fn in_links_place_nothing_is_told_before_link_is_open_again() {
    let mut stage = Stage::at_bank(redirect(), OAUTH);
    stage.news();
    stage.give(Input::OauthLeft);
    assert_eq!(stage.news(), ["OPEN_OAUTH"]);
    stage.give(refused("access_denied"));
    assert!(stage.news().is_empty(), "nobody would hear it");
    stage.give(Input::Reopen).give(Input::Leave).give(Input::LeaveNow);
    assert_eq!(
        stage.told,
        [
            "OPEN",
            "ERROR ACCESS_NOT_GRANTED",
            "TV ERROR",
            "TV EXIT",
            "EXIT ACCESS_NOT_GRANTED requires_oauth"
        ]
    );
}

#[test]
fn in_links_place_a_person_who_consented_comes_back_to_the_end() {
    let mut stage = Stage::at_bank(redirect(), OAUTH);
    stage.come_back();
    stage.news();
    assert_eq!(
        stage.settled.len(),
        1,
        "the bank is linked before the page is back"
    );
    stage.give(Input::Reopen).give(Input::Finish);
    assert_eq!(stage.told, ["OPEN", "TV CONNECTED", "HANDOFF"]);
}

#[test]
fn a_page_that_comes_back_by_itself_hears_what_it_missed() {
    let mut stage = Stage::at_bank(redirect(), OAUTH);
    stage.come_back();
    stage.news();
    stage.give(Input::Finish);
    assert_eq!(stage.told, ["TV CONNECTED", "HANDOFF"]);
}

#[test]
fn a_page_that_comes_back_with_nothing_gets_a_new_way_to_the_bank() {
    let mut stage = Stage::at_bank(redirect(), OAUTH);
    stage.give(Input::OauthLeft).give(Input::Reopen);
    assert_eq!(path(&stage), ("/link/oauth/2".to_owned(), false));
}

#[test]
fn a_code_counts_only_where_somebody_is_at_the_bank() {
    let code = || Input::OauthBack(OauthEnd::Code(sensitive("code")));
    let mut stage = Stage::open(plan());
    stage.give(Input::Agree);
    let before = stage.state.clone();
    assert!(stage.step(code()).is_none());
    assert!(stage.state == before);
    stage.give(choose(OAUTH)).give(Input::OauthLeft);
    stage.give(Input::Leave);
    assert!(matches!(stage.step(code()), Some(Effect::Redeem { .. })));
    assert!(
        stage.step(code()).is_none(),
        "while one code is redeemed another is not"
    );
}

#[test]
fn going_back_and_on_again_makes_a_new_way() {
    let mut stage = Stage::at_bank(plan(), OAUTH);
    stage.give(Input::Back).give(choose(OAUTH));
    assert_eq!(path(&stage).0, "/link/oauth/2");
    stage.give(Input::Leave).give(Input::Stay);
    assert_eq!(path(&stage).0, "/link/oauth/2", "staying needs none");
    stage.give(Input::LeaveNow);
    assert!(matches!(stage.ending(), Some(Ending::Exit { .. })));
}
