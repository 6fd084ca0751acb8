//! Picking a bank: which are offered, what a search tells, and banks that work badly or not at all.

use crate::stage::{
    DEGRADED, DOWN, FIRST_PLATYPUS, Stage, TARTAN, UNSUPPORTED, WINDOWPANE, choose, credentials, plan,
};
use selvedge_banks::institution::Health;
use selvedge_engine::link::flow::{Input, Pane};
use selvedge_model::country::Country;
use selvedge_model::id::InstitutionId;
use selvedge_model::{Product, limits};

fn health(stage: &Stage) -> Health {
    let Pane::Unwell { health, .. } = stage.pane() else {
        panic!("not unwell")
    };
    health
}

fn first(stage: &Stage) -> (Vec<String>, bool) {
    let Pane::Institutions { banks, matched } = stage.pane() else {
        panic!("no banks")
    };
    (
        banks.into_iter().map(|bank| bank.id.to_string()).collect(),
        matched,
    )
}

#[test]
fn a_degraded_bank_warns_and_goes_on() {
    let mut stage = Stage::at_bank(plan(), DEGRADED);
    assert_eq!(health(&stage), Health::Degraded);
    assert_eq!(stage.standing().1, Some("institution_not_found"));
    stage.give(Input::GoOn);
    assert_eq!(
        stage.told[2..],
        [
            "SELECT_INSTITUTION",
            "SELECT_DEGRADED_INSTITUTION",
            "TV CREDENTIAL"
        ]
    );
}

#[test]
fn a_bank_that_is_down_leads_back_to_the_others() {
    let mut stage = Stage::at_bank(plan(), DOWN);
    assert_eq!(health(&stage), Health::Down);
    stage.give(credentials("user_good", "pass_good"));
    assert_eq!(health(&stage), Health::Down, "there is no way past it");
    stage.give(Input::GoOn);
    assert_eq!(
        stage.told[2..],
        [
            "SELECT_INSTITUTION",
            "SELECT_DOWN_INSTITUTION",
            "TV SELECT_INSTITUTION"
        ]
    );
    assert_eq!(stage.standing(), (None, Some("institution_not_found")));
}

#[test]
fn a_bank_that_cannot_do_what_the_app_needs_is_not_supported() {
    let mut stage = Stage::at_bank(plan(), UNSUPPORTED);
    assert_eq!(health(&stage), Health::Unsupported);
    assert_eq!(stage.standing().1, Some("institution_not_supported"));
    stage.give(Input::Leave);
    assert_eq!(
        stage.told[2..],
        [
            "SELECT_INSTITUTION",
            "SELECT_FILTERED_INSTITUTION",
            "EXIT institution_not_supported"
        ]
    );

    let mut payments = plan();
    payments.products.push(Product::PaymentInitiation);
    assert_eq!(
        health(&Stage::at_bank(payments, FIRST_PLATYPUS)),
        Health::Unsupported
    );
    let mut canada = plan();
    canada.countries = vec![Country::Ca];
    assert_eq!(
        health(&Stage::at_bank(canada, FIRST_PLATYPUS)),
        Health::Unsupported
    );
    let mut listed = plan();
    listed.only_banks = vec![InstitutionId::new(TARTAN)];
    assert_eq!(
        health(&Stage::at_bank(listed, FIRST_PLATYPUS)),
        Health::Unsupported
    );
}

#[test]
fn a_search_counts_once_and_before_the_choice() {
    let mut stage = Stage::open(plan());
    stage.give(Input::Search("tart".to_owned()));
    stage.give(Input::Agree);
    stage
        .give(Input::Search(" tart ".to_owned()))
        .give(Input::Search("tart".to_owned()))
        .give(Input::Search("  ".to_owned()));
    stage.give(Input::Choose {
        institution: InstitutionId::new(TARTAN),
        query: Some("tartan".to_owned()),
    });
    assert_eq!(
        stage.told[1..],
        [
            "TV SELECT_INSTITUTION",
            "SEARCH_INSTITUTION tart",
            "SEARCH_INSTITUTION tartan",
            "SELECT_INSTITUTION",
            "TV CREDENTIAL"
        ]
    );
    let mut stage = Stage::open(plan());
    stage
        .give(Input::Agree)
        .give(Input::Search("x".repeat(limits::SEARCH_CHARS + 1)));
    let kept = stage.state.query.unwrap();
    assert_eq!(kept.chars().count(), limits::SEARCH_CHARS);
}

