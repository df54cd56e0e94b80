//! The papers of elections, in Chinese whatever the page's language is: 当选证书, 代表证, 公告, 选区投票结果报告单.

use kit::{
    paper::{Block, Boxes, Close, Layout, Paper, written},
    words::Lang,
};

use law_rules::Word as _;

use crate::{
    queries::{CertificateLine, Part},
    store::{Election, Notice, Round, Tallied},
};

/// In which language documents are written.
const ZH: Lang = Lang::Chinese;

fn number(year: i64, n: i64) -> String {
    ZH.tf("elections-number", [("year", year.to_string()), ("n", n.to_string())]).into_owned()
}

fn values(line: &CertificateLine) -> [(&'static str, String); 5] {
    [
        ("name", line.name.clone()),
        ("seated", line.seated.clone()),
        ("title", line.title.clone()),
        ("day", written(line.day)),
        ("code", line.code.clone()),
    ]
}

/// 当选证书.
pub(crate) fn certificate(line: &CertificateLine) -> Paper {
    let key =
        if line.class.is_none() { "elections-paper-certificate-deputy" } else { "elections-paper-certificate-leader" };
    Paper {
        mark: number(line.year, line.n),
        blocks: vec![Block::text(ZH.tf(key, values(line))), Block::text(ZH.tf("elections-paper-check", values(line)))],
        close: Some(Close { signers: vec![line.seated.clone()], date: written(line.issued) }),
        ..Paper::new(Layout::Form, &ZH.t("elections-paper-certificate"))
    }
}

/// 代表证.
pub(crate) fn card(line: &CertificateLine) -> Paper {
    let t = |key: &str| ZH.t(key).into_owned();
    let confirmed = line.confirmed.map(written).unwrap_or_default();
    let boxes = Boxes::new()
        .line(&t("elections-field-name"), line.name.clone())
        .line(&t("elections-field-seated"), line.seated.clone())
        .line(&t("elections-field-number"), number(line.year, line.n))
        .pair((&t("elections-field-day"), written(line.day)), (&t("elections-field-confirmed"), confirmed))
        .line(&t("elections-field-code"), line.code.clone())
        .done();
    Paper {
        blocks: vec![boxes, Block::text(ZH.tf("elections-paper-check", values(line)))],
        close: Some(Close { signers: vec![line.seated.clone()], date: written(line.issued) }),
        ..Paper::new(Layout::Form, &ZH.t("elections-paper-card"))
    }
}

/// A public notice.
pub(crate) fn announcement(it: &Notice) -> Paper {
    Paper {
        mark: number(it.year, it.n),
        blocks: it.body.lines().map(Block::text).collect(),
        close: Some(Close { signers: vec![it.congress_name.clone()], date: written(it.day) }),
        ..Paper::new(Layout::Form, &it.title)
    }
}

/// 选区投票结果报告单: every figure of a round with the working, for those who counted to sign.
pub(crate) fn count(it: &Election, congress: &str, (part, round, marks): (&Part, &Round, &[Tallied])) -> Paper {
    let t = |key: &str| ZH.t(key).into_owned();
    let why = t(&round.why.key());
    let values = [("n", round.n.to_string()), ("why", why), ("seats", round.seats.to_string())];
    let figures = round.figures;
    let pair = |form: Boxes, (one, first): (&str, u32), (other, second): (&str, u32)| {
        form.pair((&t(one), first.to_string()), (&t(other), second.to_string()))
    };
    let head = Boxes::new()
        .line(&t("elections-field-title"), it.title.to_string())
        .line(&t("elections-field-district"), part.district.name.to_string())
        .line(&t("elections-field-round"), ZH.tf("elections-round", values).into_owned())
        .pair((&t("elections-field-day"), written(it.day)), (&t("elections-field-method"), it.method.to_string()));
    let valid = figures.ballots.saturating_sub(figures.invalid);
    let head = pair(head, ("elections-field-voters", figures.registered), ("elections-field-voted", figures.voted));
    let head = pair(head, ("elections-field-ballots", figures.ballots), ("elections-field-invalid", figures.invalid));
    let head = pair(head, ("elections-field-valid", valid), ("elections-field-proxied", figures.proxied));
    let head = head.line(&t("elections-field-mobile"), figures.mobile.to_string());
    let mut blocks = vec![head.done(), votes((part, round, marks)), Block::heading(1, t("elections-working"))];
    blocks.extend(part.working(round, marks).iter().map(|step| {
        let (words, basis) = (step.said(&ZH.says(), ZH.close()), step.rests_on(&ZH.says()));
        Block::text(if basis.is_empty() { words } else { format!("{words}（{basis}）") })
    }));
    let room = |form: Boxes, key: &str| form.tall(&t(key), "", 16);
    let keys = ["elections-paper-scrutineers", "elections-paper-counters", "elections-paper-chair"];
    blocks.push(keys.into_iter().fold(Boxes::new(), room).done());
    Paper {
        blocks,
        close: Some(Close { signers: vec![congress.to_owned()], date: written(round.at.day()) }),
        ..Paper::new(Layout::Form, &t("elections-paper-count"))
    }
}

/// Name by name.
fn votes((part, round, marks): (&Part, &Round, &[Tallied])) -> Block {
    let t = |key: &str| ZH.t(key).into_owned();
    let heads = [("elections-field-name", 60), ("elections-field-votes", 40), ("elections-field-result", 56)]
        .map(|(key, width)| (t(key), width));
    let row = |mark: &Tallied| {
        let place = if round.valid { t(&mark.place.key()) } else { String::new() };
        vec![part.name(mark.candidate).to_owned(), mark.votes.to_string(), place]
    };
    let columns: Vec<(&str, u16)> = heads.iter().map(|(title, width)| (title.as_str(), *width)).collect();
    Block::list(&columns, marks.iter().map(row).collect())
}
