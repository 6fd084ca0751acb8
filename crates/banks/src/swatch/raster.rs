//! A cloth as a PNG image with a palette: four by four pixels a crossing, lit from the upper left.
//!
//! Nine colours suffice, so the image stays at a few kilobytes.

use super::SIDE;
use super::loom::{Cloth, Face, PAPER, Rgb, THREADS, Thread};

/// Pixels along the side of a crossing.
const CELL: usize = 4;

/// How brightly a pixel of a thread is lit.
#[derive(Clone, Copy)]
enum Light {
    Bright,
    Even,
    Shaded,
}

impl Light {
    /// Where the palette has it among the three of its colour.
    const fn place(self) -> u8 {
        match self {
            Self::Bright => 0,
            Self::Even => 1,
            Self::Shaded => 2,
        }
    }
}

pub(super) fn draw(cloth: &Cloth) -> Result<Vec<u8>, png::EncodingError> {
    let mut image = Vec::new();
    let mut encoder = png::Encoder::new(&mut image, SIDE, SIDE);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette(cloth));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels(cloth))?;
    writer.finish()?;
    Ok(image)
}

/// The three colours, each bright, even and shaded.
fn palette(cloth: &Cloth) -> Vec<u8> {
    let [ground, stripe] = cloth.palette;
    [ground, stripe, PAPER]
        .into_iter()
        .flat_map(|colour| [Light::Bright, Light::Even, Light::Shaded].map(|light| lit(colour, light)))
        .flatten()
        .collect()
}

fn lit(colour: Rgb, light: Light) -> Rgb {
    colour.map(|part| {
        let part = u16::from(part);
        let lit = match light {
            Light::Bright => part + (255 - part) / 7,
            Light::Even => part,
            Light::Shaded => part * 4 / 5,
        };
        u8::try_from(lit).unwrap_or(u8::MAX)
    })
}

fn pixels(cloth: &Cloth) -> Vec<u8> {
    let side = THREADS * CELL;
    let mut pixels = Vec::with_capacity(side * side);
    for row in 0..THREADS {
        let colours: Vec<u8> = (0..THREADS)
            .map(|column| match cloth.face(column, row) {
                Face::Cloth(Thread::Ground) | Face::Around => 0,
                Face::Cloth(Thread::Stripe) => 1,
                Face::Initial => 2,
            })
            .collect();
        for y in 0..CELL {
            for (column, colour) in colours.iter().enumerate() {
                pixels.extend((0..CELL).map(|x| colour * 3 + light(cloth, (column, row), (x, y)).place()));
            }
        }
    }
    pixels
}

/// A thread is bright along its upper or left edge, shaded along the other, and where it dives under.
fn light(cloth: &Cloth, (column, row): (usize, usize), (x, y): (usize, usize)) -> Light {
    let warp = cloth.weave.warp_on_top(column, row);
    let (across, along) = if warp { (x, y) } else { (y, x) };
    let next = if warp {
        cloth.weave.warp_on_top(column, row + 1)
    } else {
        !cloth.weave.warp_on_top(column + 1, row)
    };
    if across + 1 == CELL || (along + 1 == CELL && !next) {
        Light::Shaded
    } else if across == 0 {
        Light::Bright
    } else {
        Light::Even
    }
}
