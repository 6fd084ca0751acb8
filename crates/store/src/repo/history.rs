//! What happened to Items: consent events and activities.

use crate::Failure;
use crate::repo::Team;
use crate::sql::statements;
use jiff::Timestamp;
use selvedge_model::id::ItemId;

/// Something that happened to an Item.
#[derive(Debug, Clone)]
pub struct ActivityRow {
    /// Its id.
    pub activity_id: String,
    /// The Item.
    pub item_id: ItemId,
    /// What, in the contract's word.
    pub kind: String,
    /// Who began it.
    pub initiator: String,
    /// When.
    pub created_at: Timestamp,
}

/// Which activities to list: newest first, those before `(before, before_id)`.
#[derive(Debug, Clone, Copy)]
pub struct ActivityPage<'a> {
    /// Only this Item's.
    pub item_id: Option<&'a ItemId>,
    /// Only those before this instant, or at it with a smaller id.
    pub before: Timestamp,
    /// See `before`.
    pub before_id: &'a str,
    /// At most this many.
    pub count: i64,
}

statements! {
    INSERT_CONSENT = "\
        INSERT INTO consent_events (team_id, item_id, position, body, created_at) VALUES ($1, $2, $3, $4, $5)";
    NEXT_CONSENT = "\
        SELECT COUNT(*) FROM consent_events WHERE team_id = $1 AND item_id = $2";
    LIST_CONSENTS = "\
        SELECT body FROM consent_events WHERE team_id = $1 AND item_id = $2 ORDER BY position";
    INSERT_ACTIVITY = "\
        INSERT INTO activities (team_id, activity_id, item_id, kind, initiator, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    LIST_ACTIVITIES = "\
        SELECT activity_id, item_id, kind, initiator, created_at FROM activities \
        WHERE team_id = $1 AND (created_at < $2 OR (created_at = $2 AND activity_id < $3)) \
        ORDER BY created_at DESC, activity_id DESC LIMIT $4";
    LIST_ACTIVITIES_OF_ITEM = "\
        SELECT activity_id, item_id, kind, initiator, created_at FROM activities \
        WHERE team_id = $1 AND item_id = $2 AND (created_at < $3 OR (created_at = $3 AND activity_id < $4)) \
        ORDER BY created_at DESC, activity_id DESC LIMIT $5";
    DELETE_ACTIVITIES = "DELETE FROM activities WHERE team_id = $1";
}

impl Team<'_> {
    /// Adds a consent event after those that the Item has; `body` is the contract's JSON.
    pub async fn push_consent(&self, item: &ItemId, body: &str, at: Timestamp) -> Result<(), Failure> {
        let args = [self.id.as_str().into(), item.as_str().into()];
        let position = self
            .tx
            .optional(&NEXT_CONSENT, &args, |row| row.int(0))
            .await?
            .unwrap_or_default();
        let args = [
            self.id.as_str().into(),
            item.as_str().into(),
            position.into(),
            body.into(),
            at.into(),
        ];
        self.tx.execute(&INSERT_CONSENT, &args).await.map(drop)
    }

    /// The Item's consent events, oldest first, in the contract's JSON.
    pub async fn consents(&self, item: &ItemId) -> Result<Vec<String>, Failure> {
        let args = [self.id.as_str().into(), item.as_str().into()];
        self.tx
            .all(&LIST_CONSENTS, &args, |row| row.text(0).map(str::to_owned))
            .await
    }

    /// Adds an activity.
    pub async fn insert_activity(&self, activity: &ActivityRow) -> Result<(), Failure> {
        let args = [
            self.id.as_str().into(),
            (&activity.activity_id).into(),
            activity.item_id.as_str().into(),
            (&activity.kind).into(),
            (&activity.initiator).into(),
            activity.created_at.into(),
        ];
        self.tx.execute(&INSERT_ACTIVITY, &args).await.map(drop)
    }

    /// A page of activities, newest first.
    pub async fn activities(&self, page: ActivityPage<'_>) -> Result<Vec<ActivityRow>, Failure> {
        let read = |row: &crate::Row<'_>| {
            Ok(ActivityRow {
                activity_id: row.text(0)?.to_owned(),
                item_id: ItemId::new(row.text(1)?),
                kind: row.text(2)?.to_owned(),
                initiator: row.text(3)?.to_owned(),
                created_at: row.time(4)?,
            })
        };
        let team = self.id.as_str().into();
        let (before, id, count) = (page.before.into(), page.before_id.into(), page.count.into());
        match page.item_id {
            None => {
                self.tx
                    .all(&LIST_ACTIVITIES, &[team, before, id, count], read)
                    .await
            }
            Some(item) => {
                let args = [team, item.as_str().into(), before, id, count];
                self.tx.all(&LIST_ACTIVITIES_OF_ITEM, &args, read).await
            }
        }
    }

    /// Deletes every activity.
    pub async fn delete_activities(&self) -> Result<(), Failure> {
        self.tx
            .execute(&DELETE_ACTIVITIES, &[self.id.as_str().into()])
            .await
            .map(drop)
    }
}
