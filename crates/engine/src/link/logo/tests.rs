//! Files that call themselves images.

use super::{DECODER_BYTES, rewritten};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use png::{BitDepth, ColorType, Decoder, Encoder};
use selvedge_model::limits;
use std::io::Cursor;

fn encoded(width: u32, height: u32, color: ColorType, depth: BitDepth, pixels: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(color);
    encoder.set_depth(depth);
    if color == ColorType::Indexed {
        encoder.set_palette(vec![0x27, 0x40, 0x8b, 0xff, 0xff, 0xff]);
        encoder.set_trns(vec![0xff, 0x00]);
    }
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(pixels).unwrap();
    writer.finish().unwrap();
    bytes
}

fn small() -> Vec<u8> {
    encoded(2, 2, ColorType::Rgba, BitDepth::Eight, &[7; 16])
}

fn decoded(png: &[u8]) -> (u32, u32, ColorType, Vec<u8>) {
    let mut reader = Decoder::new(Cursor::new(png)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    (frame.width, frame.height, frame.color_type, pixels)
}

fn taken(bytes: &[u8]) -> Vec<u8> {
    rewritten(&STANDARD.encode(bytes)).unwrap()
}

#[track_caller]
fn refused(bytes: &[u8], word: &str) {
    let error = rewritten(&STANDARD.encode(bytes)).unwrap_err();
    assert!(error.message.contains(word), "{}", error.message);
    assert_eq!(error.code, selvedge_model::ErrorCode::InvalidField);
}

/// A chunk with its length and checksum.
fn chunk(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let mut bytes = u32::try_from(data.len()).unwrap().to_be_bytes().to_vec();
    bytes.extend(kind);
    bytes.extend(data);
    let mut crc = u32::MAX;
    for byte in kind.iter().chain(data) {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                (crc >> 1) ^ 0xedb8_8320
            } else {
                crc >> 1
            };
        }
    }
    bytes.extend((!crc).to_be_bytes());
    bytes
}

/// The image with chunks put in after its header, which has 33 bytes.
fn with(image: &[u8], chunks: &[u8]) -> Vec<u8> {
    [&image[..33], chunks, &image[33..]].concat()
}

#[test]
fn l9_every_kind_of_png_keeps_its_pixels() {
    let rgba: Vec<u8> = (0..64).collect();
    let (width, height, color, pixels) =
        decoded(&taken(&encoded(4, 4, ColorType::Rgba, BitDepth::Eight, &rgba)));
    assert_eq!((width, height, color, pixels), (4, 4, ColorType::Rgba, rgba));
    let gray = encoded(8, 1, ColorType::Grayscale, BitDepth::One, &[0b1010_0000]);
    assert_eq!(decoded(&taken(&gray)).3, [255, 0, 255, 0, 0, 0, 0, 0]);
    let deep = encoded(1, 1, ColorType::Rgb, BitDepth::Sixteen, &[1, 99, 2, 99, 3, 99]);
    assert_eq!(decoded(&taken(&deep)).3, [1, 2, 3]);
    let indexed = taken(&encoded(8, 1, ColorType::Indexed, BitDepth::One, &[0b0100_0000]));
    assert_eq!(decoded(&indexed), (8, 1, ColorType::Indexed, vec![0b0100_0000]));
    let reader = Decoder::new(Cursor::new(&indexed)).read_info().unwrap();
    assert_eq!(
        reader.info().palette.as_deref(),
        Some(&[0x27, 0x40, 0x8b, 0xff, 0xff, 0xff][..])
    );
    assert_eq!(reader.info().trns.as_deref(), Some(&[0xff, 0x00][..]));
}

#[test]
fn l9_nothing_but_the_pixels_gets_through() {
    let hidden = b"<script>alert(1)</script>";
    let chunks = [
        chunk(*b"tEXt", &[b"Comment\0".as_slice(), hidden].concat()),
        chunk(*b"eXIf", hidden),
        chunk(*b"prVt", hidden),
    ]
    .concat();
    let mut image = with(&small(), &chunks);
    image.extend(hidden);
    let out = taken(&image);
    assert_eq!(decoded(&out).3, [7; 16]);
    assert!(!out.windows(hidden.len()).any(|window| window == hidden));
    let kinds = [b"IHDR", b"IDAT", b"IEND"];
    let mut rest = &out[8..];
    while !rest.is_empty() {
        let length = usize::try_from(u32::from_be_bytes(rest[..4].try_into().unwrap())).unwrap();
        assert!(kinds.iter().any(|kind| rest[4..8] == **kind), "{:?}", &rest[4..8]);
        rest = &rest[12 + length..];
    }
}

