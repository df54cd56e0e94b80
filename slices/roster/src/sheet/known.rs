//! What must be known to check a roster: congresses, terms, places, and who is there already.

use std::collections::{HashMap, HashSet};

use kernel::{AreaCode, BodyId, Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
};
use roster_rules::{CongressLevel, ConstituencyId, ConstituencyKind, DelegationId, Term, TermId};

/// What is in the roster, and what earlier rows of the file have added.
pub struct Known {
    /// The one congress whose roster it is; all of them when nothing.
    pub(super) only: Option<(AreaCode, BodyId)>,
    pub(super) congresses: HashMap<AreaCode, BodyId>,
    pub(super) names: HashMap<String, (AreaCode, BodyId)>,
    pub(super) terms: HashMap<BodyId, Vec<Term>>,
    pub(super) delegations: HashMap<(TermId, String), DelegationId>,
    pub(super) constituencies: HashMap<(TermId, String), ConstituencyId>,
    pub(super) by_number: HashMap<String, (PersonId, String)>,
    pub(super) by_phone: HashMap<(String, String), PersonId>,
    pub(super) by_seat: HashMap<(BodyId, String), Vec<PersonId>>,
    pub(super) numbered: HashSet<PersonId>,
    pub(super) seats: HashMap<PersonId, Vec<(AreaCode, TermId)>>,
    pub(super) zones: Vec<AreaCode>,
    pub(super) rows: HashMap<(PersonId, TermId), u64>,
    pub(super) new: New,
    pub(super) counts: Counts,
}

/// What rows of the file ask for and is not there yet.
#[derive(Default)]
pub(super) struct New {
    pub(super) terms: Vec<Term>,
    pub(super) delegations: Vec<(DelegationId, TermId, BodyId, String)>,
    pub(super) constituencies: Vec<(ConstituencyId, TermId, BodyId, ConstituencyKind, String)>,
}

/// What has been kept so far.
#[derive(Clone, Copy, Default)]
pub(super) struct Counts {
    pub(super) people: u64,
    pub(super) mandates: u64,
    pub(super) amended: u64,
}

impl Known {
    /// Reads what is in the roster. People are known by identity number, by name and telephone, and by name within a congress.
    pub async fn load<A: Ask>(ask: &mut A, only: Option<BodyId>) -> Result<Self, Fault> {
        let mut known = Self {
            only: None,
            congresses: HashMap::new(),
            names: HashMap::new(),
            terms: HashMap::new(),
            delegations: HashMap::new(),
            constituencies: HashMap::new(),
            by_number: HashMap::new(),
            by_phone: HashMap::new(),
            by_seat: HashMap::new(),
            numbered: HashSet::new(),
            seats: HashMap::new(),
            zones: Vec::new(),
            rows: HashMap::new(),
            new: New::default(),
            counts: Counts::default(),
        };
        known.load_bodies(ask, only).await?;
        known.load_places(ask, only).await?;
        known.load_people(ask).await?;
        Ok(known)
    }

    async fn load_bodies<A: Ask>(&mut self, ask: &mut A, only: Option<BodyId>) -> Result<(), Fault> {
        let sql = "select id, area, name, level from body where kind = 'congress' and closed is null";
        for (id, area, name, level) in ask.all::<(BodyId, AreaCode, String, String)>(Sql::new(sql)).await? {
            if only == Some(id) {
                self.only = Some((area.clone(), id));
            }
            if let Some(short) = name.strip_suffix("人民代表大会") {
                self.names.insert(format!("{short}人大"), (area.clone(), id));
                self.names.insert(short.to_owned(), (area.clone(), id));
            }
            self.names.insert(name, (area.clone(), id));
            // The code of a province means the province's own congress.
            if level != CongressLevel::Nation.as_str() {
                self.congresses.insert(area, id);
            }
        }
        if only.is_some() && self.only.is_none() {
            return Err(Fault::new("a roster was sent for a body that is no congress"));
        }
        let zones = "select code from area where kind = 'functional' and level = 'county'";
        self.zones = ask.all::<(AreaCode,)>(Sql::new(zones)).await?.into_iter().map(|(code,)| code).collect();
        Ok(())
    }

    async fn load_places<A: Ask>(&mut self, ask: &mut A, only: Option<BodyId>) -> Result<(), Fault> {
        let here = |sql: Sql| match only {
            Some(congress) => sql.add(" and t.congress = {}").bind(congress),
            None => sql,
        };
        let terms =
            here(Sql::new("select t.id, t.congress, t.ordinal, t.began, t.version from term t where t.ended is null"));
        let terms: Vec<(TermId, BodyId, i64, Day, i64)> = ask.all(terms.add(" order by t.ordinal")).await?;
        for (id, congress, ordinal, began, version) in terms {
            self.terms.entry(congress).or_default().push(Term { id, congress, ordinal, began, ended: None, version });
        }
        let places = "select p.id, p.term, p.name from delegation p join term t on t.id = p.term where t.ended is null";
        for (id, term, name) in ask.all::<(DelegationId, TermId, String)>(here(Sql::new(places))).await? {
            self.delegations.insert((term, name), id);
        }
        let places =
            "select p.id, p.term, p.name from constituency p join term t on t.id = p.term where t.ended is null";
        for (id, term, name) in ask.all::<(ConstituencyId, TermId, String)>(here(Sql::new(places))).await? {
            self.constituencies.insert((term, name), id);
        }
        Ok(())
    }

    async fn load_people<A: Ask>(&mut self, ask: &mut A) -> Result<(), Fault> {
        let sql = "select p.id, p.name, c.phone, c.id_number from contact c join person p on p.id = c.person
                   where p.merged_into is null";
        type Reached = (PersonId, String, Option<String>, Option<String>);
        for (id, name, phone, number) in ask.all::<Reached>(Sql::new(sql)).await? {
            if let Some(phone) = phone {
                self.by_phone.insert((name.clone(), phone), id);
            }
            if let Some(number) = number {
                self.numbered.insert(id);
                self.by_number.insert(number, (id, name));
            }
        }
        let sql = "select m.person, p.name, m.congress, m.area, m.term from mandate m join person p on p.id = m.person
                   where m.state <> 'ended'";
        type Seated = (PersonId, String, BodyId, AreaCode, TermId);
        for (id, name, congress, area, term) in ask.all::<Seated>(Sql::new(sql)).await? {
            let seats = self.seats.entry(id).or_default();
            seats.push((area, term));
            let here = self.by_seat.entry((congress, name)).or_default();
            if !here.contains(&id) {
                here.push(id);
            }
        }
        Ok(())
    }
}
