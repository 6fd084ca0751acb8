//! The banks' own pages: only what was asked properly is shown, only what was ticked is shared, and a code is good
//! for nobody but who asked for it.

use crate::common::{GOOD, SITE, Visitor, visit, visitor};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use selvedge_banks::Connector as _;
use selvedge_banks::connector::{
    Authorize, BankAccount, BankError, CodeFault, ExternalId, Grant, Redeem, Visit,
};
use selvedge_banks::sandbox::oauth::{
    Decision, Ending, Outcome, Refusal, Scene, SiteError, TicketFault, Walk,
};
use selvedge_model::id::InstitutionId;
use selvedge_model::scope::DataScope;
use selvedge_model::{Ctx, Entropy, Sensitive};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use url::form_urlencoded;

const BANK: &str = "ins_127287";
const OTHER: &str = "ins_900105";
const RETURN: &str = "http://selvedge.test/link/oauth/return";
/// Of RFC 7636, appendix B.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const SCOPES: [DataScope; 3] = [
    DataScope::AccountBalanceInfo,
    DataScope::ContactInfo,
    DataScope::AccountRoutingNumber,
];

/// Numbers one after the other.
#[derive(Debug, Default)]
struct Counter(AtomicU64);

impl Entropy for Counter {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            *byte = u8::try_from(self.0.fetch_add(1, Ordering::Relaxed) % 251).unwrap();
        }
    }
}

fn noon() -> Timestamp {
    visit("any").now
}

fn ctx(entropy: &Counter) -> Ctx<'_> {
    Ctx {
        now: noon(),
        entropy,
        request_id: "request",
    }
}

/// How one visit goes, the rest being as usual.
struct Way<'a> {
    bank: &'a str,
    login: (&'a str, &'a str),
    answers: Vec<Vec<Sensitive>>,
    choose: fn(&BankAccount) -> bool,
    withhold: &'a [DataScope],
    outcome: Outcome,
}

impl Default for Way<'_> {
    fn default() -> Self {
        Self {
            bank: BANK,
            login: GOOD,
            answers: Vec::new(),
            choose: |_| true,
            withhold: &[],
            outcome: Outcome::AsChosen,
        }
    }
}

impl Visitor {
    async fn address(&self, bank: &str) -> String {
        let request = Authorize {
            institution: self.institution(bank),
            redirect_uri: RETURN,
            state: &Sensitive::from("state-1"),
            challenge: CHALLENGE,
            scopes: &SCOPES,
            app_name: Some("Funding & Co"),
        };
        self.bank.authorize(&visit("any"), request).await.unwrap().url
    }

    async fn walk(&self, way: Way<'_>) -> Result<HashMap<String, String>, BankError> {
        let walk = Walk {
            url: &self.address(way.bank).await,
            username: &Sensitive::from(way.login.0),
            password: &Sensitive::from(way.login.1),
            answers: &way.answers,
            choose: &way.choose,
            withhold: way.withhold,
            outcome: way.outcome,
        };
        let query = self.bank.consent(&ctx(&Counter::default()), &walk)?;
        Ok(form_urlencoded::parse(query.as_bytes()).into_owned().collect())
    }

    async fn code(&self, way: Way<'_>) -> Sensitive {
        let back = self.walk(way).await.unwrap();
        Sensitive::from(back["code"].as_str())
    }

    async fn redeemed(&self, bank: &str, code: &Sensitive) -> Result<Grant, BankError> {
        self.redeemed_at(bank, code, visit("connection-1")).await
    }

    async fn redeemed_at(&self, bank: &str, code: &Sensitive, visit: Visit<'_>) -> Result<Grant, BankError> {
        let request = Redeem {
            institution: self.institution(bank),
            code,
            verifier: &Sensitive::from(VERIFIER),
            redirect_uri: RETURN,
        };
        self.bank.redeem(&visit, request).await
    }

    async fn granted(&self, way: Way<'_>) -> Grant {
        let bank = way.bank;
        let code = self.code(way).await;
        self.redeemed(bank, &code).await.ok().unwrap()
    }

    async fn masks(&self, grant: &Grant) -> Vec<String> {
        let accounts = self.bank.accounts(&visit("later"), grant).await.unwrap();
        accounts.into_iter().filter_map(|account| account.mask).collect()
    }

