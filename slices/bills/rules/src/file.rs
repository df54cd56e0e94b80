//! 附件: files of a bill.

use serde::{Deserialize, Serialize};

use crate::FileId;

/// What a file of a bill is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// 草案文本: the text that the congress is asked to adopt. Whoever signs, signs it too.
    Draft,
    /// 签名原件扫描件: the sheet that deputies signed, or the organ's letter.
    Scan,
    /// Anything else that goes with it.
    Other,
}

/// A file of a bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its identity.
    pub id: FileId,
    /// What it is.
    pub kind: FileKind,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// Most files of one bill.
pub const MOST_FILES: usize = 20;

impl FileKind {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Scan, Self::Other];

    /// The word in rows, addresses and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Scan => "scan",
            Self::Other => "other",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}
