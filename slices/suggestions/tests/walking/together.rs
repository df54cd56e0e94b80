//! What units disagree on (协调), and what a signer answers beside the scores: tried, and held against the facts of the journal.

use std::collections::BTreeMap;

use accounts_rules::Actor;
use kernel::{BodyId, Day};
use kit::{Site, journal, web::api::Once};
use suggestions::{
    desk::{self, judge::Answers},
    queries,
};
use suggestions_rules::{DifferenceId, Fact, SuggestionId};

use super::{
    super::world::{unit, words},
    people::Who,
    verbs::{Go, Tried, none},
};

impl Go {
    /// What is answered beside the scores: nothing, something, or what the form does not know.
    pub fn answers(&self) -> Answers {
        let answer = self.one_of(["", "部分采纳", "", "未采纳", "", "", "部分采纳", "", "也许", "", "未采纳", ""]);
        let answered = (!answer.is_empty()).then(|| ("adoption".to_owned(), answer.to_owned()));
        answered.into_iter().collect()
    }

    /// Units that are said to disagree: two that mostly have a part, one of them alone, or one that seldom has any.
    fn between(&self) -> Vec<BodyId> {
        match self.pick {
            0..=7 => vec![unit(1), unit(2)],
            8 => vec![unit(2), unit(3)],
            9 => vec![unit(2), unit(2)],
            _ => vec![unit(1)],
        }
    }
}

pub async fn raise(site: &Site, actor: &Actor, go: &Go) -> Tried {
    let what = (go.between(), words("水位资料由谁出"));
    none(desk::differ::raise(site, actor, go.id, what, &Once::default()).await)
}

/// On one of the last days, which may lie before it was raised.
pub async fn settle(site: &Site, actor: &Actor, go: &Go) -> Tried {
    let day = site.today().plus_days(-i32::from(go.pick % 3));
    none(desk::differ::settle(site, actor, (go.id, go.which()), (day, words("由水利局出"))).await)
}

type Raised = (DifferenceId, SuggestionId, BodyId, Option<BodyId>, Option<Day>);

/// The rows say what the facts say: who raised it between whom, and who settled it on which day.
pub async fn differences_mirrored(site: &Site) {
    let mut told: BTreeMap<DifferenceId, (Raised, Vec<BodyId>)> = BTreeMap::new();
    for entry in journal::after(site.db(), 0, 100_000).await.unwrap() {
        if !entry.verb.starts_with("suggestion.difference-") {
            continue;
        }
        match serde_json::from_value(entry.fact).unwrap() {
            Fact::DifferenceRaised { difference, by, between, .. } => {
                let raised = (difference, SuggestionId::from_uuid(entry.subject), by, None, None);
                assert!(told.insert(difference, (raised, between)).is_none(), "raised once");
            }
            Fact::DifferenceSettled { difference, by, between, day, .. } => {
                let (raised, units) = told.get_mut(&difference).expect("raised before it was settled");
                assert_eq!((raised.3, &between), (None, &*units), "settled once, between the same");
                (raised.3, raised.4) = (Some(by), Some(day));
                assert!(!between.contains(&by), "no unit settles its own");
            }
            other => panic!("{other:?}"),
        }
    }
    let sql = "select id, suggestion, raised_by, settled_by, settled_on from unit_difference order by id";
    let rows: Vec<Raised> = site.db().all(sql).await.unwrap();
    let mut parties: BTreeMap<DifferenceId, Vec<BodyId>> = BTreeMap::new();
    let sql = "select difference, unit from unit_difference_party order by difference, unit";
    for (of, unit) in site.db().all::<(DifferenceId, BodyId)>(sql).await.unwrap() {
        parties.entry(of).or_default().push(unit);
    }
    let rows: BTreeMap<_, _> =
        rows.into_iter().map(|row| (row.0, (row, parties.remove(&row.0).unwrap_or_default()))).collect();
    assert_eq!(rows, told, "what units disagree on");
}

/// Nobody but who works on it learns that its units disagree.
pub fn quiet_about_differences(who: Who, detail: &queries::Detail) {
    let works = who.office() || who.divides().is_some() || who.unit().is_some();
    let told = |fact: &Fact| matches!(fact, Fact::DifferenceRaised { .. } | Fact::DifferenceSettled { .. });
    let learns = detail.differs || detail.history.iter().any(|it| told(&it.fact));
    assert!(works || !learns, "{who:?} learns that units disagree");
}