    /// What begins a visit with this query.
    fn arrival(&self, query: &str) -> Result<Scene, SiteError> {
        let entropy = Counter::default();
        let stage = self
            .bank
            .arrive(&ctx(&entropy), &InstitutionId::new(BANK), query)?;
        Ok(stage.scene)
    }
}

fn is_checking(account: &BankAccount) -> bool {
    account.subtype == "checking"
}

fn answers(given: &[&[&str]]) -> Vec<Vec<Sensitive>> {
    let round = |round: &&[&str]| round.iter().copied().map(Sensitive::from).collect();
    given.iter().map(round).collect()
}

#[tokio::test]
async fn a_visit_ends_in_a_grant_like_that_of_a_sign_in() {
    let visitor = visitor();
    let back = visitor.walk(Way::default()).await.unwrap();
    assert_eq!(back["state"], "state-1");
    assert_eq!(back["iss"], format!("{SITE}/test-bank/{BANK}"));
    assert_eq!(
        visitor.bank.issuer(visitor.institution(BANK)).as_ref(),
        Some(&back["iss"])
    );
    let code = Sensitive::from(back["code"].as_str());
    let grant = visitor.redeemed(BANK, &code).await.ok().unwrap();
    let (by_visit, direct) = (visitor.told_over(&grant).await, visitor.told(BANK, GOOD).await);
    assert_eq!(by_visit.accounts, direct.accounts, "ids and all");
    for (there, here) in by_visit.routes.iter().zip(&direct.routes) {
        assert_eq!(there.0, here.0);
        assert_eq!(by_visit.routes_at(&there.0), direct.routes_at(&here.0));
    }
}

#[tokio::test]
async fn only_the_ticked_accounts_are_shared() {
    let visitor = visitor();
    let every = visitor.told(BANK, GOOD).await.accounts;
    let grant = visitor
        .granted(Way {
            choose: is_checking,
            ..Way::default()
        })
        .await;
    assert_eq!(visitor.masks(&grant).await, ["0000"]);
    let others: Vec<&ExternalId> = every
        .iter()
        .filter(|account| !is_checking(account))
        .map(|account| &account.id)
        .collect();
    assert!(!others.is_empty());
    for other in others {
        let (later, one) = (visit("later"), std::slice::from_ref(other));
        let gone = Some(BankError::AccountGone(other.clone()));
        assert_eq!(visitor.bank.balances(&later, &grant, one).await.err(), gone);
        assert_eq!(visitor.bank.numbers(&later, &grant, one).await.err(), gone);
        assert_eq!(visitor.bank.owners(&later, &grant, one).await.err(), gone);
    }
}

#[tokio::test]
async fn only_the_ticked_kinds_of_data_are_shared() {
    let visitor = visitor();
    let refused = Some(BankError::AccessNotGranted);
    for (withheld, numbers, owners) in [
        (&[][..], None, None),
        (&[DataScope::AccountRoutingNumber], refused.clone(), None),
        (&[DataScope::ContactInfo], None, refused.clone()),
        (&SCOPES, refused.clone(), refused),
    ] {
        let grant = visitor
            .granted(Way {
                withhold: withheld,
                ..Way::default()
            })
            .await;
        let accounts = visitor.bank.accounts(&visit("later"), &grant).await.unwrap();
        let ids: Vec<ExternalId> = accounts.into_iter().map(|account| account.id).collect();
        let later = visit("later");
        assert_eq!(visitor.bank.numbers(&later, &grant, &ids).await.err(), numbers);
        assert_eq!(visitor.bank.owners(&later, &grant, &ids).await.err(), owners);
        assert!(visitor.bank.balances(&later, &grant, &ids).await.is_ok());
    }
}

