//! Mandates and their roles.

use kernel::{AreaCode, BodyId, Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql, Tx, Val},
    row,
};
use roster_rules::{
    ConstituencyId, DelegationId, Mandate, MandateId, RoleId, RoleSpan, Seat, Standing, StandingName, TermId,
};

use super::word;

row! {
    struct MandateRow {
        id: MandateId,
        person: PersonId,
        congress: BodyId,
        area: AreaCode,
        term: TermId,
        constituency: Option<ConstituencyId>,
        delegation: Option<DelegationId>,
        state: String,
        elected: Day,
        confirmed: Option<Day>,
        began: Option<Day>,
        suspended: Option<Day>,
        ground: Option<String>,
        ended: Option<Day>,
        reason: Option<String>,
        version: i64,
    }
}

/// The columns of a whole mandate, in the order in which rows are made for bulk work.
pub(crate) const COLUMNS: &[&str] = &[
    "id",
    "person",
    "congress",
    "area",
    "term",
    "constituency",
    "delegation",
    "state",
    "elected",
    "confirmed",
    "began",
    "suspended",
    "ground",
    "ended",
    "reason",
    "version",
];

const SELECT: &str = "select id, person, congress, area, term, constituency, delegation, state, elected, confirmed, \
                      began, suspended, ground, ended, reason, version from mandate";

/// One mandate.
///
/// # Errors
/// When the database refuses or the row cannot be.
pub async fn load(ask: &mut impl Ask, id: MandateId) -> Result<Option<Mandate>, Fault> {
    ask.one::<MandateRow>(Sql::new(SELECT).add(" where id = {}").bind(id)).await?.map(parse).transpose()
}

/// All mandates of a person, the newest election first.
///
/// # Errors
/// As [`load`].
pub async fn of_person(ask: &mut impl Ask, person: PersonId) -> Result<Vec<Mandate>, Fault> {
    let sql = Sql::new(SELECT).add(" where person = {} order by elected desc, id").bind(person);
    ask.all::<MandateRow>(sql).await?.into_iter().map(parse).collect()
}

/// All mandates of a term that have not ended.
///
/// # Errors
/// As [`load`].
pub async fn alive_in_term(ask: &mut impl Ask, term: TermId) -> Result<Vec<Mandate>, Fault> {
    let sql = Sql::new(SELECT).add(" where term = {} and state <> 'ended' order by id").bind(term);
    ask.all::<MandateRow>(sql).await?.into_iter().map(parse).collect()
}

/// Enters a new mandate.
pub async fn insert(tx: &mut Tx, mandate: &Mandate) -> Result<(), Fault> {
    tx.bulk("mandate", COLUMNS, [values(mandate)]).await.map(|_| ())
}

/// Keeps a mandate whose row still has its version; says whether it had.
pub async fn save(tx: &mut Tx, mandate: &Mandate) -> Result<bool, Fault> {
    let days = Days::of(&mandate.standing);
    let sql = Sql::new("update mandate set person = {}").bind(mandate.seat.person);
    let sql = sql.add(", constituency = {}").bind(mandate.seat.constituency);
    let sql = sql.add(", delegation = {}").bind(mandate.seat.delegation);
    let sql = sql.add(", state = {}").bind(mandate.standing.name().as_str());
    let sql = sql.add(", elected = {}").bind(days.elected);
    let sql = sql.add(", confirmed = {}").bind(days.confirmed).add(", began = {}").bind(days.began);
    let sql = sql.add(", suspended = {}").bind(days.suspended).add(", ground = {}").bind(days.ground);
    let sql = sql.add(", ended = {}").bind(days.ended).add(", reason = {}").bind(days.reason);
    let sql = sql.add(", version = version + 1 where id = {}").bind(mandate.id);
    Ok(tx.run(sql.add(" and version = {}").bind(mandate.version)).await? == 1)
}

/// The values of [`COLUMNS`].
pub(crate) fn values(mandate: &Mandate) -> Vec<Val> {
    let days = Days::of(&mandate.standing);
    let seat = &mandate.seat;
    vec![
        mandate.id.into(),
        seat.person.into(),
        seat.congress.into(),
        (&seat.area).into(),
        seat.term.into(),
        seat.constituency.into(),
        seat.delegation.into(),
        mandate.standing.name().as_str().into(),
        days.elected.into(),
        days.confirmed.into(),
        days.began.into(),
        days.suspended.into(),
        days.ground.into(),
        days.ended.into(),
        days.reason.into(),
        mandate.version.into(),
    ]
}

struct Days {
    elected: Day,
    confirmed: Option<Day>,
    began: Option<Day>,
    suspended: Option<Day>,
    ground: Option<&'static str>,
    ended: Option<Day>,
    reason: Option<&'static str>,
}

impl Days {
    fn of(standing: &Standing) -> Self {
        let blank = |elected| Self {
            elected,
            confirmed: None,
            began: None,
            suspended: None,
            ground: None,
            ended: None,
            reason: None,
        };
        match *standing {
            Standing::Elected { elected } => blank(elected),
            Standing::Confirmed { elected, confirmed } => Self { confirmed: Some(confirmed), ..blank(elected) },
            Standing::InOffice { elected, confirmed, began } => {
                Self { confirmed: Some(confirmed), began: Some(began), ..blank(elected) }
            }
            Standing::Suspended { elected, confirmed, began, suspended, ground } => Self {
                confirmed: Some(confirmed),
                began: Some(began),
                suspended: Some(suspended),
                ground: Some(ground.as_str()),
                ..blank(elected)
            },
            Standing::Ended { elected, confirmed, began, ended, reason } => {
                Self { confirmed, began, ended: Some(ended), reason: Some(reason.as_str()), ..blank(elected) }
            }
        }
    }
}

