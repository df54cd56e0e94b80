//! Lays documents out as PDF, with typst as a library and the fonts of the machine.
//!
//! Fonts and the typesetter's library are loaded when the first document is printed, not when the program starts.

mod faces;
mod fonts;
mod given;
mod world;

use std::{
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

pub use faces::{FACES, Face};
pub use fonts::{Fonts, folders};
use given::Given;
use kit::{
    Fault,
    paper::{Bound, Paper, Poster, Press, Unprinted},
};
use typst_layout::PagedDocument;

/// Lays documents out one at a time: what it remembers between two is shared, and bounded.
pub struct Typesetter {
    own: Option<PathBuf>,
    fonts: Mutex<Option<Fonts>>,
}

impl Typesetter {
    /// With the folder of the office's own fonts, if there is one. Nothing is read yet.
    #[must_use]
    pub const fn new(own: Option<PathBuf>) -> Self {
        Self { own, fonts: Mutex::new(None) }
    }

    /// Lays out, and tells which characters no font could draw.
    ///
    /// # Errors
    /// When no Chinese font is found, or the document cannot be laid out.
    pub fn set(&self, bound: Option<&Bound>, paper: Option<&Paper>) -> Result<(Vec<u8>, String), Unprinted> {
        self.laid(|fonts| Given::new(fonts, bound, paper))
    }

    fn laid<'a>(&self, given: impl FnOnce(&Fonts) -> Given<'a>) -> Result<(Vec<u8>, String), Unprinted> {
        let mut kept = self.fonts.lock().unwrap_or_else(PoisonError::into_inner);
        let fonts = match kept.take() {
            Some(fonts) => fonts,
            None => Fonts::find(self.own.as_deref()),
        };
        let given = given(&fonts);
        let done = if fonts.know_chinese() { print(&fonts, &given) } else { Err(Unprinted::NoFont) };
        // Where there was none, somebody may install one meanwhile.
        *kept = fonts.know_chinese().then_some(fonts);
        done
    }
}

impl Press for Typesetter {
    fn print(&self, paper: &Paper) -> Result<Vec<u8>, Unprinted> {
        self.set(None, Some(paper)).map(told)
    }

    fn bind(&self, bound: &Bound) -> Result<Vec<u8>, Unprinted> {
        self.set(Some(bound), None).map(told)
    }

    fn gather(&self, papers: &[Paper]) -> Result<Vec<u8>, Unprinted> {
        self.laid(|fonts| Given::sheaf(fonts, papers)).map(told)
    }

    fn post(&self, poster: &Poster) -> Result<Vec<u8>, Unprinted> {
        self.laid(|fonts| Given::poster(fonts, poster)).map(told)
    }
}

/// The pages; where a character could not be drawn, the operator hears how many, not which: they may be of a name.
fn told((pages, undrawn): (Vec<u8>, String)) -> Vec<u8> {
    if !undrawn.is_empty() {
        let count = undrawn.chars().count();
        tracing::warn!(count, "characters of a document have no glyph in any font: install fonts-noto-cjk");
    }
    pages
}

fn print(fonts: &Fonts, given: &Given) -> Result<(Vec<u8>, String), Unprinted> {
    let text = serde_json::to_vec(given).map_err(|error| Unprinted::Fault(error.into()))?;
    let world = world::World::new(fonts, text).map_err(Unprinted::Fault)?;
    let fault = |errors: &[typst::diag::SourceDiagnostic]| {
        let said: Vec<String> = errors.iter().map(|error| error.message.to_string()).collect();
        Unprinted::Fault(Fault::new(format!("a document could not be laid out: {}", said.join("; "))))
    };
    let document = typst::compile::<PagedDocument>(&world).output.map_err(|errors| fault(&errors))?;
    let pages = typst_pdf::pdf(&document, &typst_pdf::PdfOptions::default()).map_err(|errors| fault(&errors))?;
    let undrawn = world::undrawn(&document);
    comemo::evict(AGE);
    Ok((pages, undrawn))
}

/// What was not needed for so many documents is forgotten.
const AGE: usize = 5;