#[test]
fn a_bank_that_nobody_knows_is_no_choice() {
    let mut stage = Stage::open(plan());
    stage.give(Input::Agree);
    let before = stage.state.clone();
    stage.news();
    stage.give(choose("ins_0"));
    assert!(stage.state == before);
    assert!(stage.news().is_empty());
}

#[test]
fn the_bank_of_a_known_routing_number_comes_first() {
    let mut known = plan();
    known.routing_number = Some("333333334".to_owned());
    let mut stage = Stage::open(known.clone());
    stage.give(Input::Agree);
    let (banks, matched) = first(&stage);
    assert!(matched);
    assert_eq!(banks[0], WINDOWPANE);
    assert_eq!(
        banks.iter().filter(|id| *id == WINDOWPANE).count(),
        1,
        "it is there once"
    );
    stage.give(choose(WINDOWPANE));
    assert_eq!(
        stage.told[2..],
        [
            "MATCHED_SELECT_INSTITUTION routing_number",
            "SELECT_INSTITUTION",
            "TV CREDENTIAL"
        ]
    );
    let mut stage = Stage::at_bank(known.clone(), FIRST_PLATYPUS);
    assert_eq!(stage.news()[2..], ["SELECT_INSTITUTION", "TV CREDENTIAL"]);
    // Many test banks have this one.
    known.routing_number = Some("011401533".to_owned());
    let mut stage = Stage::open(known);
    stage.give(Input::Agree);
    assert!(!first(&stage).1);
}

#[test]
fn only_banks_that_fit_are_offered_first() {
    let mut stage = Stage::open(plan());
    stage.give(Input::Agree);
    let (banks, matched) = first(&stage);
    assert_eq!(banks.len(), limits::BANKS_FIRST_SHOWN);
    assert!(!matched);
    assert!(!banks.contains(&UNSUPPORTED.to_owned()));
    let mut listed = plan();
    listed.only_banks = [TARTAN, "ins_43", FIRST_PLATYPUS]
        .map(InstitutionId::new)
        .to_vec();
    let mut stage = Stage::open(listed);
    stage.give(Input::Agree);
    assert_eq!(first(&stage).0, [TARTAN, FIRST_PLATYPUS], "in the app's order");
}

#[test]
fn a_named_bank_is_chosen_before_the_consent_is_seen() {
    let mut named = plan();
    named.begin_with = Some(InstitutionId::new(TARTAN));
    let mut stage = Stage::open(named.clone());
    let Pane::Consent { bank, .. } = stage.pane() else {
        panic!("no consent")
    };
    assert_eq!(bank.unwrap().id.as_str(), TARTAN);
    stage.give(Input::Agree);
    assert_eq!(
        stage.told,
        [
            "OPEN CONSENT",
            "SELECT_INSTITUTION",
            "TV CONSENT",
            "TV CREDENTIAL"
        ]
    );
    stage.give(Input::Back);
    assert!(matches!(stage.pane(), Pane::Consent { .. }));

    named.begin_with = Some(InstitutionId::new(DOWN));
    let mut stage = Stage::open(named);
    stage.give(Input::Agree);
    assert_eq!(health(&stage), Health::Down);
    stage.give(Input::AnotherBank).give(choose(TARTAN));
    assert!(matches!(stage.pane(), Pane::Credentials { .. }));
    stage.give(Input::Back);
    assert!(matches!(stage.pane(), Pane::Institutions { .. }));
}
