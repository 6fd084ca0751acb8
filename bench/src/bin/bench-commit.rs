//! What the disk and SQLite allow: one-time updates of a table like ours, by clients in this very process,
//! whose changes share a durable commit. Beside it, how often the disk syncs in a second.
//!
//! It knows nothing of Selvedge: no HTTP, no keys, no tokens but their bytes.

use std::fs::{self, OpenOptions};
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::Parser;
use rusqlite::{Connection, params};
use tokio::sync::{mpsc, oneshot};

/// The most updates that share a commit.
const BATCH: usize = 512;
/// The table, in the shape of the product's.
const TABLE: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 4096;
    CREATE TABLE tokens (
      team TEXT NOT NULL, hash BLOB NOT NULL, item TEXT NOT NULL,
      created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, used_at BIGINT,
      PRIMARY KEY (team, hash)
    );
    CREATE INDEX tokens_item ON tokens (team, item);";
const USE: &str = "UPDATE tokens SET used_at = ?1 WHERE team = ?2 AND hash = ?3 AND used_at IS NULL";
const TEAM: &str = "team_0123456789abcdef";

/// Measures one-time durable updates in this process.
#[derive(Parser)]
struct Options {
    /// Where to put the database
    dir: PathBuf,
    /// How many clients, each waiting for its answer before its next update
    #[arg(long, value_delimiter = ',')]
    clients: Vec<usize>,
    /// For how long each number of clients works
    #[arg(long)]
    seconds: f64,
    /// How many tokens there are
    #[arg(long)]
    tokens: u64,
}

type Job = (u64, oneshot::Sender<()>);

#[tokio::main]
async fn main() -> Result<()> {
    let options = Options::parse();
    fs::create_dir_all(&options.dir)?;
    let path = options.dir.join("commit.db");
    for ending in ["", "-wal", "-shm"] {
        drop(fs::remove_file(format!("{}{ending}", path.display())));
    }
    let connection = fill(&path, options.tokens)?;
    let (queue, jobs) = mpsc::unbounded_channel();
    let writer = thread::spawn(move || write(connection, jobs));
    let mut next = 0;
    let mut figures = serde_json::Map::new();
    for &clients in &options.clients {
        let (done, elapsed) = run(&queue, clients, options.seconds, &mut next).await;
        figures.insert(clients.to_string(), (done as f64 / elapsed).into());
    }
    drop(queue);
    writer.join().expect("the writer panicked")?;
    figures.insert("fsync".to_owned(), syncs(&options.dir, options.seconds)?.into());
    println!("{}", serde_json::Value::Object(figures));
    Ok(())
}

fn hash(number: u64) -> [u8; 16] {
    // A bijection that scatters: neighbours in time are not neighbours in the index, as with real hashes.
    let low = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let high = (low ^ (low >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (u128::from(high) << 64 | u128::from(low)).to_be_bytes()
}

fn fill(path: &Path, tokens: u64) -> Result<Connection> {
    let mut connection = Connection::open(path)?;
    connection.execute_batch(TABLE)?;
    let tx = connection.transaction()?;
    {
        let mut insert = tx.prepare("INSERT INTO tokens VALUES (?1, ?2, ?3, 0, 0, NULL)")?;
        for number in 0..tokens {
            insert.execute(params![TEAM, hash(number), format!("{:037}", number / 64)])?;
        }
    }
    tx.commit()?;
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(()))?;
    Ok(connection)
}

fn write(connection: Connection, mut jobs: mpsc::UnboundedReceiver<Job>) -> Result<()> {
    let mut update = connection.prepare(USE)?;
    while let Some(first) = jobs.blocking_recv() {
        let mut batch = vec![first];
        while batch.len() < BATCH
            && let Ok(job) = jobs.try_recv()
        {
            batch.push(job);
        }
        connection.execute_batch("BEGIN IMMEDIATE")?;
        for (number, _) in &batch {
            let changed = update.execute(params![1, TEAM, hash(*number)])?;
            anyhow::ensure!(changed == 1, "token {number} was used before");
        }
        connection.execute_batch("COMMIT")?;
        for (_, done) in batch {
            // A client that stopped waiting is none of ours.
            let _gone = done.send(());
        }
    }
    Ok(())
}

/// How many updates were acknowledged, and in how many seconds.
async fn run(queue: &mpsc::UnboundedSender<Job>, clients: usize, seconds: f64, next: &mut u64) -> (u64, f64) {
    let start = Instant::now();
    let until = start + Duration::from_secs_f64(seconds);
    let counter = std::sync::Arc::new(std::sync::atomic::AtomicU64::new(*next));
    let tasks: Vec<_> = (0..clients)
        .map(|_| {
            let (queue, counter) = (queue.clone(), std::sync::Arc::clone(&counter));
            tokio::spawn(async move {
                while Instant::now() < until {
                    let number = counter.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                    let (done, answer) = oneshot::channel();
                    queue.send((number, done)).expect("the writer is gone");
                    answer.await.expect("the writer failed: are there enough tokens?");
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("a client failed");
    }
    let end = counter.load(std::sync::atomic::Ordering::Relaxed);
    let done = end - *next;
    *next = end;
    (done, start.elapsed().as_secs_f64())
}

/// Syncs a second of a file that is overwritten in place, 4 KiB each time.
fn syncs(dir: &Path, seconds: f64) -> Result<f64> {
    let path = dir.join("sync");
    let file = OpenOptions::new()
        .create(true)
        .truncate(true)
        .write(true)
        .open(&path)?;
    let block = [7; 4096];
    file.write_all_at(&[0; 64 * 4096], 0)?;
    file.sync_all()?;
    let start = Instant::now();
    let mut count = 0_u32;
    while start.elapsed().as_secs_f64() < seconds {
        file.write_all_at(&block, u64::from(count % 64) * 4096)?;
        file.sync_data()?;
        count += 1;
    }
    let rate = f64::from(count) / start.elapsed().as_secs_f64();
    fs::remove_file(path)?;
    Ok(rate)
}
