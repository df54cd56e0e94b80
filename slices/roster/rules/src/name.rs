//! A person's name as the roster keeps it.

use unicode_normalization::UnicodeNormalization as _;

/// Dots that papers and keyboards put between the parts of a name, all meaning the one of 阿卜杜拉·买买提.
const DOTS: [char; 7] = ['\u{2022}', '\u{2027}', '\u{2219}', '\u{22C5}', '\u{30FB}', '\u{FF0E}', '\u{25CF}'];

/// One name, however it was typed or copied: full-width letters and the look-alikes that come out of PDF files (⽅ for 方) as
/// the plain character, one kind of dot, and no blanks that only spread it to the width of a column (张　三). Names in letters
/// keep their blanks.
#[must_use]
pub fn written(typed: &str) -> String {
    let dotted = |c| if DOTS.contains(&c) { '·' } else { c };
    // The full-width stop stands for the dot in a Chinese name; left to the normal form it would become a Latin one.
    let plain: String = typed.chars().map(dotted).nfkc().map(dotted).collect();
    let between = if plain.is_ascii() { " " } else { "" };
    plain.split_whitespace().collect::<Vec<_>>().join(between).nfkc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_name_is_one_however_it_was_typed_or_copied() {
        for (typed, kept) in [
            ("张三", "张三"),
            ("张　三", "张三"),
            (" 张 三 ", "张三"),
            ("⽅明", "方明"),
            ("\u{F9D1}一鸣", "六一鸣"),
            ("阿卜杜拉•买买提", "阿卜杜拉·买买提"),
            ("阿卜杜拉・买买提", "阿卜杜拉·买买提"),
            ("阿卜杜拉．买买提", "阿卜杜拉·买买提"),
            ("Ｌｉ  Ming", "Li Ming"),
            ("㐱𠮷", "㐱𠮷"),
            ("昇", "昇"),
        ] {
            assert_eq!(written(typed), kept, "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn a_name_as_it_is_kept_stays_as_it_is(typed in "\\PC{0,20}") {
            let once = written(&typed);
            prop_assert_eq!(written(&once), once);
        }
    }
}
