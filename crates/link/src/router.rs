//! Every path of Link, on one screen.

use crate::{App, pages, script, test_bank};
use axum::Router;
use std::sync::Arc;

/// The routes of Link and of the test bank's site; `selvedge_web::layer` goes around them.
pub fn router(app: App) -> Router {
    let app = Arc::new(app);
    script::routes(&app)
        .merge(pages::routes())
        .merge(test_bank::routes())
        .with_state(app)
}
