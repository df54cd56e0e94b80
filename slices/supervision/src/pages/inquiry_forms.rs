//! What is added to an inquiry, and how it ends: a page with a form for each.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    web::{Form, api::Saw, done},
};
use supervision_rules::{EntryId, Inquiry, InquiryId, Turn};

use super::{
    ask::{Asked, Field, Kind, sheet_of},
    evaluation_unit::count,
};
use crate::{
    desk::inquiry::{
        self as desk, InquiryReason, InquiryResult, ItemBack, ItemEnd, ItemPlanWanted, ItemReportWanted, ItemWanted,
        Over, PollWanted, QuestionAnswerWanted, QuestionWanted, Sent, tallied,
    },
    queries,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type Place = (InquiryId, EntryId);

const UNIT: Field = Field::new("unit", "supervision-field-unit-asked", Kind::Unit);
const ASK: Asked = Asked {
    title: "supervision-question-new",
    lead: "supervision-question-new-lead",
    button: "supervision-question-new-button",
    flash: "supervision-flash-question",
    fields: &[
        UNIT,
        Field::new("asker", "supervision-field-asker", Kind::Line(30)),
        Field::new("words", "supervision-field-question", Kind::Long(500)),
    ],
};
const ANSWER: Asked = Asked {
    title: "supervision-question-answer",
    lead: "supervision-question-answer-lead",
    button: "supervision-question-answer-button",
    flash: "supervision-flash-question-answered",
    fields: &[
        Field::new("words", "supervision-field-question-answer", Kind::Long(4000)),
        Field::new("remark", "supervision-field-remark", Kind::Long(500)).maybe(),
    ],
};
const TURNS: [(&str, &str); 2] = [("first", "supervision-turn-first"), ("second", "supervision-turn-second")];
const VOTE: Asked = Asked {
    title: "supervision-poll-title",
    lead: "supervision-votes-lead",
    button: "supervision-votes-button",
    flash: "supervision-flash-votes",
    fields: &[
        UNIT,
        Field::new("turn", "supervision-field-turn", Kind::One(&TURNS)),
        Field::new("ballots", "supervision-field-ballots", Kind::Number),
        Field::new("satisfied", "supervision-field-satisfied", Kind::Number),
        Field::new("basically", "supervision-field-basically", Kind::Number),
        Field::new("dissatisfied", "supervision-field-dissatisfied", Kind::Number),
        Field::new("invalid", "supervision-field-invalid", Kind::Number),
        Field::new("version", "supervision-field-ballots", Kind::Hidden),
    ],
};
const LIST: Asked = Asked {
    title: "supervision-item-new",
    lead: "supervision-item-new-lead",
    button: "supervision-item-new-button",
    flash: "supervision-flash-item",
    fields: &[
        UNIT,
        Field::new("problem", "supervision-field-item", Kind::Long(500)),
        Field::new("due", "supervision-field-by", Kind::Day),
    ],
};
const PLAN: Asked = Asked {
    title: "supervision-item-plan",
    lead: "supervision-item-plan-lead",
    button: "supervision-item-plan-button",
    flash: "supervision-flash-item-planned",
    fields: &[
        Field::new("measure", "supervision-field-measure-taken", Kind::Long(1000)),
        Field::new("owner", "supervision-field-item-owner", Kind::Line(60)),
    ],
};
const REPORT: Asked = Asked {
    title: "supervision-item-report",
    lead: "supervision-item-report-lead",
    button: "supervision-item-report-button",
    flash: "supervision-flash-item-reported",
    fields: &[Field::new("words", "supervision-field-item-report", Kind::Long(2000))],
};
const BACK: Asked = Asked {
    title: "supervision-item-back",
    lead: "supervision-item-back-lead",
    button: "supervision-item-back-button",
    flash: "supervision-flash-item-back",
    fields: &[
        Field::new("due", "supervision-field-by", Kind::Day),
        Field::new("reason", "supervision-field-again", Kind::Long(500)),
    ],
};
const SETTLE: Asked = Asked {
    title: "supervision-item-settle",
    lead: "supervision-item-settle-lead",
    button: "supervision-item-settle-button",
    flash: "supervision-flash-item-settled",
    fields: &[Field::new("words", "supervision-field-item-settled", Kind::Long(500))],
};
const CONCLUDE: Asked = Asked {
    title: "supervision-inquiry-conclude",
    lead: "supervision-inquiry-conclude-lead",
    button: "supervision-inquiry-conclude-button",
    flash: "supervision-flash-inquiry-concluded",
    fields: &[Field::new("result", "supervision-field-inquiry-result", Kind::Long(4000))],
};
const OFF: Asked = Asked {
    title: "supervision-inquiry-off",
    lead: "supervision-inquiry-off-lead",
    button: "supervision-inquiry-off-button",
    flash: "supervision-flash-inquiry-off",
    fields: &[Field::new("reason", "supervision-field-reason", Kind::Long(500))],
};

/// Beside which field stands what the rule says.
fn beside(asked: &Asked) -> &'static str {
    let told = ["ballots", "due"].into_iter().find(|name| asked.fields.iter().any(|field| field.name == *name));
    told.or_else(|| asked.fields.first().map(|field| field.name)).unwrap_or_default()
}

