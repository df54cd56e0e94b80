//! 本次会议议案规定: what a session sets for its bills.

use accounts_rules::{Actor, Right};
use bills_rules::{Fact, Late, MOST_CONSULT_DAYS, MOST_MONTHS, NumberPattern, SessionId, Terms};
use kernel::{Moment, Text};
use kit::{
    Problem, Site, journal,
    web::{Errors, Stale, Wrong},
};

use super::recorded;
use crate::{
    queries::session,
    store::{self, Laid},
};

/// The terms as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Until when deputies may hand in bills; none: until the session closes.
    pub deadline: Option<Moment>,
    /// What becomes of later ones.
    pub late: Late,
    /// Whether a delegation may put a bill.
    pub delegations: bool,
    /// Months in which a committee reports.
    pub report_months: u16,
    /// Whether those who signed must be asked before their bill is treated as a suggestion.
    pub consult_first: bool,
    /// Days in which they answer.
    pub consult_days: u16,
    /// How numbers are written.
    pub pattern: Text<60>,
    /// The document they rest on.
    pub basis: Text<200>,
}

/// The terms of a session.
///
/// # Errors
/// When the database refuses or what is kept cannot be read.
pub async fn of(site: &Site, session: SessionId) -> Result<Laid, Problem> {
    Ok(store::terms(&mut site.db(), session).await?)
}

/// The head of the office lays them down in place of those that were seen. Bills handed in before keep their being in time or late.
///
/// # Errors
/// Beside the field that means nothing, and when somebody laid down others meanwhile.
pub async fn lay(site: &Site, actor: &Actor, id: SessionId, seen: i64, wanted: Wanted) -> Result<Laid, Problem> {
    let mut tx = site.db().begin().await?;
    let about = session(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    actor.may(Right::BillTermsSet, about.congress)?;
    let laid = read(wanted)?;
    if !store::lay_terms(&mut tx, about.congress, id, &laid, seen).await? {
        return Err(Problem::Stale(Box::new(both(id, &laid, &store::terms(&mut tx, id).await?))));
    }
    let fact = Fact::TermsSet {
        deadline: laid.terms.deadline,
        late: laid.terms.late,
        delegations: laid.terms.delegations,
        report_months: laid.terms.report_months,
        consult_first: laid.terms.consult_first,
        consult_days: laid.terms.consult_days,
        pattern: laid.pattern.clone(),
    };
    journal::append(&mut tx, recorded(site, actor, about.congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(Laid { version: seen + 1, ..laid })
}

fn read(wanted: Wanted) -> Result<Laid, Errors> {
    let mut errors = Errors::default();
    let pattern = NumberPattern::parse(wanted.pattern.as_str());
    if pattern.is_err() {
        errors.note("pattern", Wrong::new("bills-wrong-pattern"));
    }
    if !(1..=MOST_MONTHS).contains(&wanted.report_months) {
        errors.note("report_months", Wrong::new("bills-wrong-months").with("most", MOST_MONTHS));
    }
    if wanted.consult_days > MOST_CONSULT_DAYS {
        errors.note("consult_days", Wrong::new("bills-wrong-consult-days").with("most", MOST_CONSULT_DAYS));
    }
    let Wanted { deadline, late, delegations, report_months, consult_first, consult_days, basis, pattern: typed } =
        wanted;
    match pattern {
        Ok(pattern) if errors.0.is_empty() => {
            let terms = Terms { deadline, late, delegations, report_months, consult_first, consult_days, pattern };
            Ok(Laid { terms, pattern: typed.into(), basis: basis.into(), version: 0 })
        }
        _ => Err(errors),
    }
}

fn both(id: SessionId, mine: &Laid, stands: &Laid) -> Stale {
    let fields = |laid: &Laid| {
        let terms = &laid.terms;
        vec![
            ("deadline", "bills-field-deadline", terms.deadline.map(local).unwrap_or_default()),
            ("late", "bills-field-late", terms.late.word().to_owned()),
            ("delegations", "bills-field-delegations", tick(terms.delegations)),
            ("report_months", "bills-field-report-months", terms.report_months.to_string()),
            ("consult_first", "bills-field-consult-first", tick(terms.consult_first)),
            ("consult_days", "bills-field-consult-days", terms.consult_days.to_string()),
            ("pattern", "bills-field-pattern", laid.pattern.clone()),
            ("basis", "bills-field-basis", laid.basis.clone()),
        ]
    };
    Stale::between(format!("/bills/terms/{id}"), stands.version, fields(mine), fields(stands))
}

/// A box as a form writes it.
fn tick(yes: bool) -> String {
    if yes { "1" } else { "0" }.to_owned()
}

/// A moment as a form writes it, in Beijing: `2026-03-10T17:00`.
#[must_use]
pub fn local(moment: Moment) -> String {
    let (hour, minute) = moment.clock();
    format!("{}T{hour:02}:{minute:02}", moment.day())
}

/// Reads `2026-03-10T17:00`, in Beijing.
#[must_use]
pub fn read_local(text: &str) -> Option<Moment> {
    let (day, clock) = text.trim().split_once(['T', ' '])?;
    let (hour, minute) = clock.split_once(':')?;
    let day: kernel::Day = day.parse().ok()?;
    let part = |text: &str, below: i64| {
        let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<i64>().ok().filter(|value| digits && *value < below)
    };
    let (hour, minute) = (part(hour, 24)?, part(minute, 60)?);
    Some(day.start().plus_millis((hour * 60 + minute) * 60_000))
}
