//! 交办通知 with its 任务清单: from the congress to the unit, with every day that counts (suggestions.md §7, §14). One for a
//! suggestion, on its page; one for all that a unit got in a session, for the handover meeting.

use kit::paper::{Annex, Block, Close, Imprint, Layout, Offer, Paper, numeral, written};
use suggestions_rules::{Assignment, Limit, Role, RuleBook};

use super::{Matter, ZH, judgement, span};
use crate::queries::{Setting, Share, Task};

pub fn offers(m: &Matter<'_>) -> Vec<Offer> {
    // Who only reads it is asked for nothing.
    let parts = m.parts().filter(|(_, part)| part.role != Role::Reader && m.works_on(part));
    let offer = |(place, part): (usize, &Assignment)| Offer {
        stem: format!("notice-{place}"),
        kind: "papers-kind-notice",
        about: vec![m.d.body(part.unit).to_owned()],
        day: Some(part.assigned.day()),
        paper: of_part(m, part),
    };
    parts.map(offer).collect()
}

fn of_part(m: &Matter<'_>, part: &Assignment) -> Paper {
    let t = |key: &str, values: &[(&str, String)]| ZH.tf(key, values).into_owned();
    let role = ZH.t(&format!("suggestions-role-{}", part.role.word())).into_owned();
    let title = t("papers-notice-title", &[("session", m.sitting()), ("number", m.number())]);
    let matter = m.d.suggestion.sheet.title.clone();
    let opening = [("session", m.sitting()), ("number", m.number()), ("title", matter), ("role", role)];
    let own = Share {
        unit: part.unit,
        name: m.d.body(part.unit).to_owned(),
        role: part.role.word().to_owned(),
        sign_by: part.sign_by,
        due: part.due,
    };
    let mut annexes = annexes(m.book, &[(&task(m), &own)]);
    if part.role.replies() {
        let form = judgement::blank(m, part);
        annexes.push(Annex { title: form.title(), lines: form.lines, wide: false, blocks: form.blocks });
    }
    let blocks = demanded(t("papers-notice-opening", &opening), demands(m.book, &[&own], true));
    paper(m.setting, &own.name, part.assigned.day(), (&title, blocks, annexes))
}

/// The suggestion as a row of the task list.
fn task(m: &Matter<'_>) -> Task {
    let s = &m.d.suggestion;
    let code = s.stage.accepted().map(|accepted| accepted.category.clone());
    let own = |part: &Assignment| Share {
        unit: part.unit,
        name: m.d.body(part.unit).to_owned(),
        role: part.role.word().to_owned(),
        sign_by: part.sign_by,
        due: part.due,
    };
    let live = m.parts().filter(|(_, part)| part.live() && part.role != Role::Reader);
    Task {
        place: 1,
        number: m.number(),
        title: s.sheet.title.clone(),
        lead: m.lead(),
        delegation: m.setting.delegation(s.lead.person).to_owned(),
        category: code.unwrap_or_default(),
        wants_meeting: s.sheet.wants_meeting,
        parts: live.map(|(_, part)| own(part)).collect(),
        ..Task::default()
    }
}

/// All that a unit got in a session, in the order of numbers; nothing where it got nothing.
pub(crate) fn of_unit(setting: &Setting, book: &RuleBook, unit: kernel::BodyId, tasks: &[Task]) -> Option<Paper> {
    let t = |key: &str, values: &[(&str, String)]| ZH.tf(key, values).into_owned();
    let own = |task| own_of(task, unit).map(|own| (task, own));
    let rows: Vec<(&Task, &Share)> = tasks.iter().filter_map(own).collect();
    let (_, first) = rows.first()?;
    let day = rows.iter().filter_map(|(task, _)| task.assigned).max()?;
    let count = |role: Role| rows.iter().filter(|(_, own)| own.role == role.word()).count();
    let roles = Role::ALL.into_iter().filter(|role| count(*role) > 0).map(|role| {
        let role_said = ZH.t(&format!("suggestions-role-{}", role.word())).into_owned();
        t("papers-notice-count", &[("role", role_said), ("count", count(role).to_string())])
    });
    let roles = roles.collect::<Vec<_>>().join("、");
    let title = t("papers-notice-all-title", &[("session", setting.sitting())]);
    let opening = t(
        "papers-notice-all-opening",
        &[("session", setting.sitting()), ("count", rows.len().to_string()), ("roles", roles)],
    );
    let parts: Vec<&Share> = rows.iter().map(|(_, own)| *own).collect();
    let blocks = demanded(opening, demands(book, &parts, false));
    Some(paper(setting, &first.name, day, (&title, blocks, annexes(book, &rows))))
}

fn own_of(task: &Task, unit: kernel::BodyId) -> Option<&Share> {
    task.parts.iter().find(|own| own.unit == unit)
}

