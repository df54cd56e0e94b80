//! The terms of a congress, and for which of them an entry of the rule book was laid.

use std::collections::BTreeMap;

use kernel::{BodyId, Day};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql},
    row,
    web::chosen,
};
use roster_rules::TermId;

row!(
    /// A term of a congress (届).
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Term {
        /// The term.
        pub id: TermId,
        /// 第十八届: 18.
        pub ordinal: i64,
    }
);

/// For which term the rules are asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Holding {
    /// The present one: what holds today.
    #[default]
    Now,
    /// None: what holds wherever nothing else was laid for a term.
    EveryTerm,
    /// That one.
    Term(TermId),
}

impl Holding {
    /// The word for every term, in addresses and forms.
    pub const EVERY: &str = "every";

    /// Reads an address or a field: nothing for the present term, `every`, or a term's identity.
    ///
    /// # Errors
    /// Names the filter when it is none of them.
    pub fn read(text: &str) -> Result<Self, Problem> {
        let read = |word: &str| match word {
            Self::EVERY => Some(Self::EveryTerm),
            id => id.parse().ok().map(Self::Term),
        };
        Ok(chosen("term", text, read)?.unwrap_or_default())
    }

    /// The term whose entries are laid last; none where only those for every term are.
    ///
    /// # Errors
    /// As if there were nothing, when the congress has no such term.
    pub async fn term(self, site: &Site, congress: BodyId) -> Result<Option<TermId>, Problem> {
        match self {
            Self::Now => Ok(present_term(&mut site.db(), congress, site.today()).await?),
            Self::EveryTerm => Ok(None),
            Self::Term(term) => {
                let known = terms(&mut site.db(), congress).await?.iter().any(|one| one.id == term);
                if known { Ok(Some(term)) } else { Err(Problem::missing()) }
            }
        }
    }
}

/// The terms of a congress, the latest first.
pub async fn terms(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<Term>, Fault> {
    ask.all(Sql::new("select id, ordinal from v_term where congress = {} order by ordinal desc").bind(congress)).await
}

/// The term to which papers of a day belong; nothing where the congress has held no session yet.
pub async fn present_term(ask: &mut impl Ask, congress: BodyId, day: Day) -> Result<Option<TermId>, Fault> {
    let sql = Sql::new("select term from v_session where congress = {}").bind(congress);
    let sql = sql.add(" and opened <= {} order by opened desc, id desc limit 1").bind(day);
    Ok(ask.one::<(TermId,)>(sql).await?.map(|(term,)| term))
}

/// The keys of a congress's own entries that hold in a term, each with the term it was laid for; nothing where that is every term.
pub async fn own_entries(
    ask: &mut impl Ask,
    congress: BodyId,
    term: Option<TermId>,
) -> Result<BTreeMap<String, Option<TermId>>, Fault> {
    let every = TermId::from_uuid(uuid::Uuid::nil());
    let sql = Sql::new("select key, term from suggestion_rules where congress = {}").bind(congress);
    let sql = sql.add(" and term in ").list([every, term.unwrap_or(every)]).add(" order by term, key");
    let rows: Vec<(String, TermId)> = ask.all(sql).await?;
    // One of the term comes after one for every term, and takes its place.
    Ok(rows.into_iter().map(|(key, of)| (key, Some(of).filter(|of| *of != every))).collect())
}

/// The terms for which a congress has entries of their own.
pub(crate) async fn ruled_terms(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<TermId>, Fault> {
    let sql = Sql::new("select distinct term from suggestion_rules where congress = {} and term <> {} order by term");
    let rows: Vec<(TermId,)> = ask.all(sql.bind(congress).bind(uuid::Uuid::nil())).await?;
    Ok(rows.into_iter().map(|(term,)| term).collect())
}
