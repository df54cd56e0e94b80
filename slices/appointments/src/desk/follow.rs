//! What follows the announcement: letter of appointment, oath, filing.

use accounts_rules::{Actor, Right};
use appointments_rules::{AppointmentId, Filed, Letter, Number, OathForm, Sworn};
use kernel::{Day, Text};
use kit::{Problem, Site};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Work, sane, wrong};
use crate::{look, store};

/// The letter of appointment.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointmentLetter {
    /// When it is given.
    #[schema(value_type = String)]
    pub day: Day,
    /// Who signs it: the chair; at most 40 characters.
    #[schema(value_type = String)]
    pub signed: Text<40>,
}

/// The oath.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OathWanted {
    /// When.
    #[schema(value_type = String)]
    pub day: Day,
    /// `alone` or `together`.
    #[schema(value_type = String)]
    pub form: OathForm,
    /// Where, at most 80 characters.
    #[schema(value_type = String)]
    pub place: Text<80>,
    /// 领誓人, where many swore together; at most 40 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub led: Option<Text<40>>,
    /// Who presided, at most 40 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub witness: Option<Text<40>>,
}

impl OathWanted {
    /// Many who swear together follow somebody's words.
    pub(super) fn led_where_together(&self) -> Result<(), Problem> {
        if self.form == OathForm::Together && self.led.is_none() {
            return Err(wrong("led", "appointments-wrong-led"));
        }
        Ok(())
    }
}

/// The filing.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FilingWanted {
    /// When.
    #[schema(value_type = String)]
    pub day: Day,
    /// With whom, and under which number; at most 80 characters.
    #[schema(value_type = String)]
    pub with: Text<80>,
}

/// Gives the letter of appointment, with the next number of the register.
///
/// # Errors
/// When none is given for it, it was given, or the oath comes first here.
pub async fn letter(
    site: &Site,
    actor: &Actor,
    at: (AppointmentId, i64),
    wanted: AppointmentLetter,
) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, at, Right::AppointmentKeep).await?;
    let day = not_before(&work, wanted.day)?;
    let matter = &work.kept.it.matter;
    let (congress, of) = (work.kept.it.congress, (matter.kind, matter.office));
    let route = look::route(&mut work.tx, congress, of).await?.value;
    let (settings, _) = store::rule_of(&mut work.tx, congress).await?;
    let draft = Letter { number: Number { year: 0, n: 0 }, day, signed: wanted.signed };
    // Refused before a number is taken.
    work.it().give_letter(draft.clone(), route, &settings)?;
    let number = store::number(&mut work.tx, congress, "letter", i64::from(day.parts().0)).await?;
    let done = work.it().give_letter(Letter { number, ..draft }, route, &settings)?;
    work.finish(done).await
}

/// Enters the oath.
///
/// # Errors
/// When none is to be taken, it was taken, or the letter comes first here.
pub async fn oath(site: &Site, actor: &Actor, at: (AppointmentId, i64), wanted: OathWanted) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, at, Right::AppointmentKeep).await?;
    let day = not_before(&work, wanted.day)?;
    wanted.led_where_together()?;
    let matter = &work.kept.it.matter;
    let (congress, of) = (work.kept.it.congress, (matter.kind, matter.office));
    let route = look::route(&mut work.tx, congress, of).await?.value;
    let (settings, _) = store::rule_of(&mut work.tx, congress).await?;
    let OathWanted { form, place, led, witness, .. } = wanted;
    let done = work.it().swear(Sworn { day, form, place, led, witness }, route, &settings)?;
    work.finish(done).await
}

/// Enters the filing.
///
/// # Errors
/// When it is not announced, or was filed.
pub async fn file(site: &Site, actor: &Actor, at: (AppointmentId, i64), wanted: FilingWanted) -> Result<(), Problem> {
    let work = Work::begin(site, actor, at, Right::AppointmentKeep).await?;
    let day = not_before(&work, wanted.day)?;
    let done = work.it().file(Filed { day, with: wanted.with })?;
    work.finish(done).await
}

fn not_before(work: &Work<'_>, day: Day) -> Result<Day, Problem> {
    let day = sane("day", day)?;
    if day > work.site.today() {
        return Err(wrong("day", "appointments-wrong-later"));
    }
    match work.kept.it.stage.decided() {
        Some(decided) if day < decided => Err(wrong("day", "appointments-wrong-before-vote")),
        _ => Ok(day),
    }
}
