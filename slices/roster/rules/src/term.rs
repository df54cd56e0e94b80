//! Terms 届, sessions 次会议, and the identities of what hangs on them.

use kernel::{BodyId, Day, Id, Refusal, Refused};

/// Marks identities of terms.
pub enum TermTag {}
/// Marks identities of sessions.
pub enum SessionTag {}
/// Marks identities of delegations.
pub enum DelegationTag {}
/// Marks identities of constituencies.
pub enum ConstituencyTag {}
/// Marks identities of roles held with a mandate.
pub enum RoleTag {}
/// Marks identities of merges of duplicate people.
pub enum MergeTag {}

/// Names one term of one congress.
pub type TermId = Id<TermTag>;
/// Names one session.
pub type SessionId = Id<SessionTag>;
/// Names one delegation of one term.
pub type DelegationId = Id<DelegationTag>;
/// Names one constituency of one term.
pub type ConstituencyId = Id<ConstituencyTag>;
/// Names one role held for a time.
pub type RoleId = Id<RoleTag>;
/// Names one merge.
pub type MergeId = Id<MergeTag>;

names! {
    /// Who elects: voters directly, or a congress below (选举法 3).
    pub enum ConstituencyKind {
        /// 选区: county and township.
        District = "district",
        /// 选举单位: province and prefecture.
        Unit = "unit",
    }
}

/// A term of a congress; it runs from its first session to the next term's first session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its identity.
    pub id: TermId,
    /// Whose term it is.
    pub congress: BodyId,
    /// 第十四届: 14.
    pub ordinal: i64,
    /// The first day of its first session.
    pub began: Day,
    /// The first day of the next term's first session; open while nothing.
    pub ended: Option<Day>,
    /// For writers who meet on the row.
    pub version: i64,
}

impl Term {
    /// The next term, prepared while this one still runs: elections come before the first session.
    #[must_use]
    pub fn next(&self, id: TermId, planned: Day) -> Self {
        Self { id, congress: self.congress, ordinal: self.ordinal + 1, began: planned, ended: None, version: 1 }
    }

    /// The same term with the first day it has in truth, where another was entered.
    ///
    /// # Errors
    /// When it is closed, does not come after the beginning of the one before, or began with the change of term, which ended that one and its
    /// mandates on the same day.
    pub fn begun_on(self, on: Day, before: Option<&Self>) -> Result<Self, Refused> {
        if self.ended.is_some() {
            return Err(Refused::new(Refusal::NotNow, "roster-refused-term-closed"));
        }
        match before {
            Some(last) if last.ended.is_some() => Err(Refused::new(Refusal::NotNow, "roster-refused-term-changed")),
            Some(last) if on <= last.began => {
                Err(Refused::new(Refusal::Unfit, "roster-refused-day-too-early").with("day", last.began))
            }
            _ => Ok(Self { began: on, ..self }),
        }
    }

    /// Closes this term and opens the next on one day, that of the next term's first session (换届).
    ///
    /// # Errors
    /// When either is closed, when the other is not the next of the same congress, or when the day does not come after the beginning.
    pub fn give_way_to(self, next: Self, on: Day) -> Result<(Self, Self), Refused> {
        if self.ended.is_some() || next.ended.is_some() {
            return Err(Refused::new(Refusal::NotNow, "roster-refused-term-closed"));
        }
        if next.congress != self.congress || next.ordinal != self.ordinal + 1 {
            return Err(Refused::new(Refusal::Unfit, "roster-refused-not-the-next-term"));
        }
        if on <= self.began {
            return Err(Refused::new(Refusal::Unfit, "roster-refused-day-too-early").with("day", self.began));
        }
        Ok((Self { ended: Some(on), ..self }, Self { began: on, ..next }))
    }
}

/// One meeting of a congress within its term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its identity.
    pub id: SessionId,
    /// The term it belongs to.
    pub term: TermId,
    /// 第四次会议: 4.
    pub ordinal: i64,
    /// The name in use: 第十四届第四次会议.
    pub name: String,
    /// The first day.
    pub opened: Day,
    /// The last day, once it is over.
    pub closed: Option<Day>,
    /// For writers who meet on the row.
    pub version: i64,
}

