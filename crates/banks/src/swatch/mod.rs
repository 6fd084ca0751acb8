//! Woven swatches: the mark of an institution, a small cloth with its initial woven in.
//!
//! Threads, weave and colours follow from the institution's id, so a swatch never changes and needs no file.
//! No real bank's logo is imitated.

mod glyph;
mod loom;
mod raster;
mod vector;

use crate::institution::Institution;
use loom::Cloth;

/// Width and height of a swatch, pixels.
pub const SIDE: u32 = 152;

/// Why a swatch could not be written as PNG.
#[derive(Debug, thiserror::Error)]
#[error("a swatch cannot be written as an image")]
pub struct PngError(#[source] png::EncodingError);

/// The two colours of the cloth, red, green and blue: its ground and its stripes. White stands out from either by
/// 4.5 to 1 at least.
pub fn colours(institution: &Institution) -> [[u8; 3]; 2] {
    Cloth::of(institution).palette
}

/// The swatch as an SVG document of [`SIDE`] × [`SIDE`] units. Ids inside carry the institution's id, so
/// several swatches can stand in one page.
pub fn svg(institution: &Institution) -> String {
    vector::draw(&Cloth::of(institution), institution)
}

/// The swatch as a PNG image of [`SIDE`] × [`SIDE`] pixels.
pub fn png(institution: &Institution) -> Result<Vec<u8>, PngError> {
    raster::draw(&Cloth::of(institution)).map_err(PngError)
}
