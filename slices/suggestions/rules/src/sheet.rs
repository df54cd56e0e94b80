//! The sheet a deputy fills in (专用纸). A draft is kept as typed; what is submitted must be complete.

use kernel::{BodyId, Text, TextError};
use serde::{Deserialize, Serialize};

/// Where the suggestion comes from; national figures are published by it (suggestions.md §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// 调研.
    Survey,
    /// 视察.
    Inspection,
    /// 座谈走访.
    Visits,
    /// 群众反映.
    Citizens,
    /// 代表联络站.
    Station,
    /// 其他.
    Other,
    /// 由议案转来: the presidium decided so; nobody chooses it.
    Bill,
}

impl Source {
    /// Those a deputy chooses from, in the order of the form.
    pub const CHOICES: [Self; 6] =
        [Self::Survey, Self::Inspection, Self::Visits, Self::Citizens, Self::Station, Self::Other];

    /// The word in rows, forms and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Survey => "survey",
            Self::Inspection => "inspection",
            Self::Visits => "visits",
            Self::Citizens => "citizens",
            Self::Station => "station",
            Self::Other => "other",
            Self::Bill => "bill",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::CHOICES.into_iter().chain([Self::Bill]).find(|source| source.word() == word)
    }
}

/// The sheet as typed. Nothing is refused while it is a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sheet {
    /// 标题.
    pub title: String,
    /// 正文: situation, analysis, request.
    pub body: String,
    /// 建议来源.
    pub source: Option<Source>,
    /// 是否同意公开.
    pub publish: Option<bool>,
    /// Why not, when not.
    pub not_public_because: String,
    /// 是否要求当面沟通.
    pub wants_meeting: bool,
    /// 是否要求保密身份; the unit must keep it.
    pub keep_identity: bool,
    /// 希望承办单位: advice, not binding.
    pub wishes: Vec<BodyId>,
}

/// The sheet, read as complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// At most 60 characters; of 655 real ones the longest had 44.
    pub title: Text<60>,
    /// At most 20,000 characters.
    pub body: Text<20000>,
    /// Where it comes from.
    pub source: Source,
    /// Whether it may be published.
    pub publish: bool,
}

/// What keeps a sheet from being submitted, by field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Defect {
    /// The title is empty, too long or has odd characters.
    Title(TextError),
    /// The text is.
    Body(TextError),
    /// No source was chosen.
    Source,
    /// Consent to publish was neither given nor withheld.
    Publish,
    /// Consent was withheld without a reason.
    NotPublicBecause(TextError),
    /// So many units are wished for: more than anybody can weigh.
    Wishes(usize),
}

/// Most units a deputy may wish for.
pub const MOST_WISHES: usize = 5;

impl Sheet {
    /// The sheet as a draft keeps it: as typed, however unfinished, each wish once.
    ///
    /// # Errors
    /// What no keyboard types, which no engine or printer takes unharmed, and more wishes than [`MOST_WISHES`].
    pub fn as_draft(mut self) -> Result<Self, Vec<Defect>> {
        let mut defects = Vec::new();
        let mut typable = |text: &str, defect: fn(TextError) -> Defect| {
            if let Err(TextError::Control) = Text::<{ usize::MAX }>::parse(text) {
                defects.push(defect(TextError::Control));
            }
        };
        typable(&self.title, Defect::Title);
        typable(&self.body, Defect::Body);
        typable(&self.not_public_because, Defect::NotPublicBecause);
        let mut seen = Vec::new();
        self.wishes.retain(|unit| {
            !seen.contains(unit) && {
                seen.push(*unit);
                true
            }
        });
        if self.wishes.len() > MOST_WISHES {
            defects.push(Defect::Wishes(self.wishes.len()));
        }
        if defects.is_empty() { Ok(self) } else { Err(defects) }
    }

    /// Reads the sheet as complete.
    ///
    /// # Errors
    /// Every defect, in the order of the form.
    pub fn complete(&self) -> Result<Content, Vec<Defect>> {
        let mut defects = Vec::new();
        let title = Text::parse(&self.title).map_err(|error| defects.push(Defect::Title(error)));
        let body = Text::parse(&self.body).map_err(|error| defects.push(Defect::Body(error)));
        let source = self.source.ok_or_else(|| defects.push(Defect::Source));
        let publish = self.publish.ok_or_else(|| defects.push(Defect::Publish));
        if publish == Ok(false)
            && let Err(error) = Text::<200>::parse(&self.not_public_because)
        {
            defects.push(Defect::NotPublicBecause(error));
        }
        match (title, body, source, publish) {
            (Ok(title), Ok(body), Ok(source), Ok(publish)) if defects.is_empty() => {
                Ok(Content { title, body, source, publish })
            }
            _ => Err(defects),
        }
    }

    /// Whether a deputy who seconded `other` would have to look again: title or text differ.
    #[must_use]
    pub fn reads_otherwise(&self, other: &Self) -> bool {
        self.title.trim() != other.title.trim() || self.body.trim() != other.body.trim()
    }
}
