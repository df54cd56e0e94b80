//! 会办意见函: what a co-unit writes to the unit that leads, never to the deputies (suggestions.md §8, §14).

use kernel::Moment;
use kit::paper::{Block, Close, Imprint, Layout, Offer, Paper, points, written};
use suggestions_rules::{Assignment, Fact, RemarkId, Role, Work};

use super::{Matter, ZH};

pub fn offers(m: &Matter<'_>) -> Vec<Offer> {
    let given = m.parts().filter_map(|(place, part)| match part.work {
        // Who may not read the opinion has no letter that tells it.
        Work::Advised { at, opinion, .. } if !m.d.words(opinion).is_empty() => Some((place, part, at, opinion)),
        _ => None,
    });
    let offer = |(place, part, at, opinion): (usize, &Assignment, Moment, RemarkId)| Offer {
        stem: format!("opinion-{place}"),
        kind: "papers-kind-opinion",
        about: vec![m.d.body(part.unit).to_owned()],
        day: Some(at.day()),
        paper: paper(m, part, at, opinion),
    };
    given.map(offer).collect()
}

fn paper(m: &Matter<'_>, part: &Assignment, at: Moment, opinion: RemarkId) -> Paper {
    let t = |key: &str, values: &[(&str, String)]| ZH.tf(key, values).into_owned();
    let (unit, date) = (m.d.body(part.unit).to_owned(), written(at.day()));
    let matter = [("session", m.sitting()), ("number", m.number()), ("title", m.d.suggestion.sheet.title.clone())];
    let leads = m.parts().filter(|(_, other)| other.live() && other.role == Role::Lead);
    let leads: Vec<&str> = leads.map(|(_, other)| m.d.body(other.unit)).collect();
    let by = m.done_by(|fact| matches!(fact, Fact::Advised { assignment, .. } if *assignment == part.id));
    let copies = std::iter::once(&m.setting.issuer).chain(&m.setting.transfers).map(String::as_str);
    let copies = copies.collect::<Vec<_>>().join("，");
    let said = points(m.d.words(opinion));
    Paper {
        office: unit.clone(),
        number: t("papers-notice-number", &[("year", at.day().parts().0.to_string())]),
        to: leads.join("、"),
        blocks: [Block::text(t("papers-opinion-opening", &matter))]
            .into_iter()
            .chain(said)
            .chain([Block::text(t("papers-opinion-end", &[]))])
            .collect(),
        close: Some(Close { signers: vec![unit], date }),
        note: t("papers-opinion-contact", &[("name", by)]),
        imprint: Some(Imprint { copies, office: String::new(), printed: String::new() }),
        ..Paper::new(Layout::Letter, &t("papers-opinion-title", &matter))
    }
}
