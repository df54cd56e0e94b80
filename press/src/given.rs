//! What the layout is told: the document, and the families that draw each style here.

use std::collections::BTreeMap;

use kit::paper::{Bound, Paper, Poster};
use serde::Serialize;

use crate::{faces::FACES, fonts::Fonts};

/// What `paper.typ` reads.
#[derive(Default, Serialize)]
pub struct Given<'a> {
    faces: BTreeMap<&'static str, Vec<&'static str>>,
    bound: bool,
    name: String,
    author: String,
    lines: Vec<String>,
    facts: Vec<String>,
    columns: Vec<String>,
    entries: Vec<Line<'a>>,
    poster: Option<&'a Poster>,
}

#[derive(Serialize)]
struct Line<'a> {
    title: &'a str,
    day: &'a str,
    note: &'a str,
    paper: Option<&'a Paper>,
}

impl<'a> Given<'a> {
    /// One document, or several bound into a file.
    pub fn new(fonts: &Fonts, bound: Option<&'a Bound>, paper: Option<&'a Paper>) -> Self {
        let faces = faces(fonts);
        let (lines, facts, columns, mut entries) = match bound {
            Some(bound) => (
                bound.lines.clone(),
                bound.facts.clone(),
                bound.columns.to_vec(),
                bound.entries.iter().map(line).collect::<Vec<_>>(),
            ),
            None => Default::default(),
        };
        entries.extend(paper.map(|paper| Line { title: "", day: "", note: "", paper: Some(paper) }));
        let name = paper.map_or_else(|| lines.concat(), Paper::title);
        let author = paper.map(|paper| paper.office.clone()).unwrap_or_default();
        Self { faces, bound: bound.is_some(), name, author, lines, facts, columns, entries, poster: None }
    }

    /// Several documents, each from a new page.
    pub fn sheaf(fonts: &Fonts, papers: &'a [Paper]) -> Self {
        let line = |paper| Line { title: "", day: "", note: "", paper: Some(paper) };
        let name = papers.first().map(Paper::title).unwrap_or_default();
        Self { faces: faces(fonts), name, entries: papers.iter().map(line).collect(), ..Self::default() }
    }

    /// A poster.
    pub fn poster(fonts: &Fonts, poster: &'a Poster) -> Self {
        Self { faces: faces(fonts), name: poster.name.clone(), poster: Some(poster), ..Self::default() }
    }
}

fn faces(fonts: &Fonts) -> BTreeMap<&'static str, Vec<&'static str>> {
    FACES.iter().map(|face| (face.style, fonts.families(face))).collect()
}

fn line(entry: &kit::paper::Entry) -> Line<'_> {
    let (paper, note) = match &entry.paper {
        Ok(paper) => (Some(paper), ""),
        Err(note) => (None, note.as_str()),
    };
    Line { title: &entry.title, day: &entry.day, note, paper }
}