#[tokio::test]
async fn what_was_not_asked_for_is_not_shared_either() {
    let visitor = visitor();
    let url = visitor.address(BANK).await;
    let asked = url.replace("+contact_info+account_routing_number", "");
    assert_ne!(url, asked);
    let walk = Walk {
        url: &asked,
        username: &Sensitive::from(GOOD.0),
        password: &Sensitive::from(GOOD.1),
        answers: &[],
        choose: &|_| true,
        withhold: &[],
        outcome: Outcome::AsChosen,
    };
    let query = visitor.bank.consent(&ctx(&Counter::default()), &walk).unwrap();
    let code = form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == "code")
        .unwrap();
    let grant = visitor
        .redeemed(BANK, &Sensitive::from(&*code.1))
        .await
        .ok()
        .unwrap();
    let numbers = visitor.bank.numbers(&visit("later"), &grant, &[]).await;
    assert_eq!(numbers.err(), Some(BankError::AccessNotGranted));
}

#[tokio::test]
async fn a_code_is_good_for_nobody_but_who_asked_for_it() {
    let visitor = visitor();
    let code = visitor.code(Way::default()).await;
    let redeem = async |bank: &str, verifier: &str, redirect_uri: &str| {
        let request = Redeem {
            institution: visitor.institution(bank),
            code: &code,
            verifier: &Sensitive::from(verifier),
            redirect_uri,
        };
        visitor.bank.redeem(&visit("any"), request).await.err()
    };
    let refused = |fault| Some(BankError::CodeRefused(fault));
    assert_eq!(redeem(BANK, VERIFIER, RETURN).await, None);
    assert_eq!(
        redeem(OTHER, VERIFIER, RETURN).await,
        refused(CodeFault::Altered),
        "l13: another bank's code"
    );
    assert_eq!(
        redeem(BANK, "guessed", RETURN).await,
        refused(CodeFault::WrongVerifier)
    );
    assert_eq!(
        redeem(BANK, CHALLENGE, RETURN).await,
        refused(CodeFault::WrongVerifier)
    );
    assert_eq!(
        redeem(BANK, VERIFIER, "http://selvedge.test/else").await,
        refused(CodeFault::OtherAddress)
    );
}

#[tokio::test]
async fn a_code_that_was_changed_in_any_place_is_refused() {
    let visitor = visitor();
    let code = visitor.code(Way::default()).await;
    let bytes = URL_SAFE_NO_PAD.decode(code.expose()).unwrap();
    let mut altered: Vec<String> = (0..bytes.len())
        .map(|place| {
            let mut bytes = bytes.clone();
            bytes[place] ^= 1;
            URL_SAFE_NO_PAD.encode(bytes)
        })
        .collect();
    altered.extend(["", "=", "a", "code", &code.expose()[..40]].map(str::to_owned));
    for code in altered {
        let error = visitor.redeemed(BANK, &Sensitive::new(code)).await.err();
        assert_eq!(error, Some(BankError::CodeRefused(CodeFault::Altered)));
    }
}

#[tokio::test]
async fn a_code_is_good_for_five_minutes() {
    let visitor = visitor();
    let code = visitor.code(Way::default()).await;
    let after = |seconds| Visit {
        now: noon() + SignedDuration::from_secs(seconds),
        interaction_id: "any",
    };
    assert!(visitor.redeemed_at(BANK, &code, after(299)).await.is_ok());
    assert_eq!(
        visitor.redeemed_at(BANK, &code, after(300)).await.err(),
        Some(BankError::CodeRefused(CodeFault::Expired))
    );
}

#[tokio::test]
async fn each_redemption_is_a_connection_of_its_own() {
    let visitor = visitor();
    let code = visitor.code(Way::default()).await;
    let mut tokens = Vec::new();
    for connection in ["connection-1", "connection-2"] {
        let grant = visitor
            .redeemed_at(BANK, &code, visit(connection))
            .await
            .ok()
            .unwrap();
        tokens.push(visitor.told_over(&grant).await.routes_of("0000"));
    }
    assert_ne!(
        tokens[0], tokens[1],
        "this bank's tokens differ by connection, so the connection counts"
    );
}

