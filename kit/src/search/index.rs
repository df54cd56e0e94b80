//! The index itself: opening, filling, asking.

use std::{
    fs,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use serde::{Deserialize, Serialize};
use tantivy::{
    Index, IndexReader, IndexWriter, ReloadPolicy, TantivyError, directory::MmapDirectory, indexer::IndexWriterOptions,
};
use uuid::Uuid;

use super::{
    Asked, Document, Found,
    fields::{self, Fields},
    newest::Newest,
    pairs::Pairs,
};
use crate::Fault;

/// How far into the journal the index has read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watermark {
    /// The last fact taken in.
    pub seq: i64,
    /// That fact's hash: a database restored from elsewhere has another, and the index does not fit it.
    pub hash: String,
}

/// The index. Clones share it.
#[derive(Clone)]
pub struct Search(Arc<Inner>);

struct Inner {
    index: Index,
    fields: Fields,
    reader: IndexReader,
    writer: Mutex<Option<IndexWriter>>,
}

/// Memory for documents on their way in; a fuller segment is flushed. The process takes some hundred MB more while many come in.
const WRITER_BYTES: usize = 20_000_000;

impl From<TantivyError> for Fault {
    fn from(cause: TantivyError) -> Self {
        let passing = matches!(cause, TantivyError::LockFailure(..));
        let what = if passing {
            "the search index is being written by another process"
        } else {
            "the search index failed; its folder may be deleted, it is built again from the database"
        };
        let mut fault = Self::caused(what, cause);
        fault.passing = passing;
        fault
    }
}

impl Search {
    /// Opens the index in a folder, or makes an empty one where there is none, where it cannot be read or where it is of
    /// another edition. The folder belongs to one process.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn open(folder: &Path) -> Result<Self, Fault> {
        let folder = folder.join(format!("pairs-{}", fields::EDITION));
        fs::create_dir_all(&folder)?;
        if let Ok(search) = Self::load(&folder) {
            return Ok(search);
        }
        fs::remove_dir_all(&folder)?;
        fs::create_dir_all(&folder)?;
        Self::load(&folder)
    }

    /// An index in memory, for tests and for commands that run once.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn in_memory() -> Result<Self, Fault> {
        Self::over(Index::create_in_ram(fields::schema().0))
    }

    fn load(folder: &Path) -> Result<Self, Fault> {
        let directory = MmapDirectory::open(folder).map_err(TantivyError::from)?;
        Self::over(Index::open_or_create(directory, fields::schema().0)?)
    }

    fn over(index: Index) -> Result<Self, Fault> {
        index.tokenizers().register(fields::TOKENIZER, Pairs);
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let fields = fields::schema().1;
        Ok(Self(Arc::new(Inner { index, fields, reader, writer: Mutex::new(None) })))
    }

    /// How far the index in a folder has read, without opening it: another process may be at work on it.
    #[must_use]
    pub fn watermark_in(folder: &Path) -> Option<Watermark> {
        let meta = fs::read_to_string(folder.join(format!("pairs-{}/meta.json", fields::EDITION))).ok()?;
        let meta: serde_json::Value = serde_json::from_str(&meta).ok()?;
        serde_json::from_str(meta.get("payload")?.as_str()?).ok()
    }

    /// How far the committed index has read; nothing when it is empty or unreadable.
    #[must_use]
    pub fn watermark(&self) -> Option<Watermark> {
        serde_json::from_str(&self.0.index.load_metas().ok()?.payload?).ok()
    }

    /// Takes documents in, each replacing what had its id, and takes `gone` out. Seen after [`Search::commit`].
    ///
    /// Blocks while the index thread is behind: call it where blocking is allowed.
    ///
    /// # Errors
    /// When another process writes the same folder, or the disk fails.
    pub fn put(&self, documents: &[Document], gone: &[Uuid]) -> Result<(), Fault> {
        let fields = self.0.fields;
        self.writing(|writer| {
            for id in gone.iter().copied().chain(documents.iter().map(|document| document.id)) {
                writer.delete_term(fields.id_term(id));
            }
            Ok(())
        })?;
        self.put_new(documents)
    }

    /// Takes documents in whose ids the index does not hold: what is to be replaced must be looked for, and remembered until then.
    ///
    /// # Errors
    /// As [`Search::put`].
    pub fn put_new(&self, documents: &[Document]) -> Result<(), Fault> {
        let (schema, fields) = (self.0.index.schema(), self.0.fields);
        self.writing(|writer| {
            for document in documents {
                writer.add_document(fields.document(&schema, document)?)?;
            }
            Ok(())
        })
    }

    /// Makes everything put so far findable and durable, together with how far it reaches: no watermark while the index is
    /// being built. Blocks for some ten milliseconds.
    ///
    /// # Errors
    /// As [`Search::put`].
    pub fn commit(&self, mark: Option<&Watermark>) -> Result<(), Fault> {
        let payload = serde_json::to_string(&mark)?;
        self.writing(|writer| {
            let mut commit = writer.prepare_commit()?;
            commit.set_payload(&payload);
            commit.commit().map(|_| ())
        })?;
        Ok(self.0.reader.reload()?)
    }

    /// Forgets everything, to be filled anew. Seen after the next [`Search::commit`].
    ///
    /// # Errors
    /// As [`Search::put`].
    pub fn clear(&self) -> Result<(), Fault> {
        self.writing(|writer| writer.delete_all_documents().map(|_| ()))
    }

    /// Waits until segments being merged are merged: for benches and before a measured run.
    ///
    /// # Errors
    /// As [`Search::put`].
    pub fn settle(&self) -> Result<(), Fault> {
        let writer = self.0.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(writer) = writer {
            writer.wait_merging_threads()?;
        }
        Ok(self.0.reader.reload()?)
    }

    /// Sees what another process has committed.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn refresh(&self) -> Result<(), Fault> {
        Ok(self.0.reader.reload()?)
    }

    fn writing(&self, work: impl FnOnce(&mut IndexWriter) -> tantivy::Result<()>) -> Result<(), Fault> {
        let mut slot = self.0.writer.lock().unwrap_or_else(PoisonError::into_inner);
        if slot.is_none() {
            let options = IndexWriterOptions::builder()
                .num_worker_threads(1)
                .num_merge_threads(1)
                .memory_budget_per_thread(WRITER_BYTES)
                .build();
            *slot = Some(self.0.index.writer_with_options(options)?);
        }
        let done = slot.as_mut().map_or(Ok(()), work);
        if done.is_err() {
            // A writer that failed once refuses everything after: the next call opens a new one at the last commit.
            *slot = None;
        }
        Ok(done?)
    }

    /// Answers a question: the exact number of matters found, and the newest of them.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn find(&self, asked: &Asked) -> Result<Found, Fault> {
        let searcher = self.0.reader.searcher();
        let Some(query) = asked.query(&searcher, &self.0.fields)? else { return Ok(Found::default()) };
        let after = asked.after.map(|(day, id)| (fields::day_number(day), id.as_u128()));
        Ok(searcher.search(&*query, &Newest { limit: asked.limit, after })?)
    }

    /// How many matters the index holds.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.0.reader.searcher().num_docs()
    }

    /// Whether the index holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(super) fn searcher(&self) -> (tantivy::Searcher, &Fields) {
        (self.0.reader.searcher(), &self.0.fields)
    }
}
