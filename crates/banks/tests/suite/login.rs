//! What each test login and password does: success, refusal, challenge.

use crate::common::{Visitor, visit, visitor};
use selvedge_banks::Connector;
use selvedge_banks::connector::{Ask, BankError, Pending, Presence, Resume, SignInPlace, Step};
use selvedge_model::{ErrorCode, Sensitive};

const BANK: &str = "ins_109508";

/// Signs in with somebody there, answers as told, and says what was asked on the way.
async fn walk(
    visitor: &Visitor,
    bank: &str,
    login: (&str, &str),
    answers: &[&[&str]],
) -> (Vec<Ask>, Result<(), BankError>) {
    let mut asked = Vec::new();
    let mut answers = answers.iter();
    let mut step = visitor.enter(bank, login, Presence::Attended).await;
    loop {
        let challenge = match step {
            Ok(Step::Done(_)) => return (asked, Ok(())),
            Ok(Step::Challenge(challenge)) => challenge,
            Err(error) => return (asked, Err(error)),
        };
        asked.push(challenge.ask);
        let given = answers.next().copied().unwrap_or_default();
        let given: Vec<Sensitive> = given.iter().map(|answer| Sensitive::from(*answer)).collect();
        let state = Pending::from_bytes(challenge.state.expose().to_vec());
        let request = Resume {
            institution: visitor.institution(bank),
            state: &state,
            answers: &given,
        };
        step = visitor.bank.resume(&visit("connection-1"), request).await;
    }
}

