//! A quotient as people write it: whole numbers inside, a point only when it is shown.

use std::fmt;

use serde::{Serialize, Serializer};

/// A number with `DIGITS` digits behind the point, rounded half away from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal<const DIGITS: u32>(i64);

impl<const DIGITS: u32> Decimal<DIGITS> {
    /// `top / bottom`; nothing when `bottom` is zero or below, or the quotient is too great to be told.
    #[must_use]
    pub fn of(top: i128, bottom: i128) -> Option<Self> {
        if bottom <= 0 {
            return None;
        }
        let twice = top.checked_mul(10_i128.pow(DIGITS))?.checked_mul(2)?;
        let away = if twice < 0 { twice - bottom } else { twice + bottom };
        i64::try_from(away / (2 * bottom)).ok().map(Self)
    }
}

impl<const DIGITS: u32> fmt::Display for Decimal<DIGITS> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10_u64.pow(DIGITS);
        let (whole, part) = (self.0.unsigned_abs() / unit, self.0.unsigned_abs() % unit);
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{whole}.{part:0width$}", width = DIGITS as usize)
    }
}

/// In JSON a number. Nothing is reckoned with it any more: the digits are handed over as they are shown.
impl<const DIGITS: u32> Serialize for Decimal<DIGITS> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.to_string().parse() {
            Ok(number) => to.serialize_f64(number),
            Err(_) => to.collect_str(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotients_are_rounded_half_away_from_zero() {
        let told = |top, bottom| Decimal::<1>::of(top, bottom).map(|told| told.to_string());
        assert_eq!(told(857_000, 311).as_deref(), Some("2755.6"));
        assert_eq!(told(-1, 20).as_deref(), Some("-0.1"));
        assert_eq!(told(1, 20).as_deref(), Some("0.1"));
        assert_eq!(told(-1, 21).as_deref(), Some("0.0"));
        assert_eq!(told(1, 0), None);
        assert_eq!(Decimal::<2>::of(2, 3).unwrap().to_string(), "0.67");
    }
}
