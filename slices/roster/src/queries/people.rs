//! Finding people by name, sound, initials, area, congress, role and standing.

use kernel::{AreaCode, BodyId, Level, PersonId};
use kit::{
    Fault, Problem,
    db::{Ask, Sql},
    list::{self, Key, Kind, Order, Page, Position},
    row,
    web::{Errors, Wrong},
};
use roster_rules::{CongressLevel, RoleName, StandingName, Typed, seated};

use super::COUNTED;
use crate::store::body;

/// What is looked for. Blank fields do not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// What was typed.
    pub typed: Option<Typed>,
    /// With a seat in this area or inside it.
    pub area: Option<AreaCode>,
    /// With a seat in a congress of this level.
    pub level: Option<CongressLevel>,
    /// With a seat in this congress.
    pub congress: Option<BodyId>,
    /// Holding one of these roles now: they make the holder one of a body.
    pub seated: &'static [RoleName],
    /// Holding this role now.
    pub role: Option<RoleName>,
    /// With a seat in this standing.
    pub standing: Option<StandingName>,
}

row! {
    /// A person as lists show them: public facts only.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Line {
        /// Its identity.
        pub id: PersonId,
        /// The name.
        pub name: String,
        /// How it sounds; the order of the list.
        pub pinyin: String,
        /// `female` or `male`.
        pub gender: Option<String>,
        /// 民族.
        pub ethnicity: Option<String>,
        /// 工作单位及职务.
        pub occupation: Option<String>,
    }
}

/// By sound, walked along until a page is full.
const BY_SOUND: Order = Order { name: "sound", keys: &[Key::up("p.pinyin", Kind::Text), Key::up("p.id", Kind::Id)] };
/// The same, of few seats that are found first and sorted.
const FEW_BY_SOUND: Order =
    Order { name: "sound", keys: &[Key::up("p.pinyin || ''", Kind::Text), Key::up("p.id", Kind::Id)] };

/// People by sound, `size` from `after` on.
///
/// # Errors
/// Beside `after`, when it is no place in this list; when the database refuses.
pub async fn search(
    ask: &mut impl Ask,
    filter: &Filter,
    after: Option<&str>,
    size: u16,
) -> Result<Page<Line>, Problem> {
    let after = list::position(after.unwrap_or_default(), &BY_SOUND)?;
    let limit = i64::from(size) + 1;
    let items = match &filter.typed {
        // Two ranges, each in its own order; each gives at most a page, and the two are one list.
        Some(Typed::Letters(letters)) => {
            let sound = lines(filter, Some(&Typed::Sound(letters.clone())), after.as_ref(), limit);
            let initials = lines(filter, Some(&Typed::Initials(letters.clone())), after.as_ref(), limit);
            let both = Sql::new("select id, name, pinyin, gender, ethnicity, occupation from (select * from (");
            let both = both.join(sound).add(") a union select * from (").join(initials);
            ask.all::<Line>(both.add(") b) c order by pinyin, id limit {}").bind(limit)).await?
        }
        typed => ask.all::<Line>(lines(filter, typed.as_ref(), after.as_ref(), limit)).await?,
    };
    let total = count(ask, filter).await?;
    Ok(list::cut(items, &BY_SOUND, size, total, |it| vec![it.pinyin.as_str().into(), it.id.into()])?)
}

fn lines(filter: &Filter, typed: Option<&Typed>, after: Option<&Position>, limit: i64) -> Sql {
    let sql = Sql::new("select p.id, p.name, p.pinyin, p.gender, p.ethnicity, p.occupation from person p");
    let sql = filter.seats(typed, filter.few(), sql.add(" where p.merged_into is null"));
    // Few seats are found first and sorted; among many people one walks along the order and stops early.
    let order = if filter.few() { &FEW_BY_SOUND } else { &BY_SOUND };
    order.part(sql, after, limit)
}

async fn count(ask: &mut impl Ask, filter: &Filter) -> Result<i64, Fault> {
    // A count has no order to walk along: seats of an area are gathered, however many they are.
    let gathered = filter.few() || filter.area.is_some() || filter.level.is_some();
    let ids = |typed: Option<&Typed>| {
        filter.seats(typed, gathered, Sql::new("select p.id from person p where p.merged_into is null"))
    };
    let sql = Sql::new("select count(*) from (");
    let sql = match &filter.typed {
        // One condition with `or` would use neither index.
        Some(Typed::Letters(letters)) => {
            let initials = ids(Some(&Typed::Initials(letters.clone())));
            sql.join(ids(Some(&Typed::Sound(letters.clone())))).add(" union ").join(initials)
        }
        typed => sql.join(ids(typed.as_ref())),
    };
    Ok(ask.one::<(i64,)>(sql.add(" limit {}) found").bind(COUNTED + 1)).await?.map_or(0, |(total,)| total))
}

