//! Names of files, as people and their machines may safely see them.

use std::fmt::Write;

const LONGEST: usize = 120;
/// An ending has fewer characters than this with its dot; what is longer is a part of the name.
const ENDING: usize = 12;

/// The name of a file without folders, control characters, marks that turn the reading direction, and characters that some system
/// forbids; cut to 120 characters, its ending kept. Nothing when no name is left.
#[must_use]
pub fn clean(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .filter(|c| !c.is_control() && !is_invisible(*c))
        .map(|c| if matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*') { '_' } else { c })
        .collect();
    let edge = |c: char| c.is_whitespace() || c == '.';
    let kept = kept.trim_matches(edge);
    let is_ending = |end: &str| end.chars().count() < ENDING && !end.contains(char::is_whitespace);
    let (stem, ending) = match kept.rsplit_once('.').filter(|(_, end)| is_ending(end)) {
        Some((stem, end)) => (stem, format!(".{end}")),
        None => (kept, String::new()),
    };
    let stem: String = stem.chars().take(LONGEST - ending.chars().count()).collect();
    let stem = if ending.is_empty() { stem.trim_end_matches(edge) } else { &stem };
    if stem.is_empty() && ending.is_empty() {
        return None;
    }
    // Windows takes these for machines, whatever follows.
    let machine = ["con", "prn", "aux", "nul"].contains(&stem.to_ascii_lowercase().as_str());
    Some(format!("{}{stem}{ending}", if machine { "_" } else { "" }))
}

/// Marks that are not seen but turn or join what is: with them `fdp.exe` can look like `exe.pdf`.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// The header `content-disposition` under which a file is sent: always to be kept, never to be run in the page (RFC 6266).
#[must_use]
pub fn disposition(name: &str) -> String {
    let mut coded = String::with_capacity(name.len() * 3);
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            coded.push(char::from(byte));
        } else {
            // Writing into a String cannot fail.
            let _ = write!(coded, "%{byte:02X}");
        }
    }
    format!("attachment; filename*=UTF-8''{coded}")
}
