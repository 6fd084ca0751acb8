//! Fills a data directory with many Items: one is linked the way an app links it, the others are its like.
//! Each has its own ids, key, access token and sealed columns, in the product's own format.
//!
//! It writes through the store, many Items a transaction, so that a million takes minutes and not hours. It
//! writes no history: no request that is measured reads one.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock, mpsc};
use std::thread;

use anyhow::{Context as _, Result};
use clap::Parser;
use futures_util::future::try_join_all;
use jiff::{SignedDuration, Timestamp};
use selvedge::config::{Database, FirstKeys, MasterKeySource};
use selvedge::{Settings, Wiring, master_key};
use selvedge_engine::{Answer, Call, Credentials};
use selvedge_model::id::{AccountId, ClientId, ItemId, TeamId};
use selvedge_model::{Ctx, Sensitive};
use selvedge_store::repo::caller::KeyPair;
use selvedge_store::repo::items::{ItemRow, NewItem, Sealed};
use selvedge_store::{Failure, Store};
use selvedge_vault::{ItemKey, Place, TokenKind, Vault};

/// Items a transaction.
const BATCH: usize = 2_000;
/// Statements under way at once: PostgreSQL answers them in one go.
const AHEAD: usize = 24;
/// How long the public tokens live, so that a long measurement does not outlive them.
const PUBLIC_LIFE: SignedDuration = SignedDuration::from_hours(24);
/// The sealed columns of an Item, with their tables.
const COLUMNS: [(Sealed, &str, &str); 3] = [
    (Sealed::Numbers, "items", "numbers"),
    (Sealed::Identity, "item_secrets", "identity"),
    (Sealed::Grant, "item_secrets", "bank_grant"),
];

/// Fills a data directory with Items, and writes `access.txt` and `public.txt` beside it: a token a line.
#[derive(Parser)]
struct Options {
    /// The data directory
    dir: PathBuf,
    /// How many Items
    #[arg(long)]
    items: usize,
    /// How many public tokens, spread over the Items
    #[arg(long, default_value_t = 0)]
    public: usize,
    /// The keys that the first team is given
    #[arg(long, env = "PLAID_CLIENT_ID")]
    client_id: String,
    /// Their secret half
    #[arg(long, env = "PLAID_SECRET")]
    secret: String,
    /// A PostgreSQL database in place of SQLite
    #[arg(long, env = "SELVEDGE_DATABASE_URL")]
    database_url: Option<String>,
}

/// The Item that all others resemble.
struct Template {
    team: TeamId,
    row: ItemRow,
    account_ids: Vec<String>,
    /// In the order of [`COLUMNS`].
    plain: [Option<String>; 3],
}

/// An Item and its tokens, ready to be written.
struct Prepared {
    row: NewItem,
    access: Sensitive,
    public: Vec<(Vec<u8>, Sensitive)>,
}

#[tokio::main]
async fn main() -> Result<()> {
    let options = Options::parse();
    let mut settings = Settings::in_dir(options.dir.join("data"));
    std::fs::create_dir_all(&options.dir)?;
    settings.first_keys = Some(FirstKeys {
        client_id: options.client_id.clone(),
        secret: Sensitive::from(options.secret.as_str()),
    });
    if let Some(url) = &options.database_url {
        settings.database = Database::Postgres(Sensitive::from(url.as_str()));
    }
    let wiring = Wiring::system();
    let app = selvedge::build(&settings, &wiring).await?;
    debug_assert!(matches!(settings.master_key, MasterKeySource::DataDir));
    let key = master_key::find(&settings)?.context("the start made no master key")?;
    let vault = Arc::new(Vault::new(key, settings.environment));
    let template = Arc::new(template(&options, &wiring, &app.engine, &vault).await?);
    fill(&options, &wiring, app.engine.store(), &vault, &template).await?;
    let engine = Arc::into_inner(app.engine).or_else(|| {
        drop(app.router);
        None
    });
    if let Some(engine) = engine {
        engine.close().await;
    }
    Ok(())
}

/// Links one Item and reads it back, opened.
async fn template(
    options: &Options,
    wiring: &Wiring,
    engine: &selvedge_engine::Engine,
    vault: &Vault,
) -> Result<Template> {
    let id = wiring.request_id();
    let credentials = Credentials {
        client_id: ClientId::new(options.client_id.as_str()),
        secret: Sensitive::from(options.secret.as_str()),
    };
    let call = Call {
        ctx: wiring.ctx(&id),
        credentials: &credentials,
        once: None,
        team: &OnceLock::new(),
    };
    let request =
        r#"{"products": ["auth"], "user_auth": {"user_id": "user_good", "auth_token": "pass_good"}}"#;
    let imported = engine
        .import_item(&call, serde_json::from_str(request)?)
        .await
        .map_err(|error| anyhow::anyhow!("cannot link the first Item: {}", error.message))?;
    let Answer::Fresh(imported) = imported else {
        anyhow::bail!("the first Item was linked before");
    };
    let hash = vault.hash_token(imported.access_token.0.expose());
    let secret = vault.hash_secret(&credentials.secret);
    let keys = KeyPair {
        client_id: credentials.client_id.as_str(),
        secret_hash: secret.as_bytes(),
    };
    let reader = engine.store().reader();
    let mut plain = [None, None, None];
    let mut found = None;
    for ((sealed, table, column), plain) in COLUMNS.into_iter().zip(&mut plain) {
        let (team, row) = reader
            .across_teams()
            .caller_with_item(keys, hash.as_bytes(), sealed)
            .await?
            .context("the keys are unknown")?;
        let row = row.context("the first Item is gone")?;
        let dek = row.dek.as_deref().context("the first Item has no key")?;
        let key = vault.item_key(&team, &row.item_id, dek)?;
        if let Some(sealed) = &row.sealed {
            let place = Place::new(table, column, row.item_id.as_str());
            *plain = Some(String::from_utf8(key.open(place, sealed)?.to_vec())?);
        }
        found = Some((team, row));
    }
    let (team, row) = found.context("no column was read")?;
    let accounts: Vec<serde_json::Value> = serde_json::from_str(&row.accounts)?;
    let account_ids = accounts
        .iter()
        .filter_map(|account| account.get("account_id")?.as_str().map(str::to_owned))
        .collect();
    Ok(Template {
        team,
        row,
        account_ids,
        plain,
    })
}

