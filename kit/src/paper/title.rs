//! Where a title breaks: whole words, lines about as long as each other (GB/T 9704-2012, 7.3.1: 词意完整，排列对称，长短适宜).

/// Characters of 2号 on a line, with a little air.
const MOST: usize = 19;
/// After these a title breaks well, or before those.
const AFTER: &str = "的于对和与及、，》）〉会年";
const BEFORE: &str = "《（关第代建";
/// No line begins with these, and none ends with those.
const NOT_FIRST: &str = "、，。：；》）〉”’号届次年月日的";
const NOT_LAST: &str = "《（〈“‘第";

/// The lines of a title. What already has lines keeps them.
pub(super) fn lines(title: &str) -> Vec<String> {
    title.lines().flat_map(broken).collect()
}

fn broken(line: &str) -> Vec<String> {
    let chars: Vec<char> = line.trim().chars().collect();
    let count = chars.len().div_ceil(MOST);
    if count < 2 {
        return vec![chars.into_iter().collect()];
    }
    let mut rest = chars.as_slice();
    let mut lines = Vec::with_capacity(count);
    for left in (2..=count).rev() {
        let cut = cut(rest, left);
        let (line, after) = rest.split_at(cut);
        lines.push(line.iter().collect());
        rest = after;
    }
    lines.push(rest.iter().collect());
    lines
}

/// After how many characters the first of so many lines ends: as near to its share as a good place allows.
fn cut(chars: &[char], lines: usize) -> usize {
    let share = chars.len().div_ceil(lines);
    let fits = |at: &usize| (chars.len() - at).div_ceil(lines - 1) <= MOST;
    let places = (share.saturating_sub(6).max(1)..=(share + 6).min(MOST).min(chars.len() - 1)).filter(fits);
    places.max_by_key(|at| (worth(chars, *at), std::cmp::Reverse(at.abs_diff(share)))).unwrap_or(share.min(MOST))
}

/// How good a place is to break at.
fn worth(chars: &[char], at: usize) -> i32 {
    let (Some(last), Some(first)) = (chars.get(at - 1), chars.get(at)) else { return i32::MIN };
    let figures = last.is_ascii_alphanumeric() && first.is_ascii_alphanumeric();
    let meeting = (*last, *first) == ('会', '议');
    if figures || meeting || NOT_FIRST.contains(*first) || NOT_LAST.contains(*last) {
        return -9;
    }
    i32::from(AFTER.contains(*last)) + i32::from(BEFORE.contains(*first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_break_at_words_into_lines_of_like_length() {
        let cases: [(&str, &[&str]); 4] = [
            ("征询意见表", &["征询意见表"]),
            ("对县十八届人大五次会议第72号建议的答复", &["对县十八届人大五次会议", "第72号建议的答复"]),
            ("桃源县人民代表大会\n代表建议、批评和意见专用纸", &["桃源县人民代表大会", "代表建议、批评和意见专用纸"]),
            (
                "关于桃源县第十八届人民代表大会第五次会议议案和代表建议处理意见的报告",
                &["关于桃源县第十八届人民代表大会", "第五次会议议案和代表建议处理意见的报告"],
            ),
        ];
        for (title, expected) in cases {
            assert_eq!(lines(title), expected, "{title}");
        }
    }

    #[test]
    fn nothing_is_lost_and_no_line_is_too_long() {
        for length in 1..120 {
            let title: String = "关于《道路》，的（2026）建议".chars().cycle().take(length).collect();
            let lines = lines(&title);
            assert_eq!(lines.concat(), title);
            assert!(lines.iter().all(|line| line.chars().count() <= MOST), "{lines:?}");
        }
    }
}
