//! Random walks: whatever comes, in whatever order, the machine keeps its promises.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "what is not named here must change nothing"
)]

use crate::stage::{FIRST_PLATYPUS, OAUTH, TARTAN, account, plan, update};
use proptest::prelude::*;
use selvedge_banks::BankError;
use selvedge_banks::connector::{Ask, Challenge, Grant, Pending, Selection, Step};
use selvedge_banks::institution::{Catalogue, Health};
use selvedge_engine::link::flow::{
    AccountMode, At, Done, Effect, Ending, Errand, Input, Listing, Login, OauthEnd, OauthWay, Pane, Plan,
    Purpose, Settled, Shared, State, can_go_back, ending, pane, progress, standing, step,
};
use selvedge_model::account::VerificationStatus;
use selvedge_model::id::InstitutionId;
use selvedge_model::{ErrorCode, Sensitive};
use selvedge_wire::callback::{EventName, ViewName};
use std::sync::LazyLock;

static BANKS: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load().unwrap());

/// What a person types; none of it may be kept.
const TYPED: [&str; 4] = [
    "typed-login-name",
    "typed-password",
    "typed-answer",
    "code-of-the-bank",
];

/// One thing that happens.
#[derive(Debug, Clone)]
enum Move {
    Open,
    Reopen,
    Agree,
    ShowDataTypes,
    Search(u8),
    Choose(u8),
    GoOn,
    Credentials,
    Answers(u8),
    OauthLeft,
    OauthClosed,
    OauthLate,
    OauthCode,
    OauthRefused,
    Accounts(Vec<u8>),
    Back,
    Retry,
    AnotherBank,
    Another,
    Finish,
    Leave,
    Stay,
    LeaveNow,
    Expire,
    /// The effect that runs ends, one way or another.
    Ends(u8),
    /// An effect that may not run ends.
    Stray(u8, u8),
    Interrupted,
}

fn moves() -> impl Strategy<Value = Move> {
    prop_oneof![
        1 => Just(Move::Reopen),
        4 => Just(Move::Agree),
        1 => Just(Move::ShowDataTypes),
        1 => any::<u8>().prop_map(Move::Search),
        5 => any::<u8>().prop_map(Move::Choose),
        3 => Just(Move::GoOn),
        5 => Just(Move::Credentials),
        4 => (0_u8..4).prop_map(Move::Answers),
        4 => Just(Move::OauthLeft),
        1 => Just(Move::OauthClosed),
        1 => Just(Move::OauthLate),
        3 => Just(Move::OauthCode),
        1 => Just(Move::OauthRefused),
        5 => prop::collection::vec(0_u8..5, 0..4).prop_map(Move::Accounts),
        1 => Just(Move::Back),
        2 => Just(Move::Retry),
        1 => Just(Move::AnotherBank),
        2 => Just(Move::Another),
        1 => Just(Move::Finish),
        1 => Just(Move::Leave),
        1 => Just(Move::Stay),
        1 => Just(Move::LeaveNow),
        1 => Just(Move::Expire),
        1 => Just(Move::Open),
        20 => any::<u8>().prop_map(Move::Ends),
        2 => any::<(u8, u8)>().prop_map(|(kind, how)| Move::Stray(kind, how)),
        1 => Just(Move::Interrupted),
    ]
}

fn plans() -> impl Strategy<Value = Plan> {
    let purpose = prop_oneof![
        3 => Just(Purpose::Link),
        1 => (any::<[bool; 3]>(), any::<bool>()).prop_map(|([sign_in, choose_accounts, consent], oauth)| {
            let Purpose::Update { item, institution, .. } =
                update(if oauth { OAUTH } else { FIRST_PLATYPUS }).purpose
            else {
                panic!("not an update")
            };
            Purpose::Update { item, institution, sign_in, choose_accounts, consent }
        }),
    ];
    let begin = prop::option::of(prop::sample::select(vec![
        FIRST_PLATYPUS,
        OAUTH,
        "ins_132361",
        "ins_0",
    ]));
    let mode = prop::sample::select(vec![AccountMode::One, AccountMode::Several, AccountMode::All]);
    (purpose, begin, mode, any::<[bool; 3]>()).prop_map(
        |(purpose, begin, accounts, [several, redirect, matched])| Plan {
            purpose,
            begin_with: begin.map(InstitutionId::new),
            accounts,
            several,
            oauth: if redirect {
                OauthWay::Redirect
            } else {
                OauthWay::Popup
            },
            routing_number: matched.then(|| "333333334".to_owned()),
            ..plan()
        },
    )
}

