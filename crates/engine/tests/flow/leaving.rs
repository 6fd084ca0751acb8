//! The ways out of Link, and what is told of each.

use crate::stage::{FIRST_PLATYPUS, OAUTH, Stage, choose, credentials, plan};
use selvedge_engine::link::flow::{Done, Ending, Input, Pane, State};
use selvedge_model::ErrorCode;

/// The end of a session that was left at `stage` by closing Link, with no question asked.
fn left(mut stage: Stage) -> String {
    stage.give(Input::LeaveNow);
    assert!(!stage.told.contains(&"TV EXIT".to_owned()));
    assert!(matches!(stage.ending(), Some(Ending::Exit { .. })));
    stage.told.pop().unwrap()
}

#[test]
fn every_pane_has_its_exit_status() {
    assert_eq!(left(Stage::open(plan())), "EXIT requires_credentials");
    let mut banks = Stage::open(plan());
    banks.give(Input::Agree);
    assert_eq!(left(banks), "EXIT institution_not_found");
    assert_eq!(
        left(Stage::at_bank(plan(), FIRST_PLATYPUS)),
        "EXIT requires_credentials"
    );
    assert_eq!(left(Stage::at_bank(plan(), OAUTH)), "EXIT requires_oauth");
    let signed_in = |password: &str| {
        let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
        stage.give(credentials("user_good", password));
        stage
    };
    for (password, status) in [
        ("mfa_device", "choose_device"),
        ("mfa_questions_1_1", "requires_questions"),
        ("mfa_selections", "requires_selections"),
        (r#"{"recaptcha":"good"}"#, "requires_recaptcha"),
        ("pass_good", "requires_account_selection"),
    ] {
        assert_eq!(left(signed_in(password)), format!("EXIT {status}"));
    }
    assert_eq!(
        left(signed_in("error_ITEM_LOCKED")),
        "EXIT ITEM_LOCKED requires_credentials"
    );
    assert_eq!(
        left(signed_in("error_INSTITUTION_NO_LONGER_SUPPORTED")),
        "EXIT INSTITUTION_NO_LONGER_SUPPORTED institution_not_supported"
    );
}

#[test]
fn nothing_is_asked_before_a_bank_is_chosen() {
    let mut stage = Stage::open(plan());
    stage.give(Input::Leave);
    assert_eq!(stage.told, ["OPEN CONSENT", "EXIT requires_credentials"]);
    let mut stage = Stage::open(plan());
    stage.give(Input::Agree).give(Input::Leave);
    assert_eq!(stage.told[2..], ["EXIT institution_not_found"]);
}

#[test]
fn a_person_may_stay_after_all() {
    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    let before = stage.pane();
    stage.news();
    stage.give(Input::Leave);
    assert!(matches!(stage.pane(), Pane::Leaving { .. }));
    stage.give(Input::Stay);
    assert_eq!(stage.news(), ["TV EXIT", "TV CREDENTIAL"]);
    assert_eq!(stage.pane(), before);
    // Closing the question closes Link.
    stage.give(Input::Leave).give(Input::Leave);
    assert_eq!(stage.news(), ["TV EXIT", "EXIT requires_credentials"]);
}

#[test]
fn closing_link_once_the_bank_is_linked_is_a_success() {
    for out in [Input::Leave, Input::LeaveNow, Input::Finish, Input::GoOn] {
        let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
        stage.give(credentials("user_good", "pass_good")).pick(&["0000"]);
        stage.give(out);
        assert_eq!(stage.ending(), Some(Ending::Success));
        assert_eq!(stage.told.last().unwrap(), "HANDOFF");
    }
}

#[test]
fn closing_link_while_the_item_is_written_waits_for_how_that_ends() {
    let waiting = || {
        let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
        stage.give(credentials("user_good", "pass_good"));
        let Pane::Accounts { choices, .. } = stage.pane() else {
            panic!("no accounts")
        };
        let effect = stage.step(Input::Accounts(vec![choices[0].key.clone()]));
        assert!(effect.is_some());
        stage.news();
        stage.give(Input::LeaveNow);
        assert_eq!(stage.ending(), None);
        stage
    };
    let mut stage = waiting();
    stage.give(Input::Done(Box::new(Done::Settled(Err(
        ErrorCode::InstitutionNotResponding,
    )))));
    assert_eq!(
        stage.news(),
        [
            "ERROR INSTITUTION_NOT_RESPONDING",
            "EXIT INSTITUTION_NOT_RESPONDING requires_account_selection"
        ]
    );
    let mut stage = waiting();
    stage.give(Input::Interrupted);
    assert!(matches!(stage.ending(), Some(Ending::Exit { .. })));
}

#[test]
fn a_session_that_ran_out_of_time_says_so_once() {
    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    stage.news();
    stage.give(Input::Expire).give(Input::Expire);
    assert_eq!(stage.pane(), Pane::Expired);
    assert_eq!(stage.standing(), (Some("INVALID_LINK_TOKEN"), None));
    stage
        .give(choose(FIRST_PLATYPUS))
        .give(Input::Back)
        .give(Input::GoOn);
    assert_eq!(
        stage.told,
        ["ERROR INVALID_LINK_TOKEN", "TV ERROR", "EXIT INVALID_LINK_TOKEN"]
    );
}

#[test]
fn a_bank_that_is_linked_outlives_the_token() {
    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    stage.give(credentials("user_good", "pass_good")).pick(&["0000"]);
    stage.give(Input::Expire).give(Input::Finish);
    assert_eq!(stage.ending(), Some(Ending::Success));
}

#[test]
fn a_session_that_was_cut_off_goes_on_where_it_was() {
    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    assert!(stage.step(credentials("user_good", "pass_good")).is_some());
    stage.news();
    assert_eq!(stage.standing().1, Some("requires_credentials"));
    stage.give(Input::Interrupted);
    assert_eq!(stage.news(), ["ERROR INTERNAL_SERVER_ERROR", "TV ERROR"]);
    stage.give(Input::Interrupted);
    assert!(stage.news().is_empty());
}

#[test]
fn a_session_that_was_never_opened_leaves_nothing_behind() {
    let mut stage = Stage::new(plan());
    stage.give(Input::LeaveNow).give(Input::Open);
    assert!(stage.told.is_empty());
    assert!(matches!(
        stage.ending(),
        Some(Ending::Exit {
            error: None,
            status: None
        })
    ));
    assert!(State::default() == State::new());
}