impl Session {
    /// The same session on the days on which it was held, where they were entered wrongly. Without a last day it sits again.
    ///
    /// # Errors
    /// When it would end before it began.
    pub fn held(self, opened: Day, closed: Option<Day>) -> Result<Self, Refused> {
        if closed.is_some_and(|closed| closed < opened) {
            return Err(Refused::new(Refusal::Unfit, "roster-refused-day-too-early").with("day", opened));
        }
        Ok(Self { opened, closed, ..self })
    }
}

/// A whole number from 1 to 99 as it stands in the names of terms and sessions: 14 → 十四. Beyond, the digits.
#[must_use]
pub fn chinese_ordinal(number: i64) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: i64| usize::try_from(n).ok().and_then(|at| DIGITS.get(at).copied()).unwrap_or_default();
    match number {
        1..=9 => digit(number).to_owned(),
        10..=19 => format!("十{}", digit(number - 10)),
        20..=99 => format!("{}十{}", digit(number / 10), digit(number % 10)),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid_for_tests::uuid;

    mod uuid_for_tests {
        use kernel::{Id, Moment};
        pub fn uuid<N>(n: u8) -> Id<N> {
            Id::new(Moment::from_millis(1_000), [n; 10])
        }
    }

    #[test]
    fn numbers_of_terms_are_written_as_the_office_writes_them() {
        for (number, written) in
            [(1, "一"), (10, "十"), (14, "十四"), (20, "二十"), (21, "二十一"), (99, "九十九"), (100, "100")]
        {
            assert_eq!(chinese_ordinal(number), written);
        }
    }

    #[test]
    fn a_term_ends_on_the_day_the_next_begins() {
        let (day, later) = (Day::new(2022, 1, 5).unwrap(), Day::new(2027, 1, 6).unwrap());
        let term = Term { id: uuid(1), congress: uuid(2), ordinal: 18, began: day, ended: None, version: 1 };
        let next = term.next(uuid(3), later.plus_days(-3));
        let (old, new) = term.clone().give_way_to(next.clone(), later).unwrap();
        assert_eq!((old.ended, new.began, new.ordinal), (Some(later), later, 19));
        assert_eq!(old.give_way_to(new, later).unwrap_err().kind, Refusal::NotNow);
        assert_eq!(term.clone().give_way_to(next.clone(), day).unwrap_err().key, "roster-refused-day-too-early");
        assert_eq!(next.give_way_to(term, later).unwrap_err().key, "roster-refused-not-the-next-term");
    }

    #[test]
    fn a_first_day_is_corrected_until_a_change_of_term_rests_on_it() {
        let day = Day::new(2022, 1, 5).unwrap();
        let term = Term { id: uuid(1), congress: uuid(2), ordinal: 18, began: day, ended: None, version: 1 };
        let next = term.next(uuid(3), day.plus_days(1_800));
        assert_eq!(term.clone().begun_on(day.plus_days(2), None).unwrap().began, day.plus_days(2));
        assert_eq!(next.clone().begun_on(day, Some(&term)).unwrap_err().key, "roster-refused-day-too-early");
        assert!(next.clone().begun_on(day.plus_days(1), Some(&term)).is_ok());
        let (old, new) = term.give_way_to(next, day.plus_days(1_826)).unwrap();
        assert_eq!(new.begun_on(day.plus_days(1_827), Some(&old)).unwrap_err().key, "roster-refused-term-changed");
        assert_eq!(old.begun_on(day, None).unwrap_err().key, "roster-refused-term-closed");
    }

    #[test]
    fn a_session_ends_no_earlier_than_it_began() {
        let day = Day::new(2026, 3, 8).unwrap();
        let name = "第十八届第五次会议".to_owned();
        let held = Session { id: uuid(1), term: uuid(2), ordinal: 5, name, opened: day, closed: Some(day), version: 1 };
        assert_eq!(held.clone().held(day, Some(day.plus_days(-1))).unwrap_err().key, "roster-refused-day-too-early");
        assert_eq!(held.clone().held(day.plus_days(-2), Some(day)).unwrap().opened, day.plus_days(-2));
        assert_eq!(held.held(day, None).unwrap().closed, None);
    }
}
