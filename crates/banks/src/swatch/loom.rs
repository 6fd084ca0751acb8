//! The loom: which thread lies on top at each crossing of a cloth, and what colour each thread has.
//!
//! It draws nothing; `raster` and `vector` do.

use super::glyph::{self, Glyph};
use crate::draw::Draw;
use crate::institution::Institution;

/// Threads across, and threads down.
pub(super) const THREADS: usize = 38;
/// Threads that make up one stitch of the initial.
const STITCH: usize = 4;
const LEFT: usize = (THREADS - glyph::WIDTH * STITCH) / 2;
const TOP: usize = (THREADS - glyph::HEIGHT * STITCH) / 2;

/// Red, green, blue.
pub(super) type Rgb = [u8; 3];

/// The initial's thread.
pub(super) const PAPER: Rgb = [0xFB, 0xFA, 0xF7];

/// The colours of threads, round the circle of hues. Each stands out from [`PAPER`] by 4.5 to 1 at least.
const HUES: [Rgb; 12] = [
    [0x27, 0x40, 0x8B],
    [0x1F, 0x5F, 0xA8],
    [0x0B, 0x64, 0x77],
    [0x12, 0x66, 0x5A],
    [0x22, 0x70, 0x3A],
    [0x5A, 0x64, 0x14],
    [0x8A, 0x53, 0x00],
    [0xA8, 0x46, 0x0C],
    [0xB0, 0x2A, 0x2A],
    [0x7A, 0x22, 0x30],
    [0x8E, 0x2A, 0x6B],
    [0x5A, 0x3A, 0x99],
];
/// How far round the circle the stripe's colour is from the ground's: no neighbour, which would look like it, and
/// not across, where two colours of one lightness flicker.
const APART: [usize; 6] = [2, 3, 4, 8, 9, 10];

/// How warp and weft cross.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weave {
    Plain,
    Twill,
    /// Most of what runs down is seen.
    WarpFaced,
    /// Most of what runs across is seen.
    WeftFaced,
    Basket,
    /// A twill of broad diagonals.
    Diagonal,
    Herringbone,
}

#[cfg(test)]
const WEAVES: [Weave; 7] = [
    Weave::Plain,
    Weave::Twill,
    Weave::WarpFaced,
    Weave::WeftFaced,
    Weave::Basket,
    Weave::Diagonal,
    Weave::Herringbone,
];

/// Where the threads of the stripe's colour are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sett {
    Down,
    Across,
    Check,
    /// All that run across, so that the weave alone draws.
    Chambray,
}

/// What goes together: bands with a weave that lets them stand, and a weave that draws with plain threads. Each shows
/// where a swatch is small.
const CLOTHS: [(Sett, Weave); 8] = [
    (Sett::Down, Weave::WarpFaced),
    (Sett::Across, Weave::WeftFaced),
    (Sett::Check, Weave::Plain),
    (Sett::Check, Weave::Twill),
    (Sett::Chambray, Weave::WarpFaced),
    (Sett::Chambray, Weave::Basket),
    (Sett::Chambray, Weave::Diagonal),
    (Sett::Chambray, Weave::Herringbone),
];

/// Which of the two colours of the palette a thread has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Thread {
    Ground,
    Stripe,
}

/// What is seen at a crossing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    Initial,
    Around,
    Cloth(Thread),
}

/// A woven cloth.
pub(super) struct Cloth {
    pub(super) weave: Weave,
    /// The colours of the threads that run down, from the left.
    pub(super) warp: Vec<Thread>,
    /// The colours of the threads that run across, from the top.
    pub(super) weft: Vec<Thread>,
    pub(super) palette: [Rgb; 2],
    glyph: Glyph,
}

impl Weave {
    /// After how many threads the crossings repeat, across and down.
    pub(super) const fn repeat(self) -> usize {
        match self {
            Self::Plain => 2,
            Self::Twill | Self::WarpFaced | Self::WeftFaced => 4,
            Self::Basket | Self::Diagonal | Self::Herringbone => 8,
        }
    }

    /// Whether the thread that runs down lies on top.
    pub(super) const fn warp_on_top(self, column: usize, row: usize) -> bool {
        match self {
            Self::Plain => (column + row).is_multiple_of(2),
            Self::Twill => (column + row) % 4 < 2,
            Self::WarpFaced => !(column + 3 * row).is_multiple_of(4),
            Self::WeftFaced => (column + 3 * row).is_multiple_of(4),
            Self::Basket => (column / 4 + row / 4).is_multiple_of(2),
            Self::Diagonal => (column + row) % 8 < 4,
            Self::Herringbone => {
                let across = if column % 8 < 4 {
                    column % 4
                } else {
                    3 - column % 4
                };
                (across + row) % 4 < 2
            }
        }
    }
}

