//! 交办表: what lies to be assigned as a table to fill in, and the table as it comes back.

use std::collections::{BTreeMap, BTreeSet};

use accounts_rules::Actor;
use kernel::BodyId;
use kit::{
    Fault, Problem, Site,
    db::{Ask, Tx},
    sheets::{CellError, Cells, Column, Said, SheetSpec, Taking},
};
use suggestions_rules::SuggestionId;

use crate::{
    desk::{
        assign::Plan,
        bulk::{HandOver, hand_over},
    },
    pages::{Place, units_of},
    queries,
};

/// Most rows of one table.
pub const MOST: u16 = 5_000;

/// The columns of the table, in its order.
pub const COLUMNS: &[Column] = &[
    Column::new("number", "编号", "Number").required().also(&["建议编号", "案号"]).example("第72号"),
    Column::new("title", "标题", "Title").also(&["建议标题", "案由"]),
    Column::new("lead_deputy", "领衔代表", "Lead deputy"),
    Column::new("category", "类别", "Category"),
    Column::new("lead", "主办单位", "Lead unit").also(&["承办单位", "独办单位"]).hint("suggestions-sheet-hint-lead"),
    Column::new("co", "会办单位", "Co-units").also(&["协办单位"]).hint("suggestions-sheet-hint-many"),
    Column::new("separate", "分办单位", "Separate units").hint("suggestions-sheet-hint-separate"),
    Column::new("readers", "参阅单位", "For reading").hint("suggestions-sheet-hint-many"),
];

/// What lies with one office to be assigned, as a table.
#[derive(Clone)]
pub struct AssigningSheet {
    site: Site,
    actor: Actor,
    place: Place,
}

/// What is known while rows are checked.
pub struct Known {
    waiting: BTreeMap<String, SuggestionId>,
    units: BTreeMap<String, BodyId>,
    seen: BTreeSet<SuggestionId>,
}

/// One good row: to be handed over, or left.
pub struct Row(Option<HandOver>);

impl AssigningSheet {
    /// The table of a place, for who hands over there.
    #[must_use]
    pub fn new(site: &Site, actor: &Actor, place: Place) -> Self {
        Self { site: site.clone(), actor: actor.clone(), place }
    }
}

impl SheetSpec for AssigningSheet {
    type Row = Row;
    type Known = Known;

    fn kind(&self) -> &'static str {
        "assigning"
    }

    fn columns(&self) -> &'static [Column] {
        COLUMNS
    }

    async fn known<A: Ask>(&self, ask: &mut A, _: Option<BodyId>) -> Result<Known, Fault> {
        let lines = queries::to_assign(ask, self.place.congress, self.place.office, MOST).await?;
        let waiting = lines.into_iter().filter_map(|line| Some((line.number?, line.id))).collect();
        let units = units_of(ask, self.place.congress).await?;
        let units = units.into_iter().map(|unit| (unit.name, unit.id)).collect();
        Ok(Known { waiting, units, seen: BTreeSet::new() })
    }

    fn check(&self, known: &mut Known, cells: &Cells<'_>, said: &mut Said) -> Option<Row> {
        let Some(id) = known.waiting.get(cells.get("number")).copied() else {
            said.error("number", "suggestions-sheet-not-waiting");
            return None;
        };
        if !known.seen.insert(id) {
            said.error("number", "suggestions-sheet-twice");
            return None;
        }
        let [lead, co, separate, readers] =
            ["lead", "co", "separate", "readers"].map(|column| units(known, cells, column, said));
        if said.spoilt() {
            return None;
        }
        if [&lead, &co, &separate].iter().all(|units| units.is_empty()) {
            if readers.is_empty() {
                said.warn("lead", "suggestions-sheet-left");
                return Some(Row(None));
            }
            said.error("lead", "suggestions-sheet-readers-alone");
            return None;
        }
        let plan = plan(&lead, co, separate, said)?;
        let mut all = BTreeSet::new();
        if !plan.units().iter().chain(&readers).all(|unit| all.insert(*unit)) {
            said.error("", "suggestions-sheet-unit-twice");
            return None;
        }
        Some(Row(Some(HandOver { id, plan, readers })))
    }

    async fn keep(&self, tx: &mut Tx, _: &mut Known, rows: Vec<Row>, _: &Taking) -> Result<(), Fault> {
        let many: Vec<HandOver> = rows.into_iter().filter_map(|row| row.0).collect();
        let answers = hand_over(tx, &self.site, &self.actor, many).await.map_err(broken)?;
        match answers.into_iter().find_map(|(id, answer)| Some((id, answer.err()?))) {
            Some((id, refused)) => Err(Fault::new(format_args!("suggestion {id} is not to be handed over: {refused}"))),
            None => Ok(()),
        }
    }

    async fn finish(&self, _: &mut Tx, _: Known, _: &Taking) -> Result<(), Fault> {
        self.site.wrote();
        Ok(())
    }
}

fn broken(problem: Problem) -> Fault {
    match problem {
        Problem::Fault(fault) => fault,
        other => Fault::new(format_args!("the table was not taken: {other:?}")),
    }
}

/// The units a cell names; a name that is none of the congress's units is said.
fn units(known: &Known, cells: &Cells<'_>, column: &str, said: &mut Said) -> Vec<BodyId> {
    let names =
        cells.get(column).split(['、', '，', ',', ';', '；', '\n']).map(str::trim).filter(|name| !name.is_empty());
    let mut units = Vec::new();
    for name in names {
        match known.units.get(name) {
            Some(unit) => units.push(*unit),
            None => said.add(CellError::new(column, "suggestions-sheet-no-unit").with("name", name)),
        }
    }
    units
}

/// The form of handling that a row says.
fn plan(lead: &[BodyId], co: Vec<BodyId>, separate: Vec<BodyId>, said: &mut Said) -> Option<Plan> {
    match (lead, co.is_empty(), separate.as_slice()) {
        ([lead], true, []) => Some(Plan::Sole(*lead)),
        ([lead], false, []) => Some(Plan::Joint { lead: *lead, co }),
        ([], true, [_, _, ..]) => Some(Plan::Separate(separate)),
        ([], true, _) => {
            said.error("separate", "suggestions-sheet-one-separate");
            None
        }
        ([], false, _) => {
            said.error("lead", "suggestions-sheet-no-lead");
            None
        }
        ([_, _, ..], _, []) => {
            said.error("lead", "suggestions-sheet-two-leads");
            None
        }
        _ => {
            said.error("separate", "suggestions-sheet-mixed");
            None
        }
    }
}
