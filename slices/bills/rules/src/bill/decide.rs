//! 主席团决定 (地方组织法 22; 代表法 2025, 15).

use kernel::Day;

use crate::{Act, Bill, Closed, Decided, Disposal, Done, Ending, Fact, Given, Refusal, Review, Ruling, Stage};

impl Bill {
    /// The presidium decides, after the committee's opinion or at once. Where it follows the opinion, the opinion's reason is its own.
    ///
    /// # Errors
    /// When it has no number yet or is decided, when the law lets that not become of it, when a reason is missing, when the day to
    /// report is past, or when those who signed are to be asked first or have not all answered.
    pub fn decide(self, disposal: Disposal, ruling: Ruling, given: &Given<'_>) -> Done {
        disposal.fits(&self, given.level).or_else(|refusal| self.named_first(Act::Decide, refusal))?;
        if disposal == Disposal::Suggestion {
            self.heard(given)?;
        }
        let (numbered, review) = self.stage.before_decision(Act::Decide)?;
        if ruling.reason.is_none() && !follows(&disposal, review.as_ref()) {
            return Err(Refusal::ReasonNeeded);
        }
        let report_by = report_day(&disposal, ruling.report_by, given)?;
        let suggestion = matches!(disposal, Disposal::Suggestion).then_some(ruling.suggestion);
        let fact = Fact::Decided { decision: disposal.clone(), reason: ruling.reason, suggestion, report_by };
        let (at, reason) = (given.now, ruling.reason);
        let decided = Decided { numbered, review, disposal, at, reason };
        let ended = |decided, ending| Stage::Closed(Closed { decided, at, ending });
        let stage = match (&decided.disposal, report_by) {
            (Disposal::Refer { .. }, Some(report_by)) => Stage::Referred { decided, report_by },
            (Disposal::NotListed, _) => ended(decided, Ending::NotListed),
            (Disposal::Suggestion, _) => ended(decided, Ending::Suggestion(ruling.suggestion)),
            (Disposal::Agenda | Disposal::Refer { .. }, _) => Stage::Agenda { decided, asked: None },
        };
        Ok((Self { stage, ..self }, fact))
    }
}

/// Whether the presidium does what the committee proposes. To put it on the agenda needs no reason either.
fn follows(disposal: &Disposal, review: Option<&Review>) -> bool {
    *disposal == Disposal::Agenda || review.is_some_and(|review| review.proposal == *disposal)
}

fn report_day(disposal: &Disposal, named: Option<Day>, given: &Given<'_>) -> Result<Option<Day>, Refusal> {
    if !matches!(disposal, Disposal::Refer { .. }) {
        return Ok(None);
    }
    let today = given.now.day();
    match named {
        Some(day) if day <= today => Err(Refusal::ReportDayPast),
        Some(day) => Ok(Some(day)),
        None => Ok(Some(today.plus_months(given.terms.report_months.into()))),
    }
}
