//! The letter of a reply, read from JSON.

use kernel::Text;
use kit::{
    Problem,
    web::{Errors, Wrong},
};
use suggestions_rules::{Letter, MOST_POINTS, Point};

use super::{shape::LetterJson, write::text};
use crate::points::PointJson;

impl LetterJson {
    /// Reads it.
    ///
    /// # Errors
    /// Beside the field that is wrong.
    pub(super) fn read(&self) -> Result<Letter, Problem> {
        Ok(Letter {
            number: self.number.as_deref().map(|number| text("number", number)).transpose()?,
            body: text("body", &self.body)?,
            points: points(&self.points)?,
            responsible: responsible(self)?,
            contact: text("contact", &self.contact)?,
            publish: self.publish,
            kept_because: kept_because(self)?,
        })
    }
}

/// Who answers for the handling; nothing typed names nobody.
fn responsible(letter: &LetterJson) -> Result<Option<Text<60>>, Problem> {
    let said = letter.responsible.as_deref().map(str::trim).filter(|name| !name.is_empty());
    said.map(|name| text("responsible", name)).transpose()
}

/// Why the public is not to read it.
fn kept_because(letter: &LetterJson) -> Result<Option<Text<200>>, Problem> {
    let said = letter.not_public_because.as_deref().map(str::trim).filter(|words| !words.is_empty());
    match said {
        _ if letter.publish => Ok(None),
        Some(words) => text("not_public_because", words).map(Some),
        None => Err(Errors::one("not_public_because", Wrong::new("suggestions-wrong-letter-kept")).into()),
    }
}

/// The points; what is wrong is named by its place from 0, as in `points[0].owner`.
fn points(sent: &[PointJson]) -> Result<Vec<Point>, Problem> {
    if sent.len() > MOST_POINTS {
        let wrong = Wrong::new("suggestions-points-many").with("most", MOST_POINTS);
        return Err(Errors::one("points", wrong).into());
    }
    let mut errors = Errors::default();
    let mut points = Vec::with_capacity(sent.len());
    for (place, point) in sent.iter().enumerate() {
        match point.read() {
            Ok(point) => points.push(point),
            Err(wrong) => wrong.0.into_iter().for_each(|(field, wrong)| {
                errors.note(&format!("points[{place}].{field}"), wrong);
            }),
        }
    }
    errors.check()?;
    Ok(points)
}
