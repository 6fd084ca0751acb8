//! Samples of every pane: a test draws them all in every language, and a gallery of them can be looked at.

use super::{Scene, draw};
use crate::pages::chrome::Chrome;
use crate::pages::document::{Document, Notice};
use crate::pages::{assets, pane};
use crate::words::Words;
use askama::Template as _;
use selvedge_banks::Catalogue;
use selvedge_banks::connector::Selection;
use selvedge_banks::institution::Health;
use selvedge_engine::link::flow::{
    AccountChoice, AccountMode, Bank, Field, FieldKind, OauthWay, Pane, Trouble, WayOn, Why,
};
use selvedge_engine::link::{Appearance, Look, Texts, Tiles};
use selvedge_model::account::AccountType;
use selvedge_model::id::{AccountId, InstitutionId};
use selvedge_model::language::Language;
use selvedge_model::scope::DataScope;
use selvedge_model::{Environment, ErrorCode};
use selvedge_wire::endpoint::link::LinkedAccount;
use std::path::Path;

const SCOPES: [DataScope; 3] = [
    DataScope::AccountBalanceInfo,
    DataScope::ContactInfo,
    DataScope::AccountRoutingNumber,
];

fn look(language: Language) -> Look {
    Look {
        language,
        app_name: Some("Harbor Wallet".to_owned()),
        logo: None,
        accent: None,
        appearance: Appearance::System,
        texts: Texts::default(),
        environment: Environment::Sandbox,
    }
}

fn bank(banks: &Catalogue, id: &str) -> Bank {
    let found = banks.find(&InstitutionId::new(id)).unwrap();
    Bank {
        id: found.id.clone(),
        name: found.name.clone(),
    }
}

fn account(key: &str, name: &str, subtype: &str, barred: Option<Why>) -> AccountChoice {
    AccountChoice {
        key: key.to_owned(),
        name: name.to_owned(),
        mask: Some(format!("{key}{key}{key}{key}")),
        kind: if subtype == "credit card" {
            AccountType::Credit
        } else {
            AccountType::Depository
        },
        subtype: subtype.to_owned(),
        barred,
        chosen: key == "0",
    }
}

fn linked(name: &str, mask: &str) -> LinkedAccount {
    LinkedAccount {
        class_type: None,
        id: AccountId::new("x"),
        mask: Some(mask.to_owned()),
        name: name.to_owned(),
        subtype: Some("checking".to_owned()),
        kind: "depository".to_owned(),
        verification_status: None,
    }
}

fn credentials(bank: Bank, trouble: Option<ErrorCode>, update: bool) -> Pane {
    let field = |name: &str, kind| Field {
        name: name.to_owned(),
        kind,
    };
    Pane::Credentials {
        bank,
        fields: vec![
            field("username", FieldKind::Username),
            field("password", FieldKind::Password),
        ],
        scopes: SCOPES.to_vec(),
        trouble,
        update,
    }
}

fn choosing(bank: Bank, mode: AccountMode, trouble: Option<ErrorCode>) -> Pane {
    Pane::Accounts {
        bank,
        choices: vec![
            account("0", "Plaid Checking", "checking", None),
            account("1", "Plaid Saving", "savings", None),
            account(
                "2",
                "An account whose holder gave it a name that goes on and on",
                "checking",
                None,
            ),
            account("3", "Plaid Credit Card", "credit card", Some(Why::Product)),
            account("4", "Plaid CD", "cd", Some(Why::Filter)),
        ],
        mode,
        scopes: SCOPES.to_vec(),
        trouble,
    }
}

fn site(bank: Bank, way: OauthWay, waiting: bool) -> Pane {
    Pane::Oauth {
        bank,
        scopes: SCOPES.to_vec(),
        path: "/link/oauth/0".to_owned(),
        way,
        waiting,
    }
}

/// Second factors and the checkbox.
fn asked(bank: &Bank) -> Vec<(&'static str, Pane)> {
    let bank = || bank.clone();
    let wrong = Some(ErrorCode::InvalidMfa);
    let options = |words: [&str; 3]| words.map(str::to_owned).to_vec();
    let selection = |question: &str| Selection {
        question: question.to_owned(),
        options: options(["Yes", "No", "Neither of these at all"]),
    };
    let places = options(["***-***-1312", "m***@example.com", "Authenticator"]);
    vec![
        ("captcha", Pane::Captcha { bank: bank() }),
        (
            "send-to",
            Pane::SendTo {
                bank: bank(),
                places,
                trouble: None,
            },
        ),
        (
            "code",
            Pane::Code {
                bank: bank(),
                sent_to: "***-***-1312".to_owned(),
                trouble: None,
            },
        ),
        (
            "code-wrong",
            Pane::Code {
                bank: bank(),
                sent_to: "***-***-1312".to_owned(),
                trouble: wrong,
            },
        ),
        (
            "questions",
            Pane::Questions {
                bank: bank(),
                questions: options(["What was your first car?", "Where did you live in 1999?", "Who?"]),
                trouble: wrong,
            },
        ),
        (
            "selections",
            Pane::Selections {
                bank: bank(),
                questions: vec![
                    selection("Did you ever live on Elm Street?"),
                    selection("Is it so?"),
                ],
                trouble: None,
            },
        ),
    ]
}

