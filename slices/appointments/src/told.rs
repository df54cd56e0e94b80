//! The steps of a working in the reader's language.

use kit::words::Lang;
use law_rules::{Basis, Step, Value, Word as _};

/// The sentence of a step.
pub(crate) fn sentence(step: &Step, lang: Lang) -> String {
    let said = |value: &Value| value.said(&|key| lang.t(key).into_owned(), lang == Lang::Chinese);
    let values: Vec<(&str, String)> = step.values.iter().map(|(name, value)| (*name, said(value))).collect();
    lang.tf(step.key, values).into_owned()
}

/// 选举法第四十五条 and the like; empty for plain arithmetic.
pub(crate) fn rests_on(step: &Step, lang: Lang) -> String {
    match step.basis {
        Some(Basis::Article(article)) => {
            let law = lang.t(&article.law.key()).into_owned();
            lang.tf("law-article", [("law", law), ("article", article.article.to_string())]).into_owned()
        }
        Some(Basis::Reading) => lang.t("law-basis-reading").into_owned(),
        Some(Basis::Local) => lang.t("law-basis-local").into_owned(),
        None => String::new(),
    }
}
