//! What a page of Link gets after each step, and how it looks.

use super::flow::Pane;
use selvedge_model::language::Language;
use selvedge_model::{Environment, Sensitive, named_enum};
use selvedge_wire::callback::{CallbackError, CallbackEvent, ExitMetadata, SuccessMetadata};
use serde::{Deserialize, Serialize};

/// A session as its page sees it.
#[expect(missing_debug_implementations, reason = "may hold a token")]
pub struct View {
    /// Which step this is; an input names the step that it answers.
    pub step: i64,
    /// How Link looks.
    pub look: Look,
    /// What the person sees.
    pub pane: Pane,
    /// How much of the way is done, in percent.
    pub progress: u8,
    /// Whether there is a pane to go back to.
    pub can_go_back: bool,
    /// What happened in this step, in order; empty when the pane was only looked at again.
    pub events: Vec<CallbackEvent>,
    /// What `onExit` would say if the page closed Link now.
    pub standing: Standing,
    /// Set once the session is over.
    pub ended: Option<Ended>,
    /// What the page opens a bank's window with, where it may.
    pub window_proof: Option<WindowProof>,
}

/// What a page of Link proves with that it opened a window for a bank.
#[expect(missing_debug_implementations, reason = "holds a secret")]
pub struct WindowProof {
    /// The proof.
    pub proof: Sensitive,
    /// The origin of the public address, where the window may be sent before it asks.
    pub origin: String,
}

/// What `onExit` would say.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The last error that the person met.
    pub error: Option<CallbackError>,
    /// The rest.
    pub metadata: ExitMetadata,
}

/// How a session ended.
#[expect(missing_debug_implementations, reason = "may hold a token")]
pub struct Ended {
    /// What the page's callback gets.
    pub callback: Callback,
    /// Where a hosted page sends the person.
    pub return_to: Option<String>,
}

/// The callback of a session's end.
#[expect(missing_debug_implementations, reason = "may hold a token")]
pub enum Callback {
    /// `onSuccess`.
    Success {
        /// The public token; `None` in a session of several Items.
        public_token: Option<Sensitive>,
        /// The second argument.
        metadata: Box<SuccessMetadata>,
    },
    /// `onExit`.
    Exit(Standing),
}

/// How Link looks for one session: the app's name and customization.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Look {
    /// The language.
    pub language: Language,
    /// The app's name, cleaned; `None` when it is longer than Link shows.
    pub app_name: Option<String>,
    /// The path of the app's logo.
    pub logo: Option<String>,
    /// The app's colour, checked for contrast.
    pub accent: Option<Accent>,
    /// Light, dark, or as the person's system is.
    pub appearance: Appearance,
    /// Texts that the app words itself.
    pub texts: Texts,
    /// The environment; in the sandbox Link says so.
    pub environment: Environment,
}

/// An accent colour as it is used on light and on dark, `#rrggbb`, each with enough contrast.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accent {
    /// On light.
    pub light: String,
    /// On dark.
    pub dark: String,
}

named_enum! {
    /// Which colours Link uses.
    pub enum Appearance { Light = "light", Dark = "dark", System = "system", }
}

/// Texts that the app words itself; Link's own where absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    /// Above the consent.
    pub consent: Option<String>,
    /// Above the banks.
    pub institutions: Option<String>,
    /// After a bank was linked.
    pub connected: Option<String>,
    /// After a connection was renewed.
    pub reconnected: Option<String>,
}
