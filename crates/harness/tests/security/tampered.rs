//! D2 and D3 in the whole app: rows that somebody changed in the database are refused, and say nothing.

use crate::BANK;
use jiff::Timestamp;
use selvedge_harness::outside::{Connection, Keys, Launch, Reply, Server};
use selvedge_store::{Backend, Failure, Settings, Sql, Store};
use serde_json::{Value, json};
use std::fs;

static TAKE_NUMBERS: Sql = Sql::shared(
    "TAKE_NUMBERS",
    "UPDATE items SET numbers = (SELECT o.numbers FROM items o WHERE o.item_id = $1) WHERE item_id = $2",
);
static TAKE_KEY: Sql = Sql::shared(
    "TAKE_KEY",
    "UPDATE items SET dek = (SELECT o.dek FROM items o WHERE o.item_id = $1) WHERE item_id = $2",
);
static TAKE_IDENTITY: Sql = Sql::shared(
    "TAKE_IDENTITY",
    "UPDATE items SET numbers = (SELECT o.identity FROM item_secrets o WHERE o.item_id = $1) WHERE item_id = $2",
);
static CUT_NUMBERS: Sql = Sql::shared(
    "CUT_NUMBERS",
    "UPDATE items SET numbers = SUBSTR((SELECT o.numbers FROM items o WHERE o.item_id = $1), 1, 20) \
     WHERE item_id = $2",
);
static TAKE_OWNERS: Sql = Sql::shared(
    "TAKE_OWNERS",
    "UPDATE item_secrets SET identity = (SELECT o.identity FROM item_secrets o WHERE o.item_id = $1) \
     WHERE item_id = $2",
);
static TAKE_GRANT: Sql = Sql::shared(
    "TAKE_GRANT",
    "UPDATE item_secrets SET bank_grant = (SELECT o.bank_grant FROM item_secrets o WHERE o.item_id = $1) \
     WHERE item_id = $2",
);

/// The changes, each with the endpoint that reads what was changed.
const CHANGES: [(&Sql, &str); 6] = [
    (&TAKE_NUMBERS, "/auth/get"),
    (&TAKE_KEY, "/auth/get"),
    (&TAKE_IDENTITY, "/auth/get"),
    (&CUT_NUMBERS, "/auth/get"),
    (&TAKE_OWNERS, "/identity/get"),
    (&TAKE_GRANT, "/accounts/balance/get"),
];

/// D2 and D3: sealed columns and keys of another row, another column, or cut short. The server stands still
/// while its database is changed.
#[tokio::test]
async fn d2_a_row_with_parts_of_another_is_refused_and_tells_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let launch = Launch::in_dir(dir.path(), "warn");
    let server = Server::start(&launch).await.unwrap();
    let mut owner = Owner::of(&server).await;
    let other = owner.link().await;
    let mut changed = Vec::new();
    for (sql, path) in CHANGES {
        changed.push((sql, path, owner.link().await));
    }
    server.ask_to_stop().unwrap();
    assert!(server.ended().await.unwrap().success());
    let path = launch.data_dir.join("selvedge.db");
    let settings = Settings::new(Backend::Sqlite { path }, Timestamp::UNIX_EPOCH);
    let store = Store::open(settings).await.unwrap();
    for (sql, _path, item) in &changed {
        change(&store, sql, other.item_id.clone(), item.item_id.clone()).await;
    }
    store.close().await;

    let server = Server::start(&launch).await.unwrap();
    let mut owner = Owner::of(&server).await;
    // Of itself the other row is as good as before.
    let shown = owner.ask("/auth/get", &other.body).await;
    let number = shown.json()["numbers"]["ach"][0]["account"]
        .as_str()
        .unwrap()
        .to_owned();
    for (sql, path, item) in &changed {
        let refused = owner.ask(path, &item.body).await;
        assert_eq!(
            refused.text("error_code"),
            "INTERNAL_SERVER_ERROR",
            "{}",
            sql.name()
        );
        let told = String::from_utf8(refused.body).unwrap();
        assert!(!told.contains(&number), "{}: {told}", sql.name());
    }
    server.ask_to_stop().unwrap();
    assert!(server.ended().await.unwrap().success());
    let log = fs::read_to_string(&launch.log).unwrap();
    assert_eq!(
        log.matches("INTERNAL_SERVER_ERROR").count(),
        changed.len(),
        "{log}"
    );
    assert!(!log.contains("panicked") && !log.contains(&number), "{log}");
}

struct Linked {
    item_id: String,
    body: Value,
}

struct Owner {
    connection: Connection,
    keys: Keys,
}

impl Owner {
    async fn of(server: &Server) -> Self {
        Self {
            connection: server.connect().await.unwrap(),
            keys: server.keys().unwrap(),
        }
    }

    async fn ask(&mut self, path: &str, body: &Value) -> Reply {
        self.connection.call(path, &self.keys, &[], body).await.unwrap()
    }

    async fn link(&mut self) -> Linked {
        let body = json!({ "institution_id": BANK, "initial_products": ["auth", "identity"] });
        let made = self.ask("/sandbox/public_token/create", &body).await;
        let body = json!({ "public_token": made.text("public_token") });
        let exchanged = self.ask("/item/public_token/exchange", &body).await;
        Linked {
            item_id: exchanged.text("item_id"),
            body: json!({ "access_token": exchanged.text("access_token") }),
        }
    }
}

async fn change(store: &Store, sql: &'static Sql, from: String, to: String) {
    let work = store.write(move |tx| {
        Box::pin(async move {
            let args = [from.as_str().into(), to.as_str().into()];
            tx.execute(sql, &args).await
        })
    });
    let changed: Result<u64, Failure> = work.await;
    assert_eq!(changed.unwrap(), 1);
}
