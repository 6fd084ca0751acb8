//! D1: one canary of each class of secret goes through the real binary, which logs everything it can; then
//! the log, the database and every other file are searched for it, in every spelling it could have got.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use memchr::memmem;
use selvedge_harness::outside::{Connection, Keys, Launch, Reply, Server, request};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const PASSWORD: &str = "canaryPasswordQuill7731";
const SECRET: &str = "canary0secret0e5f6a7b8c9d0";
const ACCOUNT: &str = "90817263549081";
const NAME: &str = "Canaryna Quillfeather";
const EMAIL: &str = "canaryna.quill@feathers.example";
const STREET: &str = "7731 Canary Quill Street";
const PHONE: &str = "14155557731";
const LEGAL: &str = "Quillbert Canaryson";
const IDEMPOTENCY_KEY: &str = "canary-key-77319f1d0c";
const MISPLACED: &str = "canaryMisplaced55031";

/// What was secret, and in which class.
type Canaries = Vec<(&'static str, Vec<u8>)>;

#[tokio::test]
async fn d1_no_secret_is_in_the_log_or_in_any_file_beside_the_keys() {
    let dir = tempfile::tempdir().unwrap();
    let mut launch = Launch::in_dir(dir.path(), "trace");
    launch.environment = vec![
        ("PLAID_CLIENT_ID", "c0ffee00c0ffee00c0ffee00".to_owned()),
        ("PLAID_SECRET", SECRET.to_owned()),
    ];
    let server = Server::start(&launch).await.unwrap();
    let mut canaries = given(&launch.data_dir);
    let mut user = User {
        connection: server.connect().await.unwrap(),
        keys: server.keys().unwrap(),
        canaries: Vec::new(),
    };
    user.links().await;
    user.errs(&server).await;
    canaries.extend(user.canaries);
    assert!(canaries.len() >= 20, "{}", canaries.len());

    // While it runs, with its write-ahead log; and after it stopped.
    let searched = search(dir.path(), &canaries);
    assert!(searched.wal > 0, "there was no write-ahead log to search");
    server.ask_to_stop().unwrap();
    assert!(server.ended().await.unwrap().success());
    let after = search(dir.path(), &canaries);
    assert!(after.log_lines > 30, "the log has only {} lines", after.log_lines);
    let found = [searched.found, after.found].concat();
    assert!(found.is_empty(), "{found:#?}");
}

/// Secrets that are there before the first call.
fn given(data_dir: &Path) -> Canaries {
    let master = fs::read_to_string(data_dir.join("master.key")).unwrap();
    let master = master.trim();
    let pairs = master
        .as_bytes()
        .chunks(2)
        .map(|pair| str::from_utf8(pair).unwrap());
    let bytes = pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap());
    vec![
        ("client secret", SECRET.into()),
        ("master key", master.into()),
        ("master key, as bytes", bytes.collect()),
        ("bank password", PASSWORD.into()),
        ("account number", ACCOUNT.into()),
        ("name", NAME.into()),
        ("e-mail address", EMAIL.into()),
        ("street", STREET.into()),
        ("telephone number", PHONE.into()),
        ("legal name", LEGAL.into()),
        ("Idempotency-Key", IDEMPOTENCY_KEY.into()),
        ("misplaced value", MISPLACED.into()),
    ]
}

struct User {
    connection: Connection,
    keys: Keys,
    canaries: Canaries,
}

impl User {
    async fn ask(&mut self, path: &str, body: Value) -> Reply {
        let extra = [("Idempotency-Key", format!("{IDEMPOTENCY_KEY}-{path}"))];
        let extra: Vec<(&str, &str)> = extra
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        self.connection
            .call(path, &self.keys, &extra, &body)
            .await
            .unwrap()
    }

    async fn done(&mut self, path: &str, body: Value) -> Reply {
        let reply = self.ask(path, body).await;
        assert_eq!(
            reply.status,
            200,
            "{path}: {}",
            String::from_utf8_lossy(&reply.body)
        );
        reply
    }

    /// Notes the part of a token that cannot be guessed.
    fn note(&mut self, class: &'static str, token: &str) {
        let unique = token.splitn(3, '-').nth(2).unwrap_or(token);
        assert!(unique.len() >= 20, "{class}: {token}");
        self.canaries.push((class, unique.into()));
    }

