//! The fuzz test: very many requests that are nearly right, or not right at all, over kept-alive connections
//! to the real binary.
//!
//! It promises on the server's behalf: no answer is a server error, every refusal has the contract's shape
//! and says nothing about how the server is made, nothing panics, and memory does not grow. Requests follow
//! from the published OpenAPI document, so an endpoint that is added is tested too.

mod body;
mod drive;
mod judge;
mod known;
mod schema;
mod shot;

pub use drive::{Plan, Report, run};
