//! 逐项答复 on pages: the groups of fields in the form of the reply, and the table that shows what was answered.

use kernel::Day;
use kit::{
    View,
    web::{Form, Wrong},
};
use suggestions_rules::{Letter, MOST_POINTS, Measure, Point, PointAnswer, requests};

use crate::points::{PointJson, fields};

/// The names of one row's fields.
pub struct Row {
    pub nth: usize,
    pub request: String,
    pub measure: String,
    pub owner: String,
    pub due: String,
    pub money: String,
    pub promise: String,
    pub reason: String,
}

/// One point, as shown.
pub struct Shown {
    pub request: String,
    pub measure: String,
    pub owner: String,
    pub due: Option<Day>,
    pub money: String,
    pub promised: bool,
    pub reason: String,
}

impl Row {
    fn nth(nth: usize) -> Self {
        let name = |field: &str| format!("{field}{nth}");
        Self {
            nth,
            request: name("request"),
            measure: name("measure"),
            owner: name("owner"),
            due: name("due"),
            money: name("money"),
            promise: name("promise"),
            reason: name("reason"),
        }
    }

    fn typed(&self, f: &Form) -> PointJson {
        let text = |name: &str| f.value(name).trim().to_owned();
        PointJson {
            request: text(&self.request),
            measure: text(&self.measure),
            owner: text(&self.owner),
            due: text(&self.due),
            money: text(&self.money),
            promise: f.yes(&self.promise),
            reason: text(&self.reason),
        }
    }
}

/// Puts the points of a letter into the form, and after them the requests of the suggestion that none of them repeats, while there
/// are fewer points than requests.
pub fn begin(f: Form, points: &[Point], asked: &str) -> Form {
    let mut rows: Vec<PointJson> = points.iter().map(PointJson::from).collect();
    let asked = requests(asked);
    let open = asked.len().saturating_sub(points.len());
    let unknown = asked.into_iter().filter(|request| points.iter().all(|point| point.request.as_str() != request));
    let unknown: Vec<String> = unknown.take(open).collect();
    rows.extend(unknown.into_iter().map(|request| PointJson { request, ..PointJson::default() }));
    rows.truncate(MOST_POINTS);
    fields(&rows).into_iter().fold(f, |f, (name, value)| f.with(&name, value))
}

/// The points of another letter to begin with: what is promised there is promised there, and ticked anew where it holds here too.
pub fn taken(points: &[Point]) -> Vec<Point> {
    let free = |point: &Point| {
        let answer = match &point.answer {
            PointAnswer::Measure(measure) => PointAnswer::Measure(Measure { promised: false, ..measure.clone() }),
            PointAnswer::Reason(reason) => PointAnswer::Reason(reason.clone()),
        };
        Point { answer, ..point.clone() }
    };
    points.iter().map(free).collect()
}

/// The rows of the form: at least one, and one more where that was asked for.
pub fn rows(f: &Form) -> Vec<Row> {
    let more = usize::from(f.value("then") == "more");
    (1..=(count(f) + more).clamp(1, MOST_POINTS)).map(Row::nth).collect()
}

fn count(f: &Form) -> usize {
    f.value("points").parse().unwrap_or(0).min(MOST_POINTS)
}

/// The points as typed. Rows without anything are none, nor are requests of the suggestion itself that were left without an answer.
/// What is wrong is noted beside its field.
pub fn read(f: &mut Form, asked: &str) -> Vec<Point> {
    let own = requests(asked);
    let mut points = Vec::new();
    for row in (1..=count(f)).map(Row::nth) {
        let typed = row.typed(f);
        let left = PointJson { request: String::new(), ..typed.clone() } == PointJson::default();
        if left && (typed.request.is_empty() || own.iter().any(|request| same(request, &typed.request))) {
            continue;
        }
        match typed.read() {
            Ok(point) => points.push(point),
            Err(errors) => {
                errors.0.into_iter().for_each(|(field, wrong)| f.refuse(&format!("{field}{}", row.nth), wrong))
            }
        }
    }
    points
}

/// Forms send line breaks their own way.
fn same(request: &str, typed: &str) -> bool {
    request.lines().map(str::trim).eq(typed.lines().map(str::trim))
}

/// Says beside the day of a promise that it does not fit; `place` is that of the point among those that were read.
pub fn unfit(f: &mut Form, letter: &Letter, place: usize, key: &'static str) {
    let Some(point) = letter.points.get(place).map(PointJson::from) else { return };
    let row =
        (1..=count(f)).map(Row::nth).find(|row| same(&row.typed(f).request, &point.request) && row.typed(f).promise);
    let name = row.map_or_else(|| "due1".to_owned(), |row| row.due);
    f.refuse(&name, Wrong::new(key));
}

/// The points of a letter, as shown.
pub fn shown(points: &[Point]) -> Vec<Shown> {
    let one = |point: &Point| {
        let PointJson { request, measure, owner, money, promise, reason, .. } = PointJson::from(point);
        let due = match &point.answer {
            PointAnswer::Measure(measure) => measure.due,
            PointAnswer::Reason(_) => None,
        };
        Shown { request, measure, owner, due, money, promised: promise, reason }
    };
    points.iter().map(one).collect()
}

/// That requests have no answer yet, where the congress asks for one.
pub fn lack(v: &View, count: usize, demand: &str) -> Option<String> {
    let said = || v.tf(&format!("suggestions-lack-points-{demand}"), [("count", count.to_string())]).into_owned();
    (count > 0).then(said)
}
