//! The fields of the index.

use tantivy::{
    TantivyDocument, Term,
    schema::{BytesOptions, FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions},
};
use uuid::Uuid;

use super::Document;

/// The name under which the tokenizer is registered.
pub(super) const TOKENIZER: &str = "pairs";
/// Raised when fields or terms change: an index of another number is thrown away.
pub(super) const EDITION: u32 = 4;

/// The fields, by what they hold.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    /// Title and body as two values of one field: one query looks into both, no phrase reaches from one into the other.
    pub text: Field,
    pub kind: Field,
    /// The area's code and every code that contains it.
    pub area: Field,
    pub reader: Field,
    pub label: Field,
    pub id: Field,
}

/// Fast columns, read for each hit.
pub(super) const DAY: &str = "day";
pub(super) const ID_HIGH: &str = "id_high";
pub(super) const ID_LOW: &str = "id_low";

pub(super) fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let texts = TextFieldIndexing::default()
        .set_tokenizer(TOKENIZER)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let words = TextFieldIndexing::default()
        .set_tokenizer("raw")
        .set_index_option(IndexRecordOption::Basic)
        .set_fieldnorms(false);
    let ids = BytesOptions::default().set_indexed();
    let fields = Fields {
        text: schema.add_text_field("text", TextOptions::default().set_indexing_options(texts)),
        kind: schema.add_text_field("kind", TextOptions::default().set_indexing_options(words.clone())),
        area: schema.add_text_field("area", TextOptions::default().set_indexing_options(words.clone())),
        label: schema.add_text_field("label", TextOptions::default().set_indexing_options(words)),
        reader: schema.add_bytes_field("reader", ids.clone()),
        id: schema.add_bytes_field("id", ids),
    };
    schema.add_i64_field(DAY, FAST);
    schema.add_u64_field(ID_HIGH, FAST);
    schema.add_u64_field(ID_LOW, FAST);
    (schema.build(), fields)
}

impl Fields {
    pub(super) fn id_term(&self, id: Uuid) -> Term {
        Term::from_field_bytes(self.id, id.as_bytes())
    }

    /// The document as the index takes it.
    pub(super) fn document(&self, schema: &Schema, from: &Document) -> tantivy::Result<TantivyDocument> {
        let mut to = TantivyDocument::new();
        to.add_text(self.text, &from.title);
        to.add_text(self.text, &from.body);
        to.add_text(self.kind, from.kind);
        let mut area = Some(from.area.clone());
        while let Some(code) = area {
            to.add_text(self.area, code.as_str());
            area = code.parent();
        }
        for reader in &from.readers {
            to.add_bytes(self.reader, reader.as_bytes());
        }
        for label in &from.labels {
            to.add_text(self.label, label);
        }
        to.add_bytes(self.id, from.id.as_bytes());
        let (high, low) = from.id.as_u64_pair();
        to.add_i64(schema.get_field(DAY)?, day_number(from.day));
        to.add_u64(schema.get_field(ID_HIGH)?, high);
        to.add_u64(schema.get_field(ID_LOW)?, low);
        Ok(to)
    }
}

/// Days since 1970-01-01.
pub(super) fn day_number(day: kernel::Day) -> i64 {
    epoch().map_or(0, |epoch| i64::from(day.days_since(epoch)))
}

/// The day of that number.
pub(super) fn day_of(number: i64) -> Option<kernel::Day> {
    epoch().zip(i32::try_from(number).ok()).map(|(epoch, days)| epoch.plus_days(days))
}

fn epoch() -> Option<kernel::Day> {
    kernel::Day::new(1970, 1, 1)
}
