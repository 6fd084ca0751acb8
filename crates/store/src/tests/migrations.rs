//! The history of the schema: what is applied, what is refused, and that both engines have the same.

use std::{collections::BTreeSet, fs, path::Path};

use super::bench::{Place, TABLES, add_note, count};
use crate::{
    Migrate, OpenError, Store,
    migrate::{MIGRATIONS, Migration, checksum},
    sql::statements,
};

statements! {
    /// What the database remembers.
    RECORD = "SELECT version, name, applied_at, checksum FROM schema_migrations ORDER BY version";
}

const FIRST: Migration = Migration {
    version: 1,
    name: "0001_a",
    sqlite: A,
    postgres: A,
};
const A: &str = "CREATE TABLE a (id TEXT NOT NULL PRIMARY KEY)";
const SECOND: Migration = Migration {
    version: 2,
    name: "0002_b",
    sqlite: B,
    postgres: B,
};
const B: &str = "CREATE TABLE b (id TEXT NOT NULL PRIMARY KEY)";
/// Its first half works, its second does not.
const BROKEN: Migration = Migration {
    version: 2,
    name: "0002_broken",
    sqlite: C,
    postgres: C,
};
const C: &str = "CREATE TABLE c (id TEXT NOT NULL PRIMARY KEY); INSERT INTO absent (id) VALUES ('x')";
const EDITED: Migration = Migration {
    version: 1,
    name: "0001_a",
    sqlite: B,
    postgres: B,
};
const RENAMED: Migration = Migration {
    version: 1,
    name: "0001_renamed",
    sqlite: A,
    postgres: A,
};

static ONE: &[Migration] = &[FIRST];
static TWO: &[Migration] = &[FIRST, SECOND];
static ONE_BROKEN: &[Migration] = &[FIRST, BROKEN];
static ONE_EDITED: &[Migration] = &[EDITED];
static ONE_RENAMED: &[Migration] = &[RENAMED];

async fn record(store: &Store) -> Vec<(i64, String, String)> {
    let reader = store.reader();
    let rows = reader.all(&RECORD, &[], |row| {
        assert_eq!(row.time(2)?, super::bench::noon());
        Ok((row.int(0)?, row.text(1)?.to_owned(), row.text(3)?.to_owned()))
    });
    rows.await.unwrap()
}

#[tokio::test]
async fn migrations_are_applied_in_order_once_and_noted() {
    for place in Place::each().await {
        let store = place.try_open(ONE).await.unwrap();
        assert_eq!(record(&store).await, [(1, "0001_a".to_owned(), checksum(A))]);
        store.close().await;
        for _ in 0..2 {
            let store = place.try_open(TWO).await.unwrap();
            assert_eq!(store.schema_version(), 2);
            let both = [
                (1, "0001_a".to_owned(), checksum(A)),
                (2, "0002_b".to_owned(), checksum(B)),
            ];
            assert_eq!(record(&store).await, both);
            store.close().await;
        }
    }
}

#[tokio::test]
async fn a_database_from_a_newer_version_is_refused_with_one_line() {
    for place in Place::each().await {
        place.try_open(TWO).await.unwrap().close().await;
        let refused = place.try_open(ONE).await.unwrap_err();
        assert!(
            matches!(refused, OpenError::NewerSchema { found: 2, known: 1 }),
            "{refused}"
        );
        assert!(!refused.to_string().contains('\n'));
    }
}

#[tokio::test]
async fn an_edited_or_renamed_migration_is_refused() {
    for place in Place::each().await {
        place.try_open(ONE).await.unwrap().close().await;
        for changed in [ONE_EDITED, ONE_RENAMED] {
            let refused = place.try_open(changed).await.unwrap_err();
            assert!(
                matches!(&refused, OpenError::ChangedMigration { name } if name == "0001_a"),
                "{refused}"
            );
        }
        place.try_open(ONE).await.unwrap();
    }
}

#[tokio::test]
async fn due_migrations_are_named_when_they_may_not_be_applied() {
    for place in Place::each().await {
        place.try_open(ONE).await.unwrap().close().await;
        let refuse = || {
            let mut settings = place.settings();
            settings.migrate = Migrate::Refuse;
            settings
        };
        let refused = Store::open_with(refuse(), TWO).await.unwrap_err();
        assert!(
            matches!(
                refused,
                OpenError::NotMigrated {
                    pending: 1,
                    first: "0002_b"
                }
            ),
            "{refused}"
        );
        Store::open_with(refuse(), ONE).await.unwrap();
    }
}

#[tokio::test]
async fn a_migration_that_fails_leaves_nothing_behind() {
    for place in Place::each().await {
        let refused = place.try_open(ONE_BROKEN).await.unwrap_err();
        assert!(
            matches!(
                refused,
                OpenError::MigrationFailed {
                    name: "0002_broken",
                    ..
                }
            ),
            "{refused}"
        );
        let store = place.try_open(ONE).await.unwrap();
        assert_eq!(record(&store).await.len(), 1);
        place.run("CREATE TABLE c (id TEXT)").await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nodes_that_start_together_migrate_once() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let nodes = futures_util::future::join_all((0..8).map(|_| place.try_open(TABLES))).await;
    let nodes: Vec<Store> = nodes.into_iter().map(Result::unwrap).collect();
    assert_eq!(record(&nodes[0]).await.len(), 1);
    add_note(&nodes[1], "a", 1).await.unwrap();
    assert_eq!(count(&nodes[2]).await, 1);
}

#[test]
fn both_engines_have_the_same_migrations_and_all_are_listed() {
    let files = |engine: &str| -> BTreeSet<String> {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("migrations")
            .join(engine);
        let names = fs::read_dir(dir)
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap());
        names
            .map(|name| name.strip_suffix(".sql").unwrap().to_owned())
            .collect()
    };
    let listed: BTreeSet<String> = MIGRATIONS
        .iter()
        .map(|migration| migration.name.to_owned())
        .collect();
    assert_eq!(files("sqlite"), listed);
    assert_eq!(files("postgres"), listed);
    for (index, migration) in MIGRATIONS.iter().enumerate() {
        assert_eq!(
            usize::try_from(migration.version).unwrap(),
            index + 1,
            "{}",
            migration.name
        );
        assert!(
            migration.name.starts_with(&format!("{:04}_", migration.version)),
            "{}",
            migration.name
        );
    }
}
