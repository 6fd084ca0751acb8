//! Choosing accounts: which can be, how many, and what happens when none can.

use crate::stage::{FIRST_PLATYPUS, HOUNDSTOOTH, Stage, credentials, plan};
use selvedge_engine::link::flow::{AccountChoice, AccountMode, Input, Pane, Plan, WayOn, Why};
use selvedge_model::{ErrorCode, Product};
use selvedge_wire::endpoint::link::{AccountFilter, AccountFilters};

fn choices(stage: &Stage) -> (Vec<AccountChoice>, AccountMode, Option<ErrorCode>) {
    let Pane::Accounts {
        choices,
        mode,
        trouble,
        ..
    } = stage.pane()
    else {
        panic!("no accounts")
    };
    (choices, mode, trouble)
}

fn masks(choices: &[AccountChoice], keep: impl Fn(&AccountChoice) -> bool) -> Vec<&str> {
    let kept = choices.iter().filter(|choice| keep(choice));
    kept.map(|choice| choice.mask.as_deref().unwrap()).collect()
}

fn signed_in(plan: Plan, password: &str) -> Stage {
    let mut stage = Stage::at_bank(plan, FIRST_PLATYPUS);
    stage.give(credentials("user_good", password));
    stage
}

fn filter(subtypes: &[&str]) -> AccountFilter {
    AccountFilter {
        account_subtypes: subtypes.iter().map(|one| (*one).to_owned()).collect(),
        limited_purpose_types: None,
    }
}

const NO_FILTERS: AccountFilters = AccountFilters {
    credit: None,
    depository: None,
    investment: None,
    loan: None,
    other: None,
};

#[test]
fn account_numbers_need_accounts_that_can_be_debited() {
    let stage = signed_in(plan(), "pass_good");
    let (choices, mode, _) = choices(&stage);
    assert_eq!(mode, AccountMode::Several);
    assert_eq!(
        masks(&choices, |choice| choice.barred.is_none()),
        ["0000", "1111", "9002"]
    );
    assert!(
        choices
            .iter()
            .all(|choice| choice.barred.is_none() || choice.barred == Some(Why::Product))
    );
    assert_eq!(choices.len(), 12, "the others are shown, with the reason");
}

#[test]
fn without_numbers_every_account_can_be_chosen() {
    let mut other = plan();
    other.products = vec![Product::Transactions];
    let (choices, ..) = choices(&signed_in(other, "pass_good"));
    assert!(choices.iter().all(|choice| choice.barred.is_none()));
}

#[test]
fn filters_leave_out_what_they_do_not_name() {
    let mut filtered = plan();
    filtered.products = vec![Product::Transactions];
    filtered.filters = Some(AccountFilters {
        credit: Some(filter(&["all"])),
        depository: Some(filter(&["savings", "hsa"])),
        ..NO_FILTERS
    });
    let (choices, ..) = choices(&signed_in(filtered, "pass_good"));
    assert_eq!(
        masks(&choices, |choice| choice.barred.is_none()),
        ["1111", "3333", "9001", "9999"]
    );
    assert_eq!(
        masks(&choices, |choice| choice.barred == Some(Why::Filter)).len(),
        8
    );
}

#[test]
fn how_many_may_be_chosen_is_the_apps_to_say() {
    let chosen = |mode| {
        let mut asked = plan();
        asked.accounts = mode;
        let (choices, shown, _) = choices(&signed_in(asked, "pass_good"));
        assert_eq!(shown, mode);
        masks(&choices, |choice| choice.chosen).len()
    };
    assert_eq!(chosen(AccountMode::All), 3);
    assert_eq!(chosen(AccountMode::Several), 0);
    assert_eq!(chosen(AccountMode::One), 0);
}

#[test]
fn the_only_choice_is_ticked_from_the_start() {
    let mut one = plan();
    one.accounts = AccountMode::One;
    one.filters = Some(AccountFilters {
        depository: Some(filter(&["savings"])),
        ..NO_FILTERS
    });
    let (choices, ..) = choices(&signed_in(one, "pass_good"));
    assert_eq!(masks(&choices, |choice| choice.chosen), ["1111"]);
}

