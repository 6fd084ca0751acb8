//! A cloth as SVG: stripes across, stripes down seen through a mask of the weave, the initial, and the
//! light on the threads as a repeating pattern.
//!
//! Only presentation attributes: no style sheet and no script, so the strictest page can show it.

use super::SIDE;
use super::loom::{Cloth, PAPER, Rgb, THREADS, Thread};
use crate::institution::Institution;

/// Units along the side of a crossing.
const CELL: usize = 4;

pub(super) fn draw(cloth: &Cloth, institution: &Institution) -> String {
    let [ground, stripe] = cloth.palette.map(hex);
    let id = institution.id.as_str();
    let paper = hex(PAPER);
    let tile = cloth.weave.repeat() * CELL;
    let initial = cells(|column, row| cloth.is_initial(column, row), THREADS);
    let warp_on_top = cells(
        |column, row| cloth.weave.warp_on_top(column, row),
        cloth.weave.repeat(),
    );
    let pattern = format!(r#"width="{tile}" height="{tile}" patternUnits="userSpaceOnUse""#);
    let whole = format!(r#"width="{SIDE}" height="{SIDE}""#);
    let mut svg =
        format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" {whole} role="img">"#);
    let parts = [
        format!("<title>{}</title>", escaped(&institution.name)),
        format!(
            r##"<defs><pattern id="{id}-weave" {pattern}><path fill="#fff" d="{warp_on_top}"/></pattern>"##
        ),
        format!(r#"<pattern id="{id}-light" {pattern}>{}</pattern>"#, light(cloth)),
        format!(r#"<mask id="{id}-warp"><rect {whole} fill="url(#{id}-weave)"/></mask></defs>"#),
        format!(r#"<rect {whole} fill="{ground}"/>"#),
        format!(
            r#"<path fill="{stripe}" d="{}"/>"#,
            bands(&cloth.weft, Run::Across)
        ),
        format!(r#"<g mask="url(#{id}-warp)"><rect {whole} fill="{ground}"/>"#),
        format!(
            r#"<path fill="{stripe}" d="{}"/></g>"#,
            bands(&cloth.warp, Run::Down)
        ),
        format!(r#"<path fill="{paper}" stroke="{ground}" stroke-width="8" d="{initial}"/>"#),
        format!(r#"<path fill="{paper}" d="{initial}"/>"#),
        format!(r#"<rect {whole} fill="url(#{id}-light)"/></svg>"#),
    ];
    svg.extend(parts);
    svg
}

#[derive(Clone, Copy)]
enum Run {
    Across,
    Down,
}

/// The stripes of a set of threads, as one path.
fn bands(threads: &[Thread], run: Run) -> String {
    let stripes = runs(threads.iter().map(|thread| *thread == Thread::Stripe));
    let bands = stripes.into_iter().map(|(offset, width)| match run {
        Run::Across => format!("M0 {offset}h{SIDE}v{width}h-{SIDE}z"),
        Run::Down => format!("M{offset} 0h{width}v{SIDE}h-{width}z"),
    });
    bands.collect()
}

/// The crossings that satisfy `covers`, runs of a row joined, as one path.
fn cells(covers: impl Fn(usize, usize) -> bool, side: usize) -> String {
    let rows = (0..side).flat_map(|row| {
        let line = runs((0..side).map(|column| covers(column, row)));
        line.into_iter()
            .map(move |(x, width)| format!("M{x} {}h{width}v{CELL}h-{width}z", row * CELL))
    });
    rows.collect()
}

/// Where the runs of `true` begin and how long they are, in units.
fn runs(line: impl Iterator<Item = bool>) -> Vec<(usize, usize)> {
    let line: Vec<bool> = line.collect();
    let mut runs = Vec::new();
    let mut start = 0;
    for group in line.chunk_by(|left, right| left == right) {
        if group.first() == Some(&true) {
            runs.push((start * CELL, group.len() * CELL));
        }
        start += group.len();
    }
    runs
}

/// Bright and shaded edges of the threads within one repeat.
fn light(cloth: &Cloth) -> String {
    let (mut bright, mut shaded) = (String::new(), String::new());
    let repeat = cloth.weave.repeat();
    for row in 0..repeat {
        for column in 0..repeat {
            let (x, y, far) = (column * CELL, row * CELL, CELL - 1);
            let edges = if cloth.weave.warp_on_top(column, row) {
                (
                    format!("M{x} {y}v{CELL}h1v-{CELL}z"),
                    format!("M{} {y}v{CELL}h1v-{CELL}z", x + far),
                )
            } else {
                (
                    format!("M{x} {y}h{CELL}v1h-{CELL}z"),
                    format!("M{x} {}h{CELL}v1h-{CELL}z", y + far),
                )
            };
            bright += &edges.0;
            shaded += &edges.1;
        }
    }
    format!(
        r##"<path fill="#fff" fill-opacity=".14" d="{bright}"/><path fill="#000" fill-opacity=".2" d="{shaded}"/>"##
    )
}

fn hex(colour: Rgb) -> String {
    format!("#{}", selvedge_model::id::hex(&colour))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
