//! The papers of a proposal, in Chinese whatever the page's language is: 任免公告 and 任命书.

use appointments_rules::{After, Kind, Letter, Number, Office, Way, verb_of};
use kit::{
    paper::{Block, Close, Layout, Paper, written},
    words::Lang,
};
use law_rules::Word as _;

use crate::queries::{Announced, Around};

/// In which language documents are written.
const ZH: Lang = Lang::Chinese;

/// 〔2026〕3号.
pub(crate) fn numbered(number: Number, lang: Lang) -> String {
    lang.tf("appointments-number", [("year", number.year.to_string()), ("n", number.n.to_string())]).into_owned()
}

/// The kind with its verb: `appoint-decide`, as the law has it for that office.
fn said(kind: &str, office: &str) -> String {
    let verb = Kind::read(kind).zip(Office::read(office)).map_or(Way::Decide, |(kind, office)| verb_of(kind, office));
    format!("{kind}-{}", verb.word())
}

/// The announcement of one meeting: all that was adopted there.
pub(crate) fn announcement(all: &Announced, meeting: &str, after: &After) -> Paper {
    let title = ZH.tf("appointments-paper-title", [("congress", all.congress.clone())]);
    let decided = all.lines.first().map_or(after.day, |line| line.decided);
    let values = [("congress", all.congress.clone()), ("meeting", meeting.to_owned()), ("day", written(decided))];
    let mut blocks = vec![Block::text(ZH.tf("appointments-paper-opening", values))];
    for line in &all.lines {
        let values = [("person", line.person.clone()), ("office", line.office.clone())];
        blocks.push(Block::text(ZH.tf(&format!("appointments-paper-line-{}", said(&line.kind, &line.law)), values)));
    }
    blocks.push(Block::text(ZH.t("appointments-paper-now")));
    let signer = ZH.tf("appointments-paper-signer", [("congress", all.congress.clone())]).into_owned();
    Paper {
        blocks,
        number: numbered(after.number, ZH),
        close: Some(Close { signers: vec![signer], date: written(after.day) }),
        ..Paper::new(Layout::Form, &title)
    }
}

/// The letter of appointment.
pub(crate) fn letter(around: &Around, decided: kernel::Day, letter: &Letter) -> Paper {
    let values = [
        ("person", around.person.clone()),
        ("office", around.office.clone()),
        ("congress", around.congress.clone()),
        ("day", written(decided)),
    ];
    let signer = ZH.tf("appointments-paper-signed", [("name", letter.signed.to_string())]).into_owned();
    let committee = ZH.tf("appointments-paper-signer", [("congress", around.congress.clone())]).into_owned();
    Paper {
        blocks: vec![Block::text(ZH.tf("appointments-paper-letter", values))],
        number: numbered(letter.number, ZH),
        close: Some(Close { signers: vec![committee, signer], date: written(letter.day) }),
        ..Paper::new(Layout::Form, &ZH.t("appointments-paper-letter-title"))
    }
}