#[tokio::test]
async fn user_good_needs_its_password() {
    let visitor = visitor();
    for password in [
        "",
        "pass_bad",
        "PASS_GOOD",
        "mfa_questions_0_1",
        "mfa_selections_1_1_1",
        "error_",
        "error_not a code",
        "{}",
        "{\"recaptcha\":\"ugly\"}",
    ] {
        let refusal = visitor.refusal(BANK, ("user_good", password)).await;
        assert_eq!(refusal, BankError::InvalidCredentials, "{password}");
    }
    assert_eq!(
        visitor.refusal(BANK, ("nobody", "pass_good")).await,
        BankError::InvalidCredentials
    );
    assert!(
        visitor
            .enter(BANK, ("user_good", "pass_good"), Presence::Attended)
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn every_error_password_gives_its_code_and_pages_of_a_bank_ignore_it() {
    let visitor = visitor();
    for code in [
        "ACCESS_NOT_GRANTED",
        "COUNTRY_NOT_SUPPORTED",
        "INSTITUTION_DOWN",
        "INSTITUTION_NOT_AVAILABLE",
        "INSTITUTION_NOT_RESPONDING",
        "INSTITUTION_NO_LONGER_SUPPORTED",
        "INSTITUTION_REGISTRATION_REQUIRED",
        "INSUFFICIENT_CREDENTIALS",
        "INTERNAL_SERVER_ERROR",
        "INVALID_CREDENTIALS",
        "INVALID_MFA",
        "INVALID_SEND_METHOD",
        "ITEM_LOCKED",
        "ITEM_LOGIN_REQUIRED",
        "ITEM_NOT_SUPPORTED",
        "MFA_NOT_SUPPORTED",
        "NO_ACCOUNTS",
        "PASSWORD_RESET_REQUIRED",
        "PAYMENT_INVALID_RECIPIENT",
        "UNAUTHORIZED_INSTITUTION",
        "UNSUPPORTED_RESPONSE",
        "USER_INPUT_TIMEOUT",
        "USER_SETUP_REQUIRED",
    ] {
        let password = format!("error_{code}");
        let error = visitor.refusal(BANK, ("user_good", &password)).await;
        assert_eq!(error.code().as_str(), code);
        assert_eq!(selvedge_model::Error::from(error).code.as_str(), code);
        let elsewhere = visitor
            .enter("ins_127287", ("user_good", &password), Presence::Unattended)
            .await;
        assert!(elsewhere.is_ok(), "{code}");
    }
}

#[tokio::test]
async fn a_code_that_cannot_be_forced_is_named_with_those_that_can() {
    let visitor = visitor();
    for code in ["NO_SUCH_CODE", "item_locked", "ITEM_LOCKED_"] {
        let password = format!("error_{code}");
        let error = visitor.refusal(BANK, ("user_good", &password)).await;
        let error = selvedge_model::Error::from(error);
        assert_eq!(error.code, ErrorCode::InvalidField);
        let start = format!("the password error_{code} names no code that can be forced; known are ");
        let known = error.message.strip_prefix(&start).unwrap();
        let known: Vec<&str> = known.split(", ").collect();
        assert_eq!(known.len(), 23);
        for code in known {
            let password = format!("error_{code}");
            let error = visitor.refusal(BANK, ("user_good", &password)).await;
            assert_eq!(error.code().as_str(), code);
        }
        let elsewhere = visitor
            .enter("ins_127287", ("user_good", &password), Presence::Unattended)
            .await;
        assert!(elsewhere.is_ok(), "{code}");
    }
    let long = format!("error_{}", "A".repeat(65));
    let refusal = visitor.refusal(BANK, ("user_good", &long)).await;
    assert_eq!(refusal, BankError::InvalidCredentials);
}

#[tokio::test]
async fn a_device_is_chosen_before_its_code_is_asked() {
    let visitor = visitor();
    let login = ("user_good", "mfa_device");
    let (asked, end) = walk(&visitor, BANK, login, &[&["Phone ending in 3333"], &["1234"]]).await;
    assert!(matches!(asked.as_slice(), [Ask::SendTo(_), Ask::Code { .. }]) && end.is_ok());
    for device in ["Phone ending in 3333", "Phone ending in 4444"] {
        let (asked, _) = walk(&visitor, BANK, login, &[&[device], &["1234"]]).await;
        assert!(
            matches!(asked.last(), Some(Ask::Code { sent_to }) if sent_to == device),
            "{asked:?}"
        );
    }
    let (_, end) = walk(&visitor, BANK, login, &[&["Phone ending in 9999"]]).await;
    assert_eq!(end, Err(BankError::InvalidSendMethod));
    let (_, end) = walk(&visitor, BANK, login, &[&["Phone ending in 3333"], &["4321"]]).await;
    assert_eq!(end, Err(BankError::InvalidMfa));
}

#[tokio::test]
async fn questions_come_in_rounds_and_all_must_be_answered() {
    let visitor = visitor();
    let login = ("user_good", "mfa_questions_2_2");
    let right: &[&[&str]] = &[&["answer_0_0", "answer_0_1"], &["answer_1_0", "answer_1_1"]];
    let (asked, end) = walk(&visitor, BANK, login, right).await;
    assert!(matches!(asked.as_slice(), [Ask::Questions(first), Ask::Questions(_)] if first.len() == 2));
    assert_eq!(end, Ok(()));
    let (asked, end) = walk(
        &visitor,
        BANK,
        login,
        &[&["answer_0_0", "answer_0_1"], &["answer_1_0"]],
    )
    .await;
    assert_eq!((asked.len(), end), (2, Err(BankError::InvalidMfa)));
    let (_, end) = walk(&visitor, BANK, login, &[&["answer_0_1", "answer_0_0"]]).await;
    assert_eq!(end, Err(BankError::InvalidMfa));
}

#[tokio::test]
async fn selections_offer_as_many_options_as_the_password_says() {
    let visitor = visitor();
    let login = ("user_good", "mfa_selections_1_2_3");
    let (asked, end) = walk(&visitor, BANK, login, &[&["answer_0_0_0", "answer_0_1_0"]]).await;
    let [Ask::Selections(selections)] = asked.as_slice() else {
        panic!("{asked:?}")
    };
    assert!(selections.len() == 2 && selections.iter().all(|selection| selection.options.len() == 3));
    assert_eq!(end, Ok(()));
    let plain = ("user_good", "mfa_selections");
    assert_eq!(walk(&visitor, BANK, plain, &[&["Yes"]]).await.1, Ok(()));
    assert_eq!(
        walk(&visitor, BANK, plain, &[&["No"]]).await.1,
        Err(BankError::InvalidMfa)
    );
}

#[tokio::test]
async fn a_captcha_ends_as_the_password_says_whether_anybody_is_there_or_not() {
    let visitor = visitor();
    let (good, bad) = (
        ("user_good", "{\"recaptcha\":\"good\"}"),
        ("user_good", "{\"recaptcha\":\"bad\"}"),
    );
    let (asked, end) = walk(&visitor, BANK, good, &[&["solved"]]).await;
    assert!(asked == [Ask::Captcha] && end.is_ok());
    assert_eq!(
        walk(&visitor, BANK, good, &[&[""]]).await.1,
        Err(BankError::RecaptchaBad)
    );
    assert_eq!(
        walk(&visitor, BANK, bad, &[&["solved"]]).await.1,
        Err(BankError::RecaptchaBad)
    );
    assert!(visitor.enter(BANK, good, Presence::Unattended).await.is_ok());
    assert_eq!(visitor.refusal(BANK, bad).await, BankError::RecaptchaBad);
}

#[tokio::test]
async fn two_banks_ask_for_a_code_whatever_the_password_says() {
    let visitor = visitor();
    for bank in ["ins_127989", "ins_127990"] {
        for password in ["pass_good", "mfa_questions_1_1"] {
            let answers: &[&[&str]] = &[&["Phone ending in 4444"], &["1234"]];
            let (asked, end) = walk(&visitor, bank, ("user_good", password), answers).await;
            assert!(asked.len() == 2 && end.is_ok(), "{bank} {password}");
        }
    }
}

#[tokio::test]
async fn a_challenge_answered_at_another_bank_is_refused() {
    let visitor = visitor();
    let step = visitor
        .enter(BANK, ("user_good", "mfa_device"), Presence::Attended)
        .await;
    let Ok(Step::Challenge(challenge)) = step else {
        panic!("no challenge")
    };
    let answers = [Sensitive::from("Phone ending in 3333")];
    let institution = visitor.institution("ins_109509");
    let request = Resume {
        institution,
        state: &challenge.state,
        answers: &answers,
    };
    let error = visitor.bank.resume(&visit("x"), request).await.err().unwrap();
    assert_eq!(error.code(), ErrorCode::InternalServerError);
    let garbage = Pending::from_bytes(vec![9, 9]);
    let request = Resume {
        institution: visitor.institution(BANK),
        state: &garbage,
        answers: &answers,
    };
    assert!(visitor.bank.resume(&visit("x"), request).await.is_err());
}

#[tokio::test]
async fn personas_take_any_password_but_an_empty_one() {
    let visitor = visitor();
    for name in [
        "user_transactions_dynamic",
        "user_ewa_user",
        "user_yuppie",
        "user_small_business",
        "user_bank_income",
        "user_credit_bonus",
        "user_credit_joint_account",
        "user_credit_profile_poor",
        "user_credit_profile_good",
        "user_credit_profile_excellent",
        "user_prism_1",
        "user_prism_8",
        "user_link_recovery",
    ] {
        let told = visitor.told(BANK, (name, "{}")).await;
        assert_eq!(
            told.accounts,
            visitor.told(BANK, (name, "anything")).await.accounts,
            "{name}"
        );
        assert!(told.routes.iter().any(|(_, routes)| !routes.is_empty()), "{name}");
        assert_eq!(
            visitor.refusal(BANK, (name, "")).await,
            BankError::InvalidCredentials,
            "{name}"
        );
    }
    assert_eq!(
        visitor.refusal(BANK, ("user_prism_9", "x")).await,
        BankError::InvalidCredentials
    );
}

#[tokio::test]
async fn a_limited_purpose_account_has_no_balances_and_no_numbers() {
    let visitor = visitor();
    let login = ("user_limited_purpose_checking", "pass_good");
    let told = visitor.told("ins_138395", login).await;
    let [account] = told.accounts.as_slice() else {
        panic!("one account")
    };
    assert_eq!(account.subtype, "limited purpose checking");
    assert_eq!(
        (account.balances.available, account.balances.current),
        (None, None)
    );
    assert!(told.routes_at(&account.id).is_empty());
    assert_eq!(visitor.refusal(BANK, login).await, BankError::InvalidCredentials);
}

#[tokio::test]
async fn a_bank_that_is_down_or_unsupported_lets_nobody_in_and_a_degraded_one_does() {
    let visitor = visitor();
    let login = ("user_good", "pass_good");
    assert_eq!(
        visitor.refusal("ins_132361", login).await,
        BankError::InstitutionDown
    );
    assert_eq!(
        visitor.refusal("ins_133402", login).await,
        BankError::InstitutionNoLongerSupported
    );
    assert!(
        visitor
            .enter("ins_132363", login, Presence::Attended)
            .await
            .is_ok()
    );
}

#[test]
fn a_bank_with_pages_of_its_own_says_where_to_sign_in() {
    let visitor = visitor();
    assert_eq!(
        visitor.bank.capabilities(visitor.institution(BANK)).sign_in,
        SignInPlace::Link
    );
    let oauth = visitor.bank.capabilities(visitor.institution("ins_127287"));
    assert!(oauth.sign_in == SignInPlace::Bank && oauth.auth_methods.instant_auth);
}
