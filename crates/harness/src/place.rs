//! A fresh, empty place for a bench's database: a file in a directory of its own, or a schema of its own.
//!
//! `SELVEDGE_TEST_DATABASE` chooses between them; the schema is made on `SELVEDGE_TEST_POSTGRES_URL`.

use selvedge_model::Sensitive;
use selvedge_store::Backend;
use std::env;
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;
use tokio_postgres::NoTls;

/// Where the database of a bench is; gone when dropped.
pub(crate) enum Place {
    Sqlite(TempDir),
    Postgres { server: String, schema: String },
}

impl Place {
    pub(crate) async fn fresh() -> Self {
        match variable("SELVEDGE_TEST_DATABASE").as_deref() {
            None | Some("sqlite") => Self::Sqlite(tempfile::tempdir().unwrap()),
            Some("postgres") => Self::postgres().await,
            Some(other) => panic!("SELVEDGE_TEST_DATABASE is {other:?}: it must be sqlite or postgres"),
        }
    }

    async fn postgres() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let server = variable("SELVEDGE_TEST_POSTGRES_URL")
            .unwrap_or_else(|| panic!("SELVEDGE_TEST_POSTGRES_URL must name a PostgreSQL server"));
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let schema = format!("bench_{}_{number}", std::process::id());
        let make = format!("DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}");
        run(&server, &make).await;
        Self::Postgres { server, schema }
    }

    pub(crate) fn backend(&self) -> Backend {
        match self {
            Self::Sqlite(dir) => Backend::Sqlite {
                path: dir.path().join("selvedge.db"),
            },
            Self::Postgres { server, schema } => {
                let separator = if server.contains('?') { '&' } else { '?' };
                let url =
                    format!("{server}{separator}options=-csearch_path%3D{schema}&application_name={schema}");
                Backend::Postgres {
                    url: Sensitive::new(url),
                }
            }
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let Self::Postgres { server, schema } = self else {
            return;
        };
        let (server, schema) = (server.clone(), schema.clone());
        // The test's own runtime may be shutting down, so this one brings its own.
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            let words = format!("SET lock_timeout = '5s'; DROP SCHEMA {schema} CASCADE");
            runtime.block_on(run(&server, &words));
        });
        // A schema that stays behind in the test server harms nobody.
        drop(dropping.join());
    }
}

/// Runs SQL on a connection of its own.
async fn run(server: &str, sql: &str) {
    let (client, connection) = tokio_postgres::connect(server, NoTls).await.unwrap();
    let driving = tokio::spawn(connection);
    client.batch_execute(sql).await.unwrap();
    drop(client);
    drop(driving.await);
}

#[expect(
    clippy::disallowed_methods,
    reason = "the environment tells tests, not the program, where to run"
)]
fn variable(name: &str) -> Option<String> {
    env::var(name).ok()
}
