//! A result as pages, the screen and papers tell it.

use ballots_rules::{
    paper::{Graded, Kind, Round, Standing, graded, standing},
    round::{Line, Outcome},
};
use kit::words::Lang;
use law_rules::Word as _;

use crate::{queries::Around, store::Published};

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
    /// What an object is rated, of a rating.
    pub graded: Option<Graded>,
    /// 当选, 通过, 入选 and their contraries; 满意, 基本满意, 不满意.
    pub said: String,
}

/// What the four figures beside a name are called.
pub type Marks = (String, String, String, String);

/// The keys of what the four figures beside a name are called.
pub const fn mark_keys(kind: Kind) -> [&'static str; 4] {
    match kind {
        Kind::Rating => {
            ["ballots-rate-satisfied", "ballots-rate-fairly", "ballots-rate-dissatisfied", "ballots-rate-none"]
        }
        Kind::Ranking => ["ballots-rank-points", "ballots-rank-first", "ballots-rank-further", "ballots-rank-none"],
        _ => ["ballots-mark-approve", "ballots-mark-against", "ballots-mark-abstain", "ballots-mark-unclear"],
    }
}

/// The words for them.
pub fn marks(kind: Kind, lang: Lang) -> Marks {
    let [one, two, three, four] = mark_keys(kind).map(|key| lang.t(key).into_owned());
    (one, two, three, four)
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
    /// What the figures beside a name are called.
    pub marks: Marks,
    /// The working: sentence and what it rests on.
    pub working: Vec<(String, String)>,
}

/// Tells a result.
pub fn tell(round: &Round, result: &Published, lang: Lang) -> Told {
    let verdict = Around::outcome(round, result);
    let void = matches!(verdict.value, Outcome::Void(_));
    let steps = verdict.working.iter().map(|step| (step.said(&lang.says(), lang.close()), step.rests_on(&lang.says())));
    let working: Vec<(String, String)> = steps.collect();
    let mut lines = lines(round, result, &verdict.value, lang);
    if !void && round.spec.kind != Kind::Decision {
        lines.sort_by_key(|line| std::cmp::Reverse(line.line.approve));
    }
    if !void && round.spec.kind == Kind::Ranking {
        place(&mut lines, lang);
    }
    let headline = match round.spec.kind {
        Kind::Decision if !void => {
            let passed = lines.iter().filter(|line| line.standing == Some(Standing::Elected)).count();
            let values = [("passed", passed.to_string()), ("failed", (lines.len() - passed).to_string())];
            lang.tf("ballots-headline-decision", values).into_owned()
        }
        Kind::Rating if !void => {
            let count = |grade| lines.iter().filter(|line| line.graded == Some(grade)).count().to_string();
            let values = [
                ("satisfied", count(Graded::Satisfied)),
                ("fairly", count(Graded::Fairly)),
                ("dissatisfied", count(Graded::Dissatisfied)),
            ];
            lang.tf("ballots-headline-rating", values).into_owned()
        }
        Kind::Ranking if matches!(&verdict.value, Outcome::Decided(decided) if decided.seats_left == 0) => {
            let ahead = lines.iter().filter(|line| line.standing == Some(Standing::Elected));
            let names: Vec<String> = ahead.map(|line| format!("{} {}", line.said, line.name)).collect();
            lang.tf("ballots-headline-ranking", [("names", names.join(&lang.t("ballots-spot-between")))]).into_owned()
        }
        _ => verdict.reason.said(&lang.says(), lang.close()),
    };
    Told { headline, void, lines, marks: marks(round.spec.kind, lang), working }
}

/// Says of a ranking who stands where; equal points stand at the same place (并列).
fn place(lines: &mut [ResultLine], lang: Lang) {
    let points: Vec<u32> = lines.iter().map(|line| line.line.approve).collect();
    for line in lines.iter_mut().filter(|line| line.standing != Some(Standing::Failed)) {
        let ahead = points.iter().filter(|one| **one > line.line.approve).count();
        let shared = points.iter().filter(|one| **one == line.line.approve).count() > 1;
        let key = if shared { "ballots-rank-shared" } else { "ballots-rank-place" };
        line.said = lang.tf(key, [("n", (ahead + 1).to_string())]).into_owned();
    }
}

fn lines(round: &Round, result: &Published, outcome: &Outcome, lang: Lang) -> Vec<ResultLine> {
    let figures = round.told(&result.figures);
    let total = &figures.total;
    let written = total.write_ins.iter().map(|tally| {
        let line = Line { name: tally.name.clone(), approve: tally.votes, ..Line::default() };
        (line, true)
    });
    let all = total.lines.iter().cloned().map(|line| (line, false)).chain(written);
    let told = |(line, written_in): (Line, bool)| {
        let listed = round.spec.names.iter().find(|name| name.name.as_str() == line.name);
        let standing = standing(outcome, &line.name);
        let key = |standing: Standing| format!("ballots-standing-{}-{}", round.spec.kind.word(), standing.word());
        let graded = graded(outcome, &line).filter(|_| round.spec.kind == Kind::Rating);
        let said = graded.map(|grade| grade.key()).or_else(|| standing.map(key));
        ResultLine {
            name: line.name.clone(),
            note: listed.and_then(|name| name.note.as_ref()).map(ToString::to_string).unwrap_or_default(),
            written_in,
            line,
            standing,
            graded,
            said: said.map(|key| lang.t(&key).into_owned()).unwrap_or_default(),
        }
    };
    all.map(told).collect()
}