#[tokio::test]
async fn a_request_that_is_not_ours_is_shown_here_and_sent_nowhere() {
    let visitor = visitor();
    let address = visitor.address(BANK).await;
    let (_, query) = address.split_once('?').unwrap();
    assert_eq!(visitor.arrival(query).ok(), Some(Scene::SignIn(None)));
    let swapped = |from: &str, to: &str| {
        assert!(query.contains(from), "{from}");
        query.replace(from, to)
    };
    let uri = "redirect_uri=http%3A%2F%2Fselvedge.test%2Flink%2Foauth%2Freturn";
    for query in [
        String::new(),
        swapped("client_id=selvedge", "client_id=other"),
        swapped("client_id=selvedge", "client_id=selvedge&client_id=selvedge"),
        swapped(uri, ""),
        swapped(uri, "redirect_uri=https%3A%2F%2Fevil.test%2F"),
        swapped(uri, &format!("{uri}%2F")),
        swapped(uri, &format!("{uri}%3Fa%3Db")),
        swapped(uri, &format!("{uri}&{uri}")),
    ] {
        let refused = visitor.arrival(&query).err().unwrap();
        assert!(matches!(refused, SiteError::Request(Refusal::Here(_))), "{query}");
    }
}

#[tokio::test]
async fn any_other_fault_of_a_request_goes_back_by_its_oauth_name() {
    let visitor = visitor();
    let address = visitor.address(BANK).await;
    let (_, query) = address.split_once('?').unwrap();
    for (from, to, error) in [
        (
            "response_type=code",
            "response_type=token",
            "unsupported_response_type",
        ),
        ("response_type=code", "", "invalid_request"),
        ("method=S256", "method=plain", "invalid_request"),
        (&CHALLENGE[1..], "short", "invalid_request"),
        ("scope=account_balance_info", "scope=everything", "invalid_scope"),
        ("scope=", "scop=", "invalid_scope"),
        ("state=state-1", "state=a&state=b", "invalid_request"),
        ("state=state-1", "state=%C3%A9", "invalid_request"),
        ("state=state-1", "", "invalid_request"),
    ] {
        assert!(query.contains(from), "{from}");
        let Err(SiteError::Request(Refusal::Back(url))) = visitor.arrival(&query.replace(from, to)) else {
            panic!("{to} is taken")
        };
        let (there, back) = url.split_once('?').unwrap();
        let back: HashMap<String, String> = form_urlencoded::parse(back.as_bytes()).into_owned().collect();
        assert_eq!(there, RETURN);
        assert_eq!(back["error"], error, "{to}");
        assert_eq!(back["iss"], format!("{SITE}/test-bank/{BANK}"));
        let kept = !from.starts_with("state");
        assert_eq!(back.get("state").is_some_and(|state| state == "state-1"), kept);
    }
}

proptest::proptest! {
    #[test]
    fn any_query_is_shown_sent_back_to_us_or_refused_here(
        parts in proptest::collection::vec((0_usize..9, "[ -~é]{0,12}"), 0..12),
        cut in 0_usize..400,
    ) {
        let names = [
            "response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge",
            "code_challenge_method", "app_name", "other",
        ];
        let visitor = visitor();
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs([("client_id", "selvedge"), ("redirect_uri", RETURN)]);
        query.extend_pairs(parts.iter().map(|(name, value)| (names[*name], value)));
        let query = query.finish();
        let query = query.get(..cut).unwrap_or(&query);
        if let Err(SiteError::Request(Refusal::Back(url))) = visitor.arrival(query) {
            proptest::prop_assert!(url.starts_with(&format!("{RETURN}?error=")), "{}", url);
            proptest::prop_assert!(url.is_ascii());
        }
    }
}

#[tokio::test]
async fn a_bank_where_people_sign_in_in_link_has_no_such_pages() {
    let visitor = visitor();
    let entropy = Counter::default();
    let arrival = visitor
        .bank
        .arrive(&ctx(&entropy), &InstitutionId::new("ins_109508"), "");
    assert!(matches!(arrival.err(), Some(SiteError::NoSuchBank)));
    assert_eq!(visitor.bank.issuer(visitor.institution("ins_109508")), None);
}