/// Errors, and what stands at the end.
fn ends(bank: &Bank) -> Vec<(&'static str, Pane)> {
    let failed = |code, way_on| Pane::Failed {
        trouble: Trouble { code, way_on },
        bank: Some(bank.clone()),
    };
    let unwell = |health| Pane::Unwell {
        bank: bank.clone(),
        health,
    };
    let connected = |update, earlier| Pane::Connected {
        bank: bank.clone(),
        accounts: vec![linked("Plaid Checking", "0000"), linked("Plaid Saving", "1111")],
        update,
        earlier,
    };
    vec![
        ("unwell-degraded", unwell(Health::Degraded)),
        ("unwell-down", unwell(Health::Down)),
        ("unwell-unsupported", unwell(Health::Unsupported)),
        (
            "failed-retry",
            failed(ErrorCode::InstitutionNotResponding, WayOn::Retry),
        ),
        (
            "failed-another",
            failed(ErrorCode::NoAccounts, WayOn::AnotherBank),
        ),
        ("failed-site", failed(ErrorCode::ItemLocked, WayOn::BankSite)),
        ("failed-close", failed(ErrorCode::ItemNotFound, WayOn::Close)),
        (
            "leaving",
            Pane::Leaving {
                bank: Some(bank.clone()),
            },
        ),
        ("connected", connected(false, None)),
        ("connected-again", connected(true, None)),
        ("connected-several", connected(false, Some(vec![bank.clone()]))),
        (
            "waiting",
            Pane::Waiting {
                bank: Some(bank.clone()),
            },
        ),
        ("expired", Pane::Expired),
        ("over", Pane::Over),
    ]
}

fn panes(banks: &Catalogue) -> Vec<(&'static str, Pane)> {
    let first = bank(banks, "ins_109508");
    let rows = banks.all().iter().take(14);
    let offered: Vec<Bank> = rows
        .map(|row| Bank {
            id: row.id.clone(),
            name: row.name.clone(),
        })
        .collect();
    let consent = |bank, update| Pane::Consent {
        scopes: SCOPES.to_vec(),
        bank,
        update,
    };
    let all = Pane::Consent {
        scopes: DataScope::ALL.to_vec(),
        bank: None,
        update: false,
    };
    let refused = Some(ErrorCode::InvalidCredentials);
    let mut panes = vec![
        ("consent", consent(None, false)),
        ("consent-bank", consent(Some(first.clone()), false)),
        ("consent-update", consent(Some(first.clone()), true)),
        ("consent-all", all),
        (
            "institutions",
            Pane::Institutions {
                banks: offered.clone(),
                matched: false,
            },
        ),
        (
            "institutions-matched",
            Pane::Institutions {
                banks: offered,
                matched: true,
            },
        ),
        ("credentials", credentials(first.clone(), None, false)),
        ("credentials-wrong", credentials(first.clone(), refused, false)),
        ("credentials-update", credentials(first.clone(), None, true)),
        ("oauth", site(first.clone(), OauthWay::Popup, false)),
        ("oauth-redirect", site(first.clone(), OauthWay::Redirect, false)),
        ("oauth-waiting", site(first.clone(), OauthWay::Popup, true)),
        ("accounts-one", choosing(first.clone(), AccountMode::One, None)),
        (
            "accounts-several",
            choosing(
                first.clone(),
                AccountMode::Several,
                Some(ErrorCode::NoAuthAccounts),
            ),
        ),
    ];
    panes.extend(asked(&first));
    panes.extend(ends(&first));
    panes
}

/// Every language, and the one that shows what is cut off.
fn tongues() -> Vec<(&'static str, Language, &'static Words)> {
    let mut tongues: Vec<_> = Language::ALL
        .iter()
        .map(|language| (language.as_str(), *language, Words::of(*language)))
        .collect();
    tongues.push(("pseudo", Language::English, Words::pseudo()));
    tongues
}

