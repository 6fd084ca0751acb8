//! What the test bank asks before it lets a login in, which answers are right, and how a sign-in goes on.
//!
//! The state between two calls is the login and how far it has come in its list of questions; the list itself
//! follows from the login.

use super::login::Login;
use crate::connector::{Ask, BankError, Challenge, Pending, Selection, Step};
use selvedge_model::{Sensitive, named_enum};
use zeroize::Zeroizing;

const VERSION: u8 = 2;
const CODE: &str = "1234";
const DEVICES: [&str; 2] = ["Phone ending in 3333", "Phone ending in 4444"];

/// How far a login has come in its list of questions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The question that is due.
    at: u8,
    /// The device that was chosen for the code, as a place in the list of them.
    device: u8,
}

named_enum! {
    /// How a captcha ends.
    pub enum Recaptcha { Good = "good", Bad = "bad", }
}

/// A second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mfa {
    /// A one-time code to a device of one's choice.
    Device,
    /// Questions with free answers.
    Questions {
        /// How often.
        rounds: u8,
        /// How many at a time.
        per_round: u8,
    },
    /// Questions with options.
    Selections {
        /// How often.
        rounds: u8,
        /// How many at a time.
        per_round: u8,
        /// How many options each.
        options: u8,
    },
    /// One question to be answered by yes or no.
    Confirmation,
}

/// One thing that the bank asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    Captcha(Recaptcha),
    Device,
    Code,
    Questions { round: u8, count: u8 },
    Selections { round: u8, count: u8, options: u8 },
    Confirmation,
}

impl Mfa {
    /// The second factor that a password of `user_good` names.
    pub(super) fn of_password(password: &str) -> Option<Self> {
        match password.strip_prefix("mfa_")? {
            "device" => Some(Self::Device),
            "selections" => Some(Self::Confirmation),
            other => {
                if let Some(counts) = other.strip_prefix("questions_") {
                    let [rounds, per_round] = counted(counts)?;
                    return Some(Self::Questions { rounds, per_round });
                }
                let [rounds, per_round, options] = counted(other.strip_prefix("selections_")?)?;
                (options > 1).then_some(Self::Selections {
                    rounds,
                    per_round,
                    options,
                })
            }
        }
    }

    /// What is asked, in order.
    pub(super) fn questions(self) -> Vec<Question> {
        match self {
            Self::Device => vec![Question::Device, Question::Code],
            Self::Confirmation => vec![Question::Confirmation],
            Self::Questions { rounds, per_round } => (0..rounds)
                .map(|round| Question::Questions {
                    round,
                    count: per_round,
                })
                .collect(),
            Self::Selections {
                rounds,
                per_round,
                options,
            } => (0..rounds)
                .map(|round| Question::Selections {
                    round,
                    count: per_round,
                    options,
                })
                .collect(),
        }
    }
}

/// `N` digits from 1 to 9 with underscores between.
fn counted<const N: usize>(text: &str) -> Option<[u8; N]> {
    let counts: Vec<u8> = text
        .split('_')
        .map(|part| match part.as_bytes() {
            [digit @ b'1'..=b'9'] => Some(digit - b'0'),
            _ => None,
        })
        .collect::<Option<_>>()?;
    counts.try_into().ok()
}

impl Question {
    fn ask(self, place: Place) -> Ask {
        match self {
            Self::Captcha(_) => Ask::Captcha,
            Self::Device => Ask::SendTo(DEVICES.map(str::to_owned).to_vec()),
            Self::Code => Ask::Code {
                sent_to: DEVICES
                    .get(usize::from(place.device))
                    .copied()
                    .unwrap_or_default()
                    .to_owned(),
            },
            Self::Questions { round, count } => Ask::Questions(
                (0..count)
                    .map(|index| format!("Question {round}-{index}: what is the answer?"))
                    .collect(),
            ),
            Self::Selections {
                round,
                count,
                options,
            } => Ask::Selections(
                (0..count)
                    .map(|index| Selection {
                        question: format!("Question {round}-{index}: which is the answer?"),
                        options: (0..options)
                            .map(|option| format!("answer_{round}_{index}_{option}"))
                            .collect(),
                    })
                    .collect(),
            ),
            Self::Confirmation => Ask::Selections(vec![Selection {
                question: "Do you want to go on?".to_owned(),
                options: vec!["Yes".to_owned(), "No".to_owned()],
            }]),
        }
    }

