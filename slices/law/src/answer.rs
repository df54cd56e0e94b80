//! What a function answers, for programs and for people.

use kernel::Refused;
use kit::{Fault, Problem, words::Lang};
use law_rules::{Article, Basis, Step, Verdict, Word as _};
use serde::Serialize;
use serde_json::{Map, Value as Json, json};

/// A verdict without its type.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The fields of the value, as law.md §8 names them.
    pub value: Map<String, Json>,
    /// The sentence that decides.
    pub reason: Step,
    /// How it came out.
    pub working: Vec<Step>,
    /// The articles it rests on.
    pub articles: Vec<Article>,
}

/// One step for a reader: the sentence, and what it rests on in words.
#[derive(Clone, Debug)]
pub struct Said {
    /// The sentence.
    pub words: String,
    /// 选举法第十二条, 按实践理解, 各地规定不一; empty for plain arithmetic.
    pub basis: String,
    /// Whether it is a reading, a local rule or an article whose number was not verified: to be confirmed.
    pub unsure: bool,
}

/// Takes the type off a verdict.
///
/// # Errors
/// A fault when the value is no object.
pub fn tell<T: Serialize>(verdict: Verdict<T>) -> Result<Answer, Problem> {
    let articles = verdict.articles();
    let Verdict { value, reason, working } = verdict;
    match serde_json::to_value(value).map_err(Fault::from)? {
        Json::Object(value) => Ok(Answer { value, reason, working, articles }),
        _ => Err(Fault::new("a verdict of the law is no object").into()),
    }
}

/// Takes the type off a verdict that a rule may refuse.
///
/// # Errors
/// With the refusal.
pub fn tell_or<T: Serialize>(verdict: Result<Verdict<T>, Refused>) -> Result<Answer, Problem> {
    tell(verdict?)
}

impl Answer {
    /// The verdict as one JSON object; with a language also its sentences.
    #[must_use]
    pub fn json(&self, lang: Option<Lang>) -> Json {
        let mut all = self.value.clone();
        let articles = self.articles.iter().map(|article| cited(*article, lang.unwrap_or_default()));
        let mut put = |name: &str, value: Json| drop(all.insert(name.to_owned(), value));
        put("reason", self.reason.key.into());
        let between = if lang == Some(Lang::English) { "; " } else { "；" };
        put("article", articles.collect::<Vec<_>>().join(between).into());
        put("articles", self.articles.iter().map(listed).collect());
        put("working", self.working.iter().map(|step| told(step, lang)).collect());
        if let Some(lang) = lang {
            put("said", sentence(&self.reason, lang).into());
        }
        Json::Object(all)
    }

    /// The sentence that decides.
    #[must_use]
    pub fn said(&self, lang: Lang) -> String {
        sentence(&self.reason, lang)
    }

    /// The working for a reader.
    #[must_use]
    pub fn steps(&self, lang: Lang) -> Vec<Said> {
        let all = self.working.iter().map(|step| Said {
            words: sentence(step, lang),
            basis: step.basis.map(|basis| rests_on(basis, lang)).unwrap_or_default(),
            unsure: step.basis.is_some_and(unsure),
        });
        all.collect()
    }
}

fn told(step: &Step, lang: Option<Lang>) -> Json {
    let values: Map<String, Json> =
        step.values.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    let mut told = json!({ "key": step.key, "values": values, "basis": step.basis });
    if let (Some(lang), Some(told)) = (lang, told.as_object_mut()) {
        told.insert("said".to_owned(), sentence(step, lang).into());
        told.insert("rests_on".to_owned(), step.basis.map(|basis| rests_on(basis, lang)).into());
    }
    told
}

fn sentence(step: &Step, lang: Lang) -> String {
    step.said(&lang.says(), lang.close())
}

fn rests_on(basis: Basis, lang: Lang) -> String {
    match basis {
        Basis::Article(article) => cited(article, lang),
        Basis::Reading => lang.t("law-basis-reading").into_owned(),
        Basis::Local => lang.t("law-basis-local").into_owned(),
    }
}

/// An article for a program: with whether its number was read in the text.
fn listed(article: &Article) -> Json {
    json!({ "law": article.law, "article": article.article, "item": article.item, "verified": article.verified() })
}

fn unsure(basis: Basis) -> bool {
    match basis {
        Basis::Article(article) => !article.verified(),
        Basis::Reading | Basis::Local => true,
    }
}

fn cited(article: Article, lang: Lang) -> String {
    let cited = named(article, lang);
    if article.verified() { cited } else { lang.tf("law-article-unread", [("cited", cited)]).into_owned() }
}

fn named(article: Article, lang: Lang) -> String {
    let law = lang.t(&article.law.key()).into_owned();
    let number = article.article.to_string();
    match article.item {
        _ if article.article == 0 => law,
        None => lang.tf("law-article", [("law", law), ("article", number)]).into_owned(),
        Some(item) => {
            let values = [("law", law), ("article", number), ("item", item.to_string())];
            lang.tf("law-article-item", values).into_owned()
        }
    }
}
