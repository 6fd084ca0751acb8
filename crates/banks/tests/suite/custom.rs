//! Described test users: what a description says is what the bank tells, and a wrong one is explained.

use crate::common::{Told, visitor};
use proptest::prelude::*;
use selvedge_banks::connector::{Ask, BankError, Currency, Presence, Step};
use selvedge_banks::sandbox::custom::CustomUser;
use selvedge_model::ErrorCode;
use std::collections::BTreeSet;

const US: &str = "ins_109508";

async fn told(bank: &str, description: &str) -> Told {
    visitor().told(bank, ("user_custom", description)).await
}

fn problems(description: &str) -> Vec<String> {
    match CustomUser::parse(description) {
        Err(BankError::CustomUser(problems)) => problems,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("accepted: {description}"),
    }
}

fn amounts(told: &Told, index: usize) -> [Option<String>; 3] {
    let balances = &told.accounts[index].balances;
    [balances.available, balances.current, balances.limit]
        .map(|amount| amount.map(|amount| amount.to_string()))
}

#[tokio::test]
async fn a_described_us_account_is_told_as_described() {
    let told = told(
        US,
        r#"{"version":"2","seed":"weaver","override_accounts":[
            {"type":"depository","subtype":"checking","starting_balance":500.25,"force_available_balance":480.5,
             "meta":{"name":"Everyday","official_name":"Everyday Account","mask":"4321"},
             "numbers":{"account":"9988774321","ach_routing":"011401533","ach_wire_routing":"021000021"}},
            {"type":"depository","subtype":"savings","starting_balance":1000,"numbers":{"account":"5566778899"}},
            {"type":"credit","subtype":"credit card","starting_balance":250,"meta":{"limit":3000,"name":"Card","mask":""}},
            {"type":"loan","subtype":"student","starting_balance":12000,"currency":"EUR"},
            {"type":"depository","subtype":"money market","has_null_available_balance":true,"currency":"DOGE"}]}"#,
    )
    .await;
    let shown: Vec<_> = told
        .accounts
        .iter()
        .map(|account| (account.name.as_str(), account.mask.as_deref()))
        .collect();
    assert_eq!(
        shown[..3],
        [
            ("Everyday", Some("4321")),
            ("Plaid Saving", Some("8899")),
            ("Card", None)
        ]
    );
    assert_eq!(
        told.accounts[0].official_name.as_deref(),
        Some("Everyday Account")
    );
    assert_eq!(told.accounts[2].official_name, None);
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(amounts(&told, 0), [some("480.5"), some("500.25"), None]);
    assert_eq!(amounts(&told, 1), [some("1000"), some("1000"), None]);
    assert_eq!(amounts(&told, 2), [some("2750"), some("250"), some("3000")]);
    assert_eq!(amounts(&told, 3), [None, some("12000"), None]);
    assert_eq!(told.accounts[4].balances.available, None);
    assert!(told.accounts[4].balances.current.is_some());
    assert_eq!(
        told.accounts[3].balances.currency,
        Currency::Iso("EUR".to_owned())
    );
    assert_eq!(
        told.accounts[4].balances.currency,
        Currency::Unofficial("DOGE".to_owned())
    );
    assert_eq!(
        told.routes_at(&told.accounts[0].id),
        ["ach 9988774321 011401533 021000021"]
    );
    assert_eq!(
        told.routes_at(&told.accounts[1].id),
        ["ach 5566778899 011401533 021000021"]
    );
    assert!(
        told.accounts[2..]
            .iter()
            .all(|account| told.routes_at(&account.id).is_empty())
    );
}

#[tokio::test]
async fn a_described_canadian_account_has_its_institution_and_branch() {
    let told = told(
        "ins_43",
        r#"{"override_accounts":[{"type":"depository","subtype":"checking","starting_balance":80,
            "numbers":{"account":"223344556677","eft_institution":"021","eft_branch":"01140"}}]}"#,
    )
    .await;
    assert_eq!(
        told.routes_at(&told.accounts[0].id),
        ["eft 223344556677 021 01140"]
    );
    assert_eq!(
        told.accounts[0].balances.currency,
        Currency::Iso("CAD".to_owned())
    );
}