    /// Everything that goes well.
    async fn links(&mut self) {
        let recipe = json!({ "override_accounts": [{
            "type": "depository", "subtype": "checking", "starting_balance": 5,
            "numbers": { "account": ACCOUNT, "ach_routing": "011401533" },
            "identity": {
                "names": [NAME],
                "emails": [{ "data": EMAIL, "primary": true, "type": "primary" }],
                "phone_numbers": [{ "data": PHONE, "primary": true, "type": "mobile" }],
                "addresses": [{ "primary": true, "data": {
                    "street": STREET, "city": "Malakoff", "region": "NY", "postal_code": "14236", "country": "US" } }],
            },
        }] });
        let body = json!({
            "institution_id": "ins_109508", "initial_products": ["auth", "identity"],
            "options": { "override_username": "user_custom", "override_password": recipe.to_string() },
        });
        let public_token = self
            .done("/sandbox/public_token/create", body)
            .await
            .text("public_token");
        self.note("public token", &public_token);
        let exchanged = self
            .done(
                "/item/public_token/exchange",
                json!({ "public_token": public_token }),
            )
            .await;
        let access_token = exchanged.text("access_token");
        self.note("access token", &access_token);
        let item = json!({ "access_token": access_token });
        let numbers = self.done("/auth/get", item.clone()).await;
        assert!(
            memmem::find(&numbers.body, ACCOUNT.as_bytes()).is_some(),
            "the canary was never served"
        );
        let owners = self.done("/identity/get", item.clone()).await;
        assert!(
            memmem::find(&owners.body, NAME.as_bytes()).is_some(),
            "the canary was never served"
        );
        let account = owners.json()["accounts"][0]["account_id"]
            .as_str()
            .unwrap()
            .to_owned();
        let about = json!({ "legal_name": LEGAL, "email_address": EMAIL, "phone_number": PHONE });
        self.done(
            "/identity/match",
            json!({ "access_token": access_token, "user": about }),
        )
        .await;
        self.hands_on(&access_token, &account).await;
        let renewed = self
            .done("/item/access_token/invalidate", item)
            .await
            .text("new_access_token");
        self.note("new access token", &renewed);
    }

    /// Keys and tokens for others.
    async fn hands_on(&mut self, access_token: &str, account: &str) {
        let partner = self
            .done("/selvedge/partners/create", json!({ "processor": "dwolla" }))
            .await;
        self.note("partner's secret", &partner.text("secret"));
        let team = self.done("/selvedge/teams/create", json!({})).await;
        self.note("team's secret", &team.text("secret"));
        let body = json!({ "access_token": access_token, "account_id": account, "processor": "dwolla" });
        let processor = self
            .done("/processor/token/create", body)
            .await
            .text("processor_token");
        self.note("processor token", &processor);
        let keys = Keys {
            client_id: partner.text("client_id"),
            secret: partner.text("secret"),
        };
        let body = json!({ "processor_token": processor });
        let read = self
            .connection
            .call("/processor/auth/get", &keys, &[], &body)
            .await
            .unwrap();
        assert_eq!(read.status, 200);
        let body = json!({ "access_token": access_token, "account_id": account });
        let stripe = self
            .done("/processor/stripe/bank_account_token/create", body)
            .await;
        self.note("Stripe token", &stripe.text("stripe_bank_account_token"));
        let body = json!({
            "client_name": "Canary", "language": "en", "country_codes": ["US"], "products": ["auth"],
            "user": { "client_user_id": "u", "legal_name": LEGAL, "email_address": EMAIL },
        });
        let link = self.done("/link/token/create", body).await.text("link_token");
        self.note("link token", &link);
        self.done("/link/token/get", json!({ "link_token": link })).await;
        let body = json!({ "client_user_id": "u", "identity": {
            "name": { "given_name": NAME, "family_name": LEGAL }, "emails": [{ "data": EMAIL, "primary": true }] } });
        self.done("/user/create", body).await;
    }

    /// Everything that goes wrong with a secret in its hands.
    async fn errs(&mut self, server: &Server) {
        let bank = |username: &str, password: &str| {
            json!({
                "institution_id": "ins_109508", "initial_products": ["auth"],
                "options": { "override_username": username, "override_password": password },
            })
        };
        let create = "/sandbox/public_token/create";
        for body in [
            bank("user_good", PASSWORD),
            bank("user_custom", &format!("{{\"{PASSWORD}\": \"{ACCOUNT}")),
            bank(
                "user_custom",
                &json!({ "override_accounts": [{ "numbers": { "account": ACCOUNT } }] }).to_string(),
            ),
            json!({ "institution_id": PASSWORD, "initial_products": [MISPLACED] }),
        ] {
            assert!(self.ask(create, body).await.status >= 400);
        }
        let wrong = Keys {
            client_id: self.keys.client_id.clone(),
            secret: format!("{SECRET}{MISPLACED}"),
        };
        let (keys, item) = (self.keys.clone(), json!({ "access_token": MISPLACED }));
        for (keys, body) in [
            (&wrong, json!({})),
            (&keys, item),
            (&keys, json!({ "access_token": [MISPLACED] })),
            (&keys, json!({ "account_number": ACCOUNT, "access_token": "x" })),
            (&keys, json!({ "secret": MISPLACED, "access_token": "x" })),
        ] {
            let reply = self.connection.call("/auth/get", keys, &[], &body).await.unwrap();
            assert!(reply.status >= 400, "{body}");
        }
        let raw = [
            request(
                "/auth/get",
                Some(&keys),
                &[],
                format!("{{\"access_token\":\"{MISPLACED}").as_bytes(),
            ),
            request(
                "/auth/get",
                Some(&keys),
                &[("Content-Encoding", "gzip")],
                MISPLACED.as_bytes(),
            ),
            request(&format!("/auth/get?secret={MISPLACED}"), Some(&keys), &[], b"{}"),
            request("/auth/get", Some(&keys), &[("Plaid-Secret", MISPLACED)], b"{}"),
            request(
                "/auth/get",
                Some(&keys),
                &[("Authorization", MISPLACED), ("Cookie", MISPLACED)],
                b"{}",
            ),
            format!("POST /auth/get HTTP/1.1\r\nHost: a\r\nPlaid-Secret: {SECRET}\nX: {MISPLACED}\r\n\r\n")
                .into_bytes(),
            format!("{MISPLACED} {SECRET}\r\n\r\n").into_bytes(),
        ];
        for bytes in raw {
            let mut connection = server.connect().await.unwrap();
            connection.send(&bytes).await.unwrap();
            assert!(connection.read().await.unwrap().status >= 400);
        }
    }
}

