//! What a deputy is told while writing: beside what is like it, and on the draft.

use kernel::BodyId;
use kit::{Problem, Site, View};
use suggestions_rules::{Advice, RuleBook, advice};

use crate::queries;

/// What may be said of a title and text that are meant for a congress.
///
/// # Errors
/// When the congress's rules cannot be read.
pub async fn of(site: &Site, v: &View, congress: BodyId, title: &str, body: &str) -> Result<Vec<String>, Problem> {
    let book = queries::book_of(site, congress).await?;
    Ok(told(v, &book, title, body))
}

/// The same under a rule book at hand.
pub fn told(v: &View, book: &RuleBook, title: &str, body: &str) -> Vec<String> {
    advice(title, body, book).iter().map(|one| sentence(v, book, one)).collect()
}

/// One of them in the reader's language.
pub fn sentence(v: &View, book: &RuleBook, one: &Advice) -> String {
    let key = format!("suggestions-advice-{}", one.word());
    match one {
        Advice::Ground { code, word } => {
            v.tf(&key, [("word", word.clone()), ("ground", book.name_of("ground", code).to_owned())]).into_owned()
        }
        Advice::Several(word) => v.tf(&key, [("word", word.clone())]).into_owned(),
        Advice::LongTitle(count) => v.tf(&key, [("count", count.to_string())]).into_owned(),
        Advice::NoRequest | Advice::Personal => v.t(&key).into_owned(),
    }
}