#[tokio::test]
async fn second_factors_are_asked_on_the_bank_s_pages() {
    let visitor = visitor();
    let with = |login: (&'static str, &'static str), given: &[&[&str]]| Way {
        login,
        answers: answers(given),
        ..Way::default()
    };
    let phone: &[&str] = &["Phone ending in 3333"];
    let device = ("user_good", "mfa_device");
    assert!(visitor.walk(with(device, &[phone, &["1234"]])).await.is_ok());
    assert_eq!(
        visitor.walk(with(device, &[phone, &["1111"]])).await.err(),
        Some(BankError::InvalidMfa)
    );
    assert_eq!(
        visitor.walk(with(device, &[&["my cat"]])).await.err(),
        Some(BankError::InvalidSendMethod)
    );
    assert_eq!(
        visitor.walk(with(device, &[phone])).await.err(),
        Some(BankError::UserInputTimeout)
    );
    let questions = ("user_good", "mfa_questions_2_1");
    let right: &[&[&str]] = &[&["answer_0_0"], &["answer_1_0"]];
    assert!(visitor.walk(with(questions, right)).await.is_ok());
    let selections = ("user_good", "mfa_selections");
    assert!(visitor.walk(with(selections, &[&["Yes"]])).await.is_ok());
    let captcha = |how: &str| format!("{{\"recaptcha\":\"{how}\"}}").leak();
    let solved: &[&[&str]] = &[&["solved"]];
    assert!(
        visitor
            .walk(with(("user_good", captcha("good")), solved))
            .await
            .is_ok()
    );
    assert_eq!(
        visitor
            .walk(with(("user_good", captcha("bad")), solved))
            .await
            .err(),
        Some(BankError::RecaptchaBad)
    );
}

#[tokio::test]
async fn a_bank_that_always_asks_does_so_on_its_own_pages_too() {
    let visitor = visitor();
    for bank in ["ins_127989", "ins_127990"] {
        let given: &[&[&str]] = &[&["Phone ending in 4444"], &["1234"]];
        for password in ["pass_good", "mfa_questions_1_1"] {
            let way = |answers| Way {
                bank,
                login: ("user_good", password),
                answers,
                ..Way::default()
            };
            assert_eq!(
                visitor.walk(way(Vec::new())).await.err(),
                Some(BankError::UserInputTimeout)
            );
            assert!(
                visitor.walk(way(answers(given))).await.is_ok(),
                "{bank} {password}"
            );
        }
    }
}

#[tokio::test]
async fn passwords_that_force_errors_count_for_nothing_at_a_bank_with_pages_of_its_own() {
    let visitor = visitor();
    let way = Way {
        login: ("user_good", "error_ITEM_LOCKED"),
        ..Way::default()
    };
    assert!(visitor.walk(way).await.is_ok());
    for login in [("user_good", "wrong"), ("nobody", "pass_good"), ("", "")] {
        let way = Way {
            login,
            ..Way::default()
        };
        assert_eq!(visitor.walk(way).await.err(), Some(BankError::InvalidCredentials));
    }
}

#[tokio::test]
async fn a_described_user_signs_in_and_keeps_their_accounts() {
    let visitor = visitor();
    let password = r#"{"seed":"s","override_accounts":[{"type":"depository","subtype":"checking",
        "starting_balance":500,"meta":{"name":"Everyday","mask":"4321"}}]}"#;
    let grant = visitor
        .granted(Way {
            login: ("user_custom", password),
            ..Way::default()
        })
        .await;
    let accounts = visitor.bank.accounts(&visit("later"), &grant).await.unwrap();
    assert_eq!(accounts[0].name, "Everyday");
    let direct = visitor.told(BANK, ("user_custom", password)).await;
    assert_eq!(accounts, direct.accounts);
    let forced = Way {
        login: ("user_custom", r#"{"force_error":"ITEM_LOCKED"}"#),
        ..Way::default()
    };
    assert_eq!(visitor.walk(forced).await.err(), Some(BankError::ItemLocked));
}

