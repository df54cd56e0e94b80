//! What the layout is told: the document, and the families that draw each style here.

use std::collections::BTreeMap;

use kit::paper::{Bound, Paper};
use serde::Serialize;

use crate::{faces::FACES, fonts::Fonts};

/// What `paper.typ` reads.
#[derive(Serialize)]
pub struct Given<'a> {
    faces: BTreeMap<&'static str, Vec<&'static str>>,
    bound: bool,
    name: String,
    author: String,
    lines: Vec<String>,
    facts: Vec<String>,
    columns: Vec<String>,
    entries: Vec<Line<'a>>,
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
        let faces = FACES.iter().map(|face| (face.style, fonts.families(face))).collect();
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
        Self { faces, bound: bound.is_some(), name, author, lines, facts, columns, entries }
    }
}

fn line(entry: &kit::paper::Entry) -> Line<'_> {
    let (paper, note) = match &entry.paper {
        Ok(paper) => (Some(paper), ""),
        Err(note) => (None, note.as_str()),
    };
    Line { title: &entry.title, day: &entry.day, note, paper }
}
