//! What chance decides about a paper: who leads and seconds it, what its sheet says, how it is classed.

use demo::{Chance, Matter, Paper};
use kernel::Text;
use suggestions_rules::{Score, Sheet, Source};

use super::{
    tale::Draft,
    world::{Congress, Deputy, World},
};

/// A text that is known to fit; a full stop where it should not.
pub fn text<const MAX: usize>(words: &str) -> Text<MAX> {
    #[expect(clippy::expect_used, reason = "a single full stop is a text of every length")]
    Text::parse(words).or_else(|_| Text::parse("。")).expect("a full stop is a text")
}

pub const fn score(score: demo::Score) -> Score {
    match score {
        demo::Score::Satisfied => Score::Satisfied,
        demo::Score::Fair => Score::Basically,
        demo::Score::Dissatisfied => Score::Dissatisfied,
    }
}

/// The demonstration's own deputies have one of every ending, and write more than others.
pub fn lead(congress: &Congress, index: u64, chance: &mut Chance) -> usize {
    match chance.below(24) {
        _ if index < demo::SHOWN => usize::from(index >= demo::SHOWN / 2),
        0 | 1 => 0,
        2 => 1,
        _ => usize::try_from(chance.below(congress.deputies.len() as u64)).unwrap_or(0),
    }
}

pub fn others<'a>(
    world: &'a World,
    congress: &Congress,
    lead: usize,
    count: usize,
    chance: &mut Chance,
) -> Vec<&'a Deputy> {
    let mut places = chance.places(count, congress.deputies.len());
    if count > 0 && chance.hits(1, 3) && !places.contains(&0) {
        places.pop();
        places.insert(0, 0);
    }
    let places = places.into_iter().filter(|place| *place != lead);
    places.filter_map(|place| world.people.get(*congress.deputies.get(place)?)).collect()
}

pub fn sheet(congress: &Congress, draft: &Draft<'_>, paper: &Paper, chance: &mut Chance) -> Sheet {
    let source = chance.weighted(&[
        (24, Some(Source::Survey)),
        (10, Some(Source::Inspection)),
        (26, Some(Source::Visits)),
        (22, Some(Source::Citizens)),
        (15, Some(Source::Station)),
        (3, Some(Source::Other)),
    ]);
    let publish = chance.hits(93, 100);
    let wish = congress.taker.get(draft.matter.lead).and_then(|at| congress.units.get(*at));
    let wishes = if chance.hits(6, 10) { wish.map(|unit| unit.id).into_iter().collect() } else { Vec::new() };
    Sheet {
        title: paper.title.clone(),
        body: paper.body(),
        source,
        publish: Some(publish),
        not_public_because: if publish {
            String::new()
        } else {
            "涉及正在协商的事项，暂不宜公开。".to_owned()
        },
        wants_meeting: chance.hits(3, 10),
        keep_identity: chance.hits(2, 100),
        wishes,
    }
}

/// The default dictionary's category for a matter.
pub fn category(matter: &Matter) -> &'static str {
    match matter.category {
        "transport" | "urban" | "environment" => "urban-environment",
        "education" | "health" | "culture" => "education-health",
        "agriculture" | "water" => "agriculture",
        "civil" => "social",
        "industry" => "finance-economy",
        "law" => "politics-law",
        _ => "other",
    }
}
