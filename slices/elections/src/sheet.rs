//! 选民名单: the voters of a congress's districts, as a spreadsheet comes in.

use std::collections::{BTreeMap, BTreeSet};

use elections_rules::election::{DistrictId, ElectionId, Fact, MOST_LISTED, of_age};
use kernel::{BodyId, Day, Recorded, Text};
use kit::{
    Fault, Site,
    db::{Ask, Sql, Tx},
    journal, row,
    sheets::{CellError, Cells, Column, Said, SheetSpec, Taking, day},
};

use crate::store::{Voter, begin_voters, count_voters, next_number};

/// The columns, in the order of the template.
const COLUMNS: &[Column] = &[
    Column::new("district", "选区", "District").required().also(&["选区名称"]).example("第一选区"),
    Column::new("name", "姓名", "Name").required().example("张三"),
    Column::new("card", "选民证号", "Voter card").also(&["证号", "选民证编号"]).example("0001"),
    Column::new("born", "出生日期", "Born").also(&["出生年月日"]).example("1975-06-01"),
    Column::new("note", "住址或者单位", "Address").also(&["住址", "单位", "备注"]),
    Column::new("election", "选举", "Election").also(&["选举名称"]).hint("elections-sheet-hint-election"),
];

/// The voters of one congress's districts.
#[derive(Clone)]
pub struct VotersSheet {
    site: Site,
}

row! {
    /// A district whose list can still be kept.
    struct Open {
        district: DistrictId,
        name: String,
        election: ElectionId,
        title: String,
        day: Day,
    }
}

/// What is known while rows are checked.
pub struct Known {
    open: Vec<Open>,
    cards: BTreeSet<(ElectionId, String)>,
    people: BTreeSet<(DistrictId, String, Option<Day>)>,
    next: BTreeMap<DistrictId, u32>,
}

impl VotersSheet {
    /// A sheet that gives voters their identities from this site.
    #[must_use]
    pub fn new(site: &Site) -> Self {
        Self { site: site.clone() }
    }
}

/// Direct elections of the congress whose districts can still be arranged.
const OPEN: &str = "select d.id, d.name, e.id, e.title, e.day from election_district d join election e on e.id = d.election \
     where e.mode = 'direct' and e.stage in ('announced', 'nominating', 'fixed') and e.congress = {}";

const LISTED: &str = "select d.election, d.id, v.name, v.born, v.card from election_voter v \
     join election_district d on d.id = v.district join election e on e.id = d.election \
     where v.struck is null and e.mode = 'direct' and e.stage in ('announced', 'nominating', 'fixed') and e.congress = {}";

/// Election, district, name, birthday, card.
type Listed = (ElectionId, DistrictId, String, Option<Day>, Option<String>);

impl SheetSpec for VotersSheet {
    type Row = Voter;
    type Known = Known;

    fn kind(&self) -> &'static str {
        "voters"
    }

    fn columns(&self) -> &'static [Column] {
        COLUMNS
    }

    async fn known<A: Ask>(&self, ask: &mut A, body: Option<BodyId>) -> Result<Known, Fault> {
        let (mut cards, mut people) = (BTreeSet::new(), BTreeSet::new());
        let Some(congress) = body else { return Ok(Known { open: Vec::new(), cards, people, next: BTreeMap::new() }) };
        let open: Vec<Open> = ask.all(Sql::new(OPEN).bind(congress).add(" order by e.id, d.n")).await?;
        let listed: Vec<Listed> = ask.all(Sql::new(LISTED).bind(congress)).await?;
        for (election, district, name, born, card) in listed {
            cards.extend(card.map(|card| (election, card)));
            people.insert((district, name, born));
        }
        let mut next = BTreeMap::new();
        for one in &open {
            next.insert(one.district, next_number(ask, one.district).await?);
        }
        Ok(Known { open, cards, people, next })
    }

    fn check(&self, known: &mut Known, cells: &Cells<'_>, said: &mut Said) -> Option<Voter> {
        let place = known.place(cells, said);
        let name: Option<Text<40>> = short(cells, "name", said).flatten();
        let card: Option<Option<Text<40>>> = short(cells, "card", said);
        let note: Option<Option<Text<120>>> = short(cells, "note", said);
        let born = born(cells, said);
        let (district, election, on) = place?;
        if born.flatten().is_some_and(|born| !of_age(born, on)) {
            said.error("born", "elections-wrong-under-age");
        }
        let (name, card, note, born) = (name?, card?, note?, born?);
        if let Some(card) = &card
            && !known.cards.insert((election, card.to_string()))
        {
            said.error("card", "elections-wrong-voter-card");
        }
        // Two of one name without birthdays may be two people; with the same birthday they are looked at.
        if !known.people.insert((district, name.to_string(), born)) {
            said.warn("name", "elections-sheet-namesake");
        }
        let n = known.next.get_mut(&district)?;
        if *n > MOST_LISTED {
            said.error("district", "elections-wrong-list-full");
        }
        if said.spoilt() {
            return None;
        }
        let it =
            Voter { id: self.site.new_id(), district, n: *n, name, card, born, note, struck: None, struck_on: None };
        *n += 1;
        Some(it)
    }

    async fn keep(&self, tx: &mut Tx, _: &mut Known, rows: Vec<Voter>, taking: &Taking) -> Result<(), Fault> {
        begin_voters(tx, &rows, taking.at).await
    }

    async fn finish(&self, tx: &mut Tx, known: Known, taking: &Taking) -> Result<(), Fault> {
        for one in &known.open {
            count_voters(tx, one.district).await?;
        }
        let (subject, body) = (taking.import.uuid(), taking.body);
        let fact = Fact::VotersListed { rows: taking.rows };
        journal::append(tx, Recorded { at: taking.at, by: taking.by, acting_for: None, body, subject, fact }).await?;
        self.site.wrote();
        Ok(())
    }
}

impl Known {
    /// The district of a row: of the election it names, or of the one that has a district of that name.
    fn place(&self, cells: &Cells<'_>, said: &mut Said) -> Option<(DistrictId, ElectionId, Day)> {
        let (district, election) = (cells.get("district"), cells.get("election"));
        let fits = |one: &&Open| one.name == district && (election.is_empty() || one.title == election);
        let mut found = self.open.iter().filter(fits);
        match (found.next(), found.next()) {
            (Some(one), None) => Some((one.district, one.election, one.day)),
            (Some(_), Some(_)) => {
                said.error("election", "elections-sheet-which");
                None
            }
            (None, _) => {
                said.error("district", "elections-sheet-district");
                None
            }
        }
    }
}

/// A cell of a few words; nothing in it is none.
fn short<const MAX: usize>(cells: &Cells<'_>, key: &str, said: &mut Said) -> Option<Option<Text<MAX>>> {
    let raw = cells.get(key);
    if raw.is_empty() {
        return Some(None);
    }
    let read = Text::parse(raw).ok();
    if read.is_none() {
        said.add(CellError::new(key, "elections-sheet-long").with("most", MAX));
    }
    read.map(Some)
}

fn born(cells: &Cells<'_>, said: &mut Said) -> Option<Option<Day>> {
    let raw = cells.get("born");
    if raw.is_empty() {
        return Some(None);
    }
    let read = day(raw).filter(|day| (1900..=2100).contains(&day.parts().0));
    if read.is_none() {
        said.error("born", "elections-sheet-day");
    }
    read.map(Some)
}
