//! The deputies of one congress, or of all inside an area.

use kernel::{AreaCode, BodyId, Day, PersonId};
use kit::{
    Fault, Problem,
    db::{Ask, Db, Sql},
    list::{self, Key, Kind, List, Order, Page},
    row,
};
use roster_rules::{DelegationId, MandateId, StandingName, TermId};

use super::{COUNTED, people};

/// Which deputies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Of which congress.
    pub congress: BodyId,
    /// In which term; the running one when nothing.
    pub term: Option<TermId>,
    /// In which standing; all when nothing.
    pub standing: Option<StandingName>,
    /// In which delegation; all when nothing.
    pub delegation: Option<DelegationId>,
}

row! {
    /// A deputy as lists and tables show them.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Deputy {
        /// The mandate.
        pub mandate: MandateId,
        /// Whose.
        pub person: PersonId,
        /// The name.
        pub name: String,
        /// How it sounds; the order of the list.
        pub pinyin: String,
        /// `female` or `male`.
        pub gender: Option<String>,
        /// 民族.
        pub ethnicity: Option<String>,
        /// 党派.
        pub party: Option<String>,
        /// 学历.
        pub education: Option<String>,
        /// 工作单位及职务.
        pub occupation: Option<String>,
        /// By whom elected.
        pub constituency: Option<String>,
        /// In which delegation.
        pub delegation: Option<String>,
        /// The word for the standing.
        pub state: String,
        /// The day of the election.
        pub elected: Day,
        /// The day of the announcement.
        pub confirmed: Option<Day>,
        /// The first day in office.
        pub began: Option<Day>,
        /// The word of the level of the congress.
        pub level: String,
        /// The area of the congress.
        pub area: AreaCode,
        /// 第十四届: 14.
        pub ordinal: i64,
    }
}

const SELECT: &str = "select m.id, m.person, p.name, p.pinyin, p.gender, p.ethnicity, p.party, p.education, \
                      p.occupation, c.name, d.name, m.state, m.elected, m.confirmed, m.began, b.level, m.area, t.ordinal \
                      from mandate m join person p on p.id = m.person join term t on t.id = m.term \
                      join body b on b.id = m.congress left join constituency c on c.id = m.constituency \
                      left join delegation d on d.id = m.delegation";

/// By sound. Joined with nothing, so that no engine walks all people of the country in this order to find those of one congress.
const BY_SOUND: Order =
    Order { name: "sound", keys: &[Key::up("p.pinyin || ''", Kind::Text), Key::up("m.id", Kind::Id)] };

/// Deputies of a congress by sound, `size` from `after` on.
///
/// # Errors
/// Beside `after`, when it is no place in this list; when the database refuses.
pub async fn list(
    ask: &mut impl Ask,
    filter: &Filter,
    after: Option<&str>,
    size: u16,
) -> Result<Page<Deputy>, Problem> {
    let after = list::position(after.unwrap_or_default(), &BY_SOUND)?;
    let count = Sql::new("select count(*) from (select 1 from mandate m join person p on p.id = m.person");
    let count = filter.narrow(count).add(" limit {}) found").bind(COUNTED + 1);
    let list = List { select: filter.narrow(Sql::new(SELECT)), count, order: &BY_SOUND, after, size };
    Ok(list::page(ask, list, |it: &Deputy| vec![it.pinyin.as_str().into(), it.mandate.into()]).await?)
}

/// Every deputy of a congress, one after another, for a table that goes out whole.
///
/// # Errors
/// When the database refuses or `take` fails.
pub async fn each(db: &Db, filter: &Filter, take: impl FnMut(Deputy) -> Result<(), Fault>) -> Result<(), Fault> {
    db.each(filter.narrow(Sql::new(SELECT)).add(" order by p.pinyin || '', m.id"), take).await
}

/// Every deputy in office in an area and inside it, one after another.
///
/// # Errors
/// When the database refuses or `take` fails.
pub async fn each_inside(db: &Db, area: &AreaCode, take: impl FnMut(Deputy) -> Result<(), Fault>) -> Result<(), Fault> {
    let sql = Sql::new(SELECT).add(" where m.area >= {} and m.area < {}").bind(area).bind(area.past());
    db.each(sql.add(" and m.state = 'in_office' order by m.area, m.state, m.person"), take).await
}

/// Every seat that a search for people finds, by congress and sound.
///
/// # Errors
/// When the database refuses or `take` fails.
pub async fn each_found(
    db: &Db,
    filter: &people::Filter,
    take: impl FnMut(Deputy) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let sql = filter.narrow(Sql::new(SELECT).add(" where p.merged_into is null"));
    db.each(sql.add(" order by m.area, p.pinyin || '', m.id"), take).await
}

impl Filter {
    fn narrow(&self, sql: Sql) -> Sql {
        let mut sql = sql.add(" where m.congress = {}").bind(self.congress);
        sql = match self.term {
            Some(term) => sql.add(" and m.term = {}").bind(term),
            None => sql
                .add(" and m.term in (select id from term where congress = {} and ended is null)")
                .bind(self.congress),
        };
        if let Some(standing) = self.standing {
            sql = sql.add(" and m.state = {}").bind(standing.as_str());
        }
        if let Some(delegation) = self.delegation {
            sql = sql.add(" and m.delegation = {}").bind(delegation);
        }
        sql
    }
}
