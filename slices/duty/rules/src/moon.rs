//! 农历日: which day of its moon a day is, for market days that follow the lunar calendar (农历逢场).
//!
//! A month of the lunar calendar begins on the day of the new moon in Beijing (GB/T 33661—2017, 农历的编算和颁行), so its length is not
//! found with whole numbers; it stands here, month by month. The table was computed and compared with the published calendars. It ends
//! with 2055, long before the first new moon so near to midnight that nobody can say today on which side of it (September 2057).

use kernel::Day;

/// Months one after the other from 2019-12-26 on: 1 for thirty days (大月), 0 for twenty-nine (小月).
const LONG: &str = "1011101001010101101010101010101101010101001101101010100101101101010010101110101001001110110100100110\
    1110100100110110101010011010110101010011010110101010010110110101001010111010100101011011010010011011\
    1010010010111101001001011101010100101101101010100101101011010010101101101010010101101101001001101110\
    1001001011110100100101110101010010110110101001010110110100101010110110100101010110110100100110111010\
    0100101111010010010111011001001011011010100101";

/// The day of its moon, 1 to 30; nothing before 2020 and after 2055.
#[must_use]
pub fn lunar_day(day: Day) -> Option<u8> {
    let mut left = day.days_since(Day::new(2019, 12, 26)?);
    for month in LONG.bytes() {
        let length = if month == b'1' { 30 } else { 29 };
        if (0..length).contains(&left) {
            return u8::try_from(left + 1).ok();
        }
        left -= length;
    }
    None
}
