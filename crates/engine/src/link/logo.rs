//! An app's logo: any small PNG in, a PNG of our own making out.
//!
//! What is stored and served was written by our encoder, pixel by pixel: nothing that was hidden in the file
//! (texts, profiles, what follows the image) gets further. Other formats are refused, SVG above all, which is a
//! program.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use png::{BitDepth, ColorType, Decoder, Encoder, Limits, Transformations};
use selvedge_model::{Error, limits};
use std::io::Cursor;

/// Memory that reading one may take: its pixels, and what the decoder needs beside them.
const DECODER_BYTES: usize = 8 * 1024 * 1024;
/// How a PNG begins.
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The image, written anew.
pub(super) fn rewritten(base64: &str) -> Result<Vec<u8>, Error> {
    if base64.trim_start().starts_with("data:") {
        return Err(Error::field(
            "logo must be the image itself in base64, without `data:` and a media type before it",
        ));
    }
    let too_large = || Error::field(format!("logo must have at most {} bytes", limits::LOGO_BYTES));
    // Four characters carry three bytes.
    if base64.len() / 4 * 3 > limits::LOGO_BYTES + 3 {
        return Err(too_large());
    }
    let bytes = STANDARD
        .decode(base64)
        .map_err(|_decode| Error::field("logo must be a PNG image in base64"))?;
    if bytes.len() > limits::LOGO_BYTES {
        return Err(too_large());
    }
    if !bytes.starts_with(SIGNATURE) {
        return Err(Error::field(
            "logo must be a PNG image; other formats, SVG too, are not taken",
        ));
    }
    let image = read(&bytes)?;
    let anew = write(image).map_err(Error::internal)?;
    if anew.len() > limits::LOGO_BYTES {
        return Err(too_large());
    }
    Ok(anew)
}

/// What is to be seen: numbers in a palette as they are, all else in eight bits a channel.
struct Image {
    width: u32,
    height: u32,
    color: ColorType,
    depth: BitDepth,
    palette: Option<Vec<u8>>,
    transparency: Option<Vec<u8>>,
    pixels: Vec<u8>,
}

fn read(bytes: &[u8]) -> Result<Image, Error> {
    let broken = |_error| Error::field("logo must be a PNG image that can be read");
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: DECODER_BYTES });
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let header = decoder.read_header_info().map_err(broken)?;
    let side = limits::LOGO_SIDE;
    if header.width > side || header.height > side {
        return Err(Error::field(format!(
            "logo must be at most {side} pixels wide and {side} pixels high"
        )));
    }
    let has_palette = header.color_type == ColorType::Indexed;
    decoder.set_transformations(if has_palette {
        Transformations::IDENTITY
    } else {
        Transformations::normalize_to_color8()
    });
    let mut reader = decoder.read_info().map_err(broken)?;
    let length = reader.output_buffer_size().unwrap_or(usize::MAX);
    if length > DECODER_BYTES {
        return Err(Error::field("logo must be a PNG image that can be read"));
    }
    let mut pixels = vec![0; length];
    let frame = reader.next_frame(&mut pixels).map_err(broken)?;
    pixels.truncate(frame.buffer_size());
    let info = reader.info();
    let kept = |part: &Option<std::borrow::Cow<'_, [u8]>>| {
        part.as_ref().filter(|_| has_palette).map(|part| part.to_vec())
    };
    let (palette, transparency) = (kept(&info.palette), kept(&info.trns));
    if has_palette && !is_sound(palette.as_deref(), transparency.as_deref()) {
        return Err(Error::field("logo must be a PNG image that can be read"));
    }
    Ok(Image {
        width: frame.width,
        height: frame.height,
        color: frame.color_type,
        depth: frame.bit_depth,
        palette,
        transparency,
        pixels,
    })
}

/// Whether a palette has whole colours, and no more of them are transparent than there are.
fn is_sound(palette: Option<&[u8]>, transparency: Option<&[u8]>) -> bool {
    palette.is_some_and(|palette| {
        let colours = palette.len() / 3;
        palette.len() % 3 == 0
            && (1..=256).contains(&colours)
            && transparency.is_none_or(|listed| listed.len() <= colours)
    })
}

fn write(image: Image) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, image.width, image.height);
    encoder.set_color(image.color);
    encoder.set_depth(image.depth);
    if let Some(palette) = image.palette {
        encoder.set_palette(palette);
    }
    if let Some(transparency) = image.transparency {
        encoder.set_trns(transparency);
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&image.pixels)?;
    writer.finish()?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;
