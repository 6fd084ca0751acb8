//! What `user_good` holds, value by value, in every country and at the banks with quirks.

use crate::common::{GOOD, visit, visitor};
use selvedge_banks::Connector;
use selvedge_banks::checksum::is_iban;
use selvedge_banks::connector::{BankError, Currency, ExternalId, Grant};
use selvedge_model::account::VerificationStatus;
use selvedge_model::country::Country;
use std::collections::BTreeSet;

#[tokio::test]
async fn user_good_holds_the_twelve_fixture_accounts_in_order() {
    let told = visitor().told("ins_109508", GOOD).await;
    let lines: Vec<String> = told
        .accounts
        .iter()
        .map(|account| {
            let amount =
                |value: &Option<_>| value.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string);
            let balances = &account.balances;
            assert_eq!(balances.currency, Currency::Iso("USD".to_owned()));
            assert_eq!((account.verification, balances.last_updated_at), (None, None));
            // Official clients expect the ids of the first three at every bank.
            let known = matches!(account.mask.as_deref(), Some("0000" | "1111" | "2222"));
            assert_eq!(account.persistent_id.is_some(), known);
            format!(
                "{}|{}|{}|{}/{}|{}|{}|{}|{}",
                account.mask.as_deref().unwrap(),
                account.name,
                account.official_name.as_deref().unwrap_or("-"),
                account.kind,
                account.subtype,
                amount(&balances.available),
                amount(&balances.current),
                amount(&balances.limit),
                account.holder.map_or("-", |holder| holder.as_str()),
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "0000|Plaid Checking|Plaid Gold Standard 0% Interest Checking|depository/checking|100|110|-|personal",
            "1111|Plaid Saving|Plaid Silver Standard 0.1% Interest Saving|depository/savings|200|210|-|personal",
            "2222|Plaid CD|Plaid Bronze Standard 0.2% Interest CD|depository/cd|-|1000|-|-",
            "3333|Plaid Credit Card|Plaid Diamond 12.5% APR Interest Credit Card|credit/credit card|-|410|2000|-",
            "4444|Plaid Money Market|Plaid Platinum Standard 1.85% Interest Money Market|depository/money market|43200|43200|-|-",
            "5555|Plaid IRA|-|investment/ira|-|320.76|-|-",
            "6666|Plaid 401k|-|investment/401k|-|23631.9805|-|-",
            "7777|Plaid Student Loan|-|loan/student|-|65262|-|personal",
            "8888|Plaid Mortgage|-|loan/mortgage|-|56302.06|-|-",
            "9001|Plaid HSA|Plaid Cares Health Savings Account|depository/hsa|6009|6009|-|-",
            "9002|Plaid Cash Management|Plaid Growth Cash Management|depository/cash management|12060|12060|-|-",
            "9999|Plaid Business Credit Card|Plaid Platinum Small Business Credit Card|credit/credit card|4980|5020|10000|business",
        ]
    );
}

#[tokio::test]
async fn only_debitable_accounts_have_numbers() {
    let told = visitor().told("ins_109511", GOOD).await;
    assert_eq!(
        told.routes_of("0000"),
        ["ach 1111222233330000 011401533 021000021"]
    );
    assert_eq!(
        told.routes_of("1111"),
        ["ach 1111222233331111 011401533 021000021"]
    );
    assert_eq!(
        told.routes_of("9002"),
        ["ach 1111222233339002 011401533 021000021"]
    );
    let with_numbers = told
        .routes
        .iter()
        .filter(|(_, routes)| !routes.is_empty())
        .count();
    assert_eq!((told.routes.len(), with_numbers), (12, 3));
}

#[tokio::test]
async fn every_account_is_owned_by_the_fixture_person() {
    let told = visitor().told("ins_109508", GOOD).await;
    assert_eq!(told.owners.len(), 12);
    for (_, owner) in &told.owners {
        assert_eq!(owner.names, ["Alberta Bobbeth Charleson"]);
        let emails: Vec<_> = owner
            .emails
            .iter()
            .map(|email| (email.data.as_str(), email.primary, email.kind.as_str()))
            .collect();
        assert_eq!(
            emails,
            [
                ("accountholder0@example.com", true, "primary"),
                ("accountholder1@example.com", false, "secondary"),
                (
                    "extraordinarily.long.email.username.123456@reallylonghostname.com",
                    false,
                    "other"
                ),
            ]
        );
        let phones: Vec<_> = owner
            .phones
            .iter()
            .map(|phone| (phone.data.as_str(), phone.primary, phone.kind.as_str()))
            .collect();
        assert_eq!(
            phones,
            [
                ("1112223333", false, "home"),
                ("1112224444", false, "work"),
                ("1112225555", false, "mobile")
            ]
        );
        let streets: Vec<_> = owner
            .addresses
            .iter()
            .map(|address| {
                (
                    address.street.as_str(),
                    address.postal_code.as_deref(),
                    address.primary,
                )
            })
            .collect();
        assert_eq!(
            streets,
            [
                ("2992 Cameron Road", Some("14236"), true),
                ("2493 Leisure Lane", Some("93405-2255"), false)
            ]
        );
    }
}

