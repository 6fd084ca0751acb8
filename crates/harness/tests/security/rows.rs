//! Everything that the database holds, to see that a refused call left it alone.

use selvedge_harness::Bench;
use selvedge_store::Sql;

static ITEMS: Sql = Sql::differing(
    "SEEN_ITEMS",
    "SELECT team_id || ' ' || item_id || ' ' || hex(access_hash) || ' ' || access_generation || ' ' || products \
       || ' ' || billed_products || ' ' || COALESCE(webhook, '-') || ' ' || COALESCE(error_code, '-') || ' ' \
       || COALESCE(removed_at, 0) || ' ' || accounts || ' ' \
       || COALESCE(hex(dek), '-') || ' ' || COALESCE(hex(numbers), '-') FROM items ORDER BY 1",
    "SELECT team_id || ' ' || item_id || ' ' || encode(access_hash, 'hex') || ' ' || access_generation || ' ' \
       || products || ' ' || billed_products || ' ' || COALESCE(webhook, '-') || ' ' || COALESCE(error_code, '-') \
       || ' ' || COALESCE(removed_at, 0) || ' ' || accounts || ' ' \
       || COALESCE(encode(dek, 'hex'), '-') || ' ' || COALESCE(encode(numbers, 'hex'), '-') FROM items ORDER BY 1",
);
static PUBLIC_TOKENS: Sql = Sql::shared(
    "SEEN_PUBLIC_TOKENS",
    "SELECT item_id || ' ' || created_at || ' ' || expires_at || ' ' || COALESCE(used_at, 0) FROM public_tokens \
     ORDER BY 1",
);
static PROCESSOR_TOKENS: Sql = Sql::shared(
    "SEEN_PROCESSOR_TOKENS",
    "SELECT item_id || ' ' || account_id || ' ' || processor || ' ' || permissions || ' ' \
       || COALESCE(webhook, '-') FROM processor_tokens ORDER BY 1",
);
static LINK_TOKENS: Sql = Sql::shared(
    "SEEN_LINK_TOKENS",
    "SELECT token_row || ' ' || COALESCE(item_id, '-') || ' ' || expires_at FROM link_tokens ORDER BY 1",
);
static EVENTS: Sql = Sql::shared(
    "SEEN_EVENTS",
    "SELECT event_id || ' ' || webhook_code || ' ' || url || ' ' || body FROM webhook_events ORDER BY 1",
);
static HISTORY: Sql = Sql::shared(
    "SEEN_HISTORY",
    "SELECT activity_id || ' ' || kind FROM activities UNION ALL SELECT item_id || ' ' || body FROM consent_events \
     ORDER BY 1",
);
static OTHERS: Sql = Sql::shared(
    "SEEN_OTHERS",
    "SELECT 'user ' || user_id || ' ' || client_user_id FROM users \
     UNION ALL SELECT 'team ' || team_id || ' ' || name FROM teams \
     UNION ALL SELECT 'key ' || key_id || ' ' || client_id FROM api_keys \
     UNION ALL SELECT 'partner ' || partner_id || ' ' || processor FROM partners \
     UNION ALL SELECT 'settings ' || team_id || ' ' || body FROM link_settings \
     UNION ALL SELECT 'customization ' || team_id || ' ' || body || ' ' || COALESCE(logo_name, '-') \
       FROM link_customizations \
     UNION ALL SELECT 'session ' || session_id || ' ' || step || ' ' || events FROM link_sessions \
     UNION ALL SELECT 'result ' || session_id || ' ' || item_id FROM link_results \
     UNION ALL SELECT 'visit ' || session_id || ' ' || COALESCE(returned_at, 0) FROM oauth_visits \
     UNION ALL SELECT 'kept ' || COUNT(*) FROM idempotency ORDER BY 1",
);
static ACCESS_HASHES: Sql = Sql::shared(
    "SEEN_ACCESS_HASHES",
    "SELECT item_id FROM items WHERE access_hash IS NOT NULL",
);

/// Every row of every team, as text.
pub(crate) async fn all(bench: &Bench) -> Vec<String> {
    let tables = [
        &ITEMS,
        &PUBLIC_TOKENS,
        &PROCESSOR_TOKENS,
        &LINK_TOKENS,
        &EVENTS,
        &HISTORY,
        &OTHERS,
    ];
    let mut rows = Vec::new();
    for table in tables {
        rows.extend(read(bench, table).await);
    }
    rows
}

/// The Items that have an access token.
pub(crate) async fn access_tokens(bench: &Bench) -> usize {
    read(bench, &ACCESS_HASHES).await.len()
}

async fn read(bench: &Bench, table: &'static Sql) -> Vec<String> {
    let reader = bench.engine.store().reader();
    reader
        .all(table, &[], |row| row.text(0).map(str::to_owned))
        .await
        .unwrap()
}