    fn check(self, answers: &[Sensitive]) -> Result<(), BankError> {
        let given: Vec<&str> = answers.iter().map(Sensitive::expose).collect();
        let fits = |right: Vec<String>| {
            if given == right {
                Ok(())
            } else {
                Err(BankError::InvalidMfa)
            }
        };
        match self {
            Self::Captcha(Recaptcha::Good) if given.iter().any(|answer| !answer.is_empty()) => Ok(()),
            Self::Captcha(_) => Err(BankError::RecaptchaBad),
            Self::Device => match given.as_slice() {
                [device] if DEVICES.contains(device) => Ok(()),
                _ => Err(BankError::InvalidSendMethod),
            },
            Self::Code => fits(vec![CODE.to_owned()]),
            Self::Questions { round, count } => fits(
                (0..count)
                    .map(|index| format!("answer_{round}_{index}"))
                    .collect(),
            ),
            Self::Selections { round, count, .. } => fits(
                (0..count)
                    .map(|index| format!("answer_{round}_{index}_0"))
                    .collect(),
            ),
            Self::Confirmation => fits(vec!["Yes".to_owned()]),
        }
    }
}

/// Poses the question at `place`, or lets the login in when there is none left.
pub(super) fn ask(login: &Login, questions: &[Question], place: Place) -> Result<Step, BankError> {
    let Some(question) = questions.get(usize::from(place.at)) else {
        return login.to_grant().map(Step::Done);
    };
    let mut bytes = vec![VERSION, place.at, place.device];
    let tail = Zeroizing::new(login.to_bytes()?);
    bytes.extend_from_slice(&tail);
    Ok(Step::Challenge(Challenge {
        ask: question.ask(place),
        state: Pending::from_bytes(bytes),
    }))
}

/// Lets the login in unasked; only a captcha that is bound to fail still fails.
pub(super) fn waive(login: &Login, questions: &[Question]) -> Result<Step, BankError> {
    if questions.contains(&Question::Captcha(Recaptcha::Bad)) {
        return Err(BankError::RecaptchaBad);
    }
    login.to_grant().map(Step::Done)
}

/// The login that waits, and at which question.
pub(super) fn read(state: &Pending) -> Result<(Login, Place), BankError> {
    match state.expose() {
        [VERSION, at, device, rest @ ..] => {
            let place = Place {
                at: *at,
                device: *device,
            };
            Ok((Login::of_bytes(rest)?, place))
        }
        _ => Err(BankError::Failed(
            "the challenge is not one of the test bank's".to_owned(),
        )),
    }
}

/// Where to go on once the answers to the question at `place` are right.
pub(super) fn check(questions: &[Question], place: Place, answers: &[Sensitive]) -> Result<Place, BankError> {
    let Some(question) = questions.get(usize::from(place.at)) else {
        return Err(BankError::Failed("the challenge asks nothing".to_owned()));
    };
    question.check(answers)?;
    let chosen = |device: &&str| answers.iter().any(|answer| answer.expose() == *device);
    let device = (*question == Question::Device)
        .then(|| DEVICES.iter().position(chosen))
        .flatten();
    Ok(Place {
        at: place.at.saturating_add(1),
        device: device
            .and_then(|device| u8::try_from(device).ok())
            .unwrap_or(place.device),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_mfa_password_names_its_rounds() {
        assert_eq!(Mfa::of_password("mfa_device"), Some(Mfa::Device));
        assert_eq!(
            Mfa::of_password("mfa_questions_2_3"),
            Some(Mfa::Questions {
                rounds: 2,
                per_round: 3
            })
        );
        assert_eq!(
            Mfa::of_password("mfa_selections_1_2_9"),
            Some(Mfa::Selections {
                rounds: 1,
                per_round: 2,
                options: 9
            })
        );
        for wrong in [
            "mfa_questions_0_1",
            "mfa_questions_1_10",
            "mfa_questions_1",
            "mfa_selections_1_1_1",
            "mfa_",
            "mfa",
        ] {
            assert_eq!(Mfa::of_password(wrong), None, "{wrong}");
        }
    }
}
