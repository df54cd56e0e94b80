//! The sentences suggestions and replies are made of, read from two plain files.

const MATTERS: &str = include_str!("../data/matters.txt");
const COMMON: &str = include_str!("../data/common.txt");

/// A kind of matter deputies write about.
#[derive(Clone, Debug, Default)]
pub struct Matter {
    /// Its name in the file: `road`.
    pub key: &'static str,
    /// The category's key.
    pub category: &'static str,
    /// The key of the department that leads.
    pub lead: &'static str,
    /// Keys of departments that join in.
    pub co: Vec<&'static str>,
    pub(crate) lines: Lines,
}

/// Sentences by the letter they begin with.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lines(Vec<(u8, Vec<&'static str>)>);

/// All matters and the sentences that fit any of them.
#[derive(Clone, Debug)]
pub struct Grammar {
    pub(crate) matters: Vec<Matter>,
    pub(crate) common: Lines,
}

impl Lines {
    /// The sentences under a letter; none under an unknown one.
    pub(crate) fn of(&self, letter: u8) -> &[&'static str] {
        self.0.iter().find(|(own, _)| *own == letter).map_or(&[], |(_, lines)| lines)
    }

    fn push(&mut self, line: &'static str) {
        let Some((letter, text)) = line.split_once(' ') else { return };
        let letter = letter.as_bytes().first().copied().unwrap_or_default();
        if let Some((_, lines)) = self.0.iter_mut().find(|(own, _)| *own == letter) {
            lines.push(text);
        } else {
            self.0.push((letter, vec![text]));
        }
    }
}

impl Grammar {
    /// Reads the files shipped with this crate.
    #[must_use]
    pub fn new() -> Self {
        let mut matters: Vec<Matter> = Vec::new();
        for line in sentences(MATTERS) {
            if let Some(head) = line.strip_prefix('[') {
                matters.push(read_head(head));
            } else if let Some(matter) = matters.last_mut() {
                matter.lines.push(line);
            }
        }
        let mut common = Lines::default();
        sentences(COMMON).for_each(|line| common.push(line));
        Self { matters, common }
    }

    /// Every kind of matter.
    #[must_use]
    pub fn matters(&self) -> &[Matter] {
        &self.matters
    }
}

impl Default for Grammar {
    fn default() -> Self {
        Self::new()
    }
}

fn sentences(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn read_head(head: &'static str) -> Matter {
    let mut words = head.split([']', ' ']).filter(|word| !word.is_empty());
    let mut next = || words.next().unwrap_or_default();
    let (key, category, lead, co) = (next(), next(), next(), next());
    Matter { key, category, lead, co: co.split(',').collect(), lines: Lines::default() }
}
