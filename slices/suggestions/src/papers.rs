//! Documents of one suggestion: one document, one small file, in Chinese whatever the page's language is.
//!
//! To add one: a file with a function that lists its offers, and a line in [`DOCUMENTS`]. An offer is made of what the
//! suggestion's page shows this visitor, so a document never says more than the page it is offered on.

mod archive;
mod contact;
mod extension;
mod judgement;
mod ledger;
mod letter;
mod notice;
mod objection;
mod opinion;
mod receipt;
mod redo;
mod second;
mod sheet;
mod shown;

use accounts_rules::Actor;
pub(crate) use archive::file;
use kernel::{PersonId, Span};
use kit::{
    paper::{Boxes, Offer},
    words::Lang,
};
pub(crate) use ledger::ledger;
pub(crate) use letter::{OPENING, said};
pub(crate) use notice::of_unit;
use suggestions_rules::{Assignment, Fact, RuleBook};

use crate::{
    Sight,
    queries::{Detail, Setting},
};

/// In which language documents are written.
pub(crate) const ZH: Lang = Lang::Chinese;

/// Every document, in the order in which a file of the archive holds them (suggestions.md §14).
const DOCUMENTS: [fn(&Matter<'_>) -> Vec<Offer>; 12] = [
    sheet::offers,
    notice::offers,
    receipt::offers,
    objection::offers,
    extension::offers,
    contact::offers,
    opinion::offers,
    shown::offers,
    letter::offers,
    judgement::offers,
    redo::offers,
    second::offers,
];

/// What documents are made of.
pub struct Matter<'a> {
    /// The suggestion as the visitor may see it.
    pub d: &'a Detail,
    /// Names around it.
    pub setting: &'a Setting,
    /// The rules of its congress.
    pub book: &'a RuleBook,
    /// The deputy who looks, or for whom somebody acts.
    pub me: Option<PersonId>,
}

/// Everything this visitor can have of a suggestion.
pub fn offers(matter: &Matter<'_>) -> Vec<Offer> {
    DOCUMENTS.iter().flat_map(|of| of(matter)).collect()
}

impl<'a> Matter<'a> {
    /// As this actor sees it.
    pub fn of(actor: &Actor, d: &'a Detail, setting: &'a Setting, book: &'a RuleBook) -> Self {
        Self { d, setting, book, me: actor.stands_for() }
    }

    /// The units' parts with their places, from 1; a part passed on keeps its place.
    pub fn parts(&self) -> impl Iterator<Item = (usize, &'a Assignment)> {
        let handling = self.d.suggestion.stage.handling();
        let parts = handling.into_iter().flat_map(|handling| handling.handlers.all());
        parts.enumerate().map(|(at, part)| (at + 1, part))
    }

    /// Whether the visitor works on that part: the unit itself, the office, the government's office.
    pub fn works_on(&self, part: &Assignment) -> bool {
        match &self.d.sight {
            Sight::Office | Sight::Transfer => true,
            Sight::Unit(own) => own.contains(&part.id),
            Sight::Lead | Sight::Cosigner | Sight::Public => false,
        }
    }

    /// The number as written; empty before there is one.
    pub fn number(&self) -> String {
        self.d.suggestion.stage.numbered().map(|numbered| numbered.number.to_string()).unwrap_or_default()
    }

    /// The lead deputy's name, or that it is kept.
    pub fn lead(&self) -> String {
        match self.d.person(self.d.suggestion.lead.person) {
            "" => ZH.t("suggestions-identity-kept").into_owned(),
            name => name.to_owned(),
        }
    }

    /// The name on the account that did that; empty where it is not to be seen.
    pub fn done_by(&self, that: impl Fn(&Fact) -> bool) -> String {
        let done = self.d.history.iter().find(|happened| that(&happened.fact));
        done.and_then(|happened| happened.by).map(|by| self.d.account(by).to_owned()).unwrap_or_default()
    }

    /// 桃源县第十八届人民代表大会第五次会议.
    pub fn sitting(&self) -> String {
        self.setting.sitting()
    }
}

/// The lines with which every form about a unit's part begins.
fn item(m: &Matter<'_>, part: &Assignment) -> Boxes {
    let t = |key: &str| ZH.t(key).into_owned();
    let role = t(&format!("suggestions-role-{}", part.role.word()));
    Boxes::new()
        .pair((&t("suggestions-field-number"), m.number()), (&t("suggestions-field-lead"), m.lead()))
        .line(&t("suggestions-field-title"), m.d.suggestion.sheet.title.clone())
        .pair((&t("suggestions-field-unit"), m.d.body(part.unit)), (&t("papers-field-role"), role))
}

/// 3个月: documents put no space between figures and words.
pub(crate) fn span(span: Span) -> String {
    crate::pages::span(ZH, span).replace(' ', "")
}

/// Whether a form's box is ticked: 是 or 否; empty while nobody has said.
pub fn yes(answer: Option<bool>) -> String {
    match answer {
        Some(true) => ZH.t("papers-yes").into_owned(),
        Some(false) => ZH.t("papers-no").into_owned(),
        None => String::new(),
    }
}
