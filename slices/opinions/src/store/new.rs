//! A new opinion with what is written once and never changed, and the sealed data beside it.

use kernel::{AccountId, AreaCode, BodyId, Moment, Text};
use kit::{
    Fault,
    blobs::{self, Blob},
    db::{Ask, Sql, Tx, Val},
    row,
};
use opinions_rules::{CodeId, Opinion, OpinionId, Stage, TargetId, Topic, Way};

use crate::files;

use super::{
    count,
    opinion::{standing, standing_columns},
};

/// What is written once.
pub struct NewOpinion<'a> {
    /// The opinion.
    pub opinion: &'a Opinion,
    /// The congress where it came in.
    pub congress: BodyId,
    /// The year of its number.
    pub year: i16,
    /// The place, down to the village.
    pub area: &'a AreaCode,
    /// The place in words.
    pub place: &'a str,
    /// What it is about.
    pub topic: Topic,
    /// How it came in.
    pub way: Way,
    /// Who typed it for another.
    pub typed_by: Option<AccountId>,
    /// What was said.
    pub body: &'a Text<4000>,
    /// Whether the deputy may see who said it.
    pub to_deputy: bool,
    /// Whether the body it is given to may.
    pub to_unit: bool,
    /// The number of 12345.
    pub hotline: Option<&'a Text<40>>,
    /// The code by which it came.
    pub code: Option<CodeId>,
    /// The reception of a station at which it was said.
    pub reception: Option<TargetId>,
    /// The hash of the tracking code.
    pub tracking: &'a str,
    /// The form it came with.
    pub ticket: Option<&'a str>,
}

row! {
    /// Sealed contact data.
    #[derive(Clone, Default, PartialEq, Eq)]
    pub struct Sealed {
        /// The name, as the person gave it.
        pub name: Option<String>,
        /// The telephone.
        pub phone: Option<String>,
    }
}

/// Never the data: it would end in a log.
impl std::fmt::Debug for Sealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealed(****)")
    }
}

/// Writes a new one with its files and sealed data; answers with its number in the year.
pub async fn begin(
    tx: &mut Tx,
    new: &NewOpinion<'_>,
    (sealed, files): (&Sealed, &[Blob]),
    now: Moment,
) -> Result<i64, Fault> {
    let n = number(tx, new.congress, new.year).await?;
    let mut vals: Vec<Val> = vec![
        new.opinion.id.into(),
        new.congress.into(),
        i64::from(new.year).into(),
        n.into(),
        new.area.into(),
        new.place.into(),
        new.topic.word().into(),
        new.way.word().into(),
        new.typed_by.into(),
        new.body.into(),
        new.to_deputy.into(),
        new.to_unit.into(),
        now.into(),
        new.hotline.map(Text::as_str).into(),
        new.code.into(),
        new.reception.into(),
        new.tracking.into(),
        new.ticket.into(),
        1i64.into(),
    ];
    vals.extend(standing(new.opinion));
    let columns = "insert into opinion (id, congress, year, n, area, place, topic, way, typed_by, body, to_deputy, to_unit, \
                   received, hotline, code, reception, tracking, ticket, version, ";
    tx.run(Sql::new(columns).add(standing_columns()).add(") values ").list(vals)).await?;
    lies_with(tx, new.opinion.id, new.congress).await?;
    if *sealed != Sealed::default() {
        let sql = Sql::new("insert into opinion_contact (opinion, name, phone) values ({}, {}, {})");
        tx.run(sql.bind(new.opinion.id).bind(sealed.name.clone()).bind(sealed.phone.clone())).await?;
    }
    for (at, file) in (1i64..).zip(files) {
        blobs::record(tx, file, now).await?;
        let sql = Sql::new("insert into opinion_file (opinion, blob, n, voice) values ({}, {}, {}, {})");
        tx.run(sql.bind(new.opinion.id).bind(file.id).bind(at).bind(files::is_voice(file))).await?;
    }
    Ok(n)
}

/// Claims a ticket of 12345 for an opinion; answers whose it is. Of two sheets at once the second waits here for the first.
pub async fn claim_ticket(tx: &mut Tx, (congress, ticket): (BodyId, &str), id: OpinionId) -> Result<OpinionId, Fault> {
    let sql = Sql::new("insert into opinion_ticket (congress, ticket, opinion) values ({}, {}, {}) ").bind(congress);
    tx.run(sql.bind(ticket).bind(id).add("on conflict (congress, ticket) do nothing")).await?;
    let sql = Sql::new("select opinion from opinion_ticket where congress = {} and ticket = {}").bind(congress);
    let found: Option<(OpinionId,)> = tx.one(sql.bind(ticket)).await?;
    found.map(|(first,)| first).ok_or_else(|| Fault::new("table `opinion_ticket` lost a ticket"))
}

/// Lets an office see it from now on.
pub async fn lies_with(tx: &mut Tx, id: OpinionId, office: BodyId) -> Result<(), Fault> {
    // The where keeps SQLite from reading `on conflict` as a join.
    let sql = Sql::new(
        "insert into opinion_office (office, received, opinion, stage, topic, open) select {}, received, id, ",
    )
    .bind(office)
    .add("stage, topic, case when stage in ")
    .list(Stage::OPEN)
    .add(" then 1 else 0 end from opinion where id = {} on conflict (office, received, opinion) do nothing")
    .bind(id);
    if tx.run(sql).await? > 0 { count::enters(tx, id, office).await } else { Ok(()) }
}

/// The next number of a congress and year.
async fn number(tx: &mut Tx, congress: BodyId, year: i16) -> Result<i64, Fault> {
    let sql = Sql::new(
        "insert into opinion_numbering (congress, year, last) values ({}, {}, 1) on conflict (congress, year) ",
    )
    .bind(congress)
    .bind(i64::from(year));
    let sql = sql.add("do update set last = opinion_numbering.last + 1 returning last");
    let last = tx.one::<(i64,)>(sql).await?;
    last.map(|(last,)| last).ok_or_else(|| Fault::new("table `opinion_numbering` gave no number"))
}

/// The sealed data of one.
pub async fn sealed(ask: &mut impl Ask, id: OpinionId) -> Result<Sealed, Fault> {
    let sql = Sql::new("select name, phone from opinion_contact where opinion = {}").bind(id);
    Ok(ask.one(sql).await?.unwrap_or_default())
}
