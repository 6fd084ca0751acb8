//! An app's colour, made to stand out: as it is where it does already, else darker on light or lighter on dark.
//!
//! In whole numbers: a channel's light is a table, and a ratio is compared by multiplying out.

use selvedge_wire::endpoint::link_settings::{AccentColor, Surface};

/// Red, green, blue.
type Rgb = [u8; 3];

/// What is behind the accent, and its opposite, toward which it is shifted.
const LIGHT_SURFACE: Rgb = [0xFF, 0xFF, 0xFF];
const DARK_SURFACE: Rgb = [0x1A, 0x1F, 0x2D];
const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [0xFF, 0xFF, 0xFF];

/// The colour as Link uses it; `None` when it is not written `#rrggbb`.
///
/// Against the surface it has 4.5 to 1 or more, so text and links in it can be read, and so can a button's label
/// in the colour of the surface on a ground of the accent.
pub(super) fn accent(text: &str) -> Option<AccentColor> {
    let given = parse(text)?;
    let light = shifted(given, BLACK, LIGHT_SURFACE);
    let dark = shifted(given, WHITE, DARK_SURFACE);
    Some(AccentColor {
        adjusted: [(Surface::Light, light), (Surface::Dark, dark)]
            .into_iter()
            .filter_map(|(surface, used)| (used != given).then_some(surface))
            .collect(),
        dark: written(dark),
        given: written(given),
        light: written(light),
    })
}

fn parse(text: &str) -> Option<Rgb> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let number = u32::from_str_radix(digits, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}