/// Prepares Items on every core and writes them on this task.
async fn fill(
    options: &Options,
    wiring: &Wiring,
    store: &Store,
    vault: &Arc<Vault>,
    template: &Arc<Template>,
) -> Result<()> {
    let cores = thread::available_parallelism()?.get();
    let (sender, batches) = mpsc::sync_channel(2 * cores);
    for core in 0..cores {
        let (sender, wiring) = (sender.clone(), wiring.clone());
        let (vault, template) = (Arc::clone(vault), Arc::clone(template));
        let (items, public) = (options.items, options.public);
        thread::spawn(move || {
            for first in (0..items).step_by(BATCH).skip(core).step_by(cores) {
                let batch: Vec<Prepared> = (first..items.min(first + BATCH))
                    .map(|at| prepare(&wiring.ctx("seed"), &vault, &template, share(public, items, at)))
                    .collect();
                if sender.send(batch).is_err() {
                    return;
                }
            }
        });
    }
    drop(sender);
    let mut access = lines(&options.dir.join("access.txt"))?;
    let mut public = lines(&options.dir.join("public.txt"))?;
    let now = wiring.ctx("seed").now;
    while let Ok(batch) = batches.recv() {
        for item in &batch {
            writeln!(access, "{}", item.access.expose())?;
            for (_, text) in &item.public {
                writeln!(public, "{}", text.expose())?;
            }
        }
        write(store, template.team.clone(), batch, now).await?;
    }
    access.flush()?;
    Ok(public.flush()?)
}

/// How many of `public` tokens the Item at `at` gets, so that all Items together get all of them.
fn share(public: usize, items: usize, at: usize) -> usize {
    public * (at + 1) / items - public * at / items
}

fn lines(path: &Path) -> Result<BufWriter<File>> {
    Ok(BufWriter::new(File::create(path)?))
}

fn prepare(ctx: &Ctx<'_>, vault: &Vault, template: &Template, public: usize) -> Prepared {
    let item_id = ItemId::mint(ctx);
    let team = &template.team;
    let dek = vault.new_item_key(ctx, team, &item_id).into_bytes();
    let sound = "a key that was made a moment ago opens";
    let key = vault.item_key(team, &item_id, &dek).expect(sound);
    let access = vault.access_token(team, &item_id, &dek, 0).expect(sound);
    let own: Vec<String> = template
        .account_ids
        .iter()
        .map(|_| AccountId::mint(ctx).as_str().to_owned())
        .collect();
    let renamed = |text: &str| {
        let pairs = template.account_ids.iter().zip(&own);
        pairs.fold(text.to_owned(), |text, (old, new)| text.replace(old, new))
    };
    let seal = |key: &ItemKey, at: usize| {
        let plain = renamed(template.plain[at].as_ref()?);
        let (_, table, column) = COLUMNS[at];
        let place = Place::new(table, column, item_id.as_str());
        Some(key.seal(ctx, place, plain.as_bytes()))
    };
    let like = &template.row;
    let row = NewItem {
        access_hash: access.hash.as_bytes().to_vec(),
        institution_id: like.institution_id.clone(),
        institution_name: like.institution_name.clone(),
        webhook: like.webhook.clone(),
        products: like.products.clone(),
        billed_products: like.billed_products.clone(),
        auth_method: like.auth_method.clone(),
        error_code: like.error_code.clone(),
        created_at: ctx.now,
        login_expires_at: like.login_expires_at,
        consent_expires_at: like.consent_expires_at,
        verification_due_at: like.verification_due_at,
        user_id: None,
        accounts: renamed(&like.accounts),
        numbers: seal(&key, 0),
        identity: seal(&key, 1),
        grant: seal(&key, 2),
        dek,
        item_id: item_id.clone(),
    };
    let public = (0..public)
        .map(|_| {
            let minted = vault.mint(ctx, TokenKind::Public);
            (minted.hash.as_bytes().to_vec(), minted.text)
        })
        .collect();
    Prepared {
        row,
        access: access.text,
        public,
    }
}

async fn write(store: &Store, team: TeamId, batch: Vec<Prepared>, now: Timestamp) -> Result<(), Failure> {
    let expires_at = now + PUBLIC_LIFE;
    store
        .write(move |tx| {
            Box::pin(async move {
                let scope = tx.team(&team);
                for items in batch.chunks(AHEAD) {
                    try_join_all(items.iter().map(|item| scope.insert_item(&item.row))).await?;
                }
                let tokens: Vec<_> = batch
                    .iter()
                    .flat_map(|item| item.public.iter().map(|(hash, _)| (&item.row.item_id, hash)))
                    .collect();
                for tokens in tokens.chunks(AHEAD) {
                    let inserts = tokens
                        .iter()
                        .map(|(item, hash)| scope.insert_public_token(hash, item, now, expires_at));
                    try_join_all(inserts).await?;
                }
                Ok(())
            })
        })
        .await
}
