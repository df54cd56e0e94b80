//! One urging letter: on screen, on paper, and what can be done with it.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{Form, done, page},
};
use roster_views::body_name;
use supervision_rules::{Letter, LetterId, LetterStage};

use super::ask::{Asked, Field, Kind, keep, sheet};
use crate::{
    desk::{
        self,
        letter::{AskAgain, LetterAnswerWanted, LetterEnd},
    },
    queries::{self, About},
    store::evidence_counts,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "supervision/letter.html")]
struct Show<'a> {
    v: &'a View,
    l: Letter,
    about: About,
    unit: String,
    kind: String,
    stage: String,
    overdue: bool,
    answers: bool,
    looks: bool,
    withdraws: bool,
    /// How many files are laid to it; nothing where the visitor finds none and lays none.
    files: Option<i64>,
}

#[derive(Template)]
#[template(path = "supervision/print-letter.html")]
struct Paper<'a> {
    v: &'a View,
    l: Letter,
    about: About,
    unit: String,
    office: String,
}

async fn around(site: &Site, letter: &Letter) -> Result<(About, String, String), Problem> {
    let mut db = site.db();
    let about = queries::about(&mut db, letter.to.suggestion).await?;
    let unit = body_name(&mut db, letter.to.unit).await?;
    Ok((about, unit, body_name(&mut db, letter.to.congress).await?))
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<LetterId>, v: View) -> Answer {
    let l = desk::letter::of(&site, &actor, id).await?.letter;
    let (about, unit, _) = around(&site, &l).await?;
    let issued = l.stage == LetterStage::Issued;
    let answered = l.stage == LetterStage::Answered;
    let office = actor.may(Right::SuggestionRemind, l.to.congress).is_ok();
    let files = evidence_counts(&mut site.db(), vec![id.uuid()]).await?.get(&id.uuid()).copied().unwrap_or_default();
    let lays = l.takes_files().is_ok() && actor.may(Right::UrgingAnswer, l.to.unit).is_ok();
    let template = Show {
        files: (files > 0 || lays).then_some(files),
        kind: v.t(&format!("supervision-letter-kind-{}", l.words.kind.word())).into_owned(),
        stage: v.t(&format!("supervision-letter-{}", l.stage.word())).into_owned(),
        overdue: l.overdue(site.today()),
        answers: issued && actor.may(Right::UrgingAnswer, l.to.unit).is_ok(),
        looks: answered && office,
        withdraws: (issued || answered) && office,
        v: &v,
        l,
        about,
        unit,
    };
    Ok(page(&template))
}

pub async fn paper(State(site): State<Site>, Extension(actor): Who, Path(id): Path<LetterId>, v: View) -> Answer {
    let l = desk::letter::of(&site, &actor, id).await?.letter;
    let (about, unit, office) = around(&site, &l).await?;
    Ok(page(&Paper { v: &v, l, about, unit, office }))
}

const ANSWER: Asked = Asked {
    title: "supervision-answer-title",
    lead: "supervision-answer-lead",
    button: "supervision-answer-button",
    flash: "supervision-flash-answered",
    fields: &[Field::new("words", "supervision-field-answer", Kind::Long(4000))],
};
const AGAIN: Asked = Asked {
    title: "supervision-again-title",
    lead: "supervision-again-lead",
    button: "supervision-again-button",
    flash: "supervision-flash-again",
    fields: &[
        Field::new("due", "supervision-field-due", Kind::Day),
        Field::new("reason", "supervision-field-again", Kind::Long(500)),
    ],
};
const CLOSE: Asked = Asked {
    title: "supervision-close-title",
    lead: "supervision-close-lead",
    button: "supervision-close-button",
    flash: "supervision-flash-closed",
    fields: &[Field::new("words", "supervision-field-close", Kind::Long(500))],
};
const WITHDRAW: Asked = Asked {
    title: "supervision-withdraw-title",
    lead: "supervision-withdraw-lead",
    button: "supervision-withdraw-button",
    flash: "supervision-flash-withdrawn",
    fields: &[Field::new("words", "supervision-field-reason", Kind::Long(500))],
};

/// One form: its page, and what is done with what was typed.
macro_rules! form {
    ($($ask:ident $give:ident $end:literal $asked:ident $right:ident $read:expr;)+) => {$(
        pub async fn $ask(State(site): State<Site>, Extension(actor): Who, Path(id): Path<LetterId>, v: View) -> Answer {
            let letter = desk::letter::may(&site, &actor, id, Right::$right).await?;
            let back = format!("/supervision/letters/{id}");
            let matter = letter.number.to_string();
            Ok(sheet(&v, &Form::blank(&v), &$asked, &matter, &format!("{back}/{}", $end), &back))
        }

        pub async fn $give(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<LetterId>,
            v: View,
            mut form: Form,
        ) -> Answer {
            // Who may not is told so before anything is read.
            let letter = desk::letter::may(&site, &actor, id, Right::$right).await?;
            let back = format!("/supervision/letters/{id}");
            let read: fn(&mut Form) -> Option<_> = $read;
            if let Some(wanted) = read(&mut form) {
                match desk::letter::$give(&site, &actor, id, wanted).await {
                    Ok(_) => return Ok(done(&back, $asked.flash)),
                    Err(problem) => keep(&mut form, &$asked, problem)?,
                }
            }
            Ok(sheet(&v, &form, &$asked, &letter.number.to_string(), &format!("{back}/{}", $end), &back))
        }
    )+};
}

form! {
    ask_answer answer "answer" ANSWER UrgingAnswer |form| form.take("words").map(|words| LetterAnswerWanted { words });
    ask_ask_again ask_again "return" AGAIN SuggestionRemind |form| {
        let (due, reason) = (form.take("due"), form.take("reason"));
        Some(AskAgain { due: due?, reason: reason? })
    };
    ask_close close "closure" CLOSE SuggestionRemind |form| form.take("words").map(|words| LetterEnd { words });
    ask_withdraw withdraw "removal" WITHDRAW SuggestionRemind |form| form.take("words").map(|words| LetterEnd { words });
}
