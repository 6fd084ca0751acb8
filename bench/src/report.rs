//! The figures as a table, each beside what it should be.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::load::Figure;
use crate::plan::{EXCHANGERS, READERS, Results};

/// What a figure should be, the bound of passing and that of being superb.
#[derive(Clone, Copy)]
enum Target {
    AtLeast(f64, f64),
    AtMost(f64, f64),
}

/// One line: a name, a figure, what it should be.
pub(crate) struct Line {
    pub(crate) name: String,
    pub(crate) value: f64,
    unit: &'static str,
    target: Option<Target>,
    /// Whether foreign work got in the way, so that the verdict is worth little.
    disturbed: bool,
}

impl Line {
    fn new(name: impl Into<String>, value: f64, unit: &'static str, target: Option<Target>) -> Self {
        Self {
            name: name.into(),
            value,
            unit,
            target,
            disturbed: false,
        }
    }

    /// Superb, passed or missed; nothing where nothing was promised.
    fn verdict(&self) -> &'static str {
        let reached = |bound: f64, least: bool| {
            if least {
                self.value >= bound
            } else {
                self.value <= bound
            }
        };
        let (pass, superb, least) = match self.target {
            None => return "",
            Some(Target::AtLeast(pass, superb)) => (pass, superb, true),
            Some(Target::AtMost(pass, superb)) => (pass, superb, false),
        };
        match (reached(superb, least), reached(pass, least)) {
            (true, _) => "superb",
            (false, true) => "pass",
            (false, false) => "missed",
        }
    }

    fn bounds(&self) -> (String, String) {
        match self.target {
            None => Default::default(),
            Some(Target::AtLeast(pass, superb)) => (format!("≥ {pass}"), format!("≥ {superb}")),
            Some(Target::AtMost(pass, superb)) => (format!("≤ {pass}"), format!("≤ {superb}")),
        }
    }
}

/// A figure as a person reads it.
fn number(value: f64) -> String {
    let digits = match value.abs() {
        big if big >= 100.0 => 0,
        middle if middle >= 10.0 => 1,
        _ => 2,
    };
    let text = format!("{value:.digits$}");
    let (whole, rest) = text
        .split_once('.')
        .map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    rest.map_or(grouped.clone(), |rest| format!("{grouped}.{rest}"))
}

/// The share of what the floor does with the same processor time.
fn share(floor: Option<&Figure>, figure: Option<&Figure>) -> Option<f64> {
    Some(floor?.cpu_us / figure?.cpu_us)
}

fn rate(floor: Option<&Figure>, figure: Option<&Figure>) -> Option<f64> {
    Some(figure?.per_second / floor?.per_second)
}

/// The figures that have a target.
pub(crate) fn lines(results: &Results) -> Vec<Line> {
    use Target::{AtLeast, AtMost};
    let pinned = |name: &str| results.pinned.get(&format!("{name} · 16"));
    let shared = |name: &str| results.shared.get(&format!("{name} · 64"));
    let ir = |name: &str| results.instructions.get(name).map(|count| count / 1e3);
    let call = |name: &str| results.calls.get(name);
    let exchange = results.exchange.get(&64).zip(results.commit.get(&64));
    let tail = pinned("10 k").map(|figure| figure.p99_us / figure.p50_us);
    let mut lines = Vec::new();
    let mut add = |name: &str, value: Option<f64>, unit: &'static str, target: Option<Target>| {
        lines.extend(value.map(|value| Line::new(name, value, unit, target)));
    };
    add(
        "/auth/get, 10 k Items, 16 connections",
        share(pinned("floor"), pinned("10 k")),
        "of the floor",
        Some(AtLeast(0.35, 0.55)),
    );
    add(
        "the same with an access line",
        share(pinned("floor"), pinned("10 k logged")),
        "of the floor",
        Some(AtLeast(0.25, 0.40)),
    );
    add(
        "the same with TLS",
        rate(pinned("10 k"), pinned("10 k TLS")),
        "of plain",
        Some(AtLeast(0.85, 0.93)),
    );
    add(
        "1 M Items",
        share(pinned("10 k"), pinned("1 M")),
        "of 10 k",
        Some(AtLeast(0.7, 0.8)),
    );
    add(
        "PostgreSQL, 1 M Items, 64 connections",
        rate(shared("SQLite 1 M"), shared("PostgreSQL 1 M")),
        "of SQLite",
        Some(AtLeast(0.4, 0.8)),
    );
    add("p99 / p50 at 16 connections", tail, "×", Some(AtMost(5.0, 3.0)));
    add(
        "instructions of an /auth/get",
        ir("/auth/get"),
        "thousand",
        Some(AtMost(100.0, 60.0)),
    );
    add("instructions of the floor", ir("floor"), "thousand", None);
    add("instructions of an exchange", ir("exchange"), "thousand", None);
    add(
        "system calls of an /auth/get, 16 connections",
        call("/auth/get · 16").map(|calls| calls.all),
        "calls",
        None,
    );
    add(
        "exchange, 64 connections",
        exchange.map(|(ours, floor)| ours.per_second / floor),
        "of in-process commits",
        Some(AtLeast(0.4, 0.6)),
    );
    add(
        "syncs of an exchange, alone",
        call("exchange · 1").map(|calls| calls.syncs),
        "syncs",
        Some(AtMost(1.02, 1.02)),
    );
    add(
        "syncs of an exchange, 64 connections",
        call("exchange · 64").map(|calls| calls.syncs),
        "syncs",
        None,
    );
    for (name, figure) in &results.start_up {
        add(
            &format!("start to first answer, {name} Items, median"),
            Some(figure.median),
            "ms",
            Some(AtMost(50.0, 15.0)),
        );
        add(
            &format!("start to first answer, {name} Items, least"),
            Some(figure.least),
            "ms",
            None,
        );
    }
    add(
        "memory, idle",
        Some(results.memory.idle_mb),
        "MB",
        Some(AtMost(40.0, 20.0)),
    );
    add(
        "memory, after load at 10 k Items",
        Some(results.memory.loaded_mb),
        "MB",
        Some(AtMost(60.0, 30.0)),
    );
    add(
        "memory of an idle connection",
        Some(results.memory.connection_kb),
        "kB",
        Some(AtMost(40.0, 20.0)),
    );
    add("binary", Some(results.binary_mb), "MB", Some(AtMost(30.0, 20.0)));
    for line in &mut lines {
        line.disturbed = !quiet(results, &line.name);
    }
    lines
}