#[tokio::test]
async fn the_code_of_a_long_description_still_fits_into_an_address() {
    let visitor = visitor();
    let account = |index: usize| {
        format!(
            r#"{{"type":"depository","subtype":"checking","starting_balance":1{index}00,"meta":{{"name":"Account {index}","mask":"{:04}"}},"transactions":[{}]}}"#,
            index,
            (1..=24)
                .map(|day| format!(
                    r#"{{"date_transacted":"2026-01-{day:02}","date_posted":"2026-01-{day:02}","amount":{day}.{index}5,"description":"Shop number {day} in street {index}","currency":"USD"}}"#
                ))
                .collect::<Vec<_>>()
                .join(",")
        )
    };
    let accounts: Vec<String> = (0..10).map(account).collect();
    let password: &'static str = format!(r#"{{"override_accounts":[{}]}}"#, accounts.join(",")).leak();
    assert!(password.len() > 30_000, "{}", password.len());
    let code = visitor
        .code(Way {
            login: ("user_custom", password),
            ..Way::default()
        })
        .await;
    assert!(code.expose().len() < 7_000, "{}", code.expose().len());
    assert_eq!(
        visitor
            .masks(&visitor.redeemed(BANK, &code).await.ok().unwrap())
            .await,
        (0..10).map(|index| format!("{index:04}")).collect::<Vec<_>>()
    );
}

#[tokio::test]
async fn l14_every_ending_that_a_tester_can_pick_comes_out_as_it_says() {
    let visitor = visitor();
    for outcome in Outcome::ALL.iter().copied() {
        let walked = visitor
            .walk(Way {
                outcome,
                ..Way::default()
            })
            .await;
        let back = match (outcome, walked) {
            (Outcome::DeadEnd, walked) => {
                assert_eq!(walked.err(), Some(BankError::InsufficientCredentials));
                continue;
            }
            (_, walked) => walked.unwrap(),
        };
        let issuer = format!("{SITE}/test-bank/{BANK}");
        assert_eq!(
            back["iss"] == issuer,
            outcome != Outcome::WrongIssuer,
            "{outcome}"
        );
        assert_eq!(
            back["state"] == "state-1",
            outcome != Outcome::WrongState,
            "{outcome}"
        );
        let error = match outcome {
            Outcome::Denied | Outcome::ServerError | Outcome::TemporarilyUnavailable => {
                assert_eq!(back["error"], outcome.as_str());
                assert!(!back.contains_key("code"));
                continue;
            }
            Outcome::InsufficientCredentials => Some(BankError::InsufficientCredentials),
            Outcome::AccessNotGranted => Some(BankError::AccessNotGranted),
            Outcome::NoAuthAccounts => Some(BankError::NoAuthAccounts),
            Outcome::Silence => Some(BankError::InstitutionNotResponding),
            Outcome::WebPage => Some(BankError::UnsupportedResponse),
            Outcome::AsChosen | Outcome::WrongIssuer | Outcome::WrongState | Outcome::DeadEnd => None,
        };
        let code = Sensitive::from(back["code"].as_str());
        assert_eq!(visitor.redeemed(BANK, &code).await.err(), error, "{outcome}");
    }
}

#[tokio::test]
async fn sharing_no_account_leads_to_the_same_page_again() {
    let visitor = visitor();
    let way = Way {
        choose: |_| false,
        ..Way::default()
    };
    assert_eq!(visitor.walk(way).await.err(), Some(BankError::NoAccounts));
    let entropy = Counter::default();
    let (ctx, bank) = (ctx(&entropy), InstitutionId::new(BANK));
    let signed_in = signed_in(&visitor, &ctx, &bank).await;
    let decision = Decision {
        accounts: vec![ExternalId::new("somebody-else-s")],
        kinds: SCOPES.to_vec(),
        outcome: Outcome::AsChosen,
    };
    let ending = visitor.bank.decide(&ctx, &bank, signed_in.expose(), &decision);
    let Ok(Ending::Again(stage)) = ending else {
        panic!("an account of somebody else is shared")
    };
    assert!(matches!(stage.scene, Scene::Consent { chose_none: true, .. }));
}

/// The ticket of the consent page.
async fn signed_in(visitor: &Visitor, ctx: &Ctx<'_>, bank: &InstitutionId) -> Sensitive {
    let address = visitor.address(BANK).await;
    let (_, query) = address.split_once('?').unwrap();
    let begun = visitor.bank.arrive(ctx, bank, query).ok().unwrap();
    let keys = [&Sensitive::from(GOOD.0), &Sensitive::from(GOOD.1)];
    let stage = visitor.bank.enter(ctx, bank, begun.ticket.expose(), keys);
    stage.ok().unwrap().ticket
}