fn typed(index: usize) -> Sensitive {
    Sensitive::from(TYPED[index])
}

fn bank(index: u8) -> InstitutionId {
    let banks = [
        FIRST_PLATYPUS,
        OAUTH,
        TARTAN,
        "ins_132363",
        "ins_132361",
        "ins_133402",
        "ins_0",
        "ins_135858",
    ];
    InstitutionId::new(banks[usize::from(index) % banks.len()])
}

fn sign_in_end(how: u8) -> Done {
    let asks = [
        Ask::Captcha,
        Ask::SendTo(vec!["a".to_owned(), "b".to_owned()]),
        Ask::Code {
            sent_to: "a".to_owned(),
        },
        Ask::Questions(vec!["q".to_owned(), "r".to_owned()]),
        Ask::Selections(vec![Selection {
            question: "q".to_owned(),
            options: vec!["x".to_owned()],
        }]),
    ];
    let errors = [
        BankError::InvalidCredentials,
        BankError::InvalidMfa,
        BankError::InvalidLinkToken,
        BankError::ItemLocked,
        BankError::ItemLoginRequired,
        BankError::InstitutionDown,
        BankError::InvalidSendMethod,
        BankError::UserInputTimeout,
        BankError::CustomUser(Vec::new()),
    ];
    let pick = usize::from(how / 4);
    Done::SignedIn(match how % 4 {
        0 | 1 => Ok(Step::Done(Grant::from_bytes(vec![7]))),
        2 => Ok(Step::Challenge(Challenge {
            ask: asks[pick % asks.len()].clone(),
            state: Pending::from_bytes(vec![8]),
        })),
        _ => Err(errors[pick % errors.len()].clone()),
    })
}

fn accounts_end(how: u8) -> Done {
    let pending = (how & 8 != 0).then_some(VerificationStatus::PendingAutomaticVerification);
    let shared = if how & 16 == 0 {
        Shared::NotYet
    } else {
        Shared::Already
    };
    let mut accounts = vec![
        (account("one", "checking", pending), shared),
        (account("two", "cd", None), Shared::NotYet),
        (account("three", "savings", None), Shared::NotYet),
    ];
    match how & 3 {
        0 => accounts.truncate(1),
        1 => accounts = accounts.split_off(1),
        _ => {}
    }
    if how > 240 {
        return Done::Accounts(Err(BankError::InstitutionNotResponding));
    }
    Done::Accounts(Ok(Listing {
        accounts: if how > 230 { Vec::new() } else { accounts },
        login: [Login::Same, Login::Other, Login::Unknown][usize::from(how / 64) % 3],
    }))
}

/// How an effect of this kind ends.
fn end(kind: u8, how: u8) -> Done {
    match kind % 4 {
        0 => sign_in_end(how),
        1 => Done::Authorized(match how % 8 {
            0 => Err(BankError::InstitutionDown),
            _ => Ok("/link/oauth/1".to_owned()),
        }),
        2 => accounts_end(how),
        _ => Done::Settled(match how % 4 {
            0 => Err(ErrorCode::AccessNotGranted),
            1 => Err(ErrorCode::NoAuthAccounts),
            _ => Ok(Settled {
                public_token: Sensitive::from("public-token"),
                accounts: Vec::new(),
                ids: Vec::new(),
            }),
        }),
    }
}

/// Of which kind the end of the effect that runs is.
fn kind(at: &At) -> Option<u8> {
    match at {
        At::Waiting { errand, .. } => Some(match errand {
            Errand::SignIn | Errand::Resume | Errand::Redeem | Errand::Regain => 0,
            Errand::Authorize => 1,
            Errand::Accounts { .. } => 2,
            Errand::Settle => 3,
        }),
        _ => None,
    }
}

