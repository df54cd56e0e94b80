//! Finds fonts where machines keep them, and reads each file when a document first needs it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use typst::{
    foundations::Bytes,
    text::{Font, FontBook, FontInfo},
    utils::LazyHash,
};

use crate::faces::{FACES, FILES, Face};

/// The fonts of a machine: what each is called, and where it lies.
pub struct Fonts {
    book: LazyHash<FontBook>,
    slots: Vec<Slot>,
}

struct Slot {
    file: PathBuf,
    nth: u32,
    font: OnceLock<Option<Font>>,
}

/// A character that every Chinese font draws, and no other.
const CHINESE: char = '的';
/// Folders below folders are looked into so far.
const DEPTH: usize = 8;

/// Where fonts are looked for: the office's own folder, then fontconfig's usual ones, then where Debian's texlive keeps Fandol.
#[must_use]
pub fn folders(own: Option<&Path>) -> Vec<PathBuf> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let shared = std::env::var_os("XDG_DATA_HOME").map(PathBuf::from);
    let shared = shared.or_else(|| home.as_ref().map(|home| home.join(".local/share")));
    let of_people = [shared.map(|shared| shared.join("fonts")), home.map(|home| home.join(".fonts"))];
    let of_machine = [
        "/usr/local/share/fonts",
        "/usr/share/fonts",
        "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol",
        "/usr/share/texmf/fonts/opentype/public/fandol",
    ];
    own.map(Path::to_owned)
        .into_iter()
        .chain(of_people.into_iter().flatten())
        .chain(of_machine.map(PathBuf::from))
        .collect()
}

impl Fonts {
    /// Looks at the fonts there are. Files are opened to learn their names, and not kept.
    #[must_use]
    pub fn find(own: Option<&Path>) -> Self {
        let mut files = Vec::new();
        for folder in folders(own) {
            let all = own.is_some_and(|own| own == folder);
            gather(&folder, all, DEPTH, &mut files);
        }
        let (mut book, mut slots) = (FontBook::new(), Vec::new());
        for file in files {
            let Ok(bytes) = fs::read(&file) else { continue };
            for (nth, info) in (0..).zip(FontInfo::iter(&bytes)) {
                book.push(info);
                slots.push(Slot { file: file.clone(), nth, font: OnceLock::new() });
            }
        }
        Self { book: LazyHash::new(book), slots }
    }

    /// What each font is called and draws.
    pub(crate) const fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    /// The font at that place of the book.
    pub(crate) fn font(&self, at: usize) -> Option<Font> {
        let slot = self.slots.get(at)?;
        let read = || Font::new(Bytes::new(fs::read(&slot.file).ok()?), slot.nth);
        slot.font.get_or_init(read).clone()
    }

    /// Whether any font knows Chinese.
    #[must_use]
    pub fn know_chinese(&self) -> bool {
        let mut at = 0..self.slots.len();
        at.any(|at| self.book.info(at).is_some_and(|info| info.coverage.contains(u32::from(CHINESE))))
    }

    /// Those families of a style that are here, best first.
    #[must_use]
    pub fn families(&self, face: &Face) -> Vec<&'static str> {
        let here = |family: &&str| self.book.contains_family(&family.to_lowercase());
        face.families.iter().copied().filter(here).collect()
    }

    /// The styles with the family that draws each; nothing where none of its families is here.
    pub fn chosen(&self) -> impl Iterator<Item = (&'static Face, Option<&'static str>)> {
        FACES.iter().map(|face| (face, self.families(face).first().copied()))
    }
}

fn gather(folder: &Path, all: bool, depth: usize, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            if depth > 0 {
                gather(&path, all, depth - 1, files);
            }
        } else if is_font(&path, all) && !files.contains(&path) {
            files.push(path);
        }
    }
}

/// Whether a file is a font that documents may want; in the office's own folder all are.
fn is_font(path: &Path, all: bool) -> bool {
    let ending = path.extension().and_then(|end| end.to_str()).unwrap_or_default().to_ascii_lowercase();
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_lowercase();
    let name: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let known = || FILES.iter().any(|part| name.contains(part)) || !name.is_ascii();
    ["ttf", "otf", "ttc", "otc"].contains(&ending.as_str()) && (all || known())
}
