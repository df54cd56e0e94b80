//! What the index is told about one matter.

use kernel::{AreaCode, Day};
use uuid::Uuid;

/// One matter as it can be found: its texts, its day, and who may find it.
#[derive(Clone, Debug)]
pub struct Document {
    /// The matter's id; a document of the same id replaces the earlier one.
    pub id: Uuid,
    /// The noun, as its table is called: `suggestion`.
    pub kind: &'static str,
    /// The area whose matter it is; it is also found within every area that contains this one.
    pub area: AreaCode,
    /// Whoever may find it: its congress, its units, its signers.
    pub readers: Vec<Uuid>,
    /// What lists are narrowed by, each a word of the noun's own: `stage:handling`.
    pub labels: Vec<String>,
    /// The day by which hits are ordered, newest first.
    pub day: Day,
    /// The title.
    pub title: String,
    /// Everything else that is searched, in one text.
    pub body: String,
}
