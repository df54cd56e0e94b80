//! 逐项答复 as typed, in a form or in JSON: one request with a measure or a reason, as texts that may be wrong.

use kernel::{Day, Text, TextError};
use kit::web::{Errors, Wrong};
use serde::{Deserialize, Serialize};
use suggestions_rules::{Measure, Point, PointAnswer};
use utoipa::ToSchema;

/// What a reply answers to one request: a measure with its owner, or the reason why not. Empty is as good as absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PointJson {
    /// 建议要求, at most 500 characters.
    pub request: String,
    /// 办理措施, at most 500 characters.
    pub measure: String,
    /// Who answers for the measure, at most 120 characters; needed with one.
    pub owner: String,
    /// The day by which it is done; needed where it is promised.
    pub due: String,
    /// How much money, from where; at most 120 characters.
    pub money: String,
    /// Whether it becomes a promise when the reply is signed.
    pub promise: bool,
    /// 不能办理的原因, at most 500 characters; without a measure.
    pub reason: String,
}

impl PointJson {
    /// The names of the fields, in the order in which they are typed.
    pub const FIELDS: [&'static str; 7] = ["request", "measure", "owner", "due", "money", "promise", "reason"];

    /// The point it is.
    ///
    /// # Errors
    /// Names every field that is missing or wrong.
    pub fn read(&self) -> Result<Point, Errors> {
        let mut errors = Errors::default();
        let request = needed("request", &self.request, &mut errors);
        let answer = if self.reason.trim().is_empty() {
            self.measure(&mut errors).map(PointAnswer::Measure)
        } else {
            let others = [&self.measure, &self.owner, &self.due, &self.money];
            if self.promise || others.iter().any(|other| !other.trim().is_empty()) {
                errors.note("reason", Wrong::new("suggestions-point-one-of"));
            }
            needed("reason", &self.reason, &mut errors).map(PointAnswer::Reason)
        };
        match (request, answer) {
            (Some(request), Some(answer)) if errors.0.is_empty() => Ok(Point { request, answer }),
            _ => Err(errors),
        }
    }

    fn measure(&self, errors: &mut Errors) -> Option<Measure> {
        if self.measure.trim().is_empty() {
            errors.note("measure", Wrong::new("suggestions-point-answer"));
            return None;
        }
        let words = needed("measure", &self.measure, errors);
        let owner = needed("owner", &self.owner, errors);
        let money = given("money", &self.money, errors);
        let due = self.due.trim();
        let due: Option<Day> = match due.parse() {
            Ok(day) => Some(day),
            Err(_) if due.is_empty() => None,
            Err(_) => {
                errors.note("due", Wrong::new("kit-form-day"));
                None
            }
        };
        if self.promise && self.due.trim().is_empty() {
            errors.note("due", Wrong::new("suggestions-point-day"));
        }
        Some(Measure { words: words?, owner: owner?, due, money, promised: self.promise })
    }
}

fn needed<const MAX: usize>(field: &str, raw: &str, errors: &mut Errors) -> Option<Text<MAX>> {
    Text::parse(raw).map_err(|error| errors.note(field, Wrong::from(error))).ok()
}

fn given<const MAX: usize>(field: &str, raw: &str, errors: &mut Errors) -> Option<Text<MAX>> {
    match Text::parse(raw) {
        Ok(text) => Some(text),
        Err(TextError::Empty) => None,
        Err(error) => {
            errors.note(field, Wrong::from(error));
            None
        }
    }
}

impl From<&Point> for PointJson {
    fn from(point: &Point) -> Self {
        let request = point.request.to_string();
        match &point.answer {
            PointAnswer::Reason(reason) => Self { request, reason: reason.to_string(), ..Self::default() },
            PointAnswer::Measure(measure) => Self {
                request,
                measure: measure.words.to_string(),
                owner: measure.owner.to_string(),
                due: measure.due.map(|day| day.to_string()).unwrap_or_default(),
                money: measure.money.as_ref().map(ToString::to_string).unwrap_or_default(),
                promise: measure.promised,
                reason: String::new(),
            },
        }
    }
}

/// The points as a form holds them: every field named after its row, counted from 1, and how many rows there are.
#[must_use]
pub fn fields(points: &[PointJson]) -> Vec<(String, String)> {
    let mut all = vec![("points".to_owned(), points.len().to_string())];
    for (row, point) in (1u32..).zip(points) {
        let PointJson { request, measure, owner, due, money, promise, reason } = point;
        let promise = if *promise { "1" } else { "" };
        let values = [request.as_str(), measure, owner, due, money, promise, reason];
        let named = PointJson::FIELDS.iter().zip(values);
        let filled = named.filter(|(_, value)| !value.is_empty());
        all.extend(filled.map(|(name, value)| (format!("{name}{row}"), value.to_owned())));
    }
    all
}

/// The points in words, one a paragraph: what the page of two who edited at once compares.
#[must_use]
pub fn said(points: &[Point]) -> String {
    let words = |point: &Point| {
        let PointJson { request, measure, owner, due, money, promise, reason } = PointJson::from(point);
        let promise = if promise { "✓" } else { "" }.to_owned();
        let parts = [request, measure, owner, due, money, promise, reason].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    };
    points.iter().map(words).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn typed() -> PointJson {
        let text = str::to_owned;
        PointJson {
            request: text("装护栏"),
            measure: text("十月底前装好"),
            owner: text("养护科"),
            ..PointJson::default()
        }
    }

    #[test]
    fn a_point_has_a_measure_with_its_owner_or_a_reason_and_says_what_is_missing() {
        let text = str::to_owned;
        let empty = PointJson::default;
        for (point, wrong) in [
            (typed(), &[][..]),
            (PointJson { request: text("装护栏"), reason: text("不属本级财政支出"), ..empty() }, &[]),
            (PointJson { promise: true, due: text("2026-10-31"), money: text("12万元"), ..typed() }, &[]),
            (empty(), &["request", "measure"]),
            (PointJson { owner: text(" "), ..typed() }, &["owner"]),
            (PointJson { promise: true, ..typed() }, &["due"]),
            (PointJson { due: text("明年"), ..typed() }, &["due"]),
            (PointJson { reason: text("没有资金"), ..typed() }, &["reason"]),
            (PointJson { request: "长".repeat(501), ..typed() }, &["request"]),
        ] {
            let found = point.read().map_err(|errors| errors.0.into_iter().map(|(field, _)| field).collect::<Vec<_>>());
            assert_eq!(found.err().unwrap_or_default(), wrong, "{point:?}");
        }
    }

    #[test]
    fn what_is_read_is_written_as_it_was_typed() {
        let point = PointJson { promise: true, due: "2026-10-31".to_owned(), ..typed() };
        assert_eq!(PointJson::from(&point.read().unwrap()), point);
        let rows = fields(std::slice::from_ref(&point));
        assert!(
            rows.contains(&("due1".to_owned(), point.due.clone()))
                && rows.contains(&("points".to_owned(), "1".to_owned()))
        );
    }
}