/// The page of a form: whoever is to fill it in chooses among the units it may name.
async fn shown(site: &Site, (v, f): (&View, &Form), of: &Inquiry, asked: &Asked, action: &str, said: &str) -> Answer {
    let units = match asked.fields.first().map(|field| field.kind) {
        Some(Kind::Unit) if asked.title == VOTE.title => {
            let names = queries::unit_names(&mut site.db(), of.units()).await?;
            names.into_iter().map(|(id, name)| (id.to_string(), name)).collect()
        }
        Some(Kind::Unit) => queries::units_of(&mut site.db(), of.congress).await?,
        _ => vec![],
    };
    let back = format!("/supervision/inquiries/{}", of.id);
    Ok(sheet_of((v, f), asked, said, (action, &back), units))
}

/// The totals that stood when the form was opened, where it asks for totals.
fn read_before(form: &Form, asked: &Asked) -> Result<Saw, Problem> {
    let compares = asked.fields.iter().any(|field| field.name == "version");
    if compares { form.seen().map(Saw::Words) } else { Ok(Saw::Unsaid) }
}

/// A form of the inquiry: its page, and what is done with what was typed.
macro_rules! form {
    ($($ask:ident $give:ident $end:literal $asked:ident $read:expr;)+) => {$(
        pub async fn $ask(State(site): State<Site>, Extension(actor): Who, Path(id): Path<InquiryId>, v: View) -> Answer {
            let of = desk::may(&site, &actor, id, Over::Congress).await?;
            let action = format!("/supervision/inquiries/{id}/{}", $end);
            let form = Form::blank(&v).with("version", tallied(&of));
            shown(&site, (&v, &form), &of, &$asked, &action, of.terms.topic.as_str()).await
        }

        pub async fn $give(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<InquiryId>,
            v: View,
            mut form: Form,
        ) -> Answer {
            // Who may not is told so before anything is read.
            let of = desk::may(&site, &actor, id, Over::Congress).await?;
            let action = format!("/supervision/inquiries/{id}/{}", $end);
            let read: fn(&mut Form) -> Option<_> = $read;
            if let Some(wanted) = read(&mut form) {
                let sent = Sent { once: form.once(&action)?, saw: read_before(&form, &$asked)? };
                match desk::$give(&site, &actor, id, wanted, &sent).await {
                    Ok(_) => return Ok(done(&format!("/supervision/inquiries/{id}"), $asked.flash)),
                    Err(problem) => form.keep(beside(&$asked), problem)?,
                }
            }
            shown(&site, (&v, &form), &of, &$asked, &action, of.terms.topic.as_str()).await
        }
    )+};
}

fn unit(form: &mut Form) -> Option<BodyId> {
    form.choice("unit", |raw| raw.parse().ok())
}

