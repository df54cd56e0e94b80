//! The documents somebody can have of a matter: a page that lists them, the same for programs, and each by its name.

use askama::Template;
use axum::{http::HeaderMap, response::Response};
use kernel::Day;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Bound, Entry, Form, Name, Paper, ask::give, written};
use crate::{Problem, Site, View, web::page, words::Lang};

/// One document that can be had now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its name in addresses: `letter-1-1-1`. The word before the first dash says its kind.
    pub stem: String,
    /// The key of its kind's name.
    pub kind: &'static str,
    /// What tells it from others of its kind: unit, round, deputy.
    pub about: Vec<String>,
    /// Of which day it is.
    pub day: Option<Day>,
    /// The document.
    pub paper: Paper,
}

/// All that can be had of one matter.
pub struct Shelf {
    /// The title of the matter.
    pub matter: String,
    /// The address of the page of documents, without an ending.
    pub at: String,
    /// Where the matter is shown.
    pub back: String,
    /// The documents, in the order of a bound file.
    pub offers: Vec<Offer>,
    /// The whole file as one, where there is such a thing.
    pub file: Option<File>,
}

/// What a bound file says before its documents.
pub struct File {
    /// Its title, line by line.
    pub lines: Vec<String>,
    /// What it is about, a line each.
    pub facts: Vec<String>,
    /// What belongs to it and is no document of ours: attachments, with their days.
    pub apart: Vec<(String, Option<Day>)>,
}

/// One document that can be had.
#[derive(Serialize, ToSchema)]
pub struct PaperLine {
    /// Its name in the address.
    name: String,
    /// The word of its kind: `letter`.
    kind: String,
    /// What tells it from others of its kind: unit, round, deputy.
    about: Vec<String>,
    /// Of which day it is, `YYYY-MM-DD`.
    day: Option<String>,
}

#[derive(Template)]
#[template(path = "papers.html")]
struct Listed<'a> {
    v: &'a View,
    shelf: &'a Shelf,
    lines: Vec<Line>,
}

struct Line {
    name: String,
    about: String,
    day: Option<Day>,
    at: String,
}

/// The name of the bound file in addresses.
const FILE: &str = "archive";

impl Shelf {
    /// The page that lists them.
    #[must_use]
    pub fn page(&self, v: &View) -> Response {
        let line = |offer: &Offer| Line {
            name: v.t(offer.kind).into_owned(),
            about: offer.about.join(" · "),
            day: offer.day,
            at: format!("{}/{}", self.at, offer.stem),
        };
        page(&Listed { v, shelf: self, lines: self.offers.iter().map(line).collect() })
    }

    /// The same for programs.
    #[must_use]
    pub fn lines(self) -> Vec<PaperLine> {
        let line = |offer: Offer| PaperLine {
            kind: offer.stem.split('-').next().unwrap_or_default().to_owned(),
            name: offer.stem,
            about: offer.about,
            day: offer.day.map(|day| day.to_string()),
        };
        self.offers.into_iter().map(line).collect()
    }

    /// Hands over the one of that name, in the form the address or the caller says, else in the usual one.
    ///
    /// # Errors
    /// When there is none of that name for this visitor, or it cannot be written.
    pub async fn hand_over(
        self,
        site: &Site,
        name: &str,
        headers: &HeaderMap,
        usual: Form,
    ) -> Result<Response, Problem> {
        let asked = Name::read(name);
        if asked.stem == FILE && asked.form != Some(Form::Docx) && self.file.is_some() {
            let bound = self.bound().ok_or_else(Problem::missing)?;
            return bound.give(site, &Lang::Chinese.t("papers-archive")).await;
        }
        let offer = self.offers.into_iter().find(|offer| offer.stem == asked.stem).ok_or_else(Problem::missing)?;
        let kind = Lang::Chinese.t(offer.kind).into_owned();
        let file = std::iter::once(kind).chain(offer.about).collect::<Vec<_>>().join("-");
        give(site, offer.paper, asked.form(headers, usual), &file).await
    }

    fn bound(self) -> Option<Bound> {
        let file = self.file?;
        let zh = |key: &str| Lang::Chinese.t(key).into_owned();
        let said = |day: Option<Day>| day.map(written).unwrap_or_default();
        let title =
            |offer: &Offer| std::iter::once(zh(offer.kind)).chain(offer.about.iter().cloned()).collect::<Vec<_>>();
        let entry =
            |offer: Offer| Entry { title: title(&offer).join("　"), day: said(offer.day), paper: Ok(offer.paper) };
        let apart = |(title, day)| Entry { title, day: said(day), paper: Err(zh("papers-apart")) };
        let entries = self.offers.into_iter().map(entry).chain(file.apart.into_iter().map(apart)).collect();
        let columns =
            ["papers-column-place", "papers-column-document", "papers-column-day", "papers-column-page"].map(zh);
        Some(Bound { lines: file.lines, facts: file.facts, columns, entries })
    }
}
