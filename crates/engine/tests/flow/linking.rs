//! Linking with credentials: the order of events, second factors, and what goes wrong at the bank.

use crate::stage::{FIRST_PLATYPUS, Stage, answers, choose, credentials, plan};
use selvedge_engine::link::flow::{Ending, Input, Pane, WayOn};
use selvedge_model::limits;

/// The way on that the pane of an error offers.
fn way_on(stage: &Stage) -> WayOn {
    let Pane::Failed { trouble, .. } = stage.pane() else {
        panic!("no error")
    };
    trouble.way_on
}

#[test]
fn a_plain_session_tells_its_events_in_the_order_of_the_contract() {
    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    stage
        .give(credentials("user_good", "pass_good"))
        .pick(&["0000"])
        .give(Input::Finish);
    assert_eq!(
        stage.told,
        [
            "OPEN CONSENT",
            "TV SELECT_INSTITUTION",
            "SELECT_INSTITUTION",
            "TV CREDENTIAL",
            "SUBMIT_CREDENTIALS",
            "TV LOADING",
            "TV SELECT_ACCOUNT",
            "TV CONNECTED",
            "HANDOFF",
        ]
    );
    assert_eq!(stage.ending(), Some(Ending::Success));
    assert_eq!(stage.settled, [["0000"]]);
}

#[test]
fn a_code_is_asked_for_after_its_device() {
    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    stage.news();
    stage.give(credentials("user_good", "mfa_device"));
    let Pane::SendTo { places, .. } = stage.pane() else {
        panic!("no choice of a device")
    };
    assert_eq!(stage.standing(), (None, Some("choose_device")));
    stage.give(answers(&[&places[1]]));
    assert_eq!(stage.standing(), (None, Some("requires_code")));
    stage.give(answers(&["9999"]));
    let Pane::Code { trouble, .. } = stage.pane() else {
        panic!("no code asked for")
    };
    assert_eq!(trouble.unwrap().as_str(), "INVALID_MFA");
    stage.give(answers(&["1234"]));
    assert_eq!(
        stage.told,
        [
            "SUBMIT_CREDENTIALS",
            "TV LOADING",
            "TV MFA device",
            "SUBMIT_MFA device",
            "TV LOADING",
            "TV MFA code",
            "SUBMIT_MFA code",
            "TV LOADING",
            "ERROR INVALID_MFA",
            "TV MFA code",
            "SUBMIT_MFA code",
            "TV LOADING",
            "TV SELECT_ACCOUNT",
        ]
    );
    assert_eq!(
        stage.standing(),
        (Some("INVALID_MFA"), Some("requires_account_selection"))
    );
}

#[test]
fn questions_and_selections_come_in_rounds() {
    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    stage.give(credentials("user_good", "mfa_questions_2_2"));
    assert_eq!(stage.standing().1, Some("requires_questions"));
    stage.give(answers(&["answer_0_0", "answer_0_1"]));
    stage.give(answers(&["answer_1_0", "answer_1_1"]));
    assert!(matches!(stage.pane(), Pane::Accounts { .. }));

    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    stage.give(credentials("user_good", "mfa_selections_1_2_3"));
    assert_eq!(stage.standing().1, Some("requires_selections"));
    let before = stage.state.clone();
    stage
        .give(answers(&["answer_0_0_0"]))
        .give(answers(&["answer_0_0_0", ""]));
    assert!(stage.state == before, "half an answer is none");
    stage.give(answers(&["answer_0_0_0", "answer_0_1_0"]));
    assert!(matches!(stage.pane(), Pane::Accounts { .. }));
}

