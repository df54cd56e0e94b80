//! The papers of elections, in Chinese whatever the page's language is: 当选证书, 代表证, 公告.

use kit::{
    paper::{Block, Boxes, Close, Layout, Paper, written},
    words::Lang,
};

use crate::{queries::CertificateLine, store::Notice};

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