#[tokio::test]
async fn canada_and_the_isles_have_numbers_of_their_own() {
    let visitor = visitor();
    let canada = visitor.told("ins_43", GOOD).await;
    assert_eq!(canada.routes_of("0000"), ["eft 111122220000 114 01533"]);
    assert_eq!(canada.routes_of("1111"), ["eft 111122221111 114 01533"]);
    assert_eq!(
        canada.accounts[0].balances.currency,
        Currency::Iso("CAD".to_owned())
    );
    let britain = visitor.told("ins_117650", GOOD).await;
    assert_eq!(
        britain.routes_of("0000"),
        [
            "bacs 80000000 040004",
            "international GB23MONZ04000480000000 MONZGB21XXX"
        ]
    );
    assert_eq!(
        britain.accounts[0].balances.currency,
        Currency::Iso("GBP".to_owned())
    );
    let irish = visitor
        .catalogue
        .in_countries(&[Country::Ie])
        .find(|institution| institution.home() == Country::Ie)
        .unwrap();
    let ireland = visitor.told(irish.id.as_str(), GOOD).await;
    assert!(ireland.routes_of("0000")[0].starts_with("international IE"));
    assert!(ireland.routes_of("0000")[0].ends_with("BOFI90583812340000 BOFIIE2DXXX"));
}

#[tokio::test]
async fn every_iban_of_every_country_passes_its_checksum_and_differs_by_account() {
    let visitor = visitor();
    let lengths = [
        ("GB", 22),
        ("ES", 24),
        ("NL", 18),
        ("FR", 27),
        ("IE", 22),
        ("DE", 22),
        ("IT", 27),
        ("PL", 28),
        ("DK", 18),
        ("NO", 15),
        ("SE", 24),
        ("EE", 20),
        ("LT", 20),
        ("LV", 21),
        ("PT", 25),
        ("BE", 16),
        ("AT", 20),
        ("FI", 18),
    ];
    let mut seen = BTreeSet::new();
    for institution in visitor.catalogue.all() {
        let home = institution.home().as_str();
        let Some((_, length)) = lengths.iter().find(|(country, _)| *country == home) else {
            continue;
        };
        let told = visitor.told(institution.id.as_str(), GOOD).await;
        let ibans: BTreeSet<String> = ["0000", "1111", "9002"]
            .into_iter()
            .map(|mask| {
                let routes = told.routes_of(mask);
                let route = routes
                    .iter()
                    .find(|route| route.starts_with("international"))
                    .unwrap();
                let iban = route.split(' ').nth(1).unwrap().to_owned();
                assert!(
                    is_iban(&iban) && iban.len() == *length && iban.starts_with(home),
                    "{iban} at {home}"
                );
                assert!(iban.ends_with(mask), "{iban}");
                iban
            })
            .collect();
        assert_eq!(ibans.len(), 3);
        seen.insert(home);
    }
    assert_eq!(seen.len(), lengths.len(), "every country has a bank at home");
}

#[tokio::test]
async fn a_second_sign_in_finds_the_same_accounts() {
    let visitor = visitor();
    let (first, second) = (
        visitor.told("ins_109508", GOOD).await,
        visitor.told("ins_109508", GOOD).await,
    );
    assert_eq!(first.accounts, second.accounts);
    let elsewhere = visitor.told("ins_109509", GOOD).await;
    let ids: BTreeSet<&ExternalId> = first
        .accounts
        .iter()
        .chain(&elsewhere.accounts)
        .map(|account| &account.id)
        .collect();
    assert_eq!(ids.len(), 24, "no id occurs twice, within a bank or between two");
}

