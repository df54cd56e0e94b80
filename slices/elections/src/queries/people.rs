//! People, bodies, terms and ballots, from the views of their nouns.

use ballots_rules::paper::BallotId;
use kernel::{AreaCode, BodyId, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use roster_rules::{ConstituencyId, MandateId, TermId};

use super::electors::electors;

row! {
    /// A term that runs or is to come.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct TermLine {
        /// The term.
        pub id: TermId,
        /// Which: 18.
        pub ordinal: i64,
        /// The name of the congress.
        pub congress: String,
    }
}

row! {
    /// A seat that somebody of a name holds or held.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Namesake {
        /// Who.
        pub person: PersonId,
        /// The congress.
        pub seated: String,
        /// Its area.
        pub area: AreaCode,
        /// The district or electing unit.
        pub district: Option<String>,
    }
}

row! {
    /// A mandate that may end, under a name, and what tells it from others of that name.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Leaver {
        /// The mandate.
        pub mandate: MandateId,
        /// The congress of the seat.
        pub congress: BodyId,
        /// Its name.
        pub seated: String,
        /// The district or electing unit.
        pub district: Option<String>,
        /// The delegation.
        pub delegation: Option<String>,
    }
}

/// The word of a body's level.
pub async fn body_level(ask: &mut impl Ask, id: BodyId) -> Result<String, Fault> {
    let found: Option<(String,)> = ask.one(Sql::new("select level from v_body where id = {}").bind(id)).await?;
    Ok(found.map(|(level,)| level).unwrap_or_default())
}

/// The terms for which a congress may elect: its own, and that of the congress above; above the province that is the national one.
pub async fn terms(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<TermLine>, Fault> {
    let sql = Sql::new("select t.id, t.ordinal, b.name from v_term t join v_body b on b.id = t.congress ")
        .add("where t.ended is null and (t.congress = {} or (b.kind = 'congress' and b.level <> 'nation' and b.area = ")
        .bind(congress)
        .add("(select a.parent from v_area a join v_body o on o.area = a.code where o.id = {})) ")
        .bind(congress)
        .add("or (b.level = 'nation' and b.area = (select o.area from v_body o where o.level = 'province' and o.id = {}))) ")
        .bind(congress)
        .add("order by t.congress, t.ordinal desc");
    ask.all(sql).await
}

/// Elections the congress votes on, the latest first: the matter and what it is called.
pub async fn ballots(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<(BallotId, String)>, Fault> {
    let sql = Sql::new("select id, title from v_ballot where kind = 'election' and congress = {}").bind(congress);
    ask.all(sql.add(" order by day desc, id limit 50")).await
}

/// The districts the roster knows of a term.
pub async fn constituencies(ask: &mut impl Ask, term: TermId) -> Result<Vec<(ConstituencyId, String)>, Fault> {
    let sql = Sql::new("select id, name from v_constituency where kind = 'district' and term = {}").bind(term);
    ask.all(sql.add(" order by name limit 1000")).await
}

/// Deputies of the roster under a name, now or once, on one chain of areas with the congress (选举法 48).
pub async fn namesakes(ask: &mut impl Ask, congress: BodyId, name: &str) -> Result<Vec<Namesake>, Fault> {
    let place = Sql::new("select area from v_body where id = {}").bind(congress);
    let Some((area,)) = ask.one::<(AreaCode,)>(place).await? else { return Ok(Vec::new()) };
    let sql = Sql::new("select p.id, b.name, b.area, c.name from v_person p join v_mandate m on m.person = p.id ")
        .add("join v_body b on b.id = m.congress left join v_constituency c on c.id = m.constituency ")
        .add("where p.merged_into is null and p.name = {} order by p.id, b.area, m.id limit 200");
    let mut all: Vec<Namesake> = ask.all(sql.bind(name)).await?;
    all.retain(|one| one.area.on_one_chain(&area));
    Ok(all)
}

/// Mandates that are not over, under a name: of the congress itself, and of those it elected into the congress above.
pub async fn leavers(ask: &mut impl Ask, congress: BodyId, name: &str) -> Result<Vec<Leaver>, Fault> {
    let sql = Sql::new("select m.id, b.id, b.name, c.name, d.name from v_mandate m join v_person p on p.id = m.person ")
        .add("join v_body b on b.id = m.congress left join v_constituency c on c.id = m.constituency ")
        .add("left join v_delegation d on d.id = m.delegation where m.state <> 'ended' and p.merged_into is null and p.name = {} ")
        .bind(name)
        .add("and (m.congress = {} or m.congress in (select u.id from v_body u join v_body o on o.id = {} where ")
        .bind(congress)
        .bind(congress)
        .add("u.kind = 'congress' and ((u.level in ('prefecture', 'province') and o.level <> 'township' and u.area = ")
        .add("(select a.parent from v_area a where a.code = o.area)) or (u.level = 'nation' and o.level = 'province' ")
        .add("and u.area = o.area)))) order by m.id limit 50");
    let mut all: Vec<Leaver> = ask.all(sql).await?;
    let mut theirs = Vec::new();
    for one in all.iter().filter(|one| one.congress != congress) {
        if !electors(ask, one.mandate).await?.iter().any(|by| by.id == congress) {
            theirs.push(one.mandate);
        }
    }
    all.retain(|one| !theirs.contains(&one.mandate));
    Ok(all)
}
