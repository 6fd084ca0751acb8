//! The endpoints: which path leads to which use case, on one screen (`router`), and how a request becomes a
//! call (`dispatch`).
//!
//! It decides nothing: bodies are typed by `wire`, use cases are the engine's, sockets are `web`'s.

mod account;
mod app;
mod catalogue;
mod dispatch;
mod docs;
mod identity;
mod item;
mod link;
mod link_settings;
mod operator;
mod page;
mod partner;
mod processor;
mod router;
mod sandbox;
mod user;

pub use app::App;
pub use router::router;