fn paper(
    setting: &Setting,
    unit: &str,
    day: kernel::Day,
    (title, blocks, annexes): (&str, Vec<Block>, Vec<Annex>),
) -> Paper {
    let date = written(day);
    let (number, contact) = setting.notice(day);
    let blank = || ZH.tf("papers-notice-number", [("year", day.parts().0.to_string())]).into_owned();
    let said = || ZH.tf("papers-notice-asked", [("contact", contact.to_owned())]).into_owned();
    Paper {
        office: setting.issuer.clone(),
        number: number.map_or_else(blank, ToOwned::to_owned),
        note: if contact.is_empty() { String::new() } else { said() },
        to: unit.to_owned(),
        blocks,
        annexes,
        close: Some(Close { signers: vec![setting.issuer.clone()], date: date.clone() }),
        imprint: Some(Imprint { copies: setting.transfers.join("，"), office: setting.issuer.clone(), printed: date }),
        ..Paper::new(Layout::Document, title)
    }
}

fn demanded(opening: String, demands: Vec<(String, String)>) -> Vec<Block> {
    let mut blocks = vec![Block::text(opening)];
    for (nth, (head, text)) in (1..).zip(demands) {
        blocks.push(Block::heading(1, format!("{}、{head}", numeral(nth))));
        blocks.push(Block::text(text));
    }
    blocks
}

/// What is demanded, with the spans of this congress's rule book; with the days themselves where one part is meant.
fn demands(book: &RuleBook, parts: &[&Share], dated: bool) -> Vec<(String, String)> {
    let say = |word: &str, values: &[(&str, String)]| {
        let head = ZH.t(&format!("papers-notice-{word}")).into_owned();
        (head, ZH.tf(&format!("papers-notice-{word}-text"), values).into_owned())
    };
    let limit = |limit| span(book.span(limit));
    let listed = || ZH.t("papers-notice-listed").into_owned();
    let first = parts.first().filter(|_| dated);
    let due = ("day", first.map_or_else(listed, |own| written(own.due)));
    let co = |own: &&Share| own.role == Role::Co.word();
    let mut all = vec![
        say("receipt", &[("day", first.map_or_else(listed, |own| written(own.sign_by)))]),
        say("objection", &[("span", limit(Limit::Objection))]),
        say("contact", &[]),
    ];
    if parts.iter().any(co) {
        all.push(say("opinion", std::slice::from_ref(&due)));
    }
    if !parts.iter().all(co) {
        all.push(say("reply", &[due, ("longest", limit(Limit::ReplyComplex))]));
        all.push(say("form", &[]));
        all.push(say("feedback", &[("span", limit(Limit::Judge))]));
    }
    all
}

/// 任务清单, and the model of a reply for who writes one.
fn annexes(book: &RuleBook, rows: &[(&Task, &Share)]) -> Vec<Annex> {
    let tasks = ZH.t("papers-notice-tasks").into_owned();
    let mut all =
        vec![Annex { lines: vec![tasks.clone()], title: tasks, wide: true, blocks: vec![listed(book, rows)] }];
    if rows.iter().any(|(_, own)| own.role != Role::Co.word()) {
        let model = ZH.t("papers-notice-model").into_owned();
        let said = kit::paper::points(&ZH.t("papers-notice-model-text"));
        all.push(Annex { lines: vec![model.clone()], title: model, wide: false, blocks: said });
    }
    all
}

fn listed(book: &RuleBook, rows: &[(&Task, &Share)]) -> Block {
    let columns = [
        ("suggestions-column-place", 11),
        ("suggestions-field-number", 16),
        ("suggestions-field-title", 50),
        ("suggestions-field-lead", 20),
        ("suggestions-column-delegation", 22),
        ("suggestions-field-category", 20),
        ("papers-field-role", 20),
        ("papers-field-other-units", 32),
        ("papers-field-sign-by", 24),
        ("suggestions-field-due", 24),
        ("suggestions-field-wants-meeting", 14),
    ];
    let heads: Vec<(String, u16)> = columns.iter().map(|(key, width)| (ZH.t(key).into_owned(), *width)).collect();
    let heads: Vec<(&str, u16)> = heads.iter().map(|(head, width)| (head.as_str(), *width)).collect();
    let rows = (1..).zip(rows).map(|(place, (task, own))| row(book, place, task, own));
    Block::list(&heads, rows.collect())
}

fn row(book: &RuleBook, place: u32, task: &Task, own: &Share) -> Vec<String> {
    let others = task.parts.iter().filter(|other| other.unit != own.unit).map(|other| other.name.as_str());
    vec![
        place.to_string(),
        task.number.clone(),
        task.title.clone(),
        task.lead.clone(),
        task.delegation.clone(),
        book.name_of("category", &task.category).to_owned(),
        ZH.t(&format!("suggestions-role-{}", own.role)).into_owned(),
        others.collect::<Vec<_>>().join("、"),
        own.sign_by.to_string(),
        own.due.to_string(),
        if task.wants_meeting { ZH.t("papers-yes").into_owned() } else { String::new() },
    ]
}
