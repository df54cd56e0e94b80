//! Why a thing is due on a day: the span, the rule and its document, the days that were passed over or counted.

use kernel::{Day, Span};
use kit::{View, words::Lang};
use suggestions_rules::{Assignment, Because, Fact, Given, Limit};

use crate::{explained::counted, queries::Happened};

/// The sentences that explain the day a part is due.
pub fn why(v: &View, given: &Given<'_>, part: &Assignment, history: &[Happened]) -> Vec<String> {
    let Some((limit, from)) = counted(part, given.book) else { return vec![] };
    let mut said = sentences(v, given, limit, from);
    said.extend(moved(v, part, limit, history));
    if let Some(granted) = part.extensions.iter().find(|asked| asked.answer.is_some_and(|answer| answer.granted))
        && limit == Limit::Reply
    {
        said.push(v.tf("suggestions-why-extended", [("until", granted.until.to_string())]).into_owned());
    } else if let Some(day) = part.awaits().1
        && day != given.explain(limit, from).due.day
    {
        said.push(v.tf("suggestions-why-stands", [("due", day.to_string())]).into_owned());
    }
    said
}

/// What was counted again of this clock.
fn moved(v: &View, part: &Assignment, limit: Limit, history: &[Happened]) -> Vec<String> {
    let mut said = Vec::new();
    for happened in history {
        let Fact::DaysMoved { because, moved } = &happened.fact else { continue };
        let key = match because {
            Because::Rule(_) => "suggestions-why-moved-by-rule",
            Because::Present => "suggestions-why-moved",
            Because::Calendar => "suggestions-why-moved-by-calendar",
        };
        for it in moved.iter().filter(|it| it.assignment == Some(part.id) && it.limit == limit.key()) {
            let day = happened.at.day().to_string();
            let values = [("day", day), ("was", it.was.to_string()), ("due", it.due.to_string())];
            said.push(v.tf(key, values).into_owned());
        }
    }
    said
}

/// The sentences that explain until when a limit runs that began on a day.
pub fn sentences(v: &View, given: &Given<'_>, limit: Limit, from: Day) -> Vec<String> {
    let explained = given.explain(limit, from);
    let due = &explained.due;
    let values = [("from", from.to_string()), ("span", span(v.language, due.span)), ("due", due.day.to_string())];
    let mut said = vec![v.tf("suggestions-why-count", values).into_owned()];
    said.push(v.tf("suggestions-why-rule", [("document", explained.rule.document.clone())]).into_owned());
    if due.month_end {
        said.push(v.t("suggestions-why-month-end").into_owned());
    }
    for step in &due.steps {
        let key = if step.counted { "suggestions-why-counted" } else { "suggestions-why-passed" };
        let occasion = step.occasion.clone().unwrap_or_else(|| v.t("suggestions-why-weekend").into_owned());
        let source = step.source.clone().unwrap_or_default();
        said.push(v.tf(key, [("day", step.day.to_string()), ("occasion", occasion), ("source", source)]).into_owned());
    }
    for year in &due.unpublished_years {
        said.push(v.tf("suggestions-why-unpublished", [("year", format!("{year}"))]).into_owned());
    }
    said
}

/// 3 个月.
pub fn span(lang: Lang, span: Span) -> String {
    let (key, count) = match span {
        Span::Months(count) => ("suggestions-span-months", count),
        Span::Days(count) => ("suggestions-span-days", count),
        Span::WorkingDays(count) => ("suggestions-span-working-days", count),
    };
    lang.tf(key, [("count", count.to_string())]).into_owned()
}
