//! The dimensions of the statistics as people read them: words for every word, a picture with its table for each.

use kit::{
    Problem, Site, View,
    charts::{Chart, Shape, Table},
    words::Lang,
};

use super::statistics::About;
use crate::queries::{
    Session,
    counted::{CLASSES, CONTACTS, NONE, OUTCOMES, SOURCES, TIMELY},
    statistics::{Sums, by_session, by_year},
};

/// A picture with its numbers.
pub struct Drawn {
    /// The key of its title.
    pub title: &'static str,
    /// The picture.
    pub svg: String,
    /// Its numbers.
    pub table: Table,
}

/// A dimension: the key of its title, and each word with what people call it and how many.
pub type Dimension = (&'static str, Vec<(String, String, i64)>);

/// What people call a word of a dimension.
pub fn words(lang: Lang, key: &str, word: &str) -> String {
    let word = if word.is_empty() { NONE } else { word };
    // The process is judged by the same words as the result.
    let key = if key == "process" { "outcome" } else { key };
    lang.t(&format!("supervision-{key}-{word}")).into_owned()
}

fn fixed(lang: Lang, sums: &Sums, key: &'static str, all: &[&str]) -> Vec<(String, String, i64)> {
    all.iter().map(|word| ((*word).to_owned(), words(lang, key, word), sums.of(key, word))).collect()
}

/// By category, in the order of the congress's own list; then what it no longer has. Lists differ from congress to congress: the levels below
/// are summed by the one list to which theirs are mapped, and last what is mapped to nothing.
fn categories(lang: Lang, of: &About, sums: &Sums) -> Dimension {
    if of.below {
        let code = |code: &str| (code.to_owned(), of.mapped(lang, code), sums.of("mapping", code));
        let codes = sums.each("mapping").map(|(code, _)| code).filter(|code| !code.is_empty());
        let all = codes.chain(std::iter::once("")).map(code).filter(|(_, _, n)| *n != 0);
        return ("supervision-by-mapping", all.collect());
    }
    let listed = of.categories.iter().map(|(code, _)| code.as_str());
    let gone = sums.each("category").map(|(code, _)| code).filter(|code| listed.clone().all(|known| known != *code));
    let category = |code: &str| (code.to_owned(), of.category(code), sums.of("category", code));
    ("supervision-by-category", listed.clone().chain(gone).map(category).filter(|(_, _, n)| *n != 0).collect())
}

/// The dimensions of suggestions.
pub fn lines(lang: Lang, of: &About, sums: &Sums) -> Vec<Dimension> {
    let times = |dimension: &str, key: &'static str| -> Vec<(String, String, i64)> {
        let line =
            |(times, n): (&str, i64)| (times.to_owned(), lang.tf(key, [("round", times.to_owned())]).into_owned(), n);
        sums.each(dimension).map(line).collect()
    };
    vec![
        categories(lang, of, sums),
        ("supervision-by-source", fixed(lang, sums, "source", &SOURCES)),
        ("supervision-by-class", fixed(lang, sums, "class", &CLASSES)),
        ("supervision-by-outcome", fixed(lang, sums, "outcome", &OUTCOMES)),
        ("supervision-by-process", fixed(lang, sums, "process", &OUTCOMES)),
        ("supervision-by-timely", fixed(lang, sums, "timely", &TIMELY)),
        ("supervision-by-contact", fixed(lang, sums, "contact", &CONTACTS)),
        ("supervision-by-round", times("rounds", "supervision-round")),
        ("supervision-by-hops", times("hops", "supervision-hop")),
    ]
}

/// The dimensions of a unit's parts.
pub fn part_lines(lang: Lang, sums: &Sums) -> Vec<Dimension> {
    vec![
        ("supervision-by-role", fixed(lang, sums, "role", &["lead", "co"])),
        ("supervision-by-class", fixed(lang, sums, "class", &CLASSES)),
        ("supervision-by-outcome", fixed(lang, sums, "outcome", &OUTCOMES)),
        ("supervision-by-process", fixed(lang, sums, "process", &OUTCOMES)),
        ("supervision-by-timely", fixed(lang, sums, "timely", &TIMELY)),
        ("supervision-by-contact", fixed(lang, sums, "contact", &CONTACTS)),
    ]
}

/// The names of charts and of the filters that open their cases, in the order of [`lines`].
const CHARTS: [(&str, &str); 9] = [
    ("categories", "category"),
    ("sources", "source"),
    ("classes", "class"),
    ("outcomes", "outcome"),
    ("processes", "process"),
    ("timely", "timely"),
    ("contacts", "contact"),
    ("rounds", "rounds"),
    ("hops", "hops"),
];

/// One dimension: its words with what each counts.
fn drawn(
    v: &View,
    of: &About,
    (id, title, key): (&'static str, &'static str, &str),
    lines: Vec<(String, String, i64)>,
) -> Result<Drawn, Problem> {
    let chart = Chart::new(id, v.t(title), Shape::Bars, lines.iter().map(|(_, words, _)| words.clone()))
        .links(lines.iter().map(|(word, _, _)| of.cases(key, word)))
        .series(v.t("supervision-field-count"), lines.iter().map(|(_, _, n)| *n));
    Ok(Drawn { title, svg: chart.svg(v.language)?, table: chart.table() })
}

/// Every dimension, drawn; of the levels below the level too.
pub fn dimensions(v: &View, of: &About, sums: &Sums) -> Result<Vec<Drawn>, Problem> {
    let mut all = Vec::new();
    if of.below {
        let levels = fixed(v.language, sums, "level", &["province", "prefecture", "county", "township"]);
        all.push(drawn(v, of, ("levels", "supervision-by-level", "level"), levels)?);
    }
    for ((title, lines), (id, key)) in lines(v.language, of, sums).into_iter().zip(CHARTS) {
        all.push(drawn(v, of, (id, title, key), lines)?);
    }
    Ok(all)
}

/// Session after session, or of the levels below year after year, the oldest first: how many, replied, satisfied.
pub async fn one_after_another(site: &Site, v: &View, of: &About) -> Result<Drawn, Problem> {
    let (mut db, today) = (site.db(), site.today());
    let mut steps: Vec<(String, String, Sums)> = Vec::new();
    let at = format!("/supervision/statistics?congress={}", of.congress);
    let title = if of.below {
        for (year, sums) in by_year(&mut db, &of.area, today).await? {
            steps.push((format!("{at}&below=1&year={year}"), year, sums));
        }
        "supervision-by-year"
    } else {
        let mut sums = by_session(&mut db, of.congress, today).await?;
        let step = |one: &Session| {
            (format!("{at}&session={}", one.id), one.name.clone(), sums.remove(&one.id).unwrap_or_default())
        };
        steps.extend(of.sessions.iter().rev().map(step));
        "supervision-by-session"
    };
    let count = |wanted: fn(&Sums) -> i64| steps.iter().map(|(_, _, sums)| wanted(sums)).collect::<Vec<i64>>();
    let chart = Chart::new("sessions", v.t(title), Shape::Bars, steps.iter().map(|(_, name, _)| name.clone()))
        .links(steps.iter().map(|(href, _, _)| href.clone()))
        .series(v.t("supervision-field-count"), count(Sums::total))
        .series(v.t("supervision-field-replied"), count(Sums::replied))
        .series(v.t("supervision-outcome-satisfied"), count(|sums| sums.of("outcome", "satisfied")));
    Ok(Drawn { title, svg: chart.svg(v.language)?, table: chart.table() })
}
