//! The script that an app's page loads.

use crate::App;
use axum::Router;
use std::sync::Arc;

/// Their paths.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
}
