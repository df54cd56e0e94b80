//! Days as official documents write them.

use kernel::Day;

/// `2026年5月12日`: Arabic figures without leading zeros (GB/T 9704-2012, 7.3.5).
#[must_use]
pub fn written(day: Day) -> String {
    let (year, month, day) = day.parts();
    format!("{year}年{month}月{day}日")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_day_has_no_leading_zeros() {
        assert_eq!(super::written(kernel::Day::new(2026, 3, 5).unwrap()), "2026年3月5日");
    }
}
