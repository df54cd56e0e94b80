//! The proposals with which the same step can be taken at once, and the rounds in which they may have been voted on.

use appointments_rules::{AppointmentId, Together};
use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use uuid::Uuid;

use super::{Offered, taken};

row! {
    /// One proposal that waits for the step.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Waiting {
        /// The proposal.
        pub id: AppointmentId,
        /// Its version.
        pub version: i64,
        /// The word of its kind.
        pub kind: String,
        /// The office.
        pub office: String,
        /// The person.
        pub person: String,
        /// The day of the meeting.
        pub meets: Option<Day>,
    }
}

const LINES: &str = "select a.id, a.version, a.kind, s.name, e.name, a.meets from appointment a \
     join appointment_seat s on s.id = a.seat join appointee e on e.id = a.person where a.congress = {}";

/// The proposals of a congress that wait for a step on a day, meeting by meeting: as many as can be dealt with at once.
pub async fn waiting(ask: &mut impl Ask, congress: BodyId, step: Together, today: Day) -> Result<Vec<Waiting>, Fault> {
    let sql = Sql::new(LINES).bind(congress);
    let sql = match step {
        Together::Agenda => sql.add(" and a.stage = 'examined'"),
        Together::Vote => sql.add(" and a.stage = 'listed' and a.meets <= {}").bind(today),
        Together::Announcement => sql.add(" and a.stage = 'adopted'"),
        Together::Letter => {
            sql.add(" and a.kind = 'appoint' and a.letter_n is null and a.stage in ('announced', 'sworn')")
        }
    };
    ask.all(sql.add(" order by a.meets, s.ordinal, e.name, a.id limit 200")).await
}

/// The announced rounds of a day or later in which the committee decided on names.
pub async fn rounds_since(ask: &mut impl Ask, congress: BodyId, day: Day) -> Result<Vec<Offered>, Fault> {
    let sql = Sql::new("select distinct s.round, s.title, s.day from v_ballot_result s where s.kind = 'decision'")
        .add(" and s.standing is not null and s.congress = {} and s.day >= {}")
        .bind(congress)
        .bind(day);
    let found: Vec<(Uuid, String, Day)> = ask.all(sql.add(" order by s.day desc, s.round limit 50")).await?;
    let mut offered = Vec::new();
    for (id, title, day) in found {
        offered.extend(taken(ask, id).await?.map(|taken| Offered { id, title, day, taken }));
    }
    Ok(offered)
}
