//! 修改规则: an entry of a congress's rule book is changed after seeing what that would touch.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page, page_with},
};
use roster_rules::TermId;
use roster_views::{Named, congresses};
use serde::Deserialize;
use suggestions_rules::{DICTIONARIES, Demand, Entry, Grade, OpinionRules, RuleBook};

use super::{
    clocks::Shown,
    counting,
    rule_kind::{Kind, counts_as, family, filled, hint, typed},
    term_choice,
};
use crate::{
    desk::{
        open_under::open_under,
        rules::{self, Change},
    },
    queries,
};

/// Which congress, and which entry.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: Option<BodyId>,
    pub(super) key: String,
    pub(super) list: String,
    /// For which term: nothing for the present one, `every`, or its identity.
    pub(super) term: String,
}

#[derive(Template)]
#[template(path = "suggestions/rule.html")]
struct One<'a> {
    v: &'a View,
    f: &'a Form,
    congress: BodyId,
    key: String,
    title: String,
    mode: Mode,
    kind: Kind,
    /// What is said below the field of its value.
    hint: &'static str,
    units: Vec<(&'static str, String)>,
    answers: Vec<(&'static str, String)>,
    grades: Vec<(&'static str, String)>,
    /// The terms it can be laid for, and what stands for the one chosen, in words.
    terms: Vec<(String, String)>,
    stands: String,
    version: String,
    /// What becomes of days that a limit has given.
    counting: Option<String>,
    /// What the change would touch, once that was looked at.
    looked: Option<Looked>,
    waits: Vec<(&'static str, String)>,
}

/// What was seen before a change is made.
pub struct Looked {
    /// The open matters whose days would move.
    touched: Vec<Shown>,
    /// How many matters bear an entry of a list.
    bearing: Option<i64>,
    /// How many matters an entry that gives no day meets next, in words.
    met: Option<String>,
}

impl One<'_> {
    /// What the page is called.
    const fn name(&self) -> &'static str {
        match self.mode {
            Mode::Change => "suggestions-rule-edit",
            Mode::Add => "suggestions-rule-add",
            Mode::Retire => "suggestions-rule-retire",
        }
    }

    /// Whether the entry is one of a list.
    fn listed(&self) -> bool {
        self.key.split_once('.').is_some_and(|(family, _)| list(family).is_some())
    }
}

/// What is done to the book.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// An entry gets another value.
    Change,
    /// A list gets an entry.
    Add,
    /// An entry of a list is given to nothing new any more.
    Retire,
}

impl Mode {
    fn of(word: &str) -> Self {
        match word {
            "add" => Self::Add,
            "retire" => Self::Retire,
            _ => Self::Change,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::Add => "add",
            Self::Retire => "retire",
        }
    }
}

/// The list an address names, as `class`.
pub fn list(family: &str) -> Option<&'static str> {
    DICTIONARIES.into_iter().find(|known| *known == family)
}

/// The lists with what they are called.
pub(super) fn lists(v: &View) -> Vec<(&'static str, String)> {
    DICTIONARIES.into_iter().map(|list| (list, v.t(&format!("suggestions-rules-list-{list}")).into_owned())).collect()
}

/// The congress a page is about: the one asked for, or the first whose sums the actor sees.
///
/// # Errors
/// When nobody is signed in, or the actor sees none.
pub async fn chosen(site: &Site, actor: &Actor, wanted: &Wanted) -> Result<Named, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let own = congresses(&mut site.db(), actor, Right::SuggestionSums).await?;
    if let Some(congress) = wanted.congress {
        actor.may(Right::SuggestionSums, congress)?;
    }
    own.into_iter().find(|one| wanted.congress.is_none_or(|id| id == one.id)).ok_or_else(Problem::missing)
}

/// What an entry is called.
pub fn title(v: &View, key: &str) -> String {
    match key.split_once('.') {
        Some((family, code)) if list(family).is_some() => {
            v.tf(&format!("suggestions-rules-{family}"), [("code", code.to_owned())]).into_owned()
        }
        _ => v.t(&format!("suggestions-rule-{}", key.replace('.', "-"))).into_owned(),
    }
}

pub async fn ask(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let congress = chosen(&site, &actor, &wanted).await?.id;
    actor.may(Right::SuggestionRulesEdit, congress)?;
    let term = term_choice::asked(&site, congress, &wanted).await?;
    let entry = rules::book_in(&site, congress, term).await?.entry(&wanted.key);
    if entry.value.is_empty() {
        return Err(Problem::missing());
    }
    let form = Form::blank(&v).with("version", rules::version(&entry)).with("document", &entry.document);
    let form = form.with("term", term_choice::word(term)).with("of", term_choice::word(term));
    let form = form.with("grade", entry.grade.letter()).with("when", "later");
    let form = filled(form, &entry);
    render((&site, &v), &form, congress, &wanted.key, None).await
}

