//! What a suggestion asks for, one thing at a time, where its text says so: under the heading 具体建议 (suggestions.md §4).

/// The heading under which the third question of the draft is put.
const HEADING: &str = "具体建议";
/// A request is no longer; what is, is cut, and the unit puts it in its own words.
const MOST: usize = 500;
/// What a last line begins with that asks for nothing more.
const COURTESIES: [&str; 4] = ["以上", "恳请", "妥否", "特此"];
const NUMERALS: &str = "一二三四五六七八九十";

/// The separate requests of a text, without the marks that number them: those marked at the beginning of lines, those of one
/// line said as 一是…二是…, else the lines. None where the text has no such heading.
#[must_use]
pub fn requests(text: &str) -> Vec<String> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    if !lines.any(heading) {
        return vec![];
    }
    let mut lines: Vec<&str> = lines.collect();
    while lines.last().is_some_and(|line| COURTESIES.iter().any(|word| line.starts_with(word))) {
        lines.pop();
    }
    let found = match lines.iter().filter(|line| unmarked(line).is_some()).count() {
        0 | 1 => lines.iter().flat_map(|line| enumerated(line)).collect(),
        _ => marked(&lines),
    };
    let whole = found.into_iter().map(|request| request.trim().chars().take(MOST).collect::<String>());
    whole.filter(|request| !request.is_empty()).collect()
}

/// Whether a line is the heading, with or without its number.
fn heading(line: &str) -> bool {
    let bare = line.split_once('、').map_or(line, |(_, rest)| rest);
    bare.trim_end_matches(['：', ':']).trim() == HEADING
}

/// Each mark begins a request; what stands before the first is an introduction.
fn marked(lines: &[&str]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in lines {
        match (unmarked(line), found.last_mut()) {
            (Some(rest), _) => found.push(rest.to_owned()),
            (None, Some(last)) => {
                last.push('\n');
                last.push_str(line);
            }
            (None, None) => {}
        }
    }
    found
}

/// The line without its mark 一、（一）1. 1、(1) or 一是; nothing where it has none.
fn unmarked(line: &str) -> Option<&str> {
    let numeral = |mark: &str| !mark.is_empty() && mark.chars().all(|c| NUMERALS.contains(c));
    let figure = |mark: &str| (1..=2).contains(&mark.len()) && mark.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(rest) = line.strip_prefix(['（', '(']) {
        let (mark, rest) = rest.split_once(['）', ')'])?;
        return (numeral(mark) || figure(mark)).then(|| rest.trim());
    }
    let (mark, rest) = line.split_once(['、', '.', '．', '是'])?;
    // 1.5万元 and 2是 number nothing.
    let said = line.get(mark.len()..).is_some_and(|from| from.starts_with('是'));
    let amount = rest.starts_with(|c: char| c.is_ascii_digit());
    (numeral(mark) || (figure(mark) && !said && !amount)).then(|| rest.trim())
}

/// One line said as 一是…二是…: its requests. Any other line is one.
fn enumerated(line: &str) -> Vec<String> {
    let mut rest = line;
    let mut found = Vec::new();
    for numeral in NUMERALS.chars() {
        let Some((before, after)) = rest.split_once(&format!("{numeral}是")) else { break };
        if numeral != '一' {
            found.push(before.trim_end_matches(['；', ';', '，', '。']).to_owned());
        }
        rest = after;
    }
    if found.is_empty() {
        return vec![unmarked(line).unwrap_or(line).to_owned()];
    }
    found.push(rest.to_owned());
    found
}
