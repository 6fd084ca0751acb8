//! Tests of the seam, on tables of their own; what the repositories store is tested with them.
//!
//! Each test of the seam runs on SQLite and, where `SELVEDGE_TEST_POSTGRES_URL` names a server, on PostgreSQL.

#![expect(
    clippy::excessive_nesting,
    reason = "a write inside a loop over engines is deep before it says anything"
)]

mod bench;
mod file;
mod group;
mod items;
mod links;
mod migrations;
mod model;
mod postgres;
mod schema;
mod seam;
mod statements;