#[tokio::test]
async fn a_described_british_account_has_both_its_numbers() {
    let told = told(
        "ins_117650",
        r#"{"override_accounts":[
            {"type":"depository","subtype":"checking",
             "numbers":{"account":"31926819","bacs_sort_code":"60-16-13","international_iban":"GB29 NWBK 6016 1331 9268 19","international_bic":"NWBKGB21"}},
            {"type":"depository","subtype":"savings","numbers":{"international_iban":"GB29NWBK60161331926819","international_bic":"NWBKGB21"}},
            {"type":"depository","subtype":"savings","numbers":{"account":"80000000"}}]}"#,
    )
    .await;
    let both = [
        "bacs 31926819 601613",
        "international GB29NWBK60161331926819 NWBKGB21",
    ];
    assert_eq!(told.routes_at(&told.accounts[0].id), both);
    assert_eq!(
        told.routes_at(&told.accounts[1].id),
        both,
        "what is left out follows from the IBAN"
    );
    assert_eq!(
        told.routes_at(&told.accounts[2].id),
        [
            "bacs 80000000 040004",
            "international GB23MONZ04000480000000 MONZGB21XXX"
        ]
    );
    assert_eq!(told.accounts[1].mask.as_deref(), Some("6819"));
}

#[tokio::test]
async fn a_described_irish_account_has_its_iban_and_the_published_misprint_passes() {
    for iban in ["IE17BOFI90583812345678", "IE64BOFI90583812345678"] {
        let description = format!(
            r#"{{"override_accounts":[{{"type":"depository","subtype":"checking",
                "numbers":{{"international_iban":"{iban}","international_bic":"BOFIIE2DXXX"}}}}]}}"#
        );
        // At home, and at a bank of another country: asking for foreign numbers only gives only those.
        for bank in ["ins_900125", US] {
            let told = told(bank, &description).await;
            assert_eq!(
                told.routes_at(&told.accounts[0].id),
                [format!("international {iban} BOFIIE2DXXX")],
                "{bank}"
            );
        }
    }
}

#[tokio::test]
async fn holders_of_a_joint_account_stand_in_one_owner_and_share_their_names_with_every_account() {
    let told = told(
        US,
        r#"{"override_accounts":[
            {"type":"depository","subtype":"checking","identity":{"names":["Ada Weaver","Ben Weaver"],
             "emails":[{"data":"ada@example.com","primary":true,"type":"primary"}],
             "addresses":[{"data":{"street":"1 Loom Lane","city":"Lowell","region":"MA","postal_code":"01850","country":"US"},"primary":true}]}},
            {"type":"credit","subtype":"credit card","identity":{"phone_numbers":[{"data":"2025550123","primary":true,"type":"mobile"}]}}]}"#,
    )
    .await;
    let [(_, first), (_, second)] = told.owners.as_slice() else {
        panic!("two accounts")
    };
    assert_eq!(first.names, ["Ada Weaver", "Ben Weaver"]);
    assert_eq!(second.names, first.names);
    assert_eq!(
        (first.emails.len(), first.emails[0].data.as_str()),
        (1, "ada@example.com")
    );
    assert_eq!(first.addresses[0].city.as_deref(), Some("Lowell"));
    assert_eq!(
        first.phones[0].data, "1112223333",
        "what is left out is the fixture person's"
    );
    assert_eq!(
        (second.phones.len(), second.phones[0].data.as_str()),
        (1, "2025550123")
    );
    assert_eq!(second.emails.len(), 3);
}