fn written([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The colour nearest to `colour` on the way to `end` that stands out from `surface`.
fn shifted(colour: Rgb, end: Rgb, surface: Rgb) -> Rgb {
    (0..=u8::MAX)
        .map(|way| mixed(colour, end, way))
        .find(|mixed| stands_out(*mixed, surface))
        .unwrap_or(end)
}

/// So much of the way from one colour to the other, in 255ths.
fn mixed(from: Rgb, to: Rgb, way: u8) -> Rgb {
    let [red, green, blue] = from;
    let [to_red, to_green, to_blue] = to;
    let mix = |from: u8, to: u8| {
        let sum = u32::from(from) * u32::from(u8::MAX - way) + u32::from(to) * u32::from(way);
        u8::try_from((sum + 127) / 255).unwrap_or(u8::MAX)
    };
    [mix(red, to_red), mix(green, to_green), mix(blue, to_blue)]
}

/// Whether two colours have a contrast of 4.5 to 1 at least (WCAG 2.2, 1.4.3).
fn stands_out(one: Rgb, other: Rgb) -> bool {
    let (one, other) = (luminance(one), luminance(other));
    let (lighter, darker) = (one.max(other), one.min(other));
    2 * (lighter + FLARE) >= 9 * (darker + FLARE)
}

/// A twentieth of white, as the ratio adds to both sides.
const FLARE: u64 = 50_000 * 10_000;

/// Relative luminance; white has 10^10.
fn luminance([red, green, blue]: Rgb) -> u64 {
    let light = |channel: u8| u64::from(LINEAR.get(usize::from(channel)).copied().unwrap_or(1_000_000));
    2_126 * light(red) + 7_152 * light(green) + 722 * light(blue)
}

/// The light that a channel of sRGB gives, in millionths.
#[rustfmt::skip]
const LINEAR: [u32; 256] = [
    0, 304, 607, 911, 1_214, 1_518, 1_821, 2_125, 2_428, 2_732, 3_035, 3_347, 3_677, 4_025, 4_391, 4_777,
    5_182, 5_605, 6_049, 6_512, 6_995, 7_499, 8_023, 8_568, 9_134, 9_721, 10_330, 10_960, 11_612, 12_286, 12_983, 13_702,
    14_444, 15_209, 15_996, 16_807, 17_642, 18_500, 19_382, 20_289, 21_219, 22_174, 23_153, 24_158, 25_187, 26_241, 27_321, 28_426,
    29_557, 30_713, 31_896, 33_105, 34_340, 35_601, 36_889, 38_204, 39_546, 40_915, 42_311, 43_735, 45_186, 46_665, 48_172, 49_707,
    51_269, 52_861, 54_480, 56_128, 57_805, 59_511, 61_246, 63_010, 64_803, 66_626, 68_478, 70_360, 72_272, 74_214, 76_185, 78_187,
    80_220, 82_283, 84_376, 86_500, 88_656, 90_842, 93_059, 95_307, 97_587, 99_899, 102_242, 104_616, 107_023, 109_462, 111_932, 114_435,
    116_971, 119_538, 122_139, 124_772, 127_438, 130_136, 132_868, 135_633, 138_432, 141_263, 144_128, 147_027, 149_960, 152_926, 155_926, 158_961,
    162_029, 165_132, 168_269, 171_441, 174_647, 177_888, 181_164, 184_475, 187_821, 191_202, 194_618, 198_069, 201_556, 205_079, 208_637, 212_231,
    215_861, 219_526, 223_228, 226_966, 230_740, 234_551, 238_398, 242_281, 246_201, 250_158, 254_152, 258_183, 262_251, 266_356, 270_498, 274_677,
    278_894, 283_149, 287_441, 291_771, 296_138, 300_544, 304_987, 309_469, 313_989, 318_547, 323_143, 327_778, 332_452, 337_164, 341_914, 346_704,
    351_533, 356_400, 361_307, 366_253, 371_238, 376_262, 381_326, 386_429, 391_572, 396_755, 401_978, 407_240, 412_543, 417_885, 423_268, 428_690,
    434_154, 439_657, 445_201, 450_786, 456_411, 462_077, 467_784, 473_531, 479_320, 485_150, 491_021, 496_933, 502_886, 508_881, 514_918, 520_996,
    527_115, 533_276, 539_479, 545_724, 552_011, 558_340, 564_712, 571_125, 577_580, 584_078, 590_619, 597_202, 603_827, 610_496, 617_207, 623_960,
    630_757, 637_597, 644_480, 651_406, 658_375, 665_387, 672_443, 679_542, 686_685, 693_872, 701_102, 708_376, 715_694, 723_055, 730_461, 737_910,
    745_404, 752_942, 760_525, 768_151, 775_822, 783_538, 791_298, 799_103, 806_952, 814_847, 822_786, 830_770, 838_799, 846_873, 854_993, 863_157,
    871_367, 879_622, 887_923, 896_269, 904_661, 913_099, 921_582, 930_111, 938_686, 947_307, 955_973, 964_686, 973_445, 982_251, 991_102, 1_000_000,
];

#[cfg(test)]
mod tests {
    use super::{
        BLACK, DARK_SURFACE, LIGHT_SURFACE, LINEAR, Surface, WHITE, accent, luminance, parse, stands_out,
        written,
    };

    #[test]
    fn contrast_is_judged_as_published() {
        let published = [
            ("#767676", WHITE, true),
            ("#777777", WHITE, false),
            ("#0000ff", WHITE, true),
            ("#ff0000", WHITE, false),
            ("#757575", BLACK, true),
            ("#747474", BLACK, false),
        ];
        for (colour, surface, expected) in published {
            assert_eq!(stands_out(parse(colour).unwrap(), surface), expected, "{colour}");
        }
    }

    #[test]
    fn the_colours_of_link_itself_need_no_change() {
        let (light, dark) = (accent("#27408B").unwrap(), accent("#8FA8FF").unwrap());
        assert_eq!(
            (light.light.as_str(), light.adjusted.as_slice()),
            ("#27408b", &[Surface::Dark][..])
        );
        assert_eq!(
            (dark.dark.as_str(), dark.adjusted.as_slice()),
            ("#8fa8ff", &[Surface::Light][..])
        );
    }

    #[test]
    fn every_colour_ends_up_readable_on_both_surfaces_and_says_whether_it_was_changed() {
        let steps: Vec<u8> = (0..=255).step_by(15).collect();
        for red in &steps {
            for green in &steps {
                for blue in &steps {
                    let given = written([*red, *green, *blue]);
                    let accent = accent(&given).unwrap();
                    let (light, dark) = (parse(&accent.light).unwrap(), parse(&accent.dark).unwrap());
                    assert!(stands_out(light, LIGHT_SURFACE), "{accent:?}");
                    assert!(stands_out(dark, DARK_SURFACE), "{accent:?}");
                    assert_eq!(accent.adjusted.contains(&Surface::Light), accent.light != given);
                    assert_eq!(accent.adjusted.contains(&Surface::Dark), accent.dark != given);
                    assert_ne!(accent.adjusted, []);
                    // What was readable is untouched.
                    assert!(accent.light == given || !stands_out(parse(&given).unwrap(), LIGHT_SURFACE));
                    assert!(accent.dark == given || !stands_out(parse(&given).unwrap(), DARK_SURFACE));
                }
            }
        }
    }

    #[test]
    fn only_six_hexadecimal_digits_after_a_number_sign_are_a_colour() {
        for bad in [
            "", "#", "#fff", "27408b", "#27408", "#27408bb", "#27408g", "#+7408b", "#é408b", " #27408b",
            "red",
        ] {
            assert!(accent(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn light_grows_with_its_channel_from_none_to_all() {
        assert!(LINEAR.is_sorted_by(|one, next| one < next));
        assert_eq!((luminance(BLACK), luminance(WHITE)), (0, 10_000_000_000));
        // At the end of the straight part, in the middle, and at a third.
        assert_eq!((LINEAR[10], LINEAR[128], LINEAR[85]), (3_035, 215_861, 90_842));
    }
}