fn parse(row: MandateRow) -> Result<Mandate, Fault> {
    let impossible =
        || Fault::new(format_args!("table `mandate`, row {}: impossible in state `{}`", row.id, row.state));
    let elected = row.elected;
    let standing = match word::<StandingName>("mandate", &row.state)? {
        StandingName::Elected => Standing::Elected { elected },
        StandingName::Confirmed => Standing::Confirmed { elected, confirmed: row.confirmed.ok_or_else(impossible)? },
        StandingName::InOffice => {
            let (confirmed, began) = row.confirmed.zip(row.began).ok_or_else(impossible)?;
            Standing::InOffice { elected, confirmed, began }
        }
        StandingName::Suspended => {
            let (confirmed, began) = row.confirmed.zip(row.began).ok_or_else(impossible)?;
            let (suspended, ground) = row.suspended.zip(row.ground.as_deref()).ok_or_else(impossible)?;
            Standing::Suspended { elected, confirmed, began, suspended, ground: word("mandate", ground)? }
        }
        StandingName::Ended => {
            let (ended, reason) = row.ended.zip(row.reason.as_deref()).ok_or_else(impossible)?;
            let reason = word("mandate", reason)?;
            Standing::Ended { elected, confirmed: row.confirmed, began: row.began, ended, reason }
        }
    };
    let MandateRow { id, person, congress, area, term, constituency, delegation, version, .. } = row;
    let seat = Seat { person, congress, area, term, constituency, delegation };
    Ok(Mandate { id, seat, standing, version })
}

/// A role with its identity and the document it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its identity.
    pub id: RoleId,
    /// The mandate it is held with.
    pub mandate: MandateId,
    /// Which, and for how long.
    pub span: RoleSpan,
    /// The document.
    pub basis: Option<String>,
}

const ROLE: &str = "select r.id, r.mandate, r.role, r.began, r.ended, r.basis from mandate_role r";

type RoleRow = (RoleId, MandateId, String, Day, Option<Day>, Option<String>);

fn role(row: RoleRow) -> Result<Role, Fault> {
    let (id, mandate, role, began, ended, basis) = row;
    Ok(Role { id, mandate, span: RoleSpan { role: word("mandate_role", &role)?, began, ended }, basis })
}

/// The roles of all mandates of a person, the newest first.
///
/// # Errors
/// As [`load`].
pub async fn roles_of_person(ask: &mut impl Ask, person: PersonId) -> Result<Vec<Role>, Fault> {
    let sql = Sql::new(ROLE).add(" join mandate m on m.id = r.mandate where m.person = {}").bind(person);
    ask.all::<RoleRow>(sql.add(" order by r.began desc, r.id")).await?.into_iter().map(role).collect()
}

/// One role.
///
/// # Errors
/// As [`load`].
pub async fn load_role(ask: &mut impl Ask, id: RoleId) -> Result<Option<Role>, Fault> {
    ask.one::<RoleRow>(Sql::new(ROLE).add(" where r.id = {}").bind(id)).await?.map(role).transpose()
}

/// Enters a role; says whether it was new (a role begins once a day).
pub async fn insert_role(tx: &mut Tx, role: &Role) -> Result<bool, Fault> {
    let values: [Val; 6] = [
        role.id.into(),
        role.mandate.into(),
        role.span.role.as_str().into(),
        role.span.began.into(),
        role.span.ended.into(),
        role.basis.clone().into(),
    ];
    let sql = Sql::new("insert into mandate_role (id, mandate, role, began, ended, basis) values ").list(values);
    Ok(tx.run(sql.add(" on conflict (mandate, role, began) do nothing")).await? == 1)
}

/// Ends every open role of a mandate on a day.
pub async fn end_roles(tx: &mut Tx, mandate: MandateId, on: Day) -> Result<u64, Fault> {
    let sql = Sql::new("update mandate_role set ended = {}").bind(on);
    tx.run(sql.add(" where mandate = {} and ended is null").bind(mandate)).await
}

/// Roles that ended with the mandate on a day end on another, or are held again where it did not end.
pub async fn move_ends(tx: &mut Tx, mandate: MandateId, was: Day, now: Option<Day>) -> Result<u64, Fault> {
    let sql = Sql::new("update mandate_role set ended = {}").bind(now).add(" where mandate = {}").bind(mandate);
    tx.run(sql.add(" and ended = {}").bind(was)).await
}

/// Whether a role held with the mandate began after a day.
pub async fn role_after(ask: &mut impl Ask, mandate: MandateId, day: Day) -> Result<bool, Fault> {
    let sql = Sql::new("select 1 from mandate_role where mandate = {}").bind(mandate).add(" and began > {} limit 1");
    Ok(ask.one::<(i64,)>(sql.bind(day)).await?.is_some())
}

/// Ends one open role on a day; says whether it was open.
pub async fn end_role(tx: &mut Tx, id: RoleId, on: Day) -> Result<bool, Fault> {
    let sql = Sql::new("update mandate_role set ended = {}").bind(on).add(" where id = {} and ended is null").bind(id);
    Ok(tx.run(sql).await? == 1)
}

/// Strikes out one role.
pub async fn strike_role(tx: &mut Tx, id: RoleId) -> Result<(), Fault> {
    tx.run(Sql::new("delete from mandate_role where id = {}").bind(id)).await.map(drop)
}