#[tokio::test]
async fn a_ticket_opens_at_its_bank_on_its_page_and_in_its_time_only() {
    let visitor = visitor();
    let entropy = Counter::default();
    let (at_noon, bank) = (ctx(&entropy), InstitutionId::new(BANK));
    let address = visitor.address(BANK).await;
    let (_, query) = address.split_once('?').unwrap();
    let begun = visitor.bank.arrive(&at_noon, &bank, query).ok().unwrap();
    let share = Decision {
        accounts: Vec::new(),
        kinds: Vec::new(),
        outcome: Outcome::AsChosen,
    };
    let fault = |ctx: &Ctx<'_>, bank: &InstitutionId, ticket: &str| match visitor
        .bank
        .decide(ctx, bank, ticket, &share)
    {
        Err(SiteError::Ticket(fault)) => Some(fault),
        _ => None,
    };
    let ticket = begun.ticket.expose();
    assert_eq!(fault(&at_noon, &bank, ticket), Some(TicketFault::OtherPage));
    let other = InstitutionId::new(OTHER);
    assert_eq!(fault(&at_noon, &other, ticket), Some(TicketFault::Altered));
    assert_eq!(fault(&at_noon, &bank, &ticket[1..]), Some(TicketFault::Altered));
    assert_eq!(fault(&at_noon, &bank, ""), Some(TicketFault::Altered));
    let late = Ctx {
        now: noon() + SignedDuration::from_mins(30),
        ..at_noon
    };
    assert_eq!(fault(&late, &bank, ticket), Some(TicketFault::Expired));
    assert!(matches!(
        visitor.bank.answer(&at_noon, &bank, ticket, &[]).err(),
        Some(SiteError::Ticket(TicketFault::OtherPage))
    ));
}

#[tokio::test]
async fn no_secret_can_be_read_from_a_ticket_or_a_code() {
    let visitor = visitor();
    let entropy = Counter::default();
    let ticket = signed_in(&visitor, &ctx(&entropy), &InstitutionId::new(BANK)).await;
    let code = visitor.code(Way::default()).await;
    for text in [ticket, code] {
        let bytes = URL_SAFE_NO_PAD.decode(text.expose()).unwrap();
        for secret in ["pass_good", "user_good", "state-1"] {
            assert!(!text.expose().contains(secret));
            assert!(
                !bytes
                    .windows(secret.len())
                    .any(|window| window == secret.as_bytes())
            );
        }
    }
}

#[tokio::test]
async fn the_key_of_a_login_tells_logins_apart_and_connections_together() {
    let visitor = visitor();
    let key = async |connection: &str, bank: &str, login: (&str, &str)| {
        let grant = visitor.grant_over(connection, bank, login).await;
        visitor.bank.login_key(&grant).unwrap()
    };
    let good = key("c1", BANK, GOOD).await;
    assert_eq!(good, key("c2", BANK, GOOD).await);
    assert_eq!(
        good,
        key("c1", BANK, ("user_good", "mfa_device")).await,
        "a new password"
    );
    let visited = visitor.granted(Way::default()).await;
    assert_eq!(visitor.bank.login_key(&visited), Some(good.clone()));
    assert_ne!(good, key("c1", OTHER, GOOD).await);
    assert_ne!(good, key("c1", BANK, ("user_yuppie", "x")).await);
    let described = async |json| key("c1", BANK, ("user_custom", json)).await;
    assert_ne!(
        described(r#"{"seed":"a"}"#).await,
        described(r#"{"seed":"b"}"#).await
    );
    assert_eq!(
        described(r#"{"seed":"a"}"#).await,
        described(r#"{"seed":"a","override_accounts":[]}"#).await
    );
    assert_eq!(visitor.bank.login_key(&Grant::from_bytes(vec![9])), None);
}

#[tokio::test]
async fn every_bank_says_what_its_sign_in_asks() {
    let visitor = visitor();
    let fields = visitor.bank.fields(visitor.institution("ins_109508"));
    let names: Vec<(&str, &str)> = fields
        .iter()
        .map(|field| (field.name.as_str(), field.kind.as_str()))
        .collect();
    assert_eq!(names, [("username", "username"), ("password", "password")]);
}
