//! Items in their two tables: what is read along, and that nothing of a removed one stays.

use super::bench::{Place, noon};
use crate::migrate::MIGRATIONS;
use crate::repo::caller::KeyPair;
use crate::repo::items::{NewItem, Sealed};
use crate::repo::keys::NewKey;
use crate::{Failure, Store, Tx, sql::statements};
use selvedge_model::id::{ClientId, ItemId, TeamId};

statements! {
    /// Items that have secrets.
    COUNT_SECRETS = "SELECT COUNT(*) FROM item_secrets";
}

const HASH: &[u8] = b"access";
const KEYS: KeyPair<'static> = KeyPair {
    client_id: "client",
    secret_hash: b"secret",
};

fn item() -> NewItem {
    NewItem {
        item_id: ItemId::new("item"),
        access_hash: HASH.to_vec(),
        institution_id: None,
        institution_name: None,
        webhook: None,
        products: "auth".to_owned(),
        billed_products: String::new(),
        consented_products: None,
        auth_method: None,
        error_code: None,
        created_at: noon(),
        login_expires_at: None,
        consent_expires_at: None,
        verification_due_at: None,
        user_id: None,
        accounts: "[]".to_owned(),
        dek: b"dek".to_vec(),
        numbers: Some(b"numbers".to_vec()),
        identity: Some(b"identity".to_vec()),
        grant: Some(b"grant".to_vec()),
        login_hash: None,
    }
}

async fn link(tx: &Tx) -> Result<(), Failure> {
    let (team, client) = (TeamId::new("team"), ClientId::new("client"));
    tx.across_teams().insert_team(&team, "a team", noon()).await?;
    let key = NewKey {
        key_id: "key",
        client_id: &client,
        secret_hash: KEYS.secret_hash,
        created_at: noon(),
    };
    tx.team(&team).insert_key(&key).await?;
    tx.team(&team).insert_item(&item()).await
}

/// What is read along with the Item, for each sealed column.
async fn read_along(store: &Store) -> Vec<Option<Vec<u8>>> {
    let mut found = Vec::new();
    for sealed in [Sealed::Numbers, Sealed::Identity, Sealed::Grant] {
        let reader = store.reader();
        let every = reader.across_teams();
        let row = every.caller_with_item(KEYS, HASH, sealed).await.unwrap();
        let (_team, row) = row.expect("the keys are known");
        found.push(row.expect("the Item's row is kept").sealed);
    }
    found
}

async fn secrets(store: &Store) -> i64 {
    let found = store
        .reader()
        .optional(&COUNT_SECRETS, &[], |row| row.int(0))
        .await;
    found.unwrap().unwrap()
}

#[tokio::test]
async fn each_sealed_column_is_read_from_where_it_was_written() {
    for place in Place::each().await {
        let store = place.try_open(MIGRATIONS).await.unwrap();
        store.write(|tx| Box::pin(link(tx))).await.unwrap();
        let expected = [b"numbers".to_vec(), b"identity".to_vec(), b"grant".to_vec()];
        assert_eq!(read_along(&store).await, expected.map(Some));
    }
}

async fn remove(tx: &Tx) -> Result<[bool; 2], Failure> {
    let (team, item) = (TeamId::new("team"), ItemId::new("item"));
    let first = tx.team(&team).remove_item(&item, noon()).await?;
    Ok([first, tx.team(&team).remove_item(&item, noon()).await?])
}

#[tokio::test]
async fn nothing_sealed_is_left_of_a_removed_item() {
    for place in Place::each().await {
        let store = place.try_open(MIGRATIONS).await.unwrap();
        store.write(|tx| Box::pin(link(tx))).await.unwrap();
        assert_eq!(secrets(&store).await, 1);
        assert_eq!(store.write(|tx| Box::pin(remove(tx))).await, Ok([true, false]));
        assert_eq!(secrets(&store).await, 0);
        assert_eq!(read_along(&store).await, [None, None, None]);
    }
}

#[tokio::test]
async fn deleted_items_take_their_secrets_with_them() {
    for place in Place::each().await {
        let store = place.try_open(MIGRATIONS).await.unwrap();
        store.write(|tx| Box::pin(link(tx))).await.unwrap();
        let emptied: Result<(), Failure> = store
            .write(|tx| Box::pin(async move { tx.team(&TeamId::new("team")).delete_items().await }))
            .await;
        emptied.unwrap();
        assert_eq!(secrets(&store).await, 0);
    }
}