#[test]
fn a_choice_that_is_not_on_offer_is_refused_in_place() {
    let mut one = plan();
    one.accounts = AccountMode::One;
    let mut stage = signed_in(one, "pass_good");
    let keys = |masks: &[&str]| {
        let found = choices(&stage).0;
        let key = |mask: &&str| {
            found
                .iter()
                .find(|one| one.mask.as_deref() == Some(mask))
                .unwrap()
                .key
                .clone()
        };
        masks.iter().map(key).collect::<Vec<_>>()
    };
    let refused = [
        (Vec::new(), ErrorCode::NoAccounts),
        (keys(&["0000", "1111"]), ErrorCode::InvalidAccountId),
        (keys(&["3333"]), ErrorCode::InvalidAccountId),
        (vec!["99".to_owned()], ErrorCode::InvalidAccountId),
    ];
    let right = keys(&["9002"]);
    stage.news();
    for (keys, code) in refused {
        stage.give(Input::Accounts(keys));
        assert_eq!(choices(&stage).2, Some(code));
    }
    assert!(stage.settled.is_empty());
    assert!(stage.news().is_empty());
    stage.give(Input::Accounts(right));
    assert_eq!(stage.settled, [["9002"]]);
}

#[test]
fn an_account_that_a_deposit_must_prove_is_chosen_alone() {
    let mut stage = Stage::at_bank(plan(), HOUNDSTOOTH);
    stage.give(credentials("user_good", "microdeposits_good"));
    let (choices, mode, _) = choices(&stage);
    assert_eq!(mode, AccountMode::One);
    assert_eq!(masks(&choices, |choice| choice.barred.is_none()), ["0000"]);
    stage.pick(&["0000"]);
    let Pane::Connected { accounts, .. } = stage.pane() else {
        panic!("not connected")
    };
    assert_eq!(
        accounts[0].verification_status.as_deref().unwrap(),
        "pending_automatic_verification"
    );
}

#[test]
fn an_account_of_limited_purpose_has_to_be_asked_for() {
    let sign_in = |plan: Plan| {
        let mut stage = Stage::at_bank(plan, "ins_138395");
        stage.give(credentials("user_limited_purpose_checking", "pass_good"));
        stage
    };
    let mut identity = plan();
    identity.products = vec![Product::Identity];
    let refused = sign_in(identity.clone());
    assert!(matches!(refused.pane(), Pane::Failed { .. }));
    identity.filters = Some(AccountFilters {
        depository: Some(filter(&["all"])),
        ..NO_FILTERS
    });
    let refused = sign_in(identity.clone());
    assert!(matches!(refused.pane(), Pane::Failed { .. }));
    identity.filters = Some(AccountFilters {
        depository: Some(filter(&["limited purpose checking"])),
        ..NO_FILTERS
    });
    assert_eq!(choices(&sign_in(identity)).0.len(), 1);
}

#[test]
fn with_nothing_to_choose_the_person_may_try_another_login() {
    let mut filtered = plan();
    filtered.filters = Some(AccountFilters {
        other: Some(filter(&["all"])),
        ..NO_FILTERS
    });
    let mut stage = signed_in(filtered, "pass_good");
    assert_eq!(stage.standing().0, Some("NO_ACCOUNTS"));
    let Pane::Failed { trouble, .. } = stage.pane() else {
        panic!("no error")
    };
    assert_eq!(trouble.way_on, WayOn::Retry);
    stage.give(Input::Retry);
    assert!(matches!(stage.pane(), Pane::Credentials { .. }));

    let mut stage = Stage::at_bank(plan(), FIRST_PLATYPUS);
    stage.give(credentials(
        "user_custom",
        r#"{"override_accounts":[{"type":"credit","subtype":"credit card"}]}"#,
    ));
    assert_eq!(stage.standing().0, Some("NO_AUTH_ACCOUNTS"));
}

#[test]
fn an_item_that_cannot_be_written_is_tried_again_from_the_accounts() {
    let mut stage = signed_in(plan(), "pass_good");
    stage.settle = Some(ErrorCode::NoAuthAccounts);
    stage.pick(&["0000"]);
    assert!(stage.state.linked.is_empty());
    stage.settle = None;
    stage.give(Input::Retry).pick(&["0000"]);
    assert_eq!(stage.settled.len(), 1);

    // Other accounts do not mend a sign-in that the bank no longer takes.
    let mut stage = signed_in(plan(), "pass_good");
    stage.settle = Some(ErrorCode::ItemLoginRequired);
    stage.pick(&["0000"]).give(Input::Retry);
    assert!(matches!(stage.pane(), Pane::Credentials { .. }));
}
