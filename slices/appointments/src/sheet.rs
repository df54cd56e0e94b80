//! 现任人员表: the present holders of the offices of a congress, as a spreadsheet comes in.

use std::collections::{BTreeMap, BTreeSet};

use appointments_rules::{AppointeeId, Fact, How, SeatId};
use kernel::{BodyId, Day, Recorded, Text};
use kit::{
    Fault, Site,
    db::{Ask, Tx},
    journal,
    sheets::{CellError, Cells, Column, Said, SheetSpec, Taking, day},
};
use law_rules::Word as _;

use crate::{
    queries,
    store::{self, Holding, Person, Seat},
};

/// The columns, in the order of the template.
const COLUMNS: &[Column] = &[
    Column::new("office", "职务", "Office").required().also(&["现任职务名称", "任职职务"]).example("县教育局局长"),
    Column::new("name", "姓名", "Name").required().example("张三"),
    Column::new("since", "任职日期", "Since").required().also(&["任职时间"]).example("2022-03-01"),
    Column::new("how", "任职方式", "How").example("任命").hint("appointments-sheet-hint-how"),
    Column::new("born", "出生日期", "Born").also(&["出生年月日"]).example("1975-06-01"),
    Column::new("note", "任职依据", "Basis").also(&["备注"]),
];

/// The present holders of one congress.
#[derive(Clone)]
pub struct HoldersSheet {
    site: Site,
}

/// What is known while rows are checked.
pub struct Known {
    congress: Option<BodyId>,
    seats: BTreeMap<String, SeatId>,
    people: BTreeMap<String, AppointeeId>,
    held: BTreeSet<(SeatId, String)>,
}

/// One good row.
pub struct Row {
    holding: Holding,
    new: Option<Person>,
}

impl HoldersSheet {
    /// A sheet that gives new people their identities from this site.
    #[must_use]
    pub fn new(site: &Site) -> Self {
        Self { site: site.clone() }
    }
}

impl SheetSpec for HoldersSheet {
    type Row = Row;
    type Known = Known;

    fn kind(&self) -> &'static str {
        "holders"
    }

    fn columns(&self) -> &'static [Column] {
        COLUMNS
    }

    async fn known<A: Ask>(&self, ask: &mut A, body: Option<BodyId>) -> Result<Known, Fault> {
        let mut known =
            Known { congress: body, seats: BTreeMap::new(), people: BTreeMap::new(), held: BTreeSet::new() };
        let Some(congress) = body else { return Ok(known) };
        let lines = queries::overview(ask, congress, self.site.today()).await?;
        for line in lines {
            let Seat { id, name, .. } = line.seat;
            known.held.extend(line.holders.into_iter().map(|holder| (id, holder.name)));
            known.seats.insert(name.into(), id);
        }
        known.people = queries::known(ask, congress).await?.into_iter().map(|(id, name, _)| (name, id)).collect();
        Ok(known)
    }

    fn check(&self, known: &mut Known, cells: &Cells<'_>, said: &mut Said) -> Option<Row> {
        let seat = known.seats.get(cells.get("office")).copied();
        if seat.is_none() {
            said.error("office", "appointments-sheet-office");
        }
        let name = name(cells, said);
        let since = the_day(cells, "since", said);
        let born = if cells.get("born").is_empty() { None } else { the_day(cells, "born", said) };
        let how = how(cells, said);
        if since.is_some_and(|since| since > self.site.today()) {
            said.error("since", "appointments-wrong-later");
        }
        let note = cells.get("note").to_owned();
        if note.chars().count() > 120 {
            said.add(CellError::new("note", "appointments-sheet-long").with("most", 120));
        }
        if said.spoilt() {
            return None;
        }
        let (seat, name, since, how, congress) = (seat?, name?, since?, how?, known.congress?);
        if !known.held.insert((seat, name.clone())) {
            said.error("name", "appointments-sheet-twice");
            return None;
        }
        let (person, new) = self.person(known, congress, name, born);
        let id = self.site.new_id();
        let (entered, certificate) = (None, None);
        let holding = Holding { id, seat, person, since, until: None, how, entered, note, certificate };
        Some(Row { holding, new })
    }

    async fn keep(&self, tx: &mut Tx, _: &mut Known, rows: Vec<Row>, _: &Taking) -> Result<(), Fault> {
        for Row { holding, new } in rows {
            if let Some(person) = new {
                store::begin_person(tx, &person).await?;
            }
            store::begin_holding(tx, &holding).await?;
        }
        Ok(())
    }

    async fn finish(&self, tx: &mut Tx, _: Known, taking: &Taking) -> Result<(), Fault> {
        let fact = Fact::HoldersImported { rows: taking.rows };
        let (subject, body) = (taking.import.uuid(), taking.body);
        let recorded = Recorded { at: taking.at, by: taking.by, acting_for: None, body, subject, fact };
        journal::append(tx, recorded).await?;
        self.site.wrote();
        Ok(())
    }
}

impl HoldersSheet {
    /// Somebody known by that name, or somebody new; known from the next row on.
    fn person(
        &self,
        known: &mut Known,
        congress: BodyId,
        name: String,
        born: Option<Day>,
    ) -> (AppointeeId, Option<Person>) {
        if let Some(id) = known.people.get(&name) {
            return (*id, None);
        }
        let id = self.site.new_id();
        known.people.insert(name.clone(), id);
        (id, Some(Person { id, congress, name, born, post: String::new(), person: None }))
    }
}

fn name(cells: &Cells<'_>, said: &mut Said) -> Option<String> {
    let name = Text::<40>::parse(cells.get("name")).ok();
    if name.is_none() {
        said.add(CellError::new("name", "appointments-sheet-long").with("most", 40));
    }
    name.map(String::from)
}

fn the_day(cells: &Cells<'_>, key: &str, said: &mut Said) -> Option<Day> {
    let read = day(cells.get(key)).filter(|day| (1900..=2100).contains(&day.parts().0));
    if read.is_none() {
        said.error(key, "appointments-sheet-day");
    }
    read
}

fn how(cells: &Cells<'_>, said: &mut Said) -> Option<How> {
    let raw = cells.get("how");
    let read = if raw.is_empty() { Some(How::Registered) } else { How::read(raw) };
    if read.is_none() {
        said.error("how", "appointments-sheet-how");
    }
    read
}