impl Cloth {
    /// The cloth of an institution.
    pub(super) fn of(institution: &Institution) -> Self {
        let mut draw = Draw::of(&["swatch", institution.id.as_str()]);
        let palette = palette(&mut draw);
        let cloth = draw.pick(&CLOTHS).copied();
        let (sett, weave) = cloth.unwrap_or((Sett::Check, Weave::Plain));
        let bands = bands(&mut draw);
        let all = |thread| vec![thread; THREADS];
        let (warp, weft) = match sett {
            Sett::Down => (bands, all(Thread::Ground)),
            Sett::Across => (all(Thread::Ground), bands),
            Sett::Check => (bands.clone(), bands),
            Sett::Chambray => (all(Thread::Ground), all(Thread::Stripe)),
        };
        Self {
            weave,
            warp,
            weft,
            palette,
            glyph: glyph::initial(&institution.name),
        }
    }

    /// Whether the initial covers the crossing: a stitch of it, or the slope that joins two stitches which
    /// otherwise would touch at a corner only.
    pub(super) fn is_initial(&self, column: usize, row: usize) -> bool {
        let (Some(across), Some(down)) = (column.checked_sub(LEFT), row.checked_sub(TOP)) else {
            return false;
        };
        let (stitch, line) = (across / STITCH, down / STITCH);
        if glyph::shows(&self.glyph, stitch, line) {
            return true;
        }
        let (within, below) = (across % STITCH, down % STITCH);
        let far = STITCH - 1;
        [
            (
                stitch.checked_sub(1),
                line.checked_sub(1),
                far - within,
                far - below,
            ),
            (stitch.checked_sub(1), Some(line + 1), far - within, below),
            (Some(stitch + 1), line.checked_sub(1), within, far - below),
            (Some(stitch + 1), Some(line + 1), within, below),
        ]
        .into_iter()
        .any(|(side, level, nearer_side, nearer_level)| match (side, level) {
            (Some(side), Some(level)) => {
                nearer_side + nearer_level > far
                    && glyph::shows(&self.glyph, side, line)
                    && glyph::shows(&self.glyph, stitch, level)
                    && !glyph::shows(&self.glyph, side, level)
            }
            _ => false,
        })
    }

    /// What is seen at a crossing. One thread around the initial stays plain, to set it off.
    pub(super) fn face(&self, column: usize, row: usize) -> Face {
        if self.is_initial(column, row) {
            return Face::Initial;
        }
        let near = |place: usize| place.saturating_sub(1)..=place + 1;
        if near(column).any(|across| near(row).any(|down| self.is_initial(across, down))) {
            return Face::Around;
        }
        let seen = if self.weave.warp_on_top(column, row) {
            self.warp.get(column)
        } else {
            self.weft.get(row)
        };
        Face::Cloth(seen.copied().unwrap_or(Thread::Ground))
    }
}

/// Ground and stripe.
fn palette(draw: &mut Draw) -> [Rgb; 2] {
    let places: Vec<usize> = (0..HUES.len()).collect();
    let ground = draw.pick(&places).copied().unwrap_or_default();
    let stripe = ground + draw.pick(&APART).copied().unwrap_or_default();
    [ground, stripe].map(|place| HUES.iter().cycle().nth(place).copied().unwrap_or_default())
}

/// Bands of drawn widths, the same read from either side, and wide enough to be told apart where a swatch is small.
fn bands(draw: &mut Draw) -> Vec<Thread> {
    let mut half = Vec::with_capacity(THREADS);
    while half.len() < THREADS / 2 {
        let widths = [
            (Thread::Ground, draw.between(3, 8)),
            (Thread::Stripe, draw.between(3, 7)),
        ];
        for (thread, width) in widths {
            half.extend((0..width).map(|_| thread));
        }
    }
    half.truncate(THREADS / 2);
    half.iter().chain(half.iter().rev()).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG 2 defines it.
    #[expect(
        clippy::float_arithmetic,
        reason = "the definition is a formula of real numbers"
    )]
    fn luminance(colour: Rgb) -> f64 {
        let [red, green, blue] = colour.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    #[test]
    fn the_initial_stands_out_from_every_thread() {
        for colour in HUES {
            let contrast = (luminance(PAPER) + 0.05) / (luminance(colour) + 0.05);
            assert!(contrast >= 4.5, "{colour:02x?} has {contrast:.2}");
        }
    }

    #[test]
    fn a_weave_repeats_as_it_says() {
        for weave in WEAVES {
            let repeat = weave.repeat();
            for (column, row) in (0..16).flat_map(|column| (0..16).map(move |row| (column, row))) {
                assert_eq!(
                    weave.warp_on_top(column, row),
                    weave.warp_on_top(column % repeat, row % repeat),
                    "{weave:?} at {column}, {row}"
                );
            }
        }
    }

    #[test]
    fn bands_are_symmetric_and_covers_the_cloth() {
        let sett = bands(&mut Draw::of(&["any"]));
        assert_eq!(sett.len(), THREADS);
        assert!(sett.iter().eq(sett.iter().rev()));
        assert!(sett.contains(&Thread::Ground) && sett.contains(&Thread::Stripe));
    }
}