impl Filter {
    /// Narrowed to those who sit in a body: a congress, its standing committee, its presidium.
    ///
    /// # Errors
    /// Beside `body`, when there is none or no deputy sits in it; when the database refuses.
    pub async fn within(self, ask: &mut impl Ask, body: Option<BodyId>) -> Result<Self, Problem> {
        let Some(body) = body else { return Ok(self) };
        let found = body::load(ask, body).await?.and_then(|kept| Some((kept.body.congress, seated(kept.body.kind)?)));
        let (congress, seated) = found.ok_or_else(|| Errors::one("body", Wrong::new("roster-wrong-body")))?;
        Ok(Self { congress: Some(congress), seated, ..self })
    }

    /// Whether the seats asked for are few enough to be gathered and sorted.
    fn few(&self) -> bool {
        let small = |area: &AreaCode| area.level() >= Level::County;
        let top = matches!(self.level, Some(CongressLevel::Nation | CongressLevel::Province));
        top || self.congress.is_some() || self.role.is_some() || self.area.as_ref().is_some_and(small)
    }

    fn seats(&self, typed: Option<&Typed>, gathered: bool, sql: Sql) -> Sql {
        let sql = Self::named(typed, sql);
        if self.area.is_none()
            && self.level.is_none()
            && self.congress.is_none()
            && self.role.is_none()
            && self.standing.is_none()
        {
            return sql;
        }
        if gathered {
            return self.seat(sql.add(" and p.id in (select m.person from mandate m where 1 = 1")).add(")");
        }
        // Not `exists`: SQLite would turn it into a join and walk the mandates instead of the people.
        self.seat(sql.add(" and (select 1 from mandate m where m.person = p.id")).add(" limit 1) = 1")
    }

    /// The seats `m` of people `p` that are looked for, each of them.
    pub(super) fn narrow(&self, sql: Sql) -> Sql {
        self.seat(Self::named(self.typed.as_ref(), sql))
    }

    fn named(typed: Option<&Typed>, sql: Sql) -> Sql {
        match typed {
            None => sql,
            Some(Typed::Name { name, sound }) => {
                let sql = sql.add(" and p.name >= {} and p.name < {}").bind(name).bind(format!("{name}\u{10FFFF}"));
                sound
                    .as_deref()
                    .map_or(sql.clone(), |sound| between(sql, " and p.pinyin >= {} and p.pinyin < {}", sound))
            }
            Some(Typed::Sound(letters)) => between(sql, " and p.pinyin >= {} and p.pinyin < {}", letters),
            Some(Typed::Initials(letters)) => between(sql, " and p.initials >= {} and p.initials < {}", letters),
            Some(Typed::Letters(letters)) => {
                let sql = between(sql, " and (p.pinyin >= {} and p.pinyin < {}", letters);
                between(sql, " or p.initials >= {} and p.initials < {})", letters)
            }
        }
    }

    fn seat(&self, mut sql: Sql) -> Sql {
        if let Some(congress) = self.congress {
            sql = sql.add(" and m.congress = {}").bind(congress);
        }
        if let Some(level) = self.level {
            sql = sql.add(" and m.congress in (select b.id from body b where b.kind = 'congress' and b.level = {})");
            sql = sql.bind(level.as_str());
        }
        if let Some(area) = &self.area {
            sql = sql.add(" and m.area >= {} and m.area < {}").bind(area).bind(area.past());
        }
        if let Some(standing) = self.standing {
            sql = sql.add(" and m.state = {}").bind(standing.as_str());
        }
        if let Some(role) = self.role {
            sql = sql.add(" and m.id in (select r.mandate from mandate_role r where r.ended is null and r.role = {})");
            sql = sql.bind(role.as_str());
        }
        if !self.seated.is_empty() {
            sql = sql.add(" and m.id in (select r.mandate from mandate_role r where r.ended is null and r.role in ");
            sql = sql.list(self.seated.iter().map(|role| role.as_str())).add(")");
        }
        sql
    }
}

/// All texts that begin with these letters: `{` follows `z`.
fn between(sql: Sql, piece: &'static str, letters: &str) -> Sql {
    sql.add(piece).bind(letters).bind(format!("{letters}{{"))
}