fn input(one: &Move, at: &At) -> Input {
    match one {
        Move::Open => Input::Open,
        Move::Reopen => Input::Reopen,
        Move::Agree => Input::Agree,
        Move::ShowDataTypes => Input::ShowDataTypes,
        Move::Search(query) => Input::Search("tartan".chars().take(usize::from(query % 4)).collect()),
        Move::Choose(index) => Input::Choose {
            institution: bank(*index),
            query: (index % 3 == 0).then(|| "tart".to_owned()),
        },
        Move::GoOn => Input::GoOn,
        Move::Credentials => Input::Credentials(vec![
            ("username".to_owned(), typed(0)),
            ("password".to_owned(), typed(1)),
        ]),
        Move::Answers(count) => Input::Answers((0..*count).map(|_| typed(2)).collect()),
        Move::OauthLeft => Input::OauthLeft,
        Move::OauthClosed => Input::OauthClosed,
        Move::OauthLate => Input::OauthLate,
        Move::OauthCode => Input::OauthBack(OauthEnd::Code(typed(3))),
        Move::OauthRefused => Input::OauthBack(OauthEnd::Refused("access_denied".to_owned())),
        Move::Accounts(keys) => Input::Accounts(keys.iter().map(u8::to_string).collect()),
        Move::Back => Input::Back,
        Move::Retry => Input::Retry,
        Move::AnotherBank => Input::AnotherBank,
        Move::Another => Input::Another,
        Move::Finish => Input::Finish,
        Move::Leave => Input::Leave,
        Move::Stay => Input::Stay,
        Move::LeaveNow => Input::LeaveNow,
        Move::Expire => Input::Expire,
        Move::Ends(how) => Input::Done(Box::new(end(kind(at).unwrap_or(*how), *how))),
        Move::Stray(kind, how) => Input::Done(Box::new(end(*kind, *how))),
        Move::Interrupted => Input::Interrupted,
    }
}

/// Whether a move may change anything in a state; everything else must change nothing.
fn fits(plan: &Plan, state: &State, one: &Move) -> bool {
    let back = can_go_back(plan, state);
    let links = plan.purpose == Purpose::Link;
    if matches!(one, Move::Leave | Move::LeaveNow) {
        return !state.is_over();
    }
    if matches!(one, Move::Reopen) {
        return !state.is_over();
    }
    match &state.at {
        At::Closed => matches!(one, Move::Open),
        At::Consent => matches!(one, Move::Agree | Move::ShowDataTypes | Move::Expire),
        At::Institutions => matches!(one, Move::Search(_) | Move::Choose(_) | Move::Back | Move::Expire),
        At::Unwell(_) => {
            matches!(
                one,
                Move::GoOn | Move::Retry | Move::AnotherBank | Move::Back | Move::Expire
            )
        }
        At::Credentials(_) => match one {
            Move::Credentials | Move::ShowDataTypes | Move::Expire => true,
            Move::Back => back,
            Move::AnotherBank => links,
            _ => false,
        },
        At::Challenge { ask, .. } => match one {
            Move::Answers(count) => *count == if matches!(ask, Ask::Questions(_)) { 2 } else { 1 },
            Move::Back | Move::Expire => true,
            Move::AnotherBank => links,
            _ => false,
        },
        At::Oauth { left, .. } => match one {
            Move::OauthLeft => !left,
            Move::OauthClosed | Move::OauthLate => *left,
            Move::OauthCode | Move::OauthRefused | Move::Retry | Move::ShowDataTypes | Move::Expire => true,
            Move::Back => back,
            Move::AnotherBank => links,
            _ => false,
        },
        At::Waiting { errand, .. } => match one {
            Move::Ends(_) | Move::Interrupted => true,
            Move::Stray(kind, _) => self::kind(&state.at) == Some(kind % 4),
            Move::OauthCode | Move::OauthRefused => matches!(errand, Errand::Authorize),
            _ => false,
        },
        At::Accounts { .. } => match one {
            Move::Accounts(_) | Move::ShowDataTypes | Move::Expire => true,
            Move::Back => back,
            Move::AnotherBank => links,
            _ => false,
        },
        At::Failed { .. } => match one {
            Move::Retry | Move::GoOn | Move::Expire => true,
            Move::AnotherBank => links,
            _ => false,
        },
        At::Connected => match one {
            Move::Finish | Move::GoOn => true,
            Move::Another => plan.several && links,
            _ => false,
        },
        At::Leaving(_) => {
            matches!(
                one,
                Move::Stay | Move::Back | Move::Expire | Move::OauthCode | Move::OauthRefused
            )
        }
        At::Expired => matches!(one, Move::Finish | Move::GoOn),
        At::Stored | At::Over { .. } => false,
    }
}

