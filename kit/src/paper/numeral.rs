//! 届 and 次 are written with Chinese numerals.

/// 18 as 十八. Numbers of a hundred and more are written in figures.
#[must_use]
pub fn numeral(number: i64) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: i64| usize::try_from(n).ok().and_then(|n| DIGITS.get(n)).copied().unwrap_or_default();
    match number {
        1..=9 => digit(number).to_owned(),
        10..=19 => format!("十{}", digit(number % 10)),
        20..=99 => format!("{}十{}", digit(number / 10), digit(number % 10)),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn terms_are_written_as_people_say_them() {
        let said = [1, 9, 10, 14, 18, 20, 35, 100].map(super::numeral);
        assert_eq!(said, ["一", "九", "十", "十四", "十八", "二十", "三十五", "100"]);
    }
}
