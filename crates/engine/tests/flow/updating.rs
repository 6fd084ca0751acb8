//! Update mode: as little is asked as the bank allows, and the Item stays the same.

use crate::stage::{FIRST_PLATYPUS, HOUNDSTOOTH, OAUTH, Stage, answers, credentials, update};
use selvedge_banks::BankError;
use selvedge_engine::link::flow::{Ending, Input, Login, Pane, Plan, Purpose, WayOn};
use selvedge_model::id::InstitutionId;

/// A plan with some of its switches on.
fn switched(institution: &str, sign_in: bool, choose_accounts: bool, consent: bool) -> Plan {
    let mut plan = update(institution);
    let Purpose::Update {
        sign_in: one,
        choose_accounts: two,
        consent: three,
        ..
    } = &mut plan.purpose
    else {
        panic!("not an update")
    };
    (*one, *two, *three) = (sign_in, choose_accounts, consent);
    plan
}

fn stage(plan: Plan) -> Stage {
    let mut stage = Stage::new(plan);
    stage.shared = vec!["0000", "3333"];
    stage
}

#[test]
fn a_healthy_item_is_only_confirmed() {
    let mut stage = stage(update(FIRST_PLATYPUS));
    stage.give(Input::Open);
    assert!(matches!(stage.pane(), Pane::Connected { update: true, .. }));
    stage.give(Input::Finish);
    assert_eq!(stage.told, ["OPEN LOADING", "TV CONNECTED", "HANDOFF"]);
    assert_eq!(
        stage.settled,
        [["0000", "3333"]],
        "what was shared stays so, whatever the products"
    );
    assert_eq!(stage.ending(), Some(Ending::Success));
}

#[test]
fn the_consent_is_seen_only_where_there_is_something_new() {
    let mut stage = stage(switched(FIRST_PLATYPUS, false, false, true));
    stage.give(Input::Open);
    let Pane::Consent { bank, update, .. } = stage.pane() else {
        panic!("no consent")
    };
    assert!(update && bank.is_some());
    stage.give(Input::Agree);
    assert_eq!(stage.told, ["OPEN CONSENT", "TV CONNECTED"]);
}

#[test]
fn a_stored_grant_that_the_bank_refuses_leads_to_the_credentials() {
    let mut stage = stage(update(FIRST_PLATYPUS));
    stage.regain = Some(BankError::ItemLoginRequired);
    stage.give(Input::Open);
    assert_eq!(stage.told, ["OPEN LOADING", "TV CREDENTIAL"]);
    assert_eq!(stage.standing(), (None, Some("requires_credentials")));
    assert!(matches!(stage.pane(), Pane::Credentials { update: true, .. }));
    assert!(!stage.can_go_back());
    stage.give(credentials("user_good", "mfa_questions_1_1"));
    stage.give(answers(&["answer_0_0"])).give(Input::Finish);
    assert_eq!(stage.settled.len(), 1);
}

#[test]
fn a_bank_that_is_down_is_asked_again_with_the_stored_grant() {
    let mut stage = stage(update(FIRST_PLATYPUS));
    stage.regain = Some(BankError::InstitutionDown);
    stage.give(Input::Open);
    let Pane::Failed { trouble, .. } = stage.pane() else {
        panic!("no error")
    };
    assert_eq!(trouble.way_on, WayOn::Retry, "an Item stays with its bank");
    stage.give(Input::AnotherBank);
    assert!(matches!(stage.pane(), Pane::Failed { .. }));
    stage.regain = None;
    stage.give(Input::Retry);
    assert!(matches!(stage.pane(), Pane::Connected { .. }));
}

#[test]
fn where_a_sign_in_is_wanted_the_stored_grant_is_not_tried() {
    let mut stage = stage(switched(FIRST_PLATYPUS, true, false, false));
    stage.give(Input::Open);
    assert_eq!(stage.told, ["OPEN CREDENTIAL"]);
    stage.give(credentials("user_good", "error_ITEM_LOCKED"));
    stage.give(Input::Retry);
    assert!(
        matches!(stage.pane(), Pane::Credentials { .. }),
        "no other bank is offered"
    );
    stage.give(credentials("user_good", "pass_good"));
    assert_eq!(stage.settled, [["0000", "3333"]]);
}

#[test]
fn accounts_are_chosen_only_where_the_app_wants_it() {
    let mut stage = stage(switched(FIRST_PLATYPUS, false, true, false));
    stage.give(Input::Open);
    let Pane::Accounts { choices, .. } = stage.pane() else {
        panic!("no accounts")
    };
    let chosen: Vec<&str> = choices
        .iter()
        .filter(|choice| choice.chosen)
        .map(|choice| choice.mask.as_deref().unwrap())
        .collect();
    assert_eq!(chosen, ["0000", "3333"]);
    assert!(!stage.can_go_back());
    stage.pick(&["1111"]);
    assert_eq!(stage.settled, [["1111"]]);
}

#[test]
fn another_login_is_refused_where_the_credentials_are() {
    let mut stage = stage(switched(FIRST_PLATYPUS, true, false, false));
    stage.give(Input::Open);
    stage.login = Login::Other;
    stage.news();
    stage.give(credentials("user_good", "pass_good"));
    assert_eq!(
        stage.told,
        [
            "SUBMIT_CREDENTIALS",
            "TV LOADING",
            "ERROR INVALID_UPDATED_USERNAME",
            "TV CREDENTIAL"
        ]
    );
    assert!(stage.settled.is_empty());
    stage.login = Login::Unknown;
    stage.shared = vec!["4321"];
    stage.give(credentials("user_good", "pass_good"));
    assert_eq!(
        stage.standing().0,
        Some("INVALID_UPDATED_USERNAME"),
        "no account is one of the Item's"
    );
    stage.login = Login::Same;
    stage.give(credentials("user_good", "pass_good"));
    assert_eq!(
        stage.standing().0,
        Some("NO_ACCOUNTS"),
        "the login is right, but its accounts are gone"
    );
}

#[test]
fn new_accounts_at_a_bank_with_pages_of_its_own_are_chosen_there() {
    let mut stage = stage(switched(OAUTH, false, true, false));
    stage.login = Login::Same;
    stage.give(Input::Open);
    assert_eq!(stage.told, ["OPEN LOADING", "TV OAUTH"]);
    stage.come_back();
    // What was shared before and is shared again stays, though the products have no use for it.
    assert_eq!(stage.settled, [["0000", "1111", "3333", "9002"]]);

    let mut other = self::stage(switched(OAUTH, true, false, false));
    other.login = Login::Other;
    other.give(Input::Open).come_back();
    assert_eq!(
        other.standing(),
        (Some("INVALID_UPDATED_USERNAME"), Some("requires_oauth"))
    );
    other.give(Input::Retry);
    assert!(matches!(other.pane(), Pane::Oauth { .. }));
}

#[test]
fn an_item_whose_bank_is_gone_can_only_be_left() {
    let mut plan = update(HOUNDSTOOTH);
    if let Purpose::Update { institution, .. } = &mut plan.purpose {
        *institution = InstitutionId::new("ins_0");
    }
    let mut stage = Stage::open(plan);
    assert_eq!(
        stage.told,
        ["OPEN", "ERROR INSTITUTION_NO_LONGER_SUPPORTED", "TV ERROR"]
    );
    stage.give(Input::Retry);
    assert_eq!(
        stage.told.last().unwrap(),
        "EXIT INSTITUTION_NO_LONGER_SUPPORTED institution_not_supported"
    );
}