/// Whether a move is one on the way to the end.
fn leads_on(state: &State, one: &Move) -> bool {
    match one {
        Move::Agree
        | Move::Choose(_)
        | Move::Credentials
        | Move::Answers(_)
        | Move::OauthLeft
        | Move::OauthCode
        | Move::Accounts(_)
        | Move::Ends(_)
        | Move::Finish => !matches!(state.at, At::Expired),
        Move::GoOn => matches!(state.at, At::Unwell(Health::Degraded)),
        _ => false,
    }
}

/// How events name what is on the screen, where they do.
fn view(pane: &Pane) -> Option<ViewName> {
    Some(match pane {
        Pane::Consent { .. } => ViewName::Consent,
        Pane::Institutions { .. } => ViewName::SelectInstitution,
        Pane::Credentials { .. } => ViewName::Credential,
        Pane::Captcha { .. } => ViewName::Recaptcha,
        Pane::SendTo { .. } | Pane::Code { .. } | Pane::Questions { .. } | Pane::Selections { .. } => {
            ViewName::Mfa
        }
        Pane::Oauth { .. } => ViewName::Oauth,
        Pane::Accounts { .. } => ViewName::SelectAccount,
        Pane::Failed { .. } | Pane::Expired => ViewName::Error,
        Pane::Leaving { .. } => ViewName::Exit,
        Pane::Connected { .. } => ViewName::Connected,
        Pane::Unwell { .. } | Pane::Waiting { .. } | Pane::Over => return None,
    })
}

/// The exit status that belongs to a pane, where the pane alone says it; `none` where that is null.
fn status(pane: &Pane) -> Option<&'static str> {
    Some(match pane {
        Pane::Consent { .. } | Pane::Credentials { .. } => "requires_credentials",
        Pane::Institutions { .. }
        | Pane::Unwell {
            health: Health::Healthy | Health::Degraded | Health::Down,
            ..
        } => "institution_not_found",
        Pane::Unwell {
            health: Health::Unsupported,
            ..
        } => "institution_not_supported",
        Pane::Captcha { .. } => "requires_recaptcha",
        Pane::SendTo { .. } => "choose_device",
        Pane::Code { .. } => "requires_code",
        Pane::Questions { .. } => "requires_questions",
        Pane::Selections { .. } => "requires_selections",
        Pane::Oauth { .. } => "requires_oauth",
        Pane::Accounts { .. } => "requires_account_selection",
        Pane::Connected { .. } | Pane::Expired => "none",
        Pane::Failed { .. } | Pane::Leaving { .. } | Pane::Waiting { .. } | Pane::Over => return None,
    })
}

/// What a walk remembers.
#[derive(Default)]
struct Seen {
    events: Vec<EventName>,
    last_view: Option<ViewName>,
    settled: usize,
    handed_off: usize,
}

