//! 转办: the first of two steps of assigning. The office hands a suggestion to a transfer office (转办机构), which divides it among
//! its units, passes it on to another, or sends it back (suggestions.md §1, §7).

use kernel::{BodyId, Day, Moment};

use crate::{Act, Done, Fact, Given, Limit, Refusal, RemarkId, Stage, Suggestion};

/// The transfer office that has a suggestion to divide, or divided it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Routed {
    /// The office.
    pub office: BodyId,
    /// When it got it.
    pub at: Moment,
    /// The last day to divide it in time, by the limit for assigning.
    pub by: Day,
}

impl Suggestion {
    /// The office hands it to a transfer office.
    ///
    /// # Errors
    /// When it has no number or is assigned, goes with another, or lies with a transfer office already.
    pub fn route(self, office: BodyId, given: &Given<'_>) -> Done {
        let Stage::Numbered(_) = self.stage else { return Err(self.not_now(Act::Route)) };
        if self.merged.is_some() {
            return Err(Refusal::GoesWithMaster);
        }
        if self.routed.is_some() {
            return Err(Refusal::RoutedAlready);
        }
        let routed = routed(office, given);
        Ok((Self { routed: Some(routed), ..self }, Fact::Routed { to: office, by: routed.by }))
    }

    /// The transfer office passes it on to another one, whose time begins anew.
    ///
    /// # Errors
    /// When it lies with none, or with that one.
    pub fn route_on(self, to: BodyId, reason: RemarkId, given: &Given<'_>) -> Done {
        let Stage::Numbered(_) = self.stage else { return Err(self.not_now(Act::RouteOn)) };
        let from = self.routed.ok_or(Refusal::NotRouted)?.office;
        if from == to {
            return Err(Refusal::RoutedAlready);
        }
        let routed = routed(to, given);
        Ok((Self { routed: Some(routed), ..self }, Fact::RoutedOn { from, to, by: routed.by, reason }))
    }

    /// The transfer office sends it back, or the office takes it back (`recalled`).
    ///
    /// # Errors
    /// When it lies with none.
    pub fn route_back(self, recalled: bool, reason: RemarkId) -> Done {
        let Stage::Numbered(_) = self.stage else { return Err(self.not_now(Act::RouteBack)) };
        let from = self.routed.ok_or(Refusal::NotRouted)?.office;
        Ok((Self { routed: None, ..self }, Fact::RoutedBack { from, recalled, reason }))
    }
}

fn routed(office: BodyId, given: &Given<'_>) -> Routed {
    Routed { office, at: given.now, by: given.due(Limit::Assign) }
}
