//! What the typesetter may read: the layout, the document, the fonts. No files, no network, no clock.

use std::{path::PathBuf, sync::LazyLock};

use kit::Fault;
use typst::{
    Library, LibraryExt,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    layout::{Frame, FrameItem},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;

use crate::fonts::Fonts;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The world of one document.
pub struct World<'a> {
    fonts: &'a Fonts,
    layout: Source,
    given: (FileId, Bytes),
}

impl<'a> World<'a> {
    pub fn new(fonts: &'a Fonts, given: Vec<u8>) -> Result<Self, Fault> {
        let layout = Source::new(named("paper.typ")?, include_str!("paper.typ").to_owned());
        Ok(Self { fonts, layout, given: (named("paper.json")?, Bytes::new(given)) })
    }
}

fn named(name: &str) -> Result<FileId, Fault> {
    let path = VirtualPath::new(name).map_err(|error| Fault::new(format!("{name}: {error:?}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl typst::World for World<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }
    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }
    fn main(&self) -> FileId {
        self.layout.id()
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.layout.id() { Ok(self.layout.clone()) } else { Err(FileError::NotFound(PathBuf::new())) }
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.given.0 { Ok(self.given.1.clone()) } else { Err(FileError::NotFound(PathBuf::new())) }
    }
    fn font(&self, at: usize) -> Option<Font> {
        self.fonts.font(at)
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The characters that no font could draw (`.notdef`).
pub fn undrawn(document: &PagedDocument) -> String {
    let mut found = String::new();
    document.pages().iter().for_each(|page| look(&page.frame, &mut found));
    found
}

fn look(frame: &Frame, found: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => look(&group.frame, found),
            FrameItem::Text(text) => {
                let boxes = text.glyphs.iter().filter(|glyph| glyph.id == 0);
                found.extend(boxes.filter_map(|glyph| text.text.get(glyph.range())));
            }
            _ => {}
        }
    }
}
