//! Letters and digits of five by seven stitches.
//!
//! Capitals only; an accented letter loses its accent, anything else becomes a lozenge.

/// Stitches across.
pub(super) const WIDTH: usize = 5;
/// Stitches down.
pub(super) const HEIGHT: usize = 7;

/// Seven rows of five stitches, `#` where the letter's thread shows.
pub(super) type Glyph = [&'static str; HEIGHT];

/// The glyph of the first letter or digit in `name`.
pub(super) fn initial(name: &str) -> Glyph {
    let letter = name.chars().find(|character| character.is_alphanumeric());
    of(letter.map_or(' ', |letter| letter.to_uppercase().next().unwrap_or(letter)))
}

/// Whether the glyph's thread shows at that stitch.
pub(super) fn shows(glyph: &Glyph, column: usize, row: usize) -> bool {
    glyph.get(row).and_then(|line| line.as_bytes().get(column)) == Some(&b'#')
}

fn of(letter: char) -> Glyph {
    match letter {
        'A' | 'Á' | 'À' | 'Ä' | 'Å' => [" ### ", "#   #", "#   #", "#####", "#   #", "#   #", "#   #"],
        'B' => ["#### ", "#   #", "#   #", "#### ", "#   #", "#   #", "#### "],
        'C' | 'Ç' | 'Č' => [" ####", "#    ", "#    ", "#    ", "#    ", "#    ", " ####"],
        'D' => ["#### ", "#   #", "#   #", "#   #", "#   #", "#   #", "#### "],
        'E' | 'É' | 'È' => ["#####", "#    ", "#    ", "#### ", "#    ", "#    ", "#####"],
        'F' => ["#####", "#    ", "#    ", "#### ", "#    ", "#    ", "#    "],
        'G' => [" ####", "#    ", "#    ", "#  ##", "#   #", "#   #", " ####"],
        'H' => ["#   #", "#   #", "#   #", "#####", "#   #", "#   #", "#   #"],
        'I' => ["#####", "  #  ", "  #  ", "  #  ", "  #  ", "  #  ", "#####"],
        'J' => ["#####", "    #", "    #", "    #", "    #", "#   #", " ### "],
        'K' => ["#   #", "#  # ", "# #  ", "##   ", "# #  ", "#  # ", "#   #"],
        'L' | 'Ł' => ["#    ", "#    ", "#    ", "#    ", "#    ", "#    ", "#####"],
        'M' => ["#   #", "## ##", "# # #", "# # #", "#   #", "#   #", "#   #"],
        'N' => ["#   #", "##  #", "##  #", "# # #", "#  ##", "#  ##", "#   #"],
        'O' | 'Ö' | 'Ø' => [" ### ", "#   #", "#   #", "#   #", "#   #", "#   #", " ### "],
        'P' => ["#### ", "#   #", "#   #", "#### ", "#    ", "#    ", "#    "],
        'Q' => [" ### ", "#   #", "#   #", "#   #", "# # #", "#  # ", " ## #"],
        'R' => ["#### ", "#   #", "#   #", "#### ", "# #  ", "#  # ", "#   #"],
        'S' | 'Š' => [" ####", "#    ", "#    ", " ### ", "    #", "    #", "#### "],
        'T' => ["#####", "  #  ", "  #  ", "  #  ", "  #  ", "  #  ", "  #  "],
        'U' | 'Ü' => ["#   #", "#   #", "#   #", "#   #", "#   #", "#   #", " ### "],
        'V' => ["#   #", "#   #", "#   #", "#   #", "#   #", " # # ", "  #  "],
        'W' => ["#   #", "#   #", "#   #", "# # #", "# # #", "## ##", "#   #"],
        'X' => ["#   #", "#   #", " # # ", "  #  ", " # # ", "#   #", "#   #"],
        'Y' => ["#   #", "#   #", " # # ", "  #  ", "  #  ", "  #  ", "  #  "],
        'Z' | 'Ž' => ["#####", "    #", "   # ", "  #  ", " #   ", "#    ", "#####"],
        '0' => [" ### ", "#   #", "#  ##", "# # #", "##  #", "#   #", " ### "],
        '1' => ["  #  ", " ##  ", "# #  ", "  #  ", "  #  ", "  #  ", "#####"],
        '2' => [" ### ", "#   #", "    #", "  ## ", " #   ", "#    ", "#####"],
        '3' => ["#### ", "    #", "    #", " ### ", "    #", "    #", "#### "],
        '4' => ["#   #", "#   #", "#   #", "#####", "    #", "    #", "    #"],
        '5' => ["#####", "#    ", "#    ", "#### ", "    #", "    #", "#### "],
        '6' => [" ### ", "#    ", "#    ", "#### ", "#   #", "#   #", " ### "],
        '7' => ["#####", "    #", "    #", "   # ", "  #  ", "  #  ", "  #  "],
        '8' => [" ### ", "#   #", "#   #", " ### ", "#   #", "#   #", " ### "],
        '9' => [" ### ", "#   #", "#   #", " ####", "    #", "    #", " ### "],
        _ => ["  #  ", " # # ", "#   #", "#   #", "#   #", " # # ", "  #  "],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_and_digit_has_a_glyph_of_its_own_and_fills_its_box() {
        let letters: Vec<char> = ('A'..='Z').chain('0'..='9').collect();
        for (index, letter) in letters.iter().enumerate() {
            let glyph = of(*letter);
            assert!(glyph.iter().all(|row| row.len() == WIDTH), "{letter}");
            assert!(
                glyph[0].contains('#') && glyph[HEIGHT - 1].contains('#'),
                "{letter}"
            );
            for other in &letters[index + 1..] {
                assert_ne!(glyph, of(*other), "{letter} and {other}");
            }
        }
    }

    #[test]
    fn an_initial_skips_punctuation_and_loses_its_accent() {
        assert_eq!(initial("  \"évêque"), of('E'));
        assert_eq!(initial(""), of(' '));
    }
}