#[test]
fn l9_what_is_no_png_is_refused() {
    let cases: [(&[u8], &str); 7] = [
        (
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
            "SVG",
        ),
        (b"<?xml version=\"1.0\"?><svg/>", "SVG"),
        (b"GIF89a\x01\x00\x01\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "PNG"),
        (b"RIFF\x00\x00\x00\x00WEBP", "PNG"),
        (b"<html>", "PNG"),
        (b"", "PNG"),
    ];
    for (bytes, word) in cases {
        refused(bytes, word);
    }
    // Half a PNG, one that lies about its parts, and one that is a page as well.
    let image = small();
    refused(&image[..image.len() / 2], "read");
    let mut damaged = image.clone();
    damaged[45] ^= 0xff;
    refused(&damaged, "read");
    refused(b"\x89PNG\r\n\x1a\n<svg onload=alert(1)>", "read");
    for text in [
        "data:image/png;base64,iVBORw0KGgo=",
        " data:image/svg+xml;base64,PHN2Zz4=",
        "https://app.example/logo.png",
        "not base64!",
        "iVBORw0KGgo",
    ] {
        assert!(rewritten(text).is_err(), "{text}");
    }
}

#[test]
fn l9_a_logo_has_at_most_so_many_bytes_and_pixels() {
    let side = limits::LOGO_SIDE;
    let square = |side: u32| {
        let pixels = vec![0; usize::try_from(side * side).unwrap()];
        encoded(side, side, ColorType::Grayscale, BitDepth::Eight, &pixels)
    };
    assert_eq!(decoded(&taken(&square(side))).0, side);
    refused(&square(side + 1), "pixels wide");
    refused(
        &encoded(1, side + 1, ColorType::Grayscale, BitDepth::Eight, &vec![0; 1025]),
        "pixels wide",
    );
    // Padded to the last byte, and one past it, with a chunk that is ignored.
    let padded = |size: usize| {
        let image = small();
        with(&image, &chunk(*b"prVt", &vec![0; size - image.len() - 12]))
    };
    taken(&padded(limits::LOGO_BYTES));
    refused(&padded(limits::LOGO_BYTES + 1), "bytes");
    refused(&vec![0; 50 * 1024 * 1024], "bytes");
}

#[test]
fn l9_a_bomb_goes_off_outside() {
    // A header that promises more than memory holds.
    for (width, height) in [
        (u32::MAX, u32::MAX),
        (i32::MAX.unsigned_abs(), 1),
        (100_000, 100_000),
        (0, 0),
        (0, 5),
    ] {
        let mut header = Vec::new();
        header.extend(width.to_be_bytes());
        header.extend(height.to_be_bytes());
        header.extend([8, 6, 0, 0, 0]);
        let image = small();
        let bomb = [&image[..8], &chunk(*b"IHDR", &header), &image[33..]].concat();
        assert!(rewritten(&STANDARD.encode(bomb)).is_err(), "{width} x {height}");
    }
    // The largest image there may be, from very few bytes: it fits the memory set aside.
    let side = usize::try_from(limits::LOGO_SIDE).unwrap();
    let large = encoded(
        limits::LOGO_SIDE,
        limits::LOGO_SIDE,
        ColorType::Rgba,
        BitDepth::Eight,
        &vec![0; side * side * 4],
    );
    assert!(large.len() < 40_000, "{}", large.len());
    assert!(taken(&large).len() < 40_000);
    assert!(side * side * 4 <= DECODER_BYTES);
    // A text and a profile that unfold to far more than that are passed over.
    let unfolding = encoded(
        1_000,
        30_000,
        ColorType::Grayscale,
        BitDepth::Eight,
        &vec![0; 30_000_000],
    );
    let packed = &unfolding[41..unfolding.len() - 16];
    let bomb = with(
        &small(),
        &[
            chunk(*b"zTXt", &[b"a\0\0", packed].concat()),
            chunk(*b"iCCP", &[b"a\0\0", packed].concat()),
        ]
        .concat(),
    );
    assert_eq!(decoded(&taken(&bomb)).3, [7; 16]);
}

#[test]
fn l9_an_image_of_many_colours_stays_within_the_limit_when_it_is_drawn_anew() {
    // As little to save as a file of this size can have.
    let side = limits::LOGO_SIDE;
    let mut state = 1_u32;
    let mut noise = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        u8::try_from(state & 0x3f).unwrap()
    };
    let pixels: Vec<u8> = (0..side * side).map(|_| noise()).collect();
    let image = encoded_with(side, &pixels);
    assert!(
        (800_000..limits::LOGO_BYTES).contains(&image.len()),
        "{}",
        image.len()
    );
    let out = taken(&image);
    assert!(out.len() <= limits::LOGO_BYTES, "{}", out.len());
    assert_eq!(decoded(&out).3, pixels);
}

#[test]
fn l9_a_palette_that_is_missing_or_does_not_fit_is_refused() {
    let image = encoded(8, 1, ColorType::Indexed, BitDepth::One, &[0b0100_0000]);
    let (header, data) = (
        &image[..33],
        image.windows(4).position(|kind| kind == b"IDAT").unwrap() - 4,
    );
    let rest = &image[data..];
    let colours = |count: usize| chunk(*b"PLTE", &vec![9; 3 * count]);
    let transparent = |count: usize| chunk(*b"tRNS", &vec![9; count]);
    let parts = |parts: &[Vec<u8>]| [header, &parts.concat(), rest].concat();
    taken(&parts(&[colours(2), transparent(2)]));
    taken(&parts(&[colours(2)]));
    for bad in [
        parts(&[]),
        parts(&[transparent(1)]),
        parts(&[colours(0)]),
        parts(&[chunk(*b"PLTE", &[9; 5])]),
        parts(&[colours(257)]),
        parts(&[colours(2), transparent(3)]),
    ] {
        refused(&bad, "read");
    }
}

#[test]
fn l9_a_damaged_image_is_read_or_refused_whatever_the_damage() {
    let images = [
        small(),
        encoded(8, 1, ColorType::Indexed, BitDepth::One, &[0b0100_0000]),
    ];
    for image in images {
        for place in 0..image.len() {
            let mut files = vec![image[..place].to_vec()];
            files.extend([0x01, 0x80, 0xff].map(|change| {
                let mut damaged = image.clone();
                damaged[place] ^= change;
                damaged
            }));
            for file in files {
                if let Err(error) = rewritten(&STANDARD.encode(file)) {
                    assert_eq!(
                        error.code,
                        selvedge_model::ErrorCode::InvalidField,
                        "byte {place}"
                    );
                }
            }
        }
    }
}

/// A square of eight bits a pixel with a palette of 64 colours.
fn encoded_with(side: u32, pixels: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, side, side);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette((0..192).collect::<Vec<u8>>());
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(pixels).unwrap();
    writer.finish().unwrap();
    bytes
}