/// Whether the timed figures behind a line were taken in quiet; counts need none.
fn quiet(results: &Results, name: &str) -> bool {
    let all = |figures: Vec<&Figure>| figures.iter().all(|figure| figure.quiet);
    match name {
        "exchange, 64 connections" => all(results.exchange.values().collect()),
        name if name.starts_with("PostgreSQL") => all(results.shared.values().collect()),
        name if name.starts_with("/auth/get")
            || name.starts_with("the same")
            || name.starts_with("1 M")
            || name.starts_with("p99") =>
        {
            all(results.pinned.values().collect())
        }
        _ => true,
    }
}

/// The whole result in Markdown.
pub(crate) fn table(results: &Results) -> String {
    let mut out = String::from("| what | figure | | pass | superb | |\n|---|--:|---|--:|--:|---|\n");
    for line in lines(results) {
        let (pass, superb) = line.bounds();
        let value = number(line.value);
        let verdict = match (line.verdict(), line.disturbed) {
            ("", _) => String::new(),
            (verdict, false) => verdict.to_owned(),
            (verdict, true) => format!("{verdict}, disturbed"),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "| {} | **{value}** | {} | {pass} | {superb} | {verdict} |",
            line.name, line.unit
        );
    }
    out += "\n| load | clients | requests/s | CPU µs | p50 µs | p99 µs | samples |\n|---|--:|--:|--:|--:|--:|---|\n";
    let mut row = |name: &str, clients: u32, figure: Option<&Figure>| {
        let Some(figure) = figure else { return };
        let _ = writeln!(
            out,
            "| {name} | {clients} | {} | {} | {} | {} | {} {} |",
            number(figure.per_second.round()),
            number(figure.cpu_us),
            number(figure.p50_us.round()),
            number(figure.p99_us.round()),
            figure.samples,
            if figure.quiet { "quiet" } else { "disturbed" },
        );
    };
    for (group, figures, names) in [
        (
            "one core",
            &results.pinned,
            &["floor", "10 k", "10 k logged", "10 k TLS", "1 M"][..],
        ),
        (
            "all cores",
            &results.shared,
            &["SQLite 10 k", "SQLite 1 M", "PostgreSQL 10 k", "PostgreSQL 1 M"],
        ),
    ] {
        for name in names {
            for clients in READERS {
                row(
                    &format!("{name}, {group}"),
                    clients,
                    figures.get(&format!("{name} · {clients}")),
                );
            }
        }
    }
    for clients in EXCHANGERS {
        row("exchange, one core", clients, results.exchange.get(&clients));
    }
    out += "\n| in process, one core | updates/s |\n|---|--:|\n";
    for (clients, rate) in &results.commit {
        let _ = writeln!(
            out,
            "| {clients} clients, shared commits | {} |",
            number(rate.round())
        );
    }
    let _ = writeln!(out, "| the disk, syncs | {} |", number(results.fsync.round()));
    out
}

/// Where the figures stand in the document.
const MARKS: (&str, &str) = ("<!-- figures -->\n", "<!-- end of figures -->");

/// Puts the table into the document.
pub(crate) fn write(path: &Path, table: &str, results: &Results) -> Result<()> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let (before, rest) = text
        .split_once(MARKS.0)
        .context("the document has no place for figures")?;
    let (_, after) = rest
        .split_once(MARKS.1)
        .context("the place for figures has no end")?;
    let extent = if results.quick {
        "A short run"
    } else {
        "A full run"
    };
    let figures = format!("\n{extent} on {} cores.\n\n{table}\n", results.cores);
    fs::write(path, [before, MARKS.0, &figures, MARKS.1, after].concat())?;
    Ok(())
}
