//! The check digits of bank numbers: ABA routing numbers and IBANs.
//!
//! A number that passes is well formed, not necessarily in use. National check digits inside an IBAN are
//! not looked at.

/// Whether `text` is nine digits whose weighted sum (3, 7, 1 repeated) is a multiple of ten.
pub fn is_routing_number(text: &str) -> bool {
    let digits: Option<Vec<u32>> = text.chars().map(|character| character.to_digit(10)).collect();
    digits.is_some_and(|digits| {
        let sum: u32 = digits
            .iter()
            .zip([3, 7, 1].into_iter().cycle())
            .map(|(digit, weight)| digit * weight)
            .sum();
        digits.len() == 9 && sum != 0 && sum.is_multiple_of(10)
    })
}

/// Whether `text` (no spaces) is an IBAN: two capitals, two digits, 11 to 30 capitals or digits, and a
/// remainder of one modulo 97.
pub fn is_iban(text: &str) -> bool {
    let shape = (15..=34).contains(&text.len())
        && text.bytes().enumerate().all(|(index, byte)| match index {
            0 | 1 => byte.is_ascii_uppercase(),
            2 | 3 => byte.is_ascii_digit(),
            _ => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
        });
    shape
        && text
            .split_at_checked(4)
            .is_some_and(|(head, rest)| modulo_97(&[rest, head]) == 1)
}

/// The IBAN of a country's account number (`country` two capitals, `bban` capitals and digits).
pub fn iban(country: &str, bban: &str) -> String {
    let check = 98_u32.saturating_sub(modulo_97(&[bban, country, "00"]));
    format!("{country}{check:02}{bban}")
}

/// The remainder modulo 97 of the parts read as one number, letters counting from A = 10.
fn modulo_97(parts: &[&str]) -> u32 {
    parts
        .iter()
        .flat_map(|part| part.chars())
        .filter_map(|character| character.to_digit(36))
        .fold(0, |remainder, value| {
            let shifted = if value < 10 {
                remainder * 10
            } else {
                remainder * 100
            };
            (shifted + value) % 97
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn routing_numbers_in_use_pass_and_a_changed_digit_fails() {
        for good in [
            "021000021",
            "011401533",
            "256074974",
            "010088889",
            "110000000",
            "333333334",
        ] {
            assert!(is_routing_number(good), "{good}");
        }
        for bad in [
            "021000022",
            "011401532",
            "000000000",
            "02100002",
            "0210000210",
            "02100002x",
            "",
            "०२१०००००२",
        ] {
            assert!(!is_routing_number(bad), "{bad}");
        }
    }

    #[test]
    fn published_ibans_pass_and_their_misprints_fail() {
        for good in [
            "GB29NWBK60161331926819",
            "GB23MONZ04000480000000",
            "IE17BOFI90583812345678",
        ] {
            assert!(is_iban(good), "{good}");
        }
        for bad in [
            "GB29NWBK60161331926818",
            "IE64BOFI90583812345678",
            "gb29NWBK60161331926819",
            "GB29",
            "GB29 NWBK",
        ] {
            assert!(!is_iban(bad), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn an_iban_that_we_compute_passes_and_no_single_wrong_digit_does(
            country in "[A-Z]{2}", bban in "[0-9A-Z]{11,30}", place in 2_usize..40, step in 1_u8..10,
        ) {
            let text = iban(&country, &bban);
            prop_assert!(is_iban(&text), "{}", text);
            let mut bytes = text.clone().into_bytes();
            let place = place % bytes.len();
            if bytes[place].is_ascii_digit() {
                bytes[place] = b'0' + (bytes[place] - b'0' + step) % 10;
                let changed = String::from_utf8(bytes).unwrap();
                prop_assert!(!is_iban(&changed), "{} from {}", changed, text);
            }
        }
    }
}
