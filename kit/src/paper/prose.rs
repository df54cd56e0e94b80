//! Text that people typed, as the levelled paragraphs of an official document.

use super::Block;

/// The paragraphs of a text, one a line. What begins with 一、（一）1. or (1) is set as a point of that level.
#[must_use]
pub fn points(text: &str) -> Vec<Block> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(point).collect()
}

fn point(line: &str) -> Block {
    let level = level(line);
    // The first sentence is the heading: 一、关于路面修复。收到建议后……
    let (head, text) = match level {
        1 | 2 => split(line),
        _ => ("", line),
    };
    Block::Point { level, head: head.to_owned(), text: text.to_owned() }
}

/// Longer than this it is no heading but a sentence of the text.
const HEADING: usize = 40;

fn split(line: &str) -> (&str, &str) {
    let (head, text) = match line.find('。') {
        Some(at) => line.split_at(at + '。'.len_utf8()),
        None => (line, ""),
    };
    // A sentence that is all of its line is no heading either: 一、该路段已列入年度计划。
    let sentence = text.is_empty() && head.ends_with('。');
    if sentence || head.chars().count() > HEADING { ("", line) } else { (head, text) }
}

/// Which level a line says it is; 0 for running text.
fn level(line: &str) -> u8 {
    let numeral = |text: &str| !text.is_empty() && text.chars().all(|c| "一二三四五六七八九十百".contains(c));
    let figure = |text: &str| !text.is_empty() && text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
    let before = |mark: char| line.split_once(mark).map_or("", |(before, _)| before);
    let within = || {
        let rest = line.strip_prefix(['（', '('])?;
        rest.split_once(['）', ')']).map(|(inner, _)| inner)
    };
    match within() {
        Some(inner) if numeral(inner) => return 2,
        Some(inner) if figure(inner) => return 4,
        _ => {}
    }
    if numeral(before('、')) {
        1
    } else if [figure(before('.')), figure(before('．')), figure(before('、'))].contains(&true) {
        3
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_its_level_by_its_number() {
        let levels = [
            ("收到建议后，我单位高度重视。", 0),
            ("一、关于路面修复", 1),
            ("十二、其他", 1),
            ("（一）完善管护机制。由镇村两级负责。", 2),
            ("(三)资金", 2),
            ("1.列入计划。", 3),
            ("2．分年实施。", 3),
            ("3、抓好落实。", 3),
            ("（1）每季度通报一次。", 4),
            ("一是加强领导，二是落实责任。", 0),
            ("2026.3月完工", 0),
            ("（此件公开发布）", 0),
        ];
        for (line, expected) in levels {
            assert_eq!(level(line), expected, "{line}");
        }
    }

    #[test]
    fn the_first_sentence_of_a_point_is_its_heading() {
        let said = points("一、完善机制。由镇村两级负责。\n\n  （一）资金\n普通一段。");
        let heads: Vec<_> = said
            .iter()
            .map(|block| match block {
                Block::Point { level, head, text } => (*level, head.as_str(), text.as_str()),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(heads, [(1, "一、完善机制。", "由镇村两级负责。"), (2, "（一）资金", ""), (0, "", "普通一段。")]);
    }

    #[test]
    fn a_sentence_that_is_all_of_its_line_is_no_heading() {
        let line = "一、该路段已列入年度计划。";
        assert_eq!(points(line), [Block::Point { level: 1, head: String::new(), text: line.to_owned() }]);
    }

    #[test]
    fn a_long_sentence_with_a_number_is_no_heading() {
        let long = format!("一、{}。", "对".repeat(60));
        assert_eq!(points(&long), [Block::Point { level: 1, head: String::new(), text: long.clone() }]);
    }
}
