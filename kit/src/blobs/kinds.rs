//! Which files are taken, and how their first bytes must look.

/// The most bytes one file may have: hints tell it, [`PAPERS`] checks it, and the site lets in what holds it.
pub const MOST_FILE: u64 = 45 << 20;
/// What a form may have besides its file: its other fields, and the lines between its parts.
pub const ENVELOPE: u64 = 3 << 20;

/// Which files one form takes.
#[derive(Clone, Copy, Debug)]
pub struct Allowed {
    /// Endings of names, lower case.
    pub endings: &'static [&'static str],
    /// The most bytes one file may have.
    pub most: u64,
}

/// What is attached to an official matter: documents, tables, pictures, a short recording.
pub const PAPERS: Allowed = Allowed {
    endings: &[
        "pdf", "ofd", "doc", "docx", "wps", "xls", "xlsx", "et", "ppt", "pptx", "txt", "jpg", "jpeg", "png", "webp",
        "heic", "mp3", "m4a", "amr", "mp4",
    ],
    most: MOST_FILE,
};
/// Pictures.
pub const PICTURES: Allowed = Allowed { endings: &["jpg", "jpeg", "png", "webp", "heic"], most: 20 << 20 };

/// The bytes by which a file is known; fewer when it is shorter.
pub(super) const HEAD: usize = 8 << 10;

/// One kind of file: endings of its name, the media type under which it is sent, and what its first bytes may look like.
struct Kind {
    endings: &'static [&'static str],
    media: &'static str,
    looks: &'static [&'static str],
}

/// What the old office programs wrote: one container for all of them.
const OLD_OFFICE: &[&str] =
    &["application/x-ole-storage", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint"];
const ZIP: &str = "application/zip";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const PPTX: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
/// Nothing is known by first bytes, and it reads as text.
const TEXT: &str = "text/plain";

const fn kind(endings: &'static [&'static str], media: &'static str, looks: &'static [&'static str]) -> Kind {
    Kind { endings, media, looks }
}

const KINDS: &[Kind] = &[
    kind(&["pdf"], "application/pdf", &["application/pdf"]),
    kind(&["ofd"], "application/ofd", &[ZIP]), // GB/T 33190
    kind(&["doc", "wps"], "application/msword", OLD_OFFICE),
    kind(&["xls", "et"], "application/vnd.ms-excel", OLD_OFFICE),
    kind(&["ppt"], "application/vnd.ms-powerpoint", OLD_OFFICE),
    // Other office programs order the parts of the archive differently, and it looks like any other.
    kind(&["docx"], DOCX, &[DOCX, ZIP]),
    kind(&["xlsx"], XLSX, &[XLSX, ZIP]),
    kind(&["pptx"], PPTX, &[PPTX, ZIP]),
    kind(&["txt"], "text/plain", &[TEXT]),
    kind(&["csv"], "text/csv", &[TEXT]),
    kind(&["jpg", "jpeg"], "image/jpeg", &["image/jpeg"]),
    kind(&["png"], "image/png", &["image/png"]),
    kind(&["webp"], "image/webp", &["image/webp"]),
    kind(&["heic"], "image/heic", &["image/heif"]),
    kind(&["mp3"], "audio/mpeg", &["audio/mpeg"]),
    kind(&["m4a"], "audio/mp4", &["audio/m4a", "video/mp4"]),
    kind(&["amr"], "audio/amr", &["audio/amr"]),
    kind(&["mp4"], "video/mp4", &["video/mp4", "video/x-m4v"]),
];

/// The ending of a name, lower case.
pub(super) fn ending(name: &str) -> String {
    name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase()
}

impl Allowed {
    /// Whether a file of this name may come at all.
    pub(super) fn takes(&self, name: &str) -> bool {
        self.endings.contains(&ending(name).as_str())
    }

    /// Ends of names, for the `accept` of a form: `.pdf,.docx`.
    #[must_use]
    pub fn accept(&self) -> String {
        self.endings.iter().map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(",")
    }
}

/// The media type of a file by its name, when its first bytes look like that.
pub(super) fn media(name: &str, head: &[u8]) -> Option<&'static str> {
    let ending = ending(name);
    let kind = KINDS.iter().find(|kind| kind.endings.contains(&ending.as_str()))?;
    let looks = match infer::get(head) {
        Some(found) => found.mime_type(),
        None if is_text(head) => TEXT,
        None => return None,
    };
    kind.looks.contains(&looks).then_some(kind.media)
}

/// Whether bytes read as text, UTF-8 or GB 18030. The last character may be cut off.
fn is_text(head: &[u8]) -> bool {
    let plain = !head.iter().any(|byte| matches!(byte, 0..=8 | 11 | 12 | 14..=31));
    let whole = |head: &[u8]| match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    };
    let chinese = || {
        let cut = head.get(..head.len().saturating_sub(3)).unwrap_or(head);
        let mut decoder = encoding_rs::GB18030.new_decoder_without_bom_handling();
        let mut text = String::with_capacity(decoder.max_utf8_buffer_length(cut.len()).unwrap_or(0));
        let (_, _, spoiled) = decoder.decode_to_string(cut, &mut text, false);
        !spoiled
    };
    plain && (whole(head) || chinese())
}