#[test]
fn every_sample_is_drawn_in_every_language() {
    let banks = Catalogue::load().unwrap();
    for (tongue, language, words) in tongues() {
        let look = look(language);
        let scene = Scene {
            words,
            look: &look,
            banks: &banks,
        };
        for (name, pane) in panes(&banks) {
            let drawn = draw(&scene, &pane).unwrap();
            let html = &drawn.html;
            assert!(!drawn.title.is_empty(), "{tongue} {name}");
            assert!(
                html.contains(r#"id="pane-title""#),
                "{tongue} {name}: a heading to go to"
            );
            assert!(
                html.contains(&format!(r#"data-pane="{}""#, drawn.name)),
                "{tongue} {name}"
            );
            assert!(
                !html.contains(" style=") && !html.contains("<script"),
                "{tongue} {name}"
            );
            assert!(html.len() < 14_000, "{tongue} {name}: {} bytes", html.len());
        }
    }
}

#[test]
fn no_id_is_there_twice() {
    let banks = Catalogue::load().unwrap();
    let look = look(Language::English);
    let scene = Scene::of(&look, &banks);
    for (name, pane) in panes(&banks) {
        let html = draw(&scene, &pane).unwrap().html;
        let mut ids: Vec<&str> = html
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}: {ids:?}");
    }
}

#[test]
fn l7_what_apps_and_banks_say_stays_text() {
    let banks = Catalogue::load().unwrap();
    let evil = r#""><img src=x onerror=alert(1)><script>alert(1)</script>'"#;
    let mut look = look(Language::English);
    look.app_name = Some(evil.to_owned());
    look.texts.consent = Some(evil.to_owned());
    look.texts.institutions = Some(evil.to_owned());
    look.texts.connected = Some(evil.to_owned());
    let scene = Scene::of(&look, &banks);
    let bank = Bank {
        id: InstitutionId::new(evil),
        name: evil.to_owned(),
    };
    let mut samples = asked(&bank);
    samples.extend(ends(&bank));
    samples.push((
        "choosing",
        Pane::Accounts {
            bank: bank.clone(),
            choices: vec![
                account(evil, evil, evil, None),
                account(evil, evil, evil, Some(Why::Filter)),
            ],
            mode: AccountMode::Several,
            scopes: SCOPES.to_vec(),
            trouble: None,
        },
    ));
    samples.push((
        "questions",
        Pane::Questions {
            bank: bank.clone(),
            questions: vec![evil.to_owned()],
            trouble: None,
        },
    ));
    samples.push(("credentials", credentials(bank.clone(), None, false)));
    samples.push(("site", site(bank.clone(), OauthWay::Popup, false)));
    samples.push((
        "consent",
        Pane::Consent {
            scopes: vec![],
            bank: Some(bank.clone()),
            update: false,
        },
    ));
    samples.push((
        "institutions",
        Pane::Institutions {
            banks: vec![bank.clone(), bank.clone()],
            matched: true,
        },
    ));
    for (name, pane) in samples {
        let html = draw(&scene, &pane).unwrap().html;
        assert!(
            !html.contains("<script>") && !html.contains("<img src=x"),
            "{name}: {html}"
        );
        let header = serde_json::to_string(&Chrome::of(&scene).unwrap()).unwrap();
        assert!(
            !header.contains("<script>") && !header.contains("<img src=x"),
            "{header}"
        );
    }
    let (found, _) = pane::results(Words::of(Language::English), &[], evil).unwrap();
    assert!(
        !found.contains("<script>") && !found.contains("<img src=x"),
        "{found}"
    );
}

/// Writes every sample as a file to look at, into the folder that `SELVEDGE_LINK_GALLERY` names.
#[test]
fn the_gallery_is_written_where_it_is_asked_for() {
    let Some(folder) = std::env::var_os("SELVEDGE_LINK_GALLERY") else {
        return;
    };
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder).unwrap();
    assets::write_all(folder);
    let banks = Catalogue::load().unwrap();
    for (tongue, language, words) in tongues() {
        let look = look(language);
        let scene = Scene {
            words,
            look: &look,
            banks: &banks,
        };
        let chrome = serde_json::to_value(Chrome::of(&scene).unwrap()).unwrap();
        for (name, pane) in panes(&banks) {
            let drawn = draw(&scene, &pane).unwrap();
            let page = Document::sample(words, &drawn.html, chrome["header"].as_str().unwrap());
            std::fs::write(folder.join(format!("{tongue}-{name}.html")), local(&page)).unwrap();
        }
        let offered = Tiles {
            look: look.clone(),
            banks: panes_banks(&banks),
            matched: false,
        };
        let (html, _) = pane::tiles(&scene, &offered, "").unwrap();
        std::fs::write(
            folder.join(format!("{tongue}-tiles.html")),
            local(&Document::sample_tiles(words, &html)),
        )
        .unwrap();
        for (name, key) in [
            ("RETURNED", "oauth-returned"),
            ("STALE", "oauth-stale"),
            ("UNKNOWN", "hosted-unknown"),
        ] {
            let page = Notice::new(words, name, key).render().unwrap();
            std::fs::write(folder.join(format!("{tongue}-notice-{key}.html")), local(&page)).unwrap();
        }
    }
    for row in banks.all() {
        std::fs::write(
            folder.join(format!("{}.svg", row.id)),
            selvedge_banks::swatch::svg(row),
        )
        .unwrap();
    }
}

fn panes_banks(banks: &Catalogue) -> Vec<Bank> {
    let rows = banks.all().iter().take(15);
    rows.map(|row| Bank {
        id: row.id.clone(),
        name: row.name.clone(),
    })
    .collect()
}

/// Paths as they are beside the files of the gallery.
fn local(page: &str) -> String {
    let style = assets::path("link.css");
    page.replace(&style, "link.css").replace("/link/swatch/", "")
}