/// The first time the form comes it is answered with what it would touch; the second time, with the button on that page, it acts.
/// Where another term was chosen since, it is looked at again.
pub async fn lay(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let congress: BodyId = form.choice("congress", |raw| raw.parse().ok()).ok_or_else(Problem::missing)?;
    actor.may(Right::SuggestionRulesEdit, congress)?;
    let mode = Mode::of(form.value("mode"));
    let term = term_choice::read(&site, congress, &mut form).await?;
    let key = match mode {
        Mode::Add => added(&site, (congress, term), &mut form).await?,
        Mode::Change | Mode::Retire => form.value("key").to_owned(),
    };
    let page = (&site, &v);
    let Some(entry) = read(&mut form, &key, mode) else { return render(page, &form, congress, &key, None).await };
    if form.value("then") != "lay" || term_choice::changed(&form) {
        let looked = look(page, &actor, congress, (term, &entry), mode).await;
        return match looked {
            Ok(looked) => render(page, &form, congress, &key, Some(looked)).await,
            Err(problem) => {
                form.accept(problem)?;
                render(page, &form, congress, &key, None).await
            }
        };
    }
    let Some(seen) = form.take("version") else { return render(page, &form, congress, &key, None).await };
    let change = Change { entry, term, seen, recount: form.value("when") == "now" };
    if let Err(problem) = rules::change(&site, &actor, congress, change).await {
        form.accept(super::dictionary::sent_again(&v, problem, &key, &form))?;
        return render(page, &form, congress, &key, None).await;
    }
    let of = term.map(|term| format!("&term={term}")).unwrap_or_default();
    Ok(done(&format!("/suggestions/rules?congress={congress}{of}"), "suggestions-flash-rule-laid"))
}

/// What a change would touch.
async fn look(
    (site, v): (&Site, &View),
    actor: &Actor,
    congress: BodyId,
    (term, entry): (Option<TermId>, &Entry),
    mode: Mode,
) -> Result<Looked, Problem> {
    let touched = rules::preview(site, actor, congress, (term, entry)).await?;
    let bearing = match mode {
        Mode::Retire | Mode::Change if entry.listed().is_some() => {
            Some(rules::bearing(site, actor, congress, entry).await?)
        }
        _ => None,
    };
    let met = match entry.listed() {
        Some(_) => None,
        None => counting::met(v, &entry.key, open_under(site, actor, congress, &entry.key).await?),
    };
    Ok(Looked { touched: touched.into_iter().map(|touched| Shown::of(v, touched)).collect(), bearing, met })
}

/// The key of an entry that is added: a list there is and a code that nothing in it has. What is wrong stands beside the code; the
/// key is the list's then.
async fn added(site: &Site, (congress, term): (BodyId, Option<TermId>), form: &mut Form) -> Result<String, Problem> {
    let family = list(form.value("list")).ok_or_else(Problem::missing)?;
    let code: Option<String> = form.take("code");
    let key = format!("{family}.{}", code.as_deref().unwrap_or_default());
    if let Some(code) = code {
        if !rules::is_code(&code) {
            form.refuse("code", Wrong::new("suggestions-wrong-rule-code"));
        } else if !rules::book_in(site, congress, term).await?.entry(&key).value.is_empty() {
            form.refuse("code", Wrong::new("suggestions-wrong-rule-code-taken"));
        }
    }
    Ok(key)
}

fn read(form: &mut Form, key: &str, mode: Mode) -> Option<Entry> {
    let value = if mode == Mode::Retire { Some(String::new()) } else { typed(form, key) };
    let document: Option<String> = form.take("document");
    let grade = form.choice("grade", Grade::read);
    if form.has_errors() {
        return None;
    }
    Some(Entry { key: key.to_owned(), value: value?, grade: grade?, document: document? })
}

/// The page of one entry, with what the change would touch once that was looked at.
pub async fn render(
    (site, v): (&Site, &View),
    f: &Form,
    congress: BodyId,
    key: &str,
    looked: Option<Looked>,
) -> Result<Response, Problem> {
    let terms = queries::terms(&mut site.db(), congress).await?;
    let term = terms.iter().map(|one| one.id).find(|id| id.to_string() == f.value("term"));
    let stands = rules::book_in(site, congress, term).await?.entry(key);
    let mode = Mode::of(f.value("mode"));
    let words = |words: &[&'static str], family: &str| {
        words.iter().map(|word| (*word, v.t(&format!("{family}-{}", word.replace(' ', "-"))).into_owned())).collect()
    };
    let answers: Vec<_> = match key {
        "reply.check" | "check.acknowledge" => words(&["required", "optional"], family(key)),
        "check.refusal" => words(&["after-return", "free"], family(key)),
        "number.series" => words(&["session", "year"], family(key)),
        "opinion.approve" => words(&OpinionRules::TREATMENTS, family(key)),
        _ if family(key) == "suggestions-rules-contact" => words(&Demand::ALL.map(Demand::word), family(key)),
        _ if Kind::of(key) == Kind::Choice => words(&RuleBook::choices(key).unwrap_or_default(), family(key)),
        _ if Kind::of(key) == Kind::Class => words(&counts_as(key), family(key)),
        _ => Vec::new(),
    };
    let template = One {
        v,
        f,
        congress,
        key: key.to_owned(),
        title: match key.split_once('.').filter(|_| mode == Mode::Add) {
            Some((list, _)) => v.t(&format!("suggestions-rules-list-{list}")).into_owned(),
            None => title(v, key),
        },
        mode,
        kind: Kind::of(key),
        hint: hint(key),
        terms: term_choice::options(v, &terms),
        stands: if stands.value.is_empty() {
            String::new()
        } else {
            super::dictionary::in_words(v, key, &stands.value)
        },
        counting: counting::of_entry(v, key),
        version: term_choice::version(site, congress, f, (term, key)).await?,
        looked,
        units: words(&["months", "days", "working days"], "suggestions-rules-unit"),
        answers,
        grades: words(&["A", "B", "C", "D"], "suggestions-rules-grade"),
        waits: words(&["later", "now"], "suggestions-rules-when"),
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}
