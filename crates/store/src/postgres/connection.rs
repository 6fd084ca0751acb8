//! One connection and the statements prepared on it.
//!
//! Requests of several callers may be under way at once; the driver sends them one behind the other.

use std::{
    collections::HashMap,
    ptr,
    sync::{Mutex, PoisonError},
};

use tokio_postgres::{Client, Statement, types::ToSql};

use super::failure;
use crate::{Arg, Failure, Sql};

/// A connection. Dropping it closes it; the server then rolls back what was open.
pub(crate) struct Connection {
    client: Client,
    /// By the address of the statement's static.
    prepared: Mutex<HashMap<usize, Statement>>,
}

impl Connection {
    pub(super) fn new(client: Client) -> Self {
        Self {
            client,
            prepared: Mutex::new(HashMap::new()),
        }
    }

    /// Whether the server has gone away.
    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// The number of rows changed.
    pub(crate) async fn execute(&self, sql: &'static Sql, args: &[Arg<'_>]) -> Result<u64, Failure> {
        let statement = self.prepare(sql, args).await?;
        let result = self.client.execute(&statement, &as_params(args)).await;
        result.map_err(|error| self.sort(sql, &error))
    }

    /// The rows of the answer.
    pub(crate) async fn query(
        &self,
        sql: &'static Sql,
        args: &[Arg<'_>],
    ) -> Result<Vec<tokio_postgres::Row>, Failure> {
        let statement = self.prepare(sql, args).await?;
        let result = self.client.query(&statement, &as_params(args)).await;
        result.map_err(|error| self.sort(sql, &error))
    }

    /// A statement of our own without arguments: BEGIN, COMMIT and their kin.
    pub(super) async fn control(&self, text: &str) -> Result<(), Failure> {
        self.client
            .batch_execute(text)
            .await
            .map_err(|error| failure::sort(text, &error))
    }

    async fn prepare(&self, sql: &'static Sql, args: &[Arg<'_>]) -> Result<Statement, Failure> {
        let statement = self.statement(sql).await?;
        let (expected, given) = (statement.params().len(), args.len());
        if expected != given {
            // The driver would panic.
            let why = format!("{} has {expected} parameters, {given} were given", sql.name());
            return Err(Failure::Statement(why));
        }
        Ok(statement)
    }

    async fn statement(&self, sql: &'static Sql) -> Result<Statement, Failure> {
        let address = ptr::from_ref(sql).addr();
        let known = self
            .prepared
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&address)
            .cloned();
        if let Some(statement) = known {
            return Ok(statement);
        }
        let prepared = self.client.prepare(sql.postgres()).await;
        let statement = prepared.map_err(|error| failure::sort(sql.name(), &error))?;
        self.prepared
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(address, statement.clone());
        Ok(statement)
    }

    fn sort(&self, sql: &Sql, error: &tokio_postgres::Error) -> Failure {
        if failure::is_stale_statement(error) {
            self.prepared
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .clear();
        }
        failure::sort(sql.name(), error)
    }
}

fn as_params<'a>(args: &'a [Arg<'_>]) -> Vec<&'a (dyn ToSql + Sync)> {
    args.iter().map(|arg| -> &(dyn ToSql + Sync) { arg }).collect()
}
