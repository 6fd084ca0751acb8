//! The `[limits]` table of the configuration file.

use super::ConfigError;
use super::file::wrong_kind;
use selvedge_web::Limits;
use std::path::Path;
use std::time::Duration;
use toml::Table;

/// A key of the table.
struct Limit {
    name: &'static str,
    least: u32,
    most: u32,
    set: fn(&mut Limits, u32),
}

const fn limit(name: &'static str, least: u32, most: u32, set: fn(&mut Limits, u32)) -> Limit {
    Limit {
        name,
        least,
        most,
        set,
    }
}

const HOUR: u32 = 3_600;

const ALL: &[Limit] = &[
    limit("first_byte_seconds", 1, HOUR, |limits, value| {
        limits.first_byte = seconds(value);
    }),
    limit("head_seconds", 1, HOUR, |limits, value| {
        limits.head = seconds(value);
    }),
    limit("body_seconds", 1, HOUR, |limits, value| {
        limits.body = seconds(value);
    }),
    limit("idle_seconds", 1, HOUR, |limits, value| {
        limits.idle = seconds(value);
    }),
    limit("grace_seconds", 0, HOUR, |limits, value| {
        limits.grace = seconds(value);
    }),
    limit("head_bytes", 8_192, 1_048_576, |limits, value| {
        limits.head_bytes = count(value);
    }),
    limit("body_budget_bytes", 2_097_152, u32::MAX, |limits, value| {
        limits.body_budget = count(value);
    }),
    limit("connections", 1, 1_000_000, |limits, value| {
        limits.connections = count(value);
    }),
    limit("connections_per_ip", 1, 1_000_000, |limits, value| {
        limits.connections_per_ip = count(value);
    }),
    limit("h2_streams", 1, 10_000, |limits, value| limits.h2_streams = value),
];

/// Reads the table into `limits`.
pub(super) fn read(path: &Path, table: &Table, limits: &mut Limits) -> Result<(), ConfigError> {
    for (name, value) in table {
        let key = format!("limits.{name}");
        let Some(limit) = ALL.iter().find(|limit| limit.name == name) else {
            let known = ALL.iter().map(|limit| limit.name).collect();
            return Err(ConfigError::UnknownKey {
                path: path.to_owned(),
                key,
                known,
            });
        };
        let number = value.as_integer().and_then(|number| u32::try_from(number).ok());
        let Some(number) = number.filter(|number| (limit.least..=limit.most).contains(number)) else {
            let takes = format!("a whole number from {} to {}", limit.least, limit.most);
            return Err(wrong_kind(path, &key, value, &takes));
        };
        (limit.set)(limits, number);
    }
    Ok(())
}

fn seconds(value: u32) -> Duration {
    Duration::from_secs(value.into())
}

fn count(value: u32) -> usize {
    usize::try_from(value).unwrap_or(usize::MAX)
}

/// The names of the limits.
#[cfg(test)]
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    ALL.iter().map(|limit| limit.name)
}

/// Each limit with the least and the most it takes.
#[cfg(test)]
pub(super) fn ranges() -> impl Iterator<Item = (&'static str, u32, u32)> {
    ALL.iter().map(|limit| (limit.name, limit.least, limit.most))
}
