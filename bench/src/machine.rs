//! What the kernel counted: processor time of processes and of everybody, memory, processes by name.

use std::fs;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

/// The kernel's clock tick in `/proc`.
const TICK: Duration = Duration::from_millis(10);

/// Processor time of the threads of `pid`, exactly.
pub(crate) fn cpu(pid: u32) -> Duration {
    let threads = fs::read_dir(format!("/proc/{pid}/task"))
        .into_iter()
        .flatten()
        .flatten();
    let nanoseconds = threads
        .filter_map(|thread| fs::read_to_string(thread.path().join("schedstat")).ok())
        .filter_map(|text| text.split(' ').next()?.parse::<u64>().ok());
    Duration::from_nanos(nanoseconds.sum())
}

/// Resident memory of `pid` in bytes, mapped files counted.
pub(crate) fn resident(pid: u32) -> Result<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kibibytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    Ok(kibibytes.context("the kernel shows no VmRSS")? * 1024)
}

/// A moment, with what everybody and the programs that we waited for have used until then.
#[derive(Clone, Copy)]
pub(crate) struct Moment {
    at: Instant,
    everybody: Duration,
    waited_for: Duration,
}

impl Moment {
    pub(crate) fn now() -> Result<Self> {
        let all = fs::read_to_string("/proc/stat")?;
        let fields: Vec<u32> = all
            .lines()
            .next()
            .unwrap_or_default()
            .split_ascii_whitespace()
            .skip(1)
            .filter_map(|field| field.parse().ok())
            .collect();
        // user, nice, system, idle, iowait, irq, softirq, steal
        let busy = [0, 1, 2, 5, 6, 7].iter().filter_map(|at| fields.get(*at));
        let own = fs::read_to_string("/proc/self/stat")?;
        // After the name, which may hold spaces: children's user and system time are the 14th and 15th.
        let (_, own) = own.rsplit_once(')').context("the kernel shows no own times")?;
        let children = own.split_ascii_whitespace().skip(13).take(2);
        Ok(Self {
            at: Instant::now(),
            everybody: TICK * busy.sum::<u32>(),
            waited_for: TICK
                * children
                    .filter_map(|field| field.parse::<u32>().ok())
                    .sum::<u32>(),
        })
    }

    /// How many cores anything else than `ours` and the programs that we waited for has used since.
    pub(crate) fn foreign_since(&self, ours: Duration) -> Result<f64> {
        let now = Self::now()?;
        let everybody = now.everybody.saturating_sub(self.everybody);
        let known = now.waited_for.saturating_sub(self.waited_for) + ours;
        Ok(everybody.saturating_sub(known).as_secs_f64() / (now.at - self.at).as_secs_f64())
    }
}

/// The processes of the PostgreSQL server that listens on `port`.
pub(crate) fn postgres_on(port: u16) -> Vec<u32> {
    let mut all = Vec::new();
    let mut server = None;
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(pid) = entry
            .file_name()
            .to_str()
            .and_then(|name| name.parse::<u32>().ok())
        else {
            continue;
        };
        let read = |name: &str| fs::read_to_string(entry.path().join(name)).unwrap_or_default();
        if read("comm").trim() != "postgres" {
            continue;
        }
        let words: Vec<String> = read("cmdline").split('\0').map(str::to_owned).collect();
        if words
            .windows(2)
            .any(|pair| pair[0] == "-p" && pair[1] == port.to_string())
        {
            server = Some(pid);
        }
        let stat = read("stat");
        let parent = stat
            .rsplit_once(')')
            .and_then(|(_, rest)| rest.split(' ').nth(2)?.parse().ok());
        all.push((pid, parent));
    }
    let ours =
        |(pid, parent): &(u32, Option<u32>)| server.is_some() && (Some(*pid) == server || *parent == server);
    all.into_iter().filter(ours).map(|(pid, _)| pid).collect()
}

/// The middle of some figures.
pub(crate) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    match figures.len() {
        0 => f64::NAN,
        odd if odd % 2 == 1 => figures[odd / 2],
        even => f64::midpoint(figures[even / 2 - 1], figures[even / 2]),
    }
}
