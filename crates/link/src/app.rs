//! What every page runs on.

use selvedge_engine::Engine;
use selvedge_model::{Clock, Ctx, Entropy};
use selvedge_web::{Errands, RequestId};
use std::sync::Arc;

/// The engine, where time and randomness come from, and what is under way.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "holds keys")]
pub struct App {
    /// The use cases.
    pub engine: Arc<Engine>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The randomness.
    pub entropy: Arc<dyn Entropy>,
    /// The work that outlasts requests.
    pub errands: Errands,
}

impl App {
    /// The moment of a request.
    pub(crate) fn ctx<'a>(&'a self, request_id: &'a RequestId) -> Ctx<'a> {
        Ctx {
            now: self.clock.now(),
            entropy: &*self.entropy,
            request_id: request_id.as_str(),
        }
    }
}
