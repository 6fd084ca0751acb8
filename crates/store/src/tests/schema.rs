//! One schema in two dialects: what the migrations make is the same on both engines.

use std::collections::BTreeSet;

use super::bench::{self, Place, raw};
use crate::migrate::{MIGRATIONS, Migration};

/// Table, column, type in SQLite's words, and whether it may be NULL.
type Column = (String, String, String, bool);

/// What both engines can say about themselves.
#[derive(Debug, Default, PartialEq, Eq)]
struct Schema {
    columns: BTreeSet<Column>,
    /// The names of the primary and unique keys, as a conflict tells them.
    keys: BTreeSet<String>,
}

fn on_sqlite(place: &Place) -> Schema {
    let Place::Sqlite(dir) = place else {
        panic!("a place on SQLite")
    };
    let connection = rusqlite::Connection::open(dir.path().join("selvedge.db")).unwrap();
    let mut columns = connection
        .prepare(
            "SELECT tables.name, col.name, col.type, NOT col.\"notnull\"
               FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS col
              WHERE tables.type = 'table'",
        )
        .unwrap();
    let columns = columns
        .query_map((), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .unwrap();
    let mut keys = connection
        .prepare(
            "SELECT CASE WHEN COUNT(col.name) < COUNT(*) THEN keys.name
                         WHEN keys.origin = 'pk' THEN tables.name || '_pkey'
                         ELSE tables.name || '_' || GROUP_CONCAT(col.name, '_' ORDER BY col.seqno) || '_key' END
               FROM sqlite_schema AS tables, pragma_index_list(tables.name) AS keys,
                    pragma_index_info(keys.name) AS col
              WHERE tables.type = 'table' AND keys.\"unique\"
              GROUP BY tables.name, keys.name, keys.origin",
        )
        .unwrap();
    let keys = keys.query_map((), |row| row.get(0)).unwrap();
    Schema {
        columns: columns.map(Result::unwrap).collect(),
        keys: keys.map(Result::unwrap).collect(),
    }
}

async fn on_postgres(place: &Place) -> Schema {
    let Place::Postgres { url } = place else {
        panic!("a place on PostgreSQL")
    };
    let client = raw(url).await;
    let columns = client
        .query(
            "SELECT table_name::TEXT, column_name::TEXT,
                    CASE data_type WHEN 'bytea' THEN 'BLOB' ELSE UPPER(data_type) END, is_nullable = 'YES'
               FROM information_schema.columns WHERE table_schema = current_schema()",
            &[],
        )
        .await
        .unwrap();
    let keys = client
        .query(
            "SELECT class.relname::TEXT FROM pg_index JOIN pg_class AS class ON class.oid = indexrelid
              WHERE indisunique AND class.relnamespace = current_schema()::REGNAMESPACE",
            &[],
        )
        .await
        .unwrap();
    Schema {
        columns: columns
            .iter()
            .map(|row| (row.get(0), row.get(1), row.get(2), row.get(3)))
            .collect(),
        keys: keys.iter().map(|row| row.get(0)).collect(),
    }
}

#[tokio::test]
async fn both_engines_have_the_same_tables_columns_and_names_of_keys() {
    let schemas: [&'static [Migration]; 2] = [MIGRATIONS, bench::TABLES];
    for tables in schemas {
        let lite = Place::sqlite();
        let _lite_store = lite.try_open(tables).await.unwrap();
        let lite = on_sqlite(&lite);
        let record = ["version", "name", "applied_at", "checksum"];
        let has = |name| {
            lite.columns
                .iter()
                .any(|column| column.0 == "schema_migrations" && column.1 == name)
        };
        assert!(record.into_iter().all(has), "{lite:?}");
        assert!(lite.keys.contains("schema_migrations_pkey"), "{lite:?}");
        let Some(place) = Place::postgres().await else {
            return;
        };
        let _store = place.try_open(tables).await.unwrap();
        let postgres = on_postgres(&place).await;
        assert_eq!(lite.columns, postgres.columns);
        assert_eq!(lite.keys, postgres.keys);
    }
}
