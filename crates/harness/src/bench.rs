//! The whole app in one process.

use crate::answer::Answer;
use crate::call::Call;
use crate::clock::ManualClock;
use crate::contract;
use crate::entropy::SeededEntropy;
use crate::held::HeldBank;
use crate::place::Place;
use axum::Router;
use axum::body::Body;
use http::Request;
use jiff::SignedDuration;
use selvedge_api::App;
use selvedge_banks::institution::Catalogue;
use selvedge_banks::sandbox::SandboxBank;
use selvedge_engine::{Engine, Parts, Seed};
use selvedge_model::id::TeamId;
use selvedge_model::{Clock, Ctx, Environment};
use selvedge_store::repo::webhooks::WebhookEvent;
use selvedge_store::{Settings, Store};
use selvedge_vault::{MasterKey, Vault};
use selvedge_web::{AccessLog, Edge, Errands};
use serde_json::{Value, json};
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use tower::ServiceExt as _;

/// The address the app believes it has.
const PUBLIC_URL: &str = "http://selvedge.test";
const MASTER_KEY: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

/// Read once for all benches.
static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Arc::new(Catalogue::load().unwrap()));

/// The institutions that a server of `environment` offers.
fn catalogue(environment: Environment) -> Arc<Catalogue> {
    match environment {
        Environment::Sandbox => Arc::clone(&CATALOGUE),
        Environment::Production => Arc::new(Catalogue::empty()),
    }
}

/// A pair of API keys and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// The public half.
    pub client_id: String,
    /// The secret half.
    pub secret: String,
    /// The team; for a partner, its own.
    pub team: TeamId,
}

/// The app, its database and its clock.
#[expect(missing_debug_implementations, reason = "holds keys")]
pub struct Bench {
    /// The app's clock.
    pub clock: Arc<ManualClock>,
    /// The app's randomness, the same in every run.
    pub entropy: Arc<SeededEntropy>,
    /// The use cases, to look at what no endpoint shows.
    pub engine: Arc<Engine>,
    /// How the app reaches banks, to keep it waiting.
    pub bank: Arc<HeldBank>,
    errands: Errands,
    router: Router,
    keys: Keys,
    // Last, so that the database is closed before its place goes.
    place: Arc<Place>,
}

impl Bench {
    /// A sandbox on a fresh database.
    pub async fn new() -> Self {
        Self::on(Arc::new(Place::fresh().await), Environment::Sandbox, 1).await
    }

    /// A production server on a fresh database.
    pub async fn production() -> Self {
        Self::on(Arc::new(Place::fresh().await), Environment::Production, 1).await
    }

    /// Another process on the same database, with the same first keys and a clock of its own. An SQLite
    /// file belongs to one process, so this is for PostgreSQL.
    ///
    /// `number` tells it apart from the others: it seeds its randomness.
    pub async fn sibling(&self, number: u64) -> Self {
        let mut sibling = Self::on(Arc::clone(&self.place), self.engine.environment(), number + 1).await;
        sibling.keys = self.keys.clone();
        sibling.clock.set(self.clock.now());
        sibling
    }

    /// The same database, served by the next process after this one stopped.
    pub async fn restarted(self) -> Self {
        let Self {
            clock,
            entropy,
            engine,
            errands,
            router,
            keys,
            place,
            ..
        } = self;
        let environment = engine.environment();
        drop(router);
        errands.over(Duration::ZERO).await;
        Arc::into_inner(engine).unwrap().close().await;
        let mut next = Self::on(place, environment, entropy.next()).await;
        next.keys = keys;
        next.clock.set(clock.now());
        next
    }

    /// Whether this bench runs on PostgreSQL.
    pub fn on_postgres(&self) -> bool {
        matches!(*self.place, Place::Postgres { .. })
    }

    async fn on(place: Arc<Place>, environment: Environment, seed: u64) -> Self {
        let clock = Arc::new(ManualClock::new());
        let entropy = Arc::new(SeededEntropy::new(seed.wrapping_mul(0x5e1f_ed6e)));
        let store = Store::open(Settings::new(place.backend(), clock.now()))
            .await
            .unwrap();
        let catalogue = catalogue(environment);
        let vault = Arc::new(Vault::new(
            MasterKey::parse(MASTER_KEY).ok().unwrap(),
            environment,
        ));
        let bank = Arc::new(SandboxBank::new(
            Arc::clone(&catalogue),
            Arc::clone(&vault),
            PUBLIC_URL.to_owned(),
        ));
        let held = Arc::new(HeldBank::new(Arc::clone(&bank)));
        let sandbox = environment == Environment::Sandbox;
        let engine = Arc::new(Engine::new(Parts {
            store,
            vault,
            test_bank: sandbox.then_some(bank),
            bank: Arc::<HeldBank>::clone(&held),
            catalogue,
            public_url: PUBLIC_URL.to_owned(),
        }));
        let ctx = Ctx {
            now: clock.now(),
            entropy: &*entropy,
            request_id: "start",
        };
        let seed = engine.start(&ctx, None).await.unwrap();
        let keys = first_keys(&engine, seed).await;
        let errands = Errands::new();
        let router = router(&engine, &errands, (&clock, &entropy));
        Self {
            clock,
            entropy,
            engine,
            bank: held,
            errands,
            router,
            keys,
            place,
        }
    }

