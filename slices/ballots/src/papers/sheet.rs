//! 选票, 表决票, 票决票, 测评票, 排序票: the empty ballot, with how it is filled in as the settings of the round have it.

use ballots_rules::paper::{Kind, Name, Setting, Spec};
use kit::paper::{Block, Close, Layout, Paper, sitting, written};
use law_rules::Word as _;

use super::ZH;
use crate::store::Item;

/// Rows to write other names in, at most.
const ROOM: u32 = 8;

/// The ballot of the round with this number.
pub(crate) fn sheet(item: &Item, (n, spec): (u32, &Spec), congress: &str) -> Paper {
    let t = |key: &str| ZH.t(key).into_owned();
    let mut blocks = vec![Block::text(item.title.to_string()), names(spec)];
    if spec.rule.write_in.is_some() {
        let (columns, empty) = (["ballots-mark-written-in", "ballots-mark-approve"], vec![String::new(); 2]);
        let rows = spec.rule.places.clamp(1, ROOM);
        blocks.push(table(&[(t(columns[0]), 100), (t(columns[1]), 28)], (0..rows).map(|_| empty.clone()).collect()));
    }
    blocks.push(Block::Line { text: t("ballots-sheet-how") });
    blocks.extend((1..).zip(how(spec)).map(|(at, words): (u32, String)| Block::text(format!("{at}. {words}"))));
    let kind = t(&format!("ballots-sheet-{}", spec.kind.word()));
    Paper {
        mark: if n > 1 { ZH.tf("ballots-sheet-round", [("n", n.to_string())]).into_owned() } else { String::new() },
        blocks,
        close: Some(Close { signers: vec![congress.to_owned()], date: written(item.day) }),
        ..Paper::new(Layout::Form, &format!("{}{kind}", sitting(congress, item.meeting.as_str())))
    }
}

/// What stands to be marked, in the order of the ballot.
fn names(spec: &Spec) -> Block {
    let marks: &[&str] = match spec.kind {
        Kind::Election | Kind::Decision => &["ballots-mark-approve", "ballots-mark-against", "ballots-mark-abstain"],
        Kind::Pick => &["ballots-mark-approve"],
        Kind::Rating => &["ballots-graded-satisfied", "ballots-graded-fairly", "ballots-graded-dissatisfied"],
        Kind::Ranking => &["ballots-sheet-place"],
    };
    let noted = spec.names.iter().any(|name| name.note.is_some());
    let name = if spec.kind == Kind::Election { "ballots-sheet-candidate" } else { "ballots-sheet-name" };
    let mut columns = vec![(ZH.t("ballots-sheet-number").into_owned(), 14), (ZH.t(name).into_owned(), 44)];
    if noted {
        columns.push((ZH.t("ballots-sheet-note").into_owned(), 42));
    }
    columns.extend(marks.iter().map(|mark| (ZH.t(mark).into_owned(), 22)));
    let row = |(at, name): (usize, &Name)| {
        let mut row = vec![at.to_string(), name.name.to_string()];
        row.extend(noted.then(|| name.note.as_ref().map(ToString::to_string).unwrap_or_default()));
        row.extend(marks.iter().map(|_| String::new()));
        row
    };
    table(&columns, (1..).zip(&spec.names).map(row).collect())
}

fn table(columns: &[(String, u16)], rows: Vec<Vec<String>>) -> Block {
    let heads: Vec<(&str, u16)> = columns.iter().map(|(title, width)| (title.as_str(), *width)).collect();
    Block::list(&heads, rows)
}

/// How it is filled in, sentence by sentence.
fn how(spec: &Spec) -> Vec<String> {
    let said = |setting: Setting| {
        let word = setting.word_of(&spec.rule).unwrap_or_default();
        ZH.t(&format!("ballots-sheet-{}-{word}", setting.word())).into_owned()
    };
    let places = ZH.tf(
        &format!("ballots-sheet-how-{}", spec.kind.word()),
        [("places", spec.rule.places.to_string()), ("most", spec.rule.most_marks.to_string())],
    );
    let mut all = vec![places.into_owned()];
    match spec.kind {
        Kind::Election => all.extend([said(Setting::WriteIn), said(Setting::Blank)]),
        Kind::Decision => all.push(said(Setting::Blank)),
        Kind::Pick | Kind::Rating | Kind::Ranking => {}
    }
    all.push(said(Setting::Unclear));
    all.push(ZH.t("ballots-sheet-ink").into_owned());
    all
}
