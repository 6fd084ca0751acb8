//! The processor time of a request as bars, in a picture that needs no script and no font of ours.

use std::fmt::Write as _;

use crate::plan::Results;

const ROW: usize = 30;
const LEFT: usize = 190;
const WIDTH: usize = 760;
const TOP: usize = 46;

/// Draws processor time per request at 16 connections; shorter is better.
pub(crate) fn draw(results: &Results) -> String {
    let names = [
        ("floor", "axum, static answer"),
        ("10 k", "/auth/get, 10 k Items"),
        ("1 M", "/auth/get, 1 M Items"),
        ("10 k logged", "with an access line"),
        ("10 k TLS", "with TLS"),
    ];
    let bars: Vec<(&str, f64)> = names
        .iter()
        .filter_map(|(key, label)| Some((*label, results.pinned.get(&format!("{key} · 16"))?.cpu_us)))
        .chain(
            results
                .exchange
                .get(&64)
                .map(|figure| ("exchange, 64 connections", figure.cpu_us)),
        )
        .collect();
    let longest = bars.iter().map(|(_, value)| *value).fold(1.0, f64::max);
    let height = TOP + ROW * bars.len() + 10;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\">\n\
         <title>Processor time of a request</title>\n\
         <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#fff\"/>\n\
         <text x=\"12\" y=\"26\" font-size=\"15\" fill=\"#222\">Processor time of a request, µs on one core</text>\n"
    );
    for (at, (label, value)) in bars.iter().enumerate() {
        let top = TOP + ROW * at;
        let room = (WIDTH - LEFT - 70) as f64;
        let length = (room * value / longest).round();
        let fill = if at == 0 { "#9aa5b1" } else { "#3b6ea5" };
        // Writing to a string cannot fail.
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\" fill=\"#222\">{label}</text>\
             <rect x=\"{LEFT}\" y=\"{top}\" width=\"{length}\" height=\"20\" fill=\"{fill}\"/>\
             <text x=\"{}\" y=\"{}\" fill=\"#222\">{value:.1}</text>",
            LEFT - 10,
            top + 15,
            LEFT as f64 + length + 8.0,
            top + 15,
        );
    }
    svg + "</svg>\n"
}
