//! Every path of Link, on one screen.

use crate::{App, pages, script, test_bank};
use axum::Router;
use std::sync::Arc;

/// How the paths begin whose rest opens something: a way to a bank's own pages, a hosted page.
pub const SECRET_PATHS: &[&str] = &["/link/oauth/", "/link/lp"];

/// The routes of Link and of the test bank's site; `selvedge_web::layer` goes around them.
pub fn router(app: App) -> Router {
    let app = Arc::new(app);
    script::routes(&app)
        .merge(pages::routes())
        .merge(test_bank::routes())
        .with_state(app)
}
