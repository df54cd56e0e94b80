//! Places, and the congresses that have them in them. A street, a park, a farm has no congress of its own: its people are represented in
//! those above, and where a work committee stands there in the congress that committee serves (law.md §7, F33).

use accounts_rules::Right;
use kernel::{AreaCode, BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql},
    list, row,
};
use opinions_rules::{OpinionId, chain};

row! {
    /// A place as it is chosen.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PlaceLine {
        /// Its code.
        pub code: AreaCode,
        /// Its name.
        pub name: String,
        /// The word of what it is in law; `village` on the lowest rung.
        pub kind: String,
    }
}

row! {
    /// A congress that has a place in it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Serving {
        /// The congress.
        pub id: BodyId,
        /// Its area.
        pub area: AreaCode,
        /// Its name.
        pub name: String,
        /// The word of its level.
        pub level: String,
    }
}

row! {
    /// A body to which something can be given.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct UnitLine {
        /// The body.
        pub id: BodyId,
        /// Its name.
        pub name: String,
        /// The word of what it is.
        pub kind: String,
    }
}

/// The place and those above it, the highest first; empty where there is no such place.
pub async fn way(ask: &mut impl Ask, place: &AreaCode) -> Result<Vec<PlaceLine>, Fault> {
    let sql = Sql::new("select code, name, kind from v_area where code in ").list(chain(place));
    let sql = sql.add(" union all select code, name, 'village' from v_village where code = {} order by 1").bind(place);
    let found: Vec<PlaceLine> = ask.all(sql).await?;
    let known = found.last().is_some_and(|last| last.code == *place);
    Ok(if known { found } else { Vec::new() })
}

/// Places that are called so, by a part of their names, with the place they lie in: the higher first, so many as a page holds.
pub async fn named(
    ask: &mut impl Ask,
    asked: &str,
    within: Option<&AreaCode>,
) -> Result<Vec<(AreaCode, String, Option<String>)>, Fault> {
    let name: String = asked.trim().chars().take(40).collect();
    if name.chars().count() < 2 || name.is_ascii() || name.contains(char::is_control) {
        return Ok(Vec::new());
    }
    let pattern = list::containing(&name);
    // Every code lies in the first of these, where no place is given.
    let (from, to) = within.map_or(("0".to_owned(), "a".to_owned()), |area| (area.as_str().to_owned(), area.past()));
    let sql = Sql::new("select a.code, a.name, (select u.name from v_area u where u.code = a.parent) from v_area a");
    let sql = sql.add(" where a.name like {} escape '!' and a.code >= {} and a.code < {}");
    let sql = sql.bind(&pattern).bind(&from).bind(&to);
    let sql = sql.add(
        " union all select v.code, v.name, (select u.name from v_area u where u.code = v.parent) from v_village v",
    );
    let sql = sql.add(" where v.name like {} escape '!' and v.code >= {} and v.code < {} order by 1 limit 40");
    ask.all(sql.bind(&pattern).bind(&from).bind(&to)).await
}

/// Whether there is such a place.
pub async fn known(ask: &mut impl Ask, place: &AreaCode) -> Result<bool, Fault> {
    Ok(!way(ask, place).await?.is_empty())
}

/// What lies in a place, one rung down, villages and communities last; the top where nothing is given.
pub async fn inside(ask: &mut impl Ask, place: Option<&AreaCode>) -> Result<Vec<PlaceLine>, Fault> {
    let sql = Sql::new("select code, name, kind from v_area where parent ");
    let sql = match place {
        Some(place) => {
            let villages = " union all select code, name, 'village' from v_village where parent = {} order by 1";
            sql.add("= {}").bind(place).add(villages).bind(place)
        }
        None => sql.add("is null order by code"),
    };
    ask.all(sql).await
}

/// The area of a congress.
pub async fn area_of(ask: &mut impl Ask, congress: BodyId) -> Result<Option<AreaCode>, Fault> {
    let found: Option<(AreaCode,)> = ask.one(Sql::new("select area from v_body where id = {}").bind(congress)).await?;
    Ok(found.map(|(area,)| area))
}

/// What a body is called.
pub async fn named_body(ask: &mut impl Ask, body: BodyId) -> Result<Option<String>, Fault> {
    let found: Option<(String,)> = ask.one(Sql::new("select name from v_body where id = {}").bind(body)).await?;
    Ok(found.map(|(name,)| name))
}

/// The congresses that have the place in them, the highest first.
pub async fn congresses(ask: &mut impl Ask, place: &AreaCode) -> Result<Vec<Serving>, Fault> {
    let sql = Sql::new(
        "select b.id, b.area, b.name, b.level from v_body b where b.kind = 'congress' and b.closed is null and (b.area in ",
    );
    let sql =
        sql.list(chain(place)).add(" or b.id in (select w.congress from v_body w where w.kind = 'work_committee'");
    let sql = sql.add(" and w.closed is null and w.area in ").list(chain(place));
    ask.all(sql.add(")) order by b.area, case b.level when 'nation' then 0 else 1 end, b.id")).await
}

/// Those of some congresses in whose offices somebody takes up opinions on a day: a live post that carries 办理群众意见.
pub async fn staffed(ask: &mut impl Ask, congresses: &[BodyId], today: Day) -> Result<Vec<BodyId>, Fault> {
    if congresses.is_empty() {
        return Ok(Vec::new());
    }
    let sql =
        Sql::new("select distinct p.congress from v_post p join v_account a on a.id = p.account and a.closed is null");
    let sql = sql.add(" where p.since <= {} and (p.until is null or p.until >= {}) and p.duty in ");
    let sql = sql.bind(today).bind(today).list(Right::OpinionKeep.duties().iter().map(|duty| duty.as_str()));
    let found: Vec<(BodyId,)> = ask.all(sql.add(" and p.congress in ").list(congresses.to_vec())).await?;
    Ok(found.into_iter().map(|(congress,)| congress).collect())
}

/// The congresses that have the place of an opinion in them and to which it can be handed: not the national one, which takes nothing in here.
pub async fn congresses_of(ask: &mut impl Ask, opinion: OpinionId) -> Result<Vec<Serving>, Fault> {
    let sql = Sql::new("select area from opinion where id = {}").bind(opinion);
    match ask.one::<(AreaCode,)>(sql).await? {
        Some((area,)) => {
            let all = congresses(ask, &area).await?;
            Ok(all.into_iter().filter(|congress| congress.level != "nation").collect())
        }
        None => Ok(Vec::new()),
    }
}

/// The same, without those where nobody would take it up; all of them where nobody does anywhere.
pub async fn takers(ask: &mut impl Ask, opinion: OpinionId, today: Day) -> Result<Vec<Serving>, Fault> {
    let mut all = congresses_of(ask, opinion).await?;
    let ids: Vec<BodyId> = all.iter().map(|congress| congress.id).collect();
    let staffed = staffed(ask, &ids, today).await?;
    all.retain(|congress| staffed.is_empty() || staffed.contains(&congress.id));
    Ok(all)
}

/// The bodies of a congress to which an opinion can be given: streets and zones first, then its units, then its own offices.
pub async fn units(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<UnitLine>, Fault> {
    let sql = Sql::new("select id, name, kind from v_body where congress = {}").bind(congress);
    ask.all(
        sql.add(" and kind in ('work_committee', 'unit', 'office') and closed is null order by kind desc, name, id"),
    )
    .await
}
