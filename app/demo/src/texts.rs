//! Suggestions written out: a title of at most 44 characters and a body in three parts.

use kernel::{AreaCode, Level};

use crate::{Area, AreaKind, Chance, Grammar, Matter, Places, phrases};

/// Titles are no longer than the longest of 655 real ones (suggestions.md §4).
pub const TITLE_MOST: usize = 44;

/// Where a matter lies, and the numbers of its story.
#[derive(Clone, Debug)]
pub struct Spot {
    own: String,
    place: String,
    point: String,
    other: String,
    numbers: Numbers,
}

#[derive(Clone, Debug)]
struct Numbers {
    year: u64,
    people: u64,
    homes: u64,
    tenths_of_km: u64,
    mu: u64,
    money: u64,
    few: u64,
    share: &'static str,
}

/// The text of one suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// 标题, at most 44 characters.
    pub title: String,
    /// 情况.
    pub situation: String,
    /// 分析.
    pub analysis: String,
    /// 具体建议.
    pub request: String,
}

impl Spot {
    /// A spot in the area of a congress: a town of a county, two villages of a town; beyond the county, with its county's name.
    #[must_use]
    pub fn in_area(places: &Places, congress: &AreaCode, chance: &mut Chance) -> Self {
        let own = places.area(congress.as_str()).map(|area| area.name.clone()).unwrap_or_default();
        let towns: Vec<_> = places.within(congress).iter().filter(|area| fits(area)).collect();
        let town = chance.pick(&towns).copied();
        let villages = town.map(|town| places.villages(&town.code)).unwrap_or_default();
        let at = chance.places(2, villages.len());
        let village = |nth: usize| at.get(nth).and_then(|at| villages.get(*at)).map(|village| village.name.as_str());
        let town_name = town.map_or(own.as_str(), |town| town.name.as_str());
        let county = town.and_then(|town| town.code.parent()).and_then(|code| places.area(code.as_str()));
        let place = match (congress.level(), county) {
            (Level::Province | Level::Prefecture, Some(county)) => format!("{}{town_name}", county.name),
            _ => town_name.to_owned(),
        };
        let point = match village(0) {
            Some(village) if congress.level() == Level::Township => village.to_owned(),
            Some(village) => format!("{town_name}{village}"),
            None => place.clone(),
        };
        let other = village(1).unwrap_or("集镇").to_owned();
        Self { own, place, point, other, numbers: Numbers::any(chance) }
    }

    /// Puts the names and numbers into a sentence.
    pub(crate) fn fill(&self, sentence: &str, out: &mut String) {
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            let (slot, tail) = after.split_once('}').unwrap_or((after, ""));
            out.push_str(before);
            self.slot(slot, out);
            rest = tail;
        }
        out.push_str(rest);
    }

    fn slot(&self, slot: &str, out: &mut String) {
        let numbers = &self.numbers;
        let number = match slot {
            "本" => return out.push_str(&self.own),
            "地" => return out.push_str(&self.place),
            "点" => return out.push_str(&self.point),
            "点二" => return out.push_str(&self.other),
            "成" => return out.push_str(numbers.share),
            "里" => {
                let km = format!("{}.{}", numbers.tenths_of_km / 10, numbers.tenths_of_km % 10);
                return out.push_str(&km);
            }
            "年" => numbers.year,
            "人" => numbers.people,
            "户" => numbers.homes,
            "亩" => numbers.mu,
            "万" => numbers.money,
            _ => numbers.few,
        };
        out.push_str(&number.to_string());
    }
}

/// A town or street; prisons, farms and forest stations stand on the same rung and are no place for a story.
fn fits(area: &Area) -> bool {
    area.code.level() == Level::Township && area.kind != AreaKind::Functional
}

impl Numbers {
    fn any(chance: &mut Chance) -> Self {
        Self {
            year: chance.between(1996, 2014),
            people: chance.between(80, 680) * 10,
            homes: chance.between(62, 480),
            tenths_of_km: chance.between(12, 168),
            mu: chance.between(24, 196) * 50,
            money: chance.between(8, 98) * 10,
            few: chance.between(4, 18),
            share: chance.text(&["二", "三", "四", "五"]),
        }
    }
}

impl Paper {
    /// Writes the `index`-th of `total` suggestions about a matter at a spot.
    ///
    /// `total` decides where the rare search phrase stands (see [`crate::RARE`]).
    #[must_use]
    pub fn write(grammar: &Grammar, matter: &Matter, spot: &Spot, seed: u64, index: u64, total: u64) -> Self {
        let mut chance = Chance::of(seed, "paper", index);
        let title = title(matter, spot, &mut chance);
        let (common, lines) = (&grammar.common, &matter.lines);
        let mut situation = String::with_capacity(600);
        spot.fill(chance.text(common.of(b'o')), &mut situation);
        some(&mut situation, spot, &mut chance, lines.of(b's'), (4, 5));
        some(&mut situation, spot, &mut chance, common.of(b's'), (0, 2));
        for aside in phrases::asides(seed, index, total) {
            situation.push_str(&aside);
        }
        let mut analysis = String::with_capacity(500);
        some(&mut analysis, spot, &mut chance, lines.of(b'a'), (3, 4));
        some(&mut analysis, spot, &mut chance, common.of(b'a'), (1, 2));
        let mut request = String::with_capacity(600);
        let mut points: Vec<&str> = chosen(&mut chance, lines.of(b'r'), (3, 5));
        points.extend(chosen(&mut chance, common.of(b'r'), (0, 2)));
        for (at, point) in points.into_iter().enumerate() {
            request.push_str(&format!("{}．", at + 1));
            spot.fill(point, &mut request);
            request.push('\n');
        }
        request.push_str(chance.text(common.of(b'c')));
        Self { title, situation, analysis, request }
    }

    /// The body as one text under three headings.
    #[must_use]
    pub fn body(&self) -> String {
        let Self { situation, analysis, request, .. } = self;
        format!("一、基本情况\n{situation}\n二、问题分析\n{analysis}\n三、具体建议\n{request}")
    }
}

/// The first title, from a place of chance on, that is short enough; cut to its place's name when none is.
fn title(matter: &Matter, spot: &Spot, chance: &mut Chance) -> String {
    let titles = matter.lines.of(b't');
    let from = usize::try_from(chance.below(titles.len() as u64)).unwrap_or(0);
    let mut fitting = titles.iter().cycle().skip(from).take(titles.len()).map(|template| {
        let mut title = String::new();
        spot.fill(template, &mut title);
        title
    });
    fitting
        .find(|title| title.chars().count() <= TITLE_MOST)
        .unwrap_or_else(|| format!("关于支持{}发展的建议", spot.own))
}

fn chosen<'a>(chance: &mut Chance, lines: &[&'a str], (least, most): (u64, u64)) -> Vec<&'a str> {
    let count = usize::try_from(chance.between(least, most)).unwrap_or(0);
    let at = chance.places(count, lines.len());
    at.into_iter().filter_map(|at| lines.get(at).copied()).collect()
}

fn some(out: &mut String, spot: &Spot, chance: &mut Chance, lines: &[&str], range: (u64, u64)) {
    for line in chosen(chance, lines, range) {
        spot.fill(line, out);
    }
}
