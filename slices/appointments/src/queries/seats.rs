//! 任职和空缺一览: the offices of a congress, who holds them, what is vacant and since when.

use appointments_rules::{AppointeeId, Held, HoldingId, SeatId, Standing, Sworn};
use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};

use crate::store::Seat;

row! {
    /// Somebody who holds an office, or held it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct HolderLine {
        /// The holding.
        pub id: HoldingId,
        /// The office.
        pub seat: SeatId,
        /// The person.
        pub person: AppointeeId,
        /// The name.
        pub name: String,
        /// The first day.
        pub since: Day,
        /// The last day.
        pub until: Option<Day>,
        /// The word of how it came to be.
        pub how: String,
        /// The word of how it ended before the congress: `recalled`, `resigned`.
        pub left: Option<String>,
        /// The oath of whom the congress elected, as the row has it.
        oath: Option<String>,
    }
}

impl HolderLine {
    /// The oath of whom the congress elected, where it is entered.
    #[must_use]
    pub fn sworn(&self) -> Option<Sworn> {
        self.oath.as_deref().and_then(|text| serde_json::from_str(text).ok())
    }

    /// Whether an oath before the congress can be entered.
    #[must_use]
    pub fn swears(&self) -> bool {
        self.how == "elected" && self.oath.is_none()
    }
}

/// One office and how it stands.
#[derive(Clone, Debug)]
pub struct SeatLine {
    /// The office.
    pub seat: Seat,
    /// How it stands.
    pub standing: Standing,
    /// Who holds it now.
    pub holders: Vec<HolderLine>,
    /// Who held it before.
    pub former: Vec<HolderLine>,
    /// The day on which it ends with the term, where it does and the term's end is known.
    pub ends: Option<Day>,
}

/// The offices of a congress as they stand on a day.
pub async fn overview(ask: &mut impl Ask, congress: BodyId, today: Day) -> Result<Vec<SeatLine>, Fault> {
    let seats = Seat::of(ask, congress).await?;
    let sql = Sql::new(
        "select h.id, h.seat, h.person, e.name, h.since, h.until, h.how, h.left_how, h.oath from appointment_holding h",
    )
    .add(" join appointment_seat s on s.id = h.seat join appointee e on e.id = h.person where s.congress = {}");
    let all: Vec<HolderLine> = ask.all(sql.bind(congress).add(" order by h.since, h.id")).await?;
    let sql =
        Sql::new("select began, ended from v_term where congress = {} and began <= {} order by began desc limit 1")
            .bind(congress)
            .bind(today);
    let term: Option<(Day, Option<Day>)> = ask.one(sql).await?;
    let ends = term.map(|(began, ended)| appointments_rules::term_ends(began, ended));
    Ok(seats.into_iter().map(|seat| line(seat, &all, ends, today)).collect())
}

fn line(seat: Seat, all: &[HolderLine], ends: Option<Day>, today: Day) -> SeatLine {
    let own = || all.iter().filter(|it| it.seat == seat.id);
    let held = |it: &HolderLine| Held { since: it.since, until: it.until, acting: it.how == "acting" };
    let times: Vec<Held> = own().map(held).collect();
    let standing = appointments_rules::overview(seat.quota, &times, today);
    let (holders, former) = own().cloned().partition(|it| held(it).on(today) || it.until.is_none());
    let ends = ends.filter(|_| seat.by_term);
    SeatLine { seat, standing, holders, former, ends }
}