#[tokio::test]
async fn banks_with_tokens_tell_persistent_ids_and_hide_the_numbers() {
    let visitor = visitor();
    let mut tokens = BTreeSet::new();
    let mut others = BTreeSet::new();
    for bank in ["ins_56", "ins_13", "ins_127990", "ins_127287"] {
        let told = visitor.told(bank, GOOD).await;
        let persistent: Vec<&str> = told
            .accounts
            .iter()
            .map(|account| account.persistent_id.as_deref().unwrap())
            .collect();
        assert_eq!(
            persistent[..3],
            [
                "8cfb8beb89b774ee43b090625f0d61d0814322b43bff984eaf60386e",
                "211a4e5d8361a3afb7a3886362198c7306e00a313b5aa944c20d34b6",
                "2a01484e1b5ef0b54fbcb89658b2764529bbec94a16f7b95481280a7",
            ],
            "{bank}"
        );
        assert!(
            persistent
                .iter()
                .all(|id| id.len() == 56 && id.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')))
        );
        others.extend(persistent[3..].iter().map(|id| (*id).to_owned()));
        let route = told.routes_of("0000").remove(0);
        assert!(route.ends_with(" 011401533 021000021 token"), "{route}");
        assert!(!route.contains("1111222233330000"), "{route}");
        tokens.insert(route);
    }
    assert_eq!((tokens.len(), others.len()), (4, 9));
}

#[tokio::test]
async fn a_token_belongs_to_its_connection_except_where_the_bank_keeps_it() {
    let visitor = visitor();
    for (bank, same) in [
        ("ins_13", false),
        ("ins_127990", false),
        ("ins_127287", false),
        ("ins_56", true),
    ] {
        let mut routes = Vec::new();
        for connection in ["one", "two", "one"] {
            let grant = visitor.grant_over(connection, bank, GOOD).await;
            routes.push(visitor.told_over(&grant).await.routes_of("0000"));
        }
        assert_eq!(routes[0], routes[2], "{bank}");
        assert_eq!(routes[0] == routes[1], same, "{bank}");
    }
}

#[tokio::test]
async fn only_one_bank_says_how_old_its_balances_are() {
    let visitor = visitor();
    let told = visitor.told("ins_128026", GOOD).await;
    assert!(
        told.accounts
            .iter()
            .all(|account| account.balances.last_updated_at == Some(visit("later").now))
    );
}

#[tokio::test]
async fn accounts_to_be_proved_by_a_deposit_wait_where_the_bank_offers_it() {
    let visitor = visitor();
    let login = ("user_good", "microdeposits_good");
    let told = visitor.told("ins_109512", login).await;
    let states: Vec<_> = told
        .accounts
        .iter()
        .map(|account| (account.mask.as_deref().unwrap(), account.verification))
        .collect();
    assert_eq!(
        states,
        [
            ("0000", Some(VerificationStatus::PendingAutomaticVerification)),
            ("1111", None)
        ]
    );
    assert_eq!(told.routes_of("0000"), ["ach 1111222233330000 021000021 -"]);
    let elsewhere = visitor.told("ins_109508", login).await;
    assert!(
        elsewhere.accounts.len() == 12
            && elsewhere
                .accounts
                .iter()
                .all(|account| account.verification.is_none())
    );
}

#[tokio::test]
async fn an_unknown_account_and_a_foreign_grant_are_refused() {
    let visitor = visitor();
    let grant = visitor.grant("ins_109508", GOOD).await;
    let gone = ExternalId::new("nothing");
    let numbers = visitor
        .bank
        .numbers(&visit("later"), &grant, std::slice::from_ref(&gone))
        .await;
    assert_eq!(numbers.err(), Some(BankError::AccountGone(gone)));
    let mut wrong_version = grant.expose().to_vec();
    wrong_version[0] += 1;
    for bytes in [
        Vec::new(),
        b"{}".to_vec(),
        wrong_version,
        grant.expose()[..20].to_vec(),
    ] {
        let error = visitor
            .bank
            .accounts(&visit("later"), &Grant::from_bytes(bytes))
            .await
            .err()
            .unwrap();
        assert_eq!(error.code().as_str(), "INTERNAL_SERVER_ERROR");
        assert!(!error.to_string().contains("pass_good"));
    }
    let copy = Grant::from_bytes(grant.expose().to_vec());
    assert_eq!(
        visitor.told_over(&copy).await.accounts.len(),
        12,
        "a grant survives being stored"
    );
    assert!(visitor.bank.revoke(&visit("later"), &copy).await.is_ok());
    assert!(
        visitor.bank.revoke(&visit("later"), &copy).await.is_ok(),
        "revoking twice is no error"
    );
}
