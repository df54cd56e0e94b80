//! 交办通知 with its 任务清单: from the congress to the unit, with every day that counts (suggestions.md §7, §14).

use kit::paper::{Annex, Block, Close, Imprint, Layout, Offer, Paper, written};
use suggestions_rules::{Assignment, Limit, Role};

use super::{Matter, ZH, judgement, span};

pub fn offers(m: &Matter<'_>) -> Vec<Offer> {
    // Who only reads it is asked for nothing.
    let parts = m.parts().filter(|(_, part)| part.role != Role::Reader && m.works_on(part));
    let offer = |(place, part): (usize, &Assignment)| Offer {
        stem: format!("notice-{place}"),
        kind: "papers-kind-notice",
        about: vec![m.d.body(part.unit).to_owned()],
        day: Some(part.assigned.day()),
        paper: paper(m, part),
    };
    parts.map(offer).collect()
}

fn paper(m: &Matter<'_>, part: &Assignment) -> Paper {
    let t = |key: &str, values: &[(&str, String)]| ZH.tf(key, values).into_owned();
    let role = ZH.t(&format!("suggestions-role-{}", part.role.word())).into_owned();
    let day = part.assigned.day();
    let title = t("papers-notice-title", &[("session", m.sitting()), ("number", m.number())]);
    let matter = m.d.suggestion.sheet.title.clone();
    let opening = [("session", m.sitting()), ("number", m.number()), ("title", matter), ("role", role)];
    let mut blocks = vec![Block::text(t("papers-notice-opening", &opening))];
    for (nth, (head, text)) in demands(m, part).into_iter().enumerate() {
        let number = kit::paper::numeral(i64::try_from(nth + 1).unwrap_or_default());
        blocks.push(Block::heading(1, format!("{number}、{head}")));
        blocks.push(Block::text(text));
    }
    let date = written(day);
    Paper {
        office: m.setting.issuer.clone(),
        number: t("papers-notice-number", &[("year", day.parts().0.to_string())]),
        to: m.d.body(part.unit).to_owned(),
        blocks,
        annexes: annexes(m, part),
        close: Some(Close { signers: vec![m.setting.issuer.clone()], date: date.clone() }),
        imprint: Some(Imprint {
            copies: m.setting.transfers.join("，"),
            office: m.setting.issuer.clone(),
            printed: date,
        }),
        ..Paper::new(Layout::Document, &title)
    }
}

/// What is demanded, with the days and spans of this congress's rule book.
fn demands(m: &Matter<'_>, part: &Assignment) -> Vec<(String, String)> {
    let say = |word: &str, values: &[(&str, String)]| {
        let head = ZH.t(&format!("papers-notice-{word}")).into_owned();
        (head, ZH.tf(&format!("papers-notice-{word}-text"), values).into_owned())
    };
    let limit = |limit| span(m.book.span(limit));
    let due = ("day", written(part.due));
    let mut all = vec![
        say("receipt", &[("day", written(part.sign_by))]),
        say("objection", &[("span", limit(Limit::Objection))]),
        say("contact", &[]),
    ];
    if part.role == Role::Co {
        all.push(say("opinion", &[due]));
    } else {
        all.push(say("reply", &[due, ("longest", limit(Limit::ReplyComplex))]));
        all.push(say("form", &[]));
        all.push(say("feedback", &[("span", limit(Limit::Judge))]));
    }
    all
}

fn annexes(m: &Matter<'_>, part: &Assignment) -> Vec<Annex> {
    let tasks = ZH.t("papers-notice-tasks").into_owned();
    let mut all = vec![Annex { lines: vec![tasks.clone()], title: tasks, wide: true, blocks: vec![tasks_of(m, part)] }];
    if part.role.replies() {
        let model = ZH.t("papers-notice-model").into_owned();
        let said = kit::paper::points(&ZH.t("papers-notice-model-text"));
        all.push(Annex { lines: vec![model.clone()], title: model, wide: false, blocks: said });
        let form = judgement::blank(m, part);
        all.push(Annex { title: form.title(), lines: form.lines, wide: false, blocks: form.blocks });
    }
    all
}

/// 任务清单: the unit's own line of it.
fn tasks_of(m: &Matter<'_>, part: &Assignment) -> Block {
    let t = |key: &str| ZH.t(key).into_owned();
    let columns = [
        ("suggestions-column-place", 8),
        ("suggestions-field-number", 16),
        ("suggestions-field-title", 56),
        ("suggestions-field-lead", 18),
        ("suggestions-column-delegation", 20),
        ("suggestions-field-category", 18),
        ("papers-field-role", 16),
        ("papers-field-other-units", 34),
        ("papers-field-sign-by", 24),
        ("suggestions-field-due", 24),
        ("suggestions-field-wants-meeting", 14),
    ];
    let heads: Vec<(String, u16)> = columns.iter().map(|(key, width)| (t(key), *width)).collect();
    let heads: Vec<(&str, u16)> = heads.iter().map(|(head, width)| (head.as_str(), *width)).collect();
    let s = &m.d.suggestion;
    let code = s.stage.accepted().map(|accepted| accepted.category.as_str()).unwrap_or_default();
    let others = m.parts().filter(|(_, other)| other.live() && other.id != part.id);
    let others: Vec<&str> = others.map(|(_, other)| m.d.body(other.unit)).collect();
    let row = vec![
        "1".to_owned(),
        m.number(),
        s.sheet.title.clone(),
        m.lead(),
        m.setting.delegation(s.lead.person).to_owned(),
        m.book.name_of("category", code).to_owned(),
        t(&format!("suggestions-role-{}", part.role.word())),
        others.join("、"),
        part.sign_by.to_string(),
        part.due.to_string(),
        if s.sheet.wants_meeting { t("papers-yes") } else { String::new() },
    ];
    Block::list(&heads, vec![row])
}