form! {
    ask_ask ask "questions" ASK |form| {
        let (unit, asker, words) = (unit(form), form.take("asker"), form.take("words"));
        Some(QuestionWanted { unit: unit?, asker: asker?, words: words? })
    };
    ask_vote vote "votes" VOTE |form| {
        let (unit, turn) = (unit(form), form.choice("turn", Turn::read));
        let names = ["ballots", "satisfied", "basically", "dissatisfied", "invalid"];
        let [ballots, satisfied, basically, dissatisfied, invalid] = names.map(|name| count(form, name));
        Some(PollWanted {
            unit: unit?,
            turn: turn?,
            ballots: ballots?,
            satisfied: satisfied?,
            basically: basically?,
            dissatisfied: dissatisfied?,
            invalid: invalid?,
        })
    };
    ask_list list "items" LIST |form| {
        let (unit, problem, due) = (unit(form), form.take("problem"), form.take("due"));
        Some(ItemWanted { unit: unit?, problem: problem?, due: due? })
    };
    ask_conclude conclude "conclusion" CONCLUDE |form| form.take("result").map(|result| InquiryResult { result });
    ask_call_off call_off "removal" OFF |form| form.take("reason").map(|reason| InquiryReason { reason });
}

/// What a question or an item says; as if there were none where it is neither.
fn said(of: &Inquiry, entry: EntryId) -> Result<String, Problem> {
    let question = of.questions.iter().find(|one| one.id == entry).map(|one| one.words.to_string());
    let item = || of.items.iter().find(|one| one.id == entry).map(|one| one.problem.to_string());
    question.or_else(item).ok_or_else(Problem::missing)
}

/// A form of one question or item.
macro_rules! entry {
    ($($ask:ident $give:ident $list:literal $end:literal $over:expr, $asked:ident $read:expr;)+) => {$(
        pub async fn $ask(
            State(site): State<Site>,
            Extension(actor): Who,
            Path((id, entry)): Path<Place>,
            v: View,
        ) -> Answer {
            let over: fn(EntryId) -> Over = $over;
            let of = desk::may(&site, &actor, id, over(entry)).await?;
            let action = format!("/supervision/inquiries/{id}/{}/{entry}{}", $list, $end);
            shown(&site, (&v, &Form::blank(&v)), &of, &$asked, &action, &said(&of, entry)?).await
        }

        pub async fn $give(
            State(site): State<Site>,
            Extension(actor): Who,
            Path((id, entry)): Path<Place>,
            v: View,
            mut form: Form,
        ) -> Answer {
            // Who may not is told so before anything is read.
            let over: fn(EntryId) -> Over = $over;
            let of = desk::may(&site, &actor, id, over(entry)).await?;
            let (action, words) = (format!("/supervision/inquiries/{id}/{}/{entry}{}", $list, $end), said(&of, entry)?);
            let read: fn(&mut Form) -> Option<_> = $read;
            if let Some(wanted) = read(&mut form) {
                let sent = Sent::from(form.once(&action)?);
                match desk::$give(&site, &actor, (id, entry), wanted, &sent).await {
                    Ok(_) => return Ok(done(&format!("/supervision/inquiries/{id}"), $asked.flash)),
                    Err(problem) => form.keep(beside(&$asked), problem)?,
                }
            }
            shown(&site, (&v, &form), &of, &$asked, &action, &words).await
        }
    )+};
}

entry! {
    ask_answer answer "questions" "" |_| Over::Congress, ANSWER |form| {
        let (words, remark) = (form.take("words"), form.maybe("remark"));
        if form.has_errors() { None } else { Some(QuestionAnswerWanted { words: words?, remark }) }
    };
    ask_plan plan "items" "/plan" Over::Item, PLAN |form| {
        let (measure, owner) = (form.take("measure"), form.take("owner"));
        Some(ItemPlanWanted { measure: measure?, owner: owner? })
    };
    ask_report report "items" "/report" Over::Item, REPORT |form| {
        form.take("words").map(|words| ItemReportWanted { words })
    };
    ask_send_back send_back "items" "/return" |_| Over::Congress, BACK |form| {
        let (due, reason) = (form.take("due"), form.take("reason"));
        Some(ItemBack { due: due?, reason: reason? })
    };
    ask_settle settle "items" "/closure" |_| Over::Congress, SETTLE |form| {
        form.take("words").map(|words| ItemEnd { words })
    };
}
