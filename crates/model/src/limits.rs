//! Every limit, named. Each is tested at its value and one past it.

use jiff::SignedDuration;

/// Largest request body, bytes.
pub const BODY_BYTES: usize = 2 * 1024 * 1024;
/// Deepest nesting of a request body: the JSON parser's own bound, which stops before the stack does.
pub const BODY_DEPTH: usize = 127;
/// Life of a link token that references no Item.
pub const LINK_TOKEN_LIFE: SignedDuration = SignedDuration::from_hours(4);
/// Life of a link token that references an existing Item, and of a Hosted Link URL by default.
pub const LINK_TOKEN_LIFE_FOR_ITEM: SignedDuration = SignedDuration::from_mins(30);
/// Longest life of a Hosted Link URL.
pub const HOSTED_LINK_LIFE_MAX: SignedDuration = SignedDuration::from_hours(21 * 24);
/// Life of a public token.
pub const PUBLIC_TOKEN_LIFE: SignedDuration = SignedDuration::from_mins(30);
/// How long a Sandbox Item stays healthy.
pub const SANDBOX_ITEM_LIFE: SignedDuration = SignedDuration::from_hours(30 * 24);
/// When an automated micro-deposit verifies itself in the Sandbox.
pub const SANDBOX_AUTOMATIC_VERIFICATION: SignedDuration = SignedDuration::from_hours(24);
/// How long a kept answer of an `Idempotency-Key` can be had.
pub const IDEMPOTENCY_LIFE: SignedDuration = SignedDuration::from_hours(24);
/// Longest `Idempotency-Key`, characters.
pub const IDEMPOTENCY_KEY_CHARS: usize = 255;
/// Largest page of `/institutions/get`.
pub const INSTITUTIONS_PAGE: i64 = 500;
/// Most institutions that `/institutions/search` returns.
pub const INSTITUTIONS_FOUND: usize = 10;
/// Largest page of `/item/activity/list`.
pub const ACTIVITY_PAGE: i64 = 50;
/// Longest `client_user_id` of `/user/create`, characters.
pub const CLIENT_USER_ID_CHARS: usize = 128;
/// Longest `reason_note` of `/item/remove`, characters.
pub const REASON_NOTE_CHARS: usize = 512;
/// Longest given or family name in `/link/token/create`, characters.
pub const NAME_CHARS: usize = 100;
/// Longest name of a payment partner in processor tokens, characters.
pub const PROCESSOR_CHARS: usize = 64;
/// How long an expired public token is remembered, so that its use can still be told from an unknown one.
pub const PUBLIC_TOKEN_MEMORY: SignedDuration = SignedDuration::from_hours(24);
/// How long an expired link token stays readable.
pub const LINK_TOKEN_MEMORY: SignedDuration = SignedDuration::from_hours(6);
/// Longest webhook URL, characters.
pub const URL_CHARS: usize = 2_048;
/// Longest name of an app that Link shows, characters.
pub const APP_NAME_CHARS: usize = 30;
/// Most addresses that a team's list of places to send people back to may have.
pub const REDIRECT_URIS: usize = 100;
/// Most origins that a team may let embed Link: they are sent in a header.
pub const WEB_ORIGINS: usize = 50;
/// Most customizations of a team.
pub const CUSTOMIZATIONS: usize = 50;
/// Most institutions that a customization may offer.
pub const CUSTOMIZATION_INSTITUTIONS: usize = 200;
/// Longest text that an app may word itself, characters.
pub const CUSTOM_TEXT_CHARS: usize = 160;
/// Largest logo, bytes.
pub const LOGO_BYTES: usize = 1024 * 1024;
/// Widest and highest logo, pixels.
pub const LOGO_SIDE: u32 = 1024;
/// As much of what is typed to find a bank as is looked at, characters.
pub const LINK_QUERY_CHARS: usize = 100;
/// How often banks may refuse what is typed in the sessions of a link token before it ends.
pub const SIGN_IN_TRIES: u8 = 10;
/// Most sessions of Link that are opened with one link token.
pub const LINK_SESSIONS: i64 = 100;
/// How long the key is that a page makes up to open a session with.
pub const LINK_KEY_CHARS: std::ops::RangeInclusive<usize> = 32..=64;
/// Most steps of a session of Link; with one more its token ends.
pub const LINK_STEPS: i64 = 1_000;
/// Longest origin of a page that embeds Link, characters: a name of the longest kind with scheme and port.
pub const ORIGIN_CHARS: usize = 300;
/// Longest user name, and longest answer to a bank's question, characters.
pub const USERNAME_CHARS: usize = 512;
/// Longest password, characters: the test bank's may hold a description of its accounts.
pub const PASSWORD_CHARS: usize = 100_000;
/// How many banks Link offers before anything is typed; as many tiles as fit are shown of them.
pub const BANKS_FIRST_SHOWN: usize = 15;
/// Longest search for a bank that is remembered, characters.
pub const SEARCH_CHARS: usize = 100;
/// How long the details of a session of Link are kept after it ended.
pub const LINK_SESSION_MEMORY: SignedDuration = SignedDuration::from_hours(6);
/// When an app is told what happened in a session that nobody touches any more.
pub const LINK_SESSION_QUIET: SignedDuration = SignedDuration::from_mins(10);
/// When a step that asks a bank or writes an Item counts as cut off.
pub const LINK_EFFECT_TIME: SignedDuration = SignedDuration::from_secs(60);
/// How long a visit to a bank's own pages may take.
pub const OAUTH_VISIT_LIFE: SignedDuration = SignedDuration::from_mins(30);
/// Most visits to a bank that a session has open at a time; with one more the oldest is closed.
pub const OAUTH_VISITS: i64 = 3;
/// How many sessions the sweep reads at a time.
pub const LINK_SESSIONS_SWEPT: i64 = 100;