/// What was searched, and what should not have been there.
struct Searched {
    found: Vec<String>,
    log_lines: usize,
    wal: usize,
}

fn search(dir: &Path, canaries: &Canaries) -> Searched {
    let mut searched = Searched {
        found: Vec::new(),
        log_lines: 0,
        wal: 0,
    };
    let mut open = vec![dir.to_owned()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        // The two files whose purpose it is to hold secrets; a socket holds nothing.
        if matches!(name.as_str(), "credentials.env" | "master.key" | "control.sock") {
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        match name.as_str() {
            "selvedge.log" => searched.log_lines = memchr::memchr_iter(b'\n', &bytes).count(),
            "selvedge.db-wal" => searched.wal = bytes.len(),
            _ => {}
        }
        for (class, canary) in canaries {
            let hits = spellings(canary)
                .into_iter()
                .filter(|(_, needle)| memmem::find(&bytes, needle).is_some());
            searched
                .found
                .extend(hits.map(|(spelling, _)| format!("{name} has a {class}, {spelling}")));
        }
    }
    searched
}

/// A secret in every spelling in which it could have been written.
fn spellings(secret: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let each = |write: &dyn Fn(u8) -> String| -> Vec<u8> {
        secret.iter().flat_map(|byte| write(*byte).into_bytes()).collect()
    };
    let wide = |order: fn(u16) -> [u8; 2]| secret.iter().flat_map(|byte| order(u16::from(*byte))).collect();
    let mut spellings = vec![
        ("plain", secret.to_vec()),
        ("reversed", secret.iter().rev().copied().collect()),
        ("in hex", each(&|byte| format!("{byte:02x}"))),
        ("in upper-case hex", each(&|byte| format!("{byte:02X}"))),
        ("as a list of numbers", each(&|byte| format!("{byte}, "))),
        ("in a URL", url(secret)),
        ("in a URL, every byte", each(&|byte| format!("%{byte:02X}"))),
        ("in JSON", each(&|byte| format!("\\u{byte:04x}"))),
        ("in UTF-16, little end first", wide(u16::to_le_bytes)),
        ("in UTF-16, big end first", wide(u16::to_be_bytes)),
    ];
    for before in 0..3 {
        // In the middle of a longer text the digits depend on where the secret begins.
        let shifted = [&[0; 2][..before.min(2)], secret].concat();
        for engine in [STANDARD, URL_SAFE] {
            let text = engine.encode(&shifted).into_bytes();
            let whole = 4 * (shifted.len() / 3);
            spellings.push(("in base64", text[4 * before.div_ceil(3)..whole].to_vec()));
        }
    }
    spellings
}

fn url(secret: &[u8]) -> Vec<u8> {
    let mut text = String::new();
    for byte in secret {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(byte) {
            text.push(char::from(*byte));
        } else {
            write!(text, "%{byte:02X}").unwrap();
        }
    }
    text.into_bytes()
}

/// The search finds a secret in each of its spellings, wherever it stands.
#[test]
fn the_search_finds_a_secret_in_every_spelling() {
    let dir = tempfile::tempdir().unwrap();
    let canaries: Canaries = vec![("canary", EMAIL.into())];
    for (number, (spelling, written)) in spellings(EMAIL.as_bytes()).into_iter().enumerate() {
        let file = dir.path().join(number.to_string());
        fs::write(&file, [b"before ", &written[..], b" after"].concat()).unwrap();
        assert!(!search(dir.path(), &canaries).found.is_empty(), "{spelling}");
        fs::remove_file(file).unwrap();
    }
    for before in 0..5 {
        let text = format!("{}{EMAIL} and more", "x".repeat(before));
        let file = dir.path().join("encoded");
        fs::write(&file, STANDARD.encode(text)).unwrap();
        assert!(
            !search(dir.path(), &canaries).found.is_empty(),
            "{before} bytes before it"
        );
    }
}
