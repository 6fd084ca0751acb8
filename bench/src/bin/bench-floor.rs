//! The floor: the least that an axum server does for a request like `/auth/get`. It parses the JSON body into
//! a struct and answers bytes that it was started with, of the size of the real answer.
//!
//! It checks no key, reads no database, names no request and logs nothing.

use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use axum::{Router, extract::State, http::StatusCode, http::header, response::IntoResponse, routing::post};
use bytes::Bytes;
use serde::Deserialize;
use tokio::net::TcpListener;

#[derive(Deserialize)]
struct Request<'a> {
    client_id: &'a str,
    secret: &'a str,
    access_token: &'a str,
}

async fn answer(State(bytes): State<Arc<Bytes>>, body: Bytes) -> Result<impl IntoResponse, StatusCode> {
    let request: Request<'_> = serde_json::from_slice(&body).or(Err(StatusCode::BAD_REQUEST))?;
    if request.client_id.is_empty() || request.secret.is_empty() || request.access_token.is_empty() {
        return Err(StatusCode::BAD_REQUEST);
    }
    Ok(([(header::CONTENT_TYPE, "application/json")], Bytes::clone(&bytes)))
}

#[tokio::main]
async fn main() -> Result<()> {
    let Some(path) = std::env::args().nth(1) else {
        bail!("name the file that holds the answer");
    };
    let bytes = Bytes::from(std::fs::read(&path).with_context(|| format!("cannot read {path}"))?);
    let app = Router::new()
        .route("/auth/get", post(answer))
        .with_state(Arc::new(bytes));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("floor ready on http://{}", listener.local_addr()?);
    Ok(axum::serve(listener, app).await?)
}