#[tokio::test]
async fn an_empty_description_draws_the_same_accounts_every_time() {
    let (first, second) = (told(US, "{}").await, told(US, "{}").await);
    assert_eq!(first.accounts, second.accounts);
    assert!(first.accounts.len() >= 2);
    let seeded = told(US, r#"{"seed":"other"}"#).await;
    let ids: BTreeSet<_> = first
        .accounts
        .iter()
        .chain(&seeded.accounts)
        .map(|account| &account.id)
        .collect();
    assert_eq!(ids.len(), first.accounts.len() + seeded.accounts.len());
    assert_ne!(first.accounts[0].balances, seeded.accounts[0].balances);
}

#[tokio::test]
async fn a_seed_keeps_ids_while_the_description_changes() {
    let with = |balance: u32| {
        format!(
            r#"{{"seed":"s","override_accounts":[{{"type":"depository","subtype":"checking","starting_balance":{balance}}}]}}"#
        )
    };
    let (before, after) = (told("ins_13", &with(1)).await, told("ins_13", &with(2)).await);
    assert_eq!(before.accounts[0].id, after.accounts[0].id);
    assert_eq!(before.accounts[0].persistent_id, after.accounts[0].persistent_id);
    assert_ne!(before.accounts[0].balances, after.accounts[0].balances);
    assert_eq!(
        before.routes_at(&before.accounts[0].id),
        after.routes_at(&after.accounts[0].id)
    );
}

#[tokio::test]
async fn neither_many_accounts_nor_many_transactions_are_too_many() {
    let transactions: Vec<String> = (0..600)
        .map(|index| {
            format!(r#"{{"date_transacted":"2026-01-01","date_posted":"2026-01-02","amount":-{index}.75,"description":"No {index}"}}"#)
        })
        .collect();
    let account = format!(
        r#"{{"type":"depository","subtype":"checking","transactions":[{}]}}"#,
        transactions.join(",")
    );
    let description = format!(
        r#"{{"override_accounts":[{}]}}"#,
        [account.as_str(); 25].join(",")
    );
    let user = CustomUser::parse(&description).unwrap_or_else(|error| panic!("{error}"));
    let last = &user.accounts[24].transactions[599];
    assert_eq!(
        (last.amount.to_string().as_str(), last.description.as_str()),
        ("-599.75", "No 599")
    );
    assert_eq!(last.posted_on.to_string(), "2026-01-02");
    let told = told(US, &description).await;
    let ids: BTreeSet<_> = told.accounts.iter().map(|account| &account.id).collect();
    let numbers: BTreeSet<_> = told
        .accounts
        .iter()
        .map(|account| told.routes_at(&account.id))
        .collect();
    assert_eq!((ids.len(), numbers.len()), (25, 25));
}

#[tokio::test]
async fn a_described_sign_in_asks_and_fails_as_described() {
    let visitor = visitor();
    for (mfa, rounds) in [
        (r#"{"type":"device"}"#, "SendTo"),
        (
            r#"{"type":"questions","question_rounds":1,"questions_per_round":2}"#,
            "Questions",
        ),
        (r#"{"type":"selections"}"#, "Selections"),
    ] {
        let login = ("user_custom", format!(r#"{{"mfa":{mfa}}}"#));
        let Ok(Step::Challenge(challenge)) = visitor.enter(US, (login.0, &login.1), Presence::Attended).await
        else {
            panic!("{mfa} asks nothing");
        };
        assert!(format!("{:?}", challenge.ask).starts_with(rounds), "{mfa}");
    }
    let login = ("user_custom", r#"{"recaptcha":"good"}"#);
    let Ok(Step::Challenge(challenge)) = visitor.enter(US, login, Presence::Attended).await else {
        panic!("no captcha")
    };
    assert_eq!(challenge.ask, Ask::Captcha);
    for (code, expected) in [
        ("INSTITUTION_NOT_RESPONDING", ErrorCode::InstitutionNotResponding),
        (
            "INSTITUTION_NO_LONGER_SUPPORTED",
            ErrorCode::InstitutionNoLongerSupported,
        ),
        ("INVALID_CREDENTIALS", ErrorCode::InvalidCredentials),
        ("INVALID_MFA", ErrorCode::InvalidMfa),
        ("ITEM_LOCKED", ErrorCode::ItemLocked),
        ("ITEM_LOGIN_REQUIRED", ErrorCode::ItemLoginRequired),
        ("ITEM_NOT_SUPPORTED", ErrorCode::ItemNotSupported),
        ("INVALID_LINK_TOKEN", ErrorCode::InvalidLinkToken),
        ("MFA_NOT_SUPPORTED", ErrorCode::MfaNotSupported),
        ("NO_ACCOUNTS", ErrorCode::NoAccounts),
        ("PLAID_ERROR", ErrorCode::InternalServerError),
        ("USER_INPUT_TIMEOUT", ErrorCode::UserInputTimeout),
        ("USER_SETUP_REQUIRED", ErrorCode::UserSetupRequired),
    ] {
        let description = format!(r#"{{"force_error":"{code}"}}"#);
        assert_eq!(
            visitor.refusal(US, ("user_custom", &description)).await.code(),
            expected
        );
    }
}

#[test]
fn every_mistake_is_named_with_its_place() {
    let found = problems(
        r#"{"version":3,"sed":"x","force_error":"NOPE","recaptcha":5,"override_accounts":[
            {"type":"brokerage","subtype":"checking","starting_balance":"ten","force_available_balance":1,"has_null_available_balance":true,
             "currency":"usd","meta":{"mask":"12345"},"nick":1,
             "numbers":{"ach_routing":"011401534","ach_wire_routing":"12","eft_branch":"01140","international_iban":"GB29NWBK60161331926818","international_bic":"NWBKGB21","bacs_sort_code":"6016"},
             "identity":{"names":["A",2],"emails":[{"primary":"yes"}],"addresses":[{"data":{"city":"X"}}]},
             "transactions":[{"date_transacted":"01/02/2026","date_posted":"2026-01-02","amount":5}]},
            {"type":"loan","subtype":"checking"},
            7],
          "mfa":{"type":"questions","question_rounds":10}}"#,
    );
    let account = "override_accounts[0]";
    let expected = [
        "sed is not a known field".to_owned(),
        "version must be".to_owned(),
        format!("{account}.nick is not a known field"),
        format!("{account}.type must be \"investment\""),
        format!("{account}.meta.mask must be"),
        format!("{account}.starting_balance must be a number of at most 28 digits"),
        format!("{account} sets both"),
        format!("{account}.currency must be"),
        format!("{account}.numbers.ach_routing must be a routing number"),
        format!("{account}.numbers.ach_wire_routing must be a routing number"),
        format!("{account}.numbers.eft_institution is required alongside eft_branch"),
        format!("{account}.numbers.international_iban must be an IBAN"),
        format!("{account}.numbers.bacs_sort_code must be six digits"),
        format!("{account}.identity.names[1] must be a string"),
        format!("{account}.identity.emails[0].primary must be true or false"),
        format!("{account}.identity.emails[0].data is required"),
        format!("{account}.identity.addresses[0].data.street is required"),
        format!("{account}.transactions[0].description is required"),
        format!("{account}.transactions[0].date_transacted must be a date"),
        "override_accounts[1].subtype must be a subtype of loan".to_owned(),
        "override_accounts[2] must be an object".to_owned(),
        "mfa.question_rounds must be a whole number from 1 to 9".to_owned(),
        "mfa.questions_per_round is required".to_owned(),
        "recaptcha must be a string".to_owned(),
        "force_error must be one of".to_owned(),
    ];
    for words in &expected {
        assert!(
            found.iter().any(|problem| problem.starts_with(words.as_str())),
            "{words} is not in {found:#?}"
        );
    }
    assert_eq!(found.len(), expected.len(), "{found:#?}");
}

#[test]
fn fifty_mistakes_are_named_and_the_rest_are_counted() {
    let with = |count: usize| format!(r#"{{"override_accounts":[{}]}}"#, vec!["1"; count].join(","));
    assert_eq!(problems(&with(50)).len(), 50);
    let cut = problems(&with(51));
    assert_eq!((cut.len(), cut[50].as_str()), (51, "and 1 more"));
}

#[tokio::test]
async fn a_password_that_is_no_description_is_explained_to_the_developer() {
    let visitor = visitor();
    for (password, words) in [
        ("pass_good", "the password is not JSON (line 1 column 1)"),
        ("", "the password is not JSON"),
        ("[]", "the password must be an object"),
        ("{\"a\"", "the password is not JSON"),
    ] {
        let error = visitor.refusal(US, ("user_custom", password)).await;
        assert_eq!(error.code(), ErrorCode::InvalidField);
        let error = selvedge_model::Error::from(error);
        assert!(
            error.message.starts_with("the custom user is not valid: ") && error.message.contains(words),
            "{}",
            error.message
        );
    }
}

#[test]
fn nulls_and_empty_words_count_as_absent() {
    let user = CustomUser::parse(
        r#"{"version":null,"seed":null,"mfa":{},"recaptcha":"","force_error":null,"override_accounts":[
            {"type":null,"subtype":"","meta":null,"numbers":{"account":null,"ach_routing":""},"identity":{"names":null}}]}"#,
    );
    let user = user.unwrap_or_else(|error| panic!("{error}"));
    assert!(user.mfa.is_none() && user.recaptcha.is_none() && user.force_error.is_none());
    assert_eq!(user.accounts[0].subtype, "checking");
    assert!(user.accounts[0].numbers.account.is_none() && user.accounts[0].numbers.ach_routing.is_none());
}

#[tokio::test]
async fn an_amount_is_told_digit_by_digit() {
    for (written, told_as) in [
        ("12345678901234567.89", "12345678901234567.89"),
        ("1234567890123.4567", "1234567890123.4567"),
        ("-0.1", "-0.1"),
        ("9999999999999999999999999999", "9999999999999999999999999999"),
        ("0.0000000000000000000000000001", "0.0000000000000000000000000001"),
        ("1.25e2", "125"),
        ("1.25E+2", "125"),
        ("5e-3", "0.005"),
        ("0e999", "0"),
    ] {
        let told = told(
            US,
            &format!(
                r#"{{"override_accounts":[{{"type":"depository","subtype":"checking","starting_balance":{written}}}]}}"#
            ),
        )
        .await;
        assert_eq!(amounts(&told, 0)[1].as_deref(), Some(told_as), "{written}");
    }
}

#[test]
fn an_amount_that_a_decimal_cannot_hold_is_refused_and_not_rounded() {
    for written in [
        "12345678901234567890123456789",
        "0.00000000000000000000000000001",
        "1.0000000000000000000000000000",
        "1e29",
        "1e-29",
        "1e999",
        "1e99999999999",
        "\"1\"",
        "[1]",
    ] {
        let found = problems(&format!(
            r#"{{"override_accounts":[{{"starting_balance":{written}}}]}}"#
        ));
        assert_eq!(
            found,
            ["override_accounts[0].starting_balance must be a number of at most 28 digits"],
            "{written}"
        );
    }
}

#[test]
fn a_description_may_be_written_with_escapes_and_between_spaces() {
    let text = "\n { \"s\\u0065ed\" : \"\\u00e9\\\"\" , \"override_accounts\" : [ { \"meta\" : { \"name\" : \"a\\tb\" } } , { } ] } ";
    let user = CustomUser::parse(text).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(user.seed.as_deref(), Some("é\""));
    assert_eq!(user.accounts[0].name.as_deref(), Some("a\tb"));
    assert_eq!(user.accounts.len(), 2);
}

#[test]
fn what_nests_deeply_is_refused_where_it_is_not_known_and_kept_where_it_is() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(problems(&format!(r#"{{"deep":{deep}}}"#))[0].starts_with("deep is not a known field"));
    assert!(problems(&format!(r#"{{"mfa":{deep}}}"#))[0].starts_with("mfa must be an object"));
    let holdings = format!(r#"{{"override_accounts":[{{"holdings":{deep}}}]}}"#);
    let user = CustomUser::parse(&holdings).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(user.accounts[0].kept["holdings"].get(), deep);
}

#[test]
fn what_other_products_read_is_kept_as_written() {
    let description = r#"{"override_accounts":[{"type":"investment","subtype":"401k","holdings":[{"quantity":2.000000000000000000001}],
        "inflow_model":{"type":"monthly-income","payment_day_of_month":"last"},"apy":0.5}]}"#;
    let user = CustomUser::parse(description).unwrap_or_else(|error| panic!("{error}"));
    let kept: Vec<String> = user.accounts[0]
        .kept
        .iter()
        .map(|(key, value)| format!("{key}={value}"))
        .collect();
    assert_eq!(kept[0], "apy=0.5");
    assert_eq!(kept[1], r#"holdings=[{"quantity":2.000000000000000000001}]"#);
    assert!(kept[2].starts_with("inflow_model="));
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_fail_otherwise_than_by_saying_so(text in "\\PC{0,200}") {
        if let Err(error) = CustomUser::parse(&text) {
            prop_assert_eq!(error.code(), ErrorCode::InvalidField);
        }
    }
}