#[test]
fn a_captcha_is_a_pane_of_its_own_and_a_bad_one_leads_to_the_banks() {
    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    stage.news();
    stage.give(credentials("user_good", r#"{"recaptcha":"good"}"#));
    assert_eq!(stage.standing().1, Some("requires_recaptcha"));
    stage.give(answers(&["on"]));
    let events = stage.news();
    assert_eq!(events[2..], ["TV RECAPTCHA", "TV LOADING", "TV SELECT_ACCOUNT"]);

    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    stage
        .give(credentials("user_good", r#"{"recaptcha":"bad"}"#))
        .give(answers(&["on"]));
    assert_eq!(way_on(&stage), WayOn::AnotherBank);
    stage.give(Input::Retry);
    assert!(matches!(stage.pane(), Pane::Institutions { .. }));
}

#[test]
fn a_wrong_password_stays_on_the_credentials_and_is_the_last_error() {
    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    stage.news();
    for _ in 0..2 {
        stage.give(credentials("user_good", "guess"));
    }
    stage.give(Input::Leave).give(Input::LeaveNow);
    assert_eq!(
        stage.told,
        [
            "SUBMIT_CREDENTIALS",
            "TV LOADING",
            "ERROR INVALID_CREDENTIALS",
            "TV CREDENTIAL",
            "SUBMIT_CREDENTIALS",
            "TV LOADING",
            "ERROR INVALID_CREDENTIALS",
            "TV CREDENTIAL",
            "TV EXIT",
            "EXIT INVALID_CREDENTIALS requires_credentials",
        ]
    );
}

#[test]
fn too_many_wrong_passwords_end_the_token() {
    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    for _ in 1..limits::SIGN_IN_TRIES {
        stage.give(credentials("user_good", "guess"));
        assert!(matches!(stage.pane(), Pane::Credentials { .. }));
    }
    stage.news();
    stage.give(credentials("user_good", "guess"));
    assert_eq!(stage.pane(), Pane::Expired);
    stage
        .give(credentials("user_good", "pass_good"))
        .give(Input::Leave);
    assert_eq!(
        stage.told,
        [
            "SUBMIT_CREDENTIALS",
            "TV LOADING",
            "ERROR INVALID_LINK_TOKEN",
            "TV ERROR",
            "EXIT INVALID_LINK_TOKEN",
        ]
    );
}

#[test]
fn wrong_answers_count_like_wrong_passwords() {
    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    stage.give(credentials("user_good", "mfa_questions_1_1"));
    for _ in 0..limits::SIGN_IN_TRIES {
        assert!(matches!(stage.pane(), Pane::Questions { .. }));
        stage.give(answers(&["guess"]));
    }
    assert_eq!(stage.pane(), Pane::Expired);
}

#[test]
fn a_custom_user_can_end_the_token() {
    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    stage.give(credentials(
        "user_custom",
        r#"{"force_error":"INVALID_LINK_TOKEN"}"#,
    ));
    assert_eq!(stage.pane(), Pane::Expired);
    assert_eq!(stage.standing(), (Some("INVALID_LINK_TOKEN"), None));
}

#[test]
fn every_error_password_leads_where_the_contract_says() {
    let cases = [
        ("INSTITUTION_DOWN", WayOn::AnotherBank),
        ("INSTITUTION_NOT_RESPONDING", WayOn::AnotherBank),
        ("INSTITUTION_NOT_AVAILABLE", WayOn::AnotherBank),
        ("INSTITUTION_NO_LONGER_SUPPORTED", WayOn::AnotherBank),
        ("INTERNAL_SERVER_ERROR", WayOn::AnotherBank),
        ("ITEM_NOT_SUPPORTED", WayOn::AnotherBank),
        ("MFA_NOT_SUPPORTED", WayOn::AnotherBank),
        ("NO_ACCOUNTS", WayOn::AnotherBank),
        ("COUNTRY_NOT_SUPPORTED", WayOn::AnotherBank),
        ("ITEM_LOCKED", WayOn::BankSite),
        ("USER_SETUP_REQUIRED", WayOn::BankSite),
        ("PASSWORD_RESET_REQUIRED", WayOn::BankSite),
        ("INVALID_MFA", WayOn::Retry),
        ("USER_INPUT_TIMEOUT", WayOn::Retry),
        ("INSUFFICIENT_CREDENTIALS", WayOn::Retry),
        ("ITEM_LOGIN_REQUIRED", WayOn::Retry),
        ("INVALID_SEND_METHOD", WayOn::Close),
    ];
    for (code, way) in cases {
        let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
        stage.news();
        stage.give(credentials("user_good", &format!("error_{code}")));
        assert_eq!(way_on(&stage), way, "{code}");
        assert_eq!(stage.standing().0, Some(code));
        assert_eq!(
            stage.news()[2..],
            [format!("ERROR {code}"), "TV ERROR".to_owned()]
        );
        stage.give(Input::Retry);
        match way {
            WayOn::Retry => assert!(matches!(stage.pane(), Pane::Credentials { trouble: None, .. })),
            WayOn::AnotherBank | WayOn::BankSite => {
                assert!(matches!(stage.pane(), Pane::Institutions { .. }));
                assert_eq!(stage.state.bank, None);
            }
            WayOn::Close => assert!(matches!(stage.ending(), Some(Ending::Exit { .. }))),
        }
    }
}

#[test]
fn a_forced_wrong_password_is_like_a_wrong_one() {
    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    stage.give(credentials("user_good", "error_INVALID_CREDENTIALS"));
    assert!(matches!(stage.pane(), Pane::Credentials { trouble: Some(_), .. }));
    stage.give(credentials("user_custom", "not JSON"));
    let Pane::Credentials { trouble, .. } = stage.pane() else {
        panic!("no credentials")
    };
    assert_eq!(trouble.unwrap().as_str(), "INVALID_FIELD");
}

#[test]
fn credentials_without_a_password_do_nothing() {
    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    let before = stage.state.clone();
    let told = stage.told.len();
    stage
        .give(credentials("user_good", ""))
        .give(Input::Credentials(Vec::new()));
    assert!(stage.state == before);
    assert_eq!(stage.told.len(), told);
}

#[test]
fn one_pane_back_leads_along_the_way_that_was_taken() {
    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    stage.give(credentials("user_good", "mfa_questions_1_1"));
    stage.news();
    let mut views = Vec::new();
    while stage.can_go_back() {
        stage.give(Input::Back);
        views.extend(stage.news());
    }
    assert_eq!(views, ["TV CREDENTIAL", "TV SELECT_INSTITUTION", "TV CONSENT"]);
    assert_eq!(stage.state.bank, None);
    stage.give(Input::Agree).give(choose(FIRST_PLATYPUS));
    assert!(matches!(stage.pane(), Pane::Credentials { .. }));
}

#[test]
fn looking_at_what_is_shared_is_told_wherever_it_can_be_seen() {
    let mut stage = Stage::open(plan());
    stage.give(Input::ShowDataTypes).give(Input::Agree);
    stage.give(Input::ShowDataTypes);
    assert_eq!(
        stage.told,
        ["OPEN CONSENT", "VIEW_DATA_TYPES", "TV SELECT_INSTITUTION"]
    );
}

#[test]
fn looking_at_what_is_shared_again_and_again_is_told_once_for_a_pane() {
    let mut stage = Stage::open(plan());
    for _ in 0..3 {
        stage.give(Input::ShowDataTypes);
    }
    stage.give(Input::Agree).give(choose(FIRST_PLATYPUS));
    for _ in 0..3 {
        stage.give(Input::ShowDataTypes);
    }
    let told = stage.news();
    let looks: Vec<_> = (0..told.len())
        .filter(|at| told[*at] == "VIEW_DATA_TYPES")
        .collect();
    assert_eq!(looks.len(), 2, "{told:?}");
    assert_eq!(
        looks[1],
        told.len() - 1,
        "the second time on the credentials: {told:?}"
    );
}

/// The first of several banks is linked.
fn first_of_several() -> Stage {
    let mut several = plan();
    several.several = true;
    let mut stage = Stage::at_bank(several, FIRST_PLATYPUS);
    stage.give(credentials("user_good", "pass_good")).pick(&["0000"]);
    stage
}

#[test]
fn several_banks_are_handed_off_one_by_one() {
    let mut stage = first_of_several();
    stage.news();
    stage.give(Input::Another).give(choose(crate::stage::TARTAN));
    stage
        .give(credentials("user_good", "pass_good"))
        .pick(&["1111"])
        .give(Input::Finish);
    assert_eq!(
        stage.told,
        [
            "HANDOFF",
            "TV SELECT_INSTITUTION",
            "SELECT_INSTITUTION",
            "TV CREDENTIAL",
            "SUBMIT_CREDENTIALS",
            "TV LOADING",
            "TV SELECT_ACCOUNT",
            "TV CONNECTED",
            "HANDOFF",
        ]
    );
    assert_eq!(stage.state.linked.len(), 2);
    assert_eq!(stage.ending(), Some(Ending::Success));
}

#[test]
fn leaving_after_one_of_several_banks_is_a_success() {
    let mut stage = first_of_several();
    stage.give(Input::Another);
    // Back shows what is linked, and does not hand it off a second time.
    stage.give(Input::Back);
    let Pane::Connected { earlier, .. } = stage.pane() else {
        panic!("not connected")
    };
    assert_eq!(earlier, Some(Vec::new()));
    stage.give(Input::Another).give(choose(FIRST_PLATYPUS));
    stage.give(Input::Leave).give(Input::LeaveNow);
    assert_eq!(stage.ending(), Some(Ending::Success));
    assert_eq!(stage.told.iter().filter(|told| *told == "HANDOFF").count(), 1);
    assert_eq!(stage.told.last().unwrap(), "EXIT requires_credentials");
}

#[test]
fn the_last_event_of_several_banks_says_that_link_was_left_and_names_no_error() {
    let mut stage = first_of_several();
    stage
        .give(Input::Another)
        .give(choose(FIRST_PLATYPUS))
        .give(credentials("user_good", "wrong"))
        .give(Input::LeaveNow);
    assert!(stage.told.iter().any(|told| told.starts_with("ERROR")));
    assert_eq!(stage.told.last().unwrap(), "EXIT requires_credentials");
    assert_eq!(stage.ending(), Some(Ending::Success));

    let mut stage = first_of_several();
    stage.give(Input::Another).give(Input::Back).give(Input::Finish);
    assert!(stage.told.last().unwrap().starts_with("EXIT"), "{:?}", stage.told);
    assert_eq!(stage.ending(), Some(Ending::Success));
}

#[test]
fn what_was_removed_meanwhile_is_forgotten_and_makes_no_success() {
    let mut stage = first_of_several();
    let token = stage.state.linked[0].public_token.clone();
    assert!(!token.is_empty());
    stage.news();
    stage.give(Input::Removed(1));
    assert!(stage.state.has_linked(), "nothing is at that place");
    stage.give(Input::Removed(0));
    assert!(stage.news().is_empty(), "the person is told nothing");
    assert!(!serde_json::to_string(&stage.state).unwrap().contains(&token));
    assert!(stage.state.linked[0].accounts.is_empty());
    stage.give(Input::Finish);
    assert!(stage.news()[0].starts_with("EXIT"));
    assert!(matches!(stage.ending(), Some(Ending::Exit { error: None, .. })));

    // Another one that stands makes a success.
    let mut stage = first_of_several();
    stage.give(Input::Another).give(choose(crate::stage::TARTAN));
    stage.give(credentials("user_good", "pass_good")).pick(&["1111"]);
    stage.give(Input::Removed(0)).give(Input::Finish);
    assert_eq!(stage.told.last().unwrap(), "HANDOFF");
    assert_eq!(stage.ending(), Some(Ending::Success));
    assert_eq!(stage.state.standing_links().count(), 1);
}

#[test]
fn one_bank_is_enough_where_only_one_is_asked_for() {
    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    stage.give(credentials("user_good", "pass_good")).pick(&["0000"]);
    stage.news();
    stage.give(Input::Another);
    assert!(stage.news().is_empty());
    assert!(matches!(stage.pane(), Pane::Connected { earlier: None, .. }));
}
