//! Link tokens and sessions: what is found without a team uses an index, and what happens once happens once.

use super::bench::{Place, noon};
use crate::migrate::MIGRATIONS;
use crate::repo::links::{LinkTokenRow, NewLinkToken};
use crate::repo::oauth::NewVisit;
use crate::repo::sessions::{Advance, NewSession};
use crate::{Failure, Store, Tx, all_statements};
use selvedge_model::id::{InstitutionId, TeamId};

const TOKEN: &[u8] = b"token";

async fn open(tx: &Tx) -> Result<(), Failure> {
    let team = TeamId::new("team");
    tx.across_teams().insert_team(&team, "a team", noon()).await?;
    let scope = tx.team(&team);
    let token = NewLinkToken {
        hash: TOKEN,
        lookup: "lookup",
        hosted_hash: Some(b"hosted"),
        row: LinkTokenRow {
            row: "row".to_owned(),
            item_id: None,
            user_id: None,
            config: b"config".to_vec(),
            token: None,
            created_at: noon(),
            expires_at: noon(),
            used_at: None,
        },
    };
    scope.insert_link_token(&token).await?;
    let session = NewSession {
        session_id: "session".to_owned(),
        token_hash: TOKEN.to_vec(),
        secret_hash: b"secret".to_vec(),
        way: "overlay".to_owned(),
        origin: None,
        terms: b"terms".to_vec(),
        notify: true,
        started_at: noon(),
    };
    scope.insert_session(&session).await?;
    let visit = NewVisit {
        state_hash: b"state".to_vec(),
        session_id: "session".to_owned(),
        ticket_hash: b"ticket".to_vec(),
        institution_id: InstitutionId::new("ins_1"),
        secrets: b"secrets".to_vec(),
        created_at: noon(),
        expires_at: noon(),
    };
    scope.insert_visit(&visit, 3).await
}

/// Runs a change twice, each in its own transaction; what each said.
macro_rules! twice {
    ($store:expr, $tx:ident => $change:expr) => {{
        let mut said = Vec::new();
        for _time in 0..2 {
            let one: Result<bool, Failure> = $store.write(move |$tx| Box::pin(async move { $change })).await;
            said.push(one.unwrap());
        }
        said
    }};
}

#[tokio::test]
async fn each_step_of_a_session_and_of_a_visit_is_taken_once() {
    for place in Place::each().await {
        let store: Store = place.try_open(MIGRATIONS).await.unwrap();
        store.write(|tx| Box::pin(open(tx))).await.unwrap();
        let once = vec![true, false];
        let advanced = twice!(store, tx => {
            let step = Advance {
                session_id: "session".to_owned(),
                from: 0,
                state: b"state".to_vec(),
                events: 3,
                last_event_at: Some(noon()),
                outcome: None,
                at: noon(),
                finished_at: None,
            };
            tx.team(&TeamId::new("team")).advance_session(&step).await
        });
        assert_eq!(advanced, once);
        assert_eq!(
            twice!(store, tx => tx.team(&TeamId::new("team")).set_told("session", 3).await),
            once
        );
        assert_eq!(
            twice!(store, tx => tx.across_teams().leave_visit(b"state", b"cookie", noon()).await),
            once
        );
        assert_eq!(
            twice!(store, tx => tx.across_teams().return_visit((b"state", b"secrets"), None, noon()).await),
            once
        );
        assert_eq!(
            twice!(store, tx => tx.across_teams().resume_visit(b"state", noon()).await),
            once
        );
    }
}

#[tokio::test]
async fn a_link_token_is_used_up_by_one_session_which_may_use_it_again() {
    for place in Place::each().await {
        let store = place.try_open(MIGRATIONS).await.unwrap();
        store.write(|tx| Box::pin(open(tx))).await.unwrap();
        let first =
            twice!(store, tx => tx.team(&TeamId::new("team")).use_link_token(TOKEN, "session", noon()).await);
        assert_eq!(first, [true, true], "a session may link several banks");
        let other =
            twice!(store, tx => tx.team(&TeamId::new("team")).use_link_token(TOKEN, "other", noon()).await);
        assert_eq!(other, [false, false]);
    }
}

#[tokio::test]
async fn deleted_tokens_take_their_sessions_and_visits_along() {
    for place in Place::each().await {
        let store = place.try_open(MIGRATIONS).await.unwrap();
        store.write(|tx| Box::pin(open(tx))).await.unwrap();
        let emptied: Result<(), Failure> = store
            .write(|tx| Box::pin(async move { tx.team(&TeamId::new("team")).delete_link_tokens().await }))
            .await;
        emptied.unwrap();
        let reader = store.reader();
        let every = reader.across_teams();
        assert!(every.session_by_secret(b"secret").await.unwrap().is_none());
        assert!(every.visit_by_state(b"state").await.unwrap().is_none());
    }
}

/// What a page or a browser brings finds its row without a look at the others.
#[tokio::test]
async fn nothing_that_comes_without_keys_is_looked_for_from_end_to_end() {
    let place = Place::sqlite();
    let _store = place.try_open(MIGRATIONS).await.unwrap();
    let Place::Sqlite(dir) = &place else {
        panic!("a place on SQLite")
    };
    let connection = rusqlite::Connection::open(dir.path().join("selvedge.db")).unwrap();
    let brought = [
        "FIND_LINK_TOKEN_ANYWHERE",
        "FIND_HOSTED_LINK_TOKEN",
        "FIND_TEAM_BY_LOOKUP",
        "FIND_SESSION_BY_SECRET",
        "FIND_VISIT_BY_TICKET",
        "FIND_VISIT_BY_STATE",
        "FIND_VISIT_BY_RESUME",
        "LINK_EVENTS_AFTER",
        "LINK_EVENTS_OF_TOKEN",
        "LINK_RESULTS_OF_TOKEN",
        "SESSIONS_OF_TOKEN",
        "REPAIRABLE_ITEMS",
        "ITEMS_OF_USER",
        "SWEEP_SESSIONS",
        "SWEEP_VISITS",
    ];
    let statements = all_statements();
    for name in brought {
        let sql = statements.iter().find(|sql| sql.name() == name).unwrap();
        let explained = format!("EXPLAIN QUERY PLAN {}", sql.sqlite());
        let mut plan = connection.prepare(&explained).unwrap();
        let arguments = vec![rusqlite::types::Null; plan.parameter_count()];
        let lines = plan.query_map(rusqlite::params_from_iter(arguments), |row| {
            row.get::<_, String>(3)
        });
        for line in lines.unwrap() {
            let line = line.unwrap();
            assert!(!line.starts_with("SCAN"), "{name}: {line}");
        }
    }
}
