//! Every institution has a swatch of its own: a valid image of the contract's size, and an SVG that a strict
//! page can show.

use selvedge_banks::institution::{Catalogue, Institution};
use selvedge_banks::swatch;
use std::collections::BTreeMap;

fn pixels(institution: &Institution) -> Vec<u8> {
    let bytes = swatch::png(institution).unwrap();
    assert!(bytes.len() < 8 * 1024, "{} bytes", bytes.len());
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    assert_eq!((reader.info().width, reader.info().height), (152, 152));
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    pixels
}

#[test]
fn every_institution_has_a_png_of_its_own_that_never_changes() {
    let catalogue = Catalogue::load().unwrap();
    let mut seen = BTreeMap::new();
    for institution in catalogue.all() {
        let image = pixels(institution);
        assert_eq!(image.len(), 152 * 152 * 3);
        assert_eq!(image, pixels(institution));
        if let Some(other) = seen.insert(image, institution.id.clone()) {
            assert_eq!(other, institution.id, "two institutions share a swatch");
        }
    }
}

/// The image at the size of a tile, where several pixels become one.
fn at_40_pixels(image: &[u8]) -> Vec<[i32; 3]> {
    let side = 40;
    let mut small = Vec::new();
    for (row, column) in (0..side).flat_map(|row| (0..side).map(move |column| (row, column))) {
        let span = |place: usize| place * 152 / side..(place + 1) * 152 / side;
        let pixels: Vec<usize> = span(row)
            .flat_map(|y| span(column).map(move |x| (y * 152 + x) * 3))
            .collect();
        let count = i32::try_from(pixels.len()).unwrap();
        small.push(
            [0, 1, 2].map(|part| pixels.iter().map(|at| i32::from(image[at + part])).sum::<i32>() / count),
        );
    }
    small
}

/// By how much a pixel of one differs from that of the other on average. The initial counts too, which is the same.
fn distance(left: &[[i32; 3]], right: &[[i32; 3]]) -> i32 {
    let apart: i32 = left
        .iter()
        .zip(right)
        .map(|(left, right)| {
            left.iter()
                .zip(right)
                .map(|(left, right)| (left - right).abs())
                .sum::<i32>()
        })
        .sum();
    apart / i32::try_from(left.len()).unwrap()
}

#[test]
fn banks_of_the_same_initial_are_told_apart_at_the_size_of_a_tile() {
    let catalogue = Catalogue::load().unwrap();
    let small: Vec<_> = catalogue
        .all()
        .iter()
        .map(|bank| (bank, at_40_pixels(&pixels(bank))))
        .collect();
    let mut compared = 0;
    for (index, (bank, image)) in small.iter().enumerate() {
        for (other, another) in &small[index + 1..] {
            if bank.name.chars().next() == other.name.chars().next() {
                compared += 1;
                let apart = distance(image, another);
                assert!(apart >= 30, "{} and {}: {apart}", bank.name, other.name);
            }
        }
    }
    assert!(compared > 10);
}

#[test]
fn the_initial_fills_a_fair_part_of_the_cloth_and_leaves_the_rest() {
    let catalogue = Catalogue::load().unwrap();
    for institution in catalogue.all() {
        let image = pixels(institution);
        let paper = image
            .chunks(3)
            .filter(|pixel| pixel.iter().all(|part| *part > 190))
            .count();
        assert!((2_000..9_000).contains(&paper), "{}: {paper}", institution.name);
        assert!(
            image[..152 * 3].iter().any(|part| *part < 128),
            "the initial does not touch the edge"
        );
    }
}

#[test]
fn an_svg_names_its_institution_and_has_neither_script_nor_style() {
    let catalogue = Catalogue::load().unwrap();
    for institution in catalogue.all() {
        let svg = swatch::svg(institution);
        assert!(svg.starts_with("<svg xmlns=") && svg.ends_with("</svg>") && svg.len() < 12 * 1024);
        assert!(svg.contains(&format!("<title>{}</title>", institution.name)));
        assert!(svg.contains(&format!("id=\"{}-weave\"", institution.id)));
        assert!(!svg.contains("<script") && !svg.contains("style") && !svg.contains("href"));
        for element in ["svg", "defs", "mask", "g", "title"] {
            let (opened, closed) = (
                svg.matches(&format!("<{element}")).count(),
                svg.matches(&format!("</{element}>")).count(),
            );
            assert!(opened >= closed && closed >= 1, "{element}");
        }
    }
}

#[test]
fn a_name_cannot_break_out_of_the_svg() {
    let mut institution = Catalogue::load().unwrap().all()[0].clone();
    institution.name = "<b>&</b>".to_owned();
    assert!(swatch::svg(&institution).contains("<title>&lt;b&gt;&amp;&lt;/b&gt;</title>"));
}
