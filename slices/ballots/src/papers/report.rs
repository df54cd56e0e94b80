//! 计票结果报告单: every figure with the working, for the tellers and the chief teller to sign.

use ballots_rules::paper::{Role, Round};
use kit::paper::{Block, Boxes, Close, Layout, Paper, written};
use law_rules::Word as _;

use super::ZH;
use crate::{
    queries::Around,
    result::{ResultLine, Told, tell},
    secret::show::SealedEnd,
    store::{Item, Published},
};

/// The report.
pub(crate) fn report(item: &Item, round: &Round, result: &Published, around: &Around) -> Paper {
    let t = |key: &str| ZH.t(key).into_owned();
    let told = tell(round, result, ZH);
    let why = ZH.t(&round.why.key()).into_owned();
    let figures = &result.figures;
    let number = |figure: u32| figure.to_string();
    let head = Boxes::new()
        .line(&t("ballots-field-title"), item.title.to_string())
        .line(&t("ballots-field-meeting"), format!("{} {}", around.congress, item.meeting))
        .pair(
            (&t("ballots-field-round"), ZH.tf("ballots-round", [("n", round.n.to_string()), ("why", why)])),
            (&t("ballots-field-day"), written(item.day)),
        )
        .line(&t("ballots-field-method"), round.spec.method.to_string())
        .pair(
            (&t("ballots-field-members"), number(figures.members)),
            (&t("ballots-field-present"), number(figures.present)),
        )
        .pair(
            (&t("ballots-field-handed-out"), number(figures.handed_out)),
            (&t("ballots-field-spoiled"), number(figures.spoiled_replaced)),
        )
        .pair(
            (&t("ballots-field-issued"), number(figures.issued)),
            (&t("ballots-field-returned"), number(figures.total.returned)),
        )
        .pair(
            (&t("ballots-field-valid"), number(figures.total.valid)),
            (&t("ballots-field-invalid"), number(figures.total.invalid)),
        )
        .done();
    let mut blocks = vec![head];
    if !told.void {
        blocks.push(table(&told));
    }
    blocks.push(Block::heading(1, t("ballots-paper-working")));
    blocks.extend(told.working.iter().map(|(words, basis)| {
        Block::text(if basis.is_empty() { words.clone() } else { format!("{words}（{basis}）") })
    }));
    blocks.push(Block::heading(1, t("ballots-paper-result")));
    blocks.push(Block::text(told.headline));
    blocks.extend(around.sealed.as_ref().map(sealed));
    blocks.push(signatures(round));
    Paper {
        mark: ZH.tf("ballots-paper-edition", [("edition", result.edition.to_string())]).into_owned(),
        blocks,
        close: Some(Close { signers: vec![around.congress.clone()], date: written(result.reported.day()) }),
        note: format!("{}{}", t("ballots-field-hash"), round.hash),
        ..Paper::new(Layout::Form, &t("ballots-paper-report"))
    }
}

/// Of an electronic vote, by which hashes everybody finds it again.
pub(super) fn sealed(end: &SealedEnd) -> Block {
    let SealedEnd { vote, setup, head, silent } = end;
    let values =
        [("vote", vote.clone()), ("setup", setup.clone()), ("head", head.clone()), ("silent", silent.to_string())];
    Block::text(ZH.tf("ballots-hall-paper", values))
}

/// Name by name.
pub(super) fn table(told: &Told) -> Block {
    let t = |key: &str| ZH.t(key).into_owned();
    let (one, two, three, four) = told.marks.clone();
    let columns = [
        (t("ballots-field-name"), 40),
        (one, 16),
        (two, 16),
        (three, 16),
        (four, 20),
        (t("ballots-field-standing"), 24),
    ];
    let row = |line: &ResultLine| {
        let name = if line.written_in {
            format!("{}（{}）", line.name, t("ballots-mark-written-in"))
        } else {
            line.name.clone()
        };
        let marks = [line.line.approve, line.line.against, line.line.abstain, line.line.unclear].map(|n| n.to_string());
        let mut row = vec![name];
        row.extend(marks);
        row.push(line.said.clone());
        row
    };
    let heads: Vec<(&str, u16)> = columns.iter().map(|(title, width)| (title.as_str(), *width)).collect();
    Block::list(&heads, told.lines.iter().map(row).collect())
}

/// Room for the hands of all who counted.
fn signatures(round: &Round) -> Block {
    let names = |role: Role| {
        let found: Vec<&str> =
            round.tellers.standing().filter(|teller| teller.role == role).map(|teller| teller.name.as_str()).collect();
        found.join("、")
    };
    let line = |form: Boxes, role: Role| {
        let label = ZH.t(&role.key()).into_owned();
        let sign = ZH.t("ballots-paper-sign").into_owned();
        form.pair((&label, names(role)), (&sign, ""))
    };
    line(line(Boxes::new(), Role::Counter), Role::Chief).done()
}