    /// The first team's keys; what calls use that name no others.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// Lets `by` pass.
    pub fn advance(&self, by: SignedDuration) {
        self.clock.advance(by);
    }

    /// A fresh team.
    pub async fn new_team(&self) -> Keys {
        let made = self.post("/selvedge/teams/create", json!({})).await.ok();
        keys_of(&made, made["team_id"].as_str().unwrap())
    }

    /// A partner of the first team under the name `processor`, with keys of its own.
    pub async fn partner(&self, processor: &str) -> Keys {
        self.partner_of(&self.keys, processor).await
    }

    /// A partner of `team` under the name `processor`.
    pub async fn partner_of(&self, team: &Keys, processor: &str) -> Keys {
        let made = self
            .post_as(
                team,
                "/selvedge/partners/create",
                json!({ "processor": processor }),
            )
            .await
            .ok();
        keys_of(&made, made["partner_id"].as_str().unwrap())
    }

    /// Posts `body` with the first team's keys in the headers.
    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.call(path, &body).send().await
    }

    /// Posts `body` with `keys` in the headers.
    pub async fn post_as(&self, keys: &Keys, path: &str, body: Value) -> Answer {
        self.call(path, &body).by(keys).send().await
    }

    /// A call to be shaped further before it is sent.
    pub fn call<'b>(&'b self, path: &str, body: &Value) -> Call<'b> {
        self.raw(path, serde_json::to_vec(body).unwrap())
    }

    /// A call with exactly these bytes as its body.
    pub fn raw<'b>(&'b self, path: &str, body: impl Into<Vec<u8>>) -> Call<'b> {
        Call::new(self, path, body.into())
    }

    /// Sends a request as it is, and holds the answer against the published schemas; a page of the test bank is in
    /// none.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let path = request.uri().path().to_owned();
        let posted = request.method() == http::Method::POST && !path.starts_with("/test-bank/");
        let response = self.router.clone().oneshot(request).await.unwrap();
        let answer = Answer::read(&path, response).await;
        if posted {
            contract::check(&answer);
        }
        answer
    }

    /// The webhook events that wait to be delivered to the first team, oldest first.
    pub async fn events(&self) -> Vec<WebhookEvent> {
        self.events_of(&self.keys).await
    }

    /// The webhook events that wait to be delivered to `keys`' team, oldest first.
    pub async fn events_of(&self, keys: &Keys) -> Vec<WebhookEvent> {
        let events = self.engine.pending_events(&keys.team).await.unwrap();
        events.iter().for_each(contract::check_webhook);
        events
    }
}

fn keys_of(made: &Value, team: &str) -> Keys {
    Keys {
        client_id: made["client_id"].as_str().unwrap().to_owned(),
        secret: made["secret"].as_str().unwrap().to_owned(),
        team: TeamId::new(team),
    }
}

/// The keys that this start made; a sibling has none of its own and is given the first bench's.
async fn first_keys(engine: &Engine, seed: Option<Seed>) -> Keys {
    let team = engine.list_keys().await.unwrap().remove(0).team_id;
    match seed {
        Some(seed) => Keys {
            client_id: seed.client_id.as_str().to_owned(),
            secret: seed.secret.expose().to_owned(),
            team,
        },
        None => Keys {
            client_id: String::new(),
            secret: String::new(),
            team,
        },
    }
}

fn router(
    engine: &Arc<Engine>,
    errands: &Errands,
    (clock, entropy): (&Arc<ManualClock>, &Arc<SeededEntropy>),
) -> Router {
    let app = App {
        engine: Arc::clone(engine),
        clock: Arc::<ManualClock>::clone(clock),
        entropy: Arc::<SeededEntropy>::clone(entropy),
        errands: errands.clone(),
    };
    let edge = Edge {
        public_url: PUBLIC_URL.to_owned(),
        environment: engine.environment(),
        entropy: Arc::<SeededEntropy>::clone(entropy),
        access_log: AccessLog::Off,
        secret_paths: selvedge_link::SECRET_PATHS,
    };
    let link = selvedge_link::router(selvedge_link::App {
        engine: Arc::clone(engine),
        clock: Arc::<ManualClock>::clone(clock),
        entropy: Arc::<SeededEntropy>::clone(entropy),
        errands: errands.clone(),
    });
    selvedge_web::layer(selvedge_api::router(app).merge(link), edge)
}