#[expect(
    clippy::too_many_lines,
    reason = "one promise after the other, each in a few lines"
)]
fn one_step(plan: &Plan, state: State, one: &Move, seen: &mut Seen) -> Result<State, TestCaseError> {
    let before = state.clone();
    let input = input(one, &before.at);
    let writes = matches!(&input, Input::Done(done) if matches!(done.as_ref(), Done::Settled(Ok(_))))
        && matches!(
            &before.at,
            At::Waiting {
                errand: Errand::Settle,
                ..
            }
        );
    let outcome = step(plan, &BANKS, state, input);
    let (after, told) = (outcome.state, outcome.told);

    // An effect runs only while the session waits, and nothing else makes it wait.
    prop_assert!(outcome.effect.is_none() || after.is_waiting());
    if after.is_waiting() && outcome.effect.is_none() {
        prop_assert!(before.is_waiting());
    }
    if let Some(Effect::Settle { accounts, .. }) = &outcome.effect {
        prop_assert!(!accounts.is_empty());
    }

    // What does not fit changes nothing. A page that was away hears first what it missed.
    if !fits(plan, &before, one) && before.held.is_none() {
        prop_assert!(after == before, "{one:?} changed something");
        prop_assert!(told.is_empty() && outcome.effect.is_none());
    }
    if before.is_over() {
        prop_assert!(after == before && told.is_empty());
    }

    // OPEN comes first, and again only when the page came back.
    for event in &told {
        let first = seen.events.is_empty();
        let again = matches!(one, Move::Reopen) && !first;
        let opens = event.name == EventName::Open && !again;
        prop_assert_eq!(first, opens);
        let ended = seen.events.last() == Some(&EventName::Exit)
            || (seen.events.last() == Some(&EventName::Handoff) && before.is_over());
        prop_assert!(!ended, "nothing is told after the end");
        seen.events.push(event.name);
        seen.last_view = event.view.or(seen.last_view);
        seen.handed_off += usize::from(event.name == EventName::Handoff);
        if event.name == EventName::Exit {
            prop_assert!(after.is_over());
            let (error, status) = standing(&after);
            let error = error.filter(|_| !after.has_linked());
            prop_assert_eq!((event.error, event.status), (error, status));
        }
    }

    // Only an Item that was written makes a success (L2), and each is handed off once at most.
    seen.settled += usize::from(writes);
    prop_assert_eq!(after.linked.len(), seen.settled);
    prop_assert!(seen.handed_off <= seen.settled);
    if ending(&after) == Some(Ending::Success) || matches!(after.at, At::Connected) {
        prop_assert!(seen.settled > 0);
    }

    // Nothing that was typed is kept.
    let kept = serde_json::to_string(&after).unwrap();
    for typed in TYPED {
        let bytes: Vec<String> = typed.bytes().map(|byte| byte.to_string()).collect();
        prop_assert!(!kept.contains(typed) && !kept.contains(&bytes.join(",")));
    }
    // The tries are kept with the link token.
    let again = State {
        tries: after.tries,
        ..serde_json::from_str(&kept).unwrap()
    };
    prop_assert!(again == after);

    // Every state has its pane, which was told of, and its status.
    let pane = pane(plan, &BANKS, &after);
    if after.held.is_none()
        && let Some(view) = view(&pane)
    {
        prop_assert_eq!(seen.last_view, Some(view), "{:?}", pane);
    }
    if let Some(status) = status(&pane) {
        let shown = standing(&after)
            .1
            .map_or("none", selvedge_wire::callback::ExitStatus::as_str);
        prop_assert_eq!(shown, status);
    }
    prop_assert!(progress(&after) <= 100);
    if leads_on(&before, one)
        && !told.iter().any(|event| event.name == EventName::Error)
        && after.held.is_none()
    {
        prop_assert!(progress(&after) >= progress(&before), "{one:?} went backwards");
    }
    Ok(after)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn l2_no_order_of_inputs_breaks_a_promise_or_skips_to_the_end(
        plan in plans(),
        moves in prop::collection::vec(moves(), 1..120),
    ) {
        let mut seen = Seen::default();
        let mut state = one_step(&plan, State::new(), &Move::Open, &mut seen)?;
        for one in &moves {
            state = one_step(&plan, state, one, &mut seen)?;
        }
    }

    #[test]
    fn l2_without_an_item_that_was_written_nothing_is_a_success(
        plan in plans(),
        moves in prop::collection::vec(moves(), 1..120),
    ) {
        let mut state = State::new();
        for one in std::iter::once(&Move::Open).chain(&moves) {
            let input = match input(one, &state.at) {
                Input::Done(done) if matches!(*done, Done::Settled(_)) => continue,
                input => input,
            };
            state = step(&plan, &BANKS, state, input).state;
            prop_assert!(state.linked.is_empty());
            prop_assert!(ending(&state) != Some(Ending::Success));
        }
    }
}
