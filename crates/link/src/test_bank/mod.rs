//! The test bank's own site.

use crate::App;
use axum::Router;
use std::sync::Arc;

/// Their paths.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
}
