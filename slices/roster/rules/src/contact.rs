//! Sealed data: how it is read in and how it is shown masked.

use std::fmt;

use crate::Gender;

/// A citizen's identity number of 18 places whose check digit is right (GB 11643, ISO 7064 MOD 11-2).
#[derive(Clone, PartialEq, Eq)]
pub struct IdNumber(String);

impl IdNumber {
    /// Reads the number; a small `x` at the end is taken as `X`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        let text = kernel::plain(text).trim().to_ascii_uppercase();
        let digits: Option<Vec<u32>> = text.chars().take(17).map(|c| c.to_digit(10)).collect();
        let digits = digits.filter(|digits| digits.len() == 17)?;
        let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
        let check = "10X98765432".chars().nth(usize::try_from(sum % 11).ok()?)?;
        let right = text.chars().count() == 18 && text.ends_with(check) && born(&text).is_some();
        right.then_some(Self(text))
    }

    /// The 18 places.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day of birth that the number holds.
    #[must_use]
    pub fn born(&self) -> Option<kernel::Day> {
        born(&self.0)
    }

    /// The gender that the number holds: its place before the last is odd for men, even for women.
    #[must_use]
    pub fn gender(&self) -> Option<Gender> {
        let digit = self.0.chars().nth(16)?.to_digit(10)?;
        Some(if digit % 2 == 0 { Gender::Female } else { Gender::Male })
    }
}

/// Never the number itself: it would end in a log.
impl fmt::Debug for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&masked_id_number(&self.0))
    }
}

fn born(number: &str) -> Option<kernel::Day> {
    let part = |from: usize, to: usize| number.get(from..to).and_then(|digits| digits.parse::<i16>().ok());
    let (year, month, day) = (part(6, 10)?, part(10, 12)?, part(12, 14)?);
    kernel::Day::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
}

/// A telephone number as it is kept: a mobile of 11 digits or a landline with its area code, without blanks, hyphens or +86.
#[must_use]
pub fn phone(text: &str) -> Option<String> {
    let digits: String = kernel::plain(text).trim().chars().filter(|c| !matches!(c, ' ' | '-' | '(' | ')')).collect();
    let digits = digits.strip_prefix("+86").unwrap_or(&digits);
    let plain = digits.bytes().all(|b| b.is_ascii_digit());
    let mobile = digits.len() == 11 && digits.starts_with('1') && matches!(digits.as_bytes().get(1), Some(b'3'..=b'9'));
    let landline = (10..=12).contains(&digits.len()) && digits.starts_with('0');
    (plain && (mobile || landline)).then(|| digits.to_owned())
}

fn masked(text: &str, head: usize, tail: usize) -> String {
    let has = text.chars().count();
    if has <= head + tail {
        return "*".repeat(has);
    }
    let first: String = text.chars().take(head).collect();
    let last: String = text.chars().skip(has - tail).collect();
    format!("{first}{}{last}", "*".repeat(has - head - tail))
}

/// `138****5678`.
#[must_use]
pub fn masked_phone(phone: &str) -> String {
    masked(phone, 3, 4)
}

/// `430***********1234`.
#[must_use]
pub fn masked_id_number(number: &str) -> String {
    masked(number, 3, 4)
}

/// `z***@example.cn`.
#[must_use]
pub fn masked_email(email: &str) -> String {
    match email.split_once('@') {
        Some((name, host)) => format!("{}***@{host}", name.chars().next().unwrap_or('*')),
        None => "***".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digit_of_an_identity_number_is_verified() {
        // The sample of the standard itself.
        assert_eq!(IdNumber::parse("11010519491231002x").unwrap().born(), kernel::Day::new(1949, 12, 31));
        assert_eq!(IdNumber::parse("11010519491231002X").unwrap().gender(), Some(Gender::Female));
        for wrong in
            ["110105194912310021", "11010519491331002X", "1101051949123100", "", "一二三", "11010519491231002XX"]
        {
            assert_eq!(IdNumber::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn telephone_numbers_are_kept_as_digits() {
        for (typed, kept) in [
            ("138 0013 8000", Some("13800138000")),
            ("+86-13800138000", Some("13800138000")),
            ("0731-82212345", Some("073182212345")),
            ("12800138000", None),
            ("1380013800", None),
            ("电话", None),
            ("", None),
        ] {
            assert_eq!(phone(typed).as_deref(), kept, "{typed}");
        }
    }

    #[test]
    fn what_is_sealed_is_shown_masked() {
        assert_eq!(masked_phone("13800138000"), "138****8000");
        assert_eq!(masked_id_number("11010519491231002X"), "110***********002X");
        assert_eq!(masked_email("li@example.cn"), "l***@example.cn");
        assert_eq!(masked_phone("110"), "***");
        assert_eq!(format!("{:?}", IdNumber::parse("11010519491231002X").unwrap()), "110***********002X");
    }
}
