//! A result as pages, the screen and papers tell it.

use ballots_rules::{
    paper::{Kind, Round, Standing, standing},
    round::{Line, Outcome},
};
use kit::words::Lang;
use law_rules::Word as _;

use crate::{queries::Around, store::Published, told};

/// What one name came to.
#[derive(Clone, Debug)]
pub struct ResultLine {
    /// The name.
    pub name: String,
    /// For which post, or what it is about.
    pub note: String,
    /// Whether it was written in.
    pub written_in: bool,
    /// The marks.
    pub line: Line,
    /// The word of its standing; nothing where the round is void.
    pub standing: Option<Standing>,
    /// 当选, 通过, 入选 and their contraries.
    pub said: String,
}

/// A result in the reader's language.
#[derive(Clone, Debug)]
pub struct Told {
    /// The sentence that decides.
    pub headline: String,
    /// Whether the round is void.
    pub void: bool,
    /// Name by name; the best first.
    pub lines: Vec<ResultLine>,
    /// The working: sentence and what it rests on.
    pub working: Vec<(String, String)>,
}

/// Tells a result.
pub fn tell(round: &Round, result: &Published, lang: Lang) -> Told {
    let verdict = Around::outcome(round, result);
    let void = matches!(verdict.value, Outcome::Void(_));
    let steps = verdict.working.iter().map(|step| (told::sentence(step, lang), told::rests_on(step, lang)));
    let working: Vec<(String, String)> = steps.collect();
    let mut lines = lines(round, result, &verdict.value, lang);
    if !void && round.spec.kind != Kind::Decision {
        lines.sort_by_key(|line| std::cmp::Reverse(line.line.approve));
    }
    let headline = match round.spec.kind {
        Kind::Decision if !void => {
            let passed = lines.iter().filter(|line| line.standing == Some(Standing::Elected)).count();
            let values = [("passed", passed.to_string()), ("failed", (lines.len() - passed).to_string())];
            lang.tf("ballots-headline-decision", values).into_owned()
        }
        _ => told::sentence(&verdict.reason, lang),
    };
    Told { headline, void, lines, working }
}

fn lines(round: &Round, result: &Published, outcome: &Outcome, lang: Lang) -> Vec<ResultLine> {
    let total = &result.figures.total;
    let written = total.write_ins.iter().map(|tally| {
        let line = Line { name: tally.name.clone(), approve: tally.votes, ..Line::default() };
        (line, true)
    });
    let all = total.lines.iter().cloned().map(|line| (line, false)).chain(written);
    let told = |(line, written_in): (Line, bool)| {
        let listed = round.spec.names.iter().find(|name| name.name.as_str() == line.name);
        let standing = standing(outcome, &line.name);
        let key = |standing: Standing| format!("ballots-standing-{}-{}", round.spec.kind.word(), standing.word());
        ResultLine {
            name: line.name.clone(),
            note: listed.and_then(|name| name.note.as_ref()).map(ToString::to_string).unwrap_or_default(),
            written_in,
            line,
            standing,
            said: standing.map(|standing| lang.t(&key(standing)).into_owned()).unwrap_or_default(),
        }
    };
    all.map(told).collect()
}
