//! Links as a spreadsheet, in and out.

use std::collections::{HashMap, HashSet};

use kernel::{BodyId, Day, Recorded};
use kit::{
    Fault, Site,
    db::{Ask, Tx},
    journal,
    sheets::{Cell, CellError, Cells, Column, Export, Kind as As, Ready, Said, SheetSpec, Taking, day},
    words::Lang,
};
use links_rules::{End, Fact, KindId};

use crate::{
    queries::{
        candidates::Candidate,
        lines::LinkLine,
        plan::{self, Plan},
    },
    store::{Kind, Link, begin_link, kinds_of},
};

/// The columns, in the order of the template.
pub const COLUMNS: &[Column] = &[
    Column::new("kind", "联系类别", "Kind of links").required().example("常委会组成人员联系代表"),
    Column::new("one", "联系人", "Who links").required().example("张三").hint("links-sheet-hint-name"),
    Column::new("other", "联系对象", "Who is linked").required().example("李四").hint("links-sheet-hint-other"),
    Column::new("since", "起始日期", "Since").example("2026-01-01").hint("links-sheet-hint-since"),
];

/// The links of one congress.
#[derive(Clone)]
pub struct LinkSheet {
    site: Site,
}

impl LinkSheet {
    /// A sheet that gives new links their identities from this site.
    #[must_use]
    pub fn new(site: &Site) -> Self {
        Self { site: site.clone() }
    }
}

/// A kind with its sides and what stands, the rows before counted in.
struct KnownKind {
    kind: Kind,
    plan: Plan,
    pairs: HashSet<(End, End)>,
    counts: HashMap<End, usize>,
}

/// What must be known to check rows.
pub struct Known {
    kinds: Vec<KnownKind>,
    kept: u64,
}

/// What one good row says.
pub struct Row {
    kind: KindId,
    one: End,
    other: End,
    since: Day,
}

impl SheetSpec for LinkSheet {
    type Row = Row;
    type Known = Known;

    fn kind(&self) -> &'static str {
        "links"
    }

    fn columns(&self) -> &'static [Column] {
        COLUMNS
    }

    async fn known<A: Ask>(&self, ask: &mut A, body: Option<BodyId>) -> Result<Known, Fault> {
        let mut kinds = Vec::new();
        let congress = body.ok_or_else(|| Fault::new("links come in for a congress"))?;
        for kind in kinds_of(ask, congress).await? {
            let plan = plan::of(ask, &kind, self.site.today()).await?;
            let pairs: HashSet<(End, End)> = plan.pairs().into_iter().collect();
            let mut counts = HashMap::new();
            for (one, _) in &pairs {
                *counts.entry(one.clone()).or_default() += 1;
            }
            kinds.push(KnownKind { kind, plan, pairs, counts });
        }
        Ok(Known { kinds, kept: 0 })
    }

    fn check(&self, known: &mut Known, cells: &Cells<'_>, said: &mut Said) -> Option<Row> {
        let Some(of) = known.kinds.iter_mut().find(|known| known.kind.spec.name.as_str() == cells.get("kind")) else {
            said.error("kind", "links-sheet-kind");
            return None;
        };
        let one = found(&of.plan.ones, "one", cells, said);
        let other = found(&of.plan.others, "other", cells, said);
        let since = since(&of.kind, cells, self.site.today(), said);
        let (one, other, since) = (one?, other?, since?);
        if one == other {
            said.error("other", "links-refused-oneself");
        }
        if of.pairs.contains(&(one.clone(), other.clone())) {
            said.error("other", "links-refused-linked-twice");
        }
        let count = of.counts.entry(one.clone()).or_default();
        if let Some(most) = of.kind.spec.most.filter(|most| *count >= usize::from(*most)) {
            said.add(CellError::new("one", "links-sheet-full").with("most", most));
        }
        if said.spoilt() {
            return None;
        }
        *count += 1;
        of.pairs.insert((one.clone(), other.clone()));
        Some(Row { kind: of.kind.id, one, other, since })
    }

    async fn keep(&self, tx: &mut Tx, known: &mut Known, rows: Vec<Row>, taking: &Taking) -> Result<(), Fault> {
        let congress = taking.body.ok_or_else(|| Fault::new("links come in for a congress"))?;
        let mut facts = Vec::with_capacity(rows.len());
        for Row { kind, one, other, since } in rows {
            let link = Link { id: self.site.new_id(), kind, congress, one, other, since, ended: None, version: 1 };
            begin_link(tx, &link).await?;
            let fact = Fact::Linked { kind, one: link.one, other: link.other, since, draft: None };
            facts.push(told(taking, link.id.uuid(), fact));
            known.kept += 1;
        }
        journal::append_all(tx, facts).await.map(drop)
    }

    async fn finish(&self, tx: &mut Tx, known: Known, taking: &Taking) -> Result<(), Fault> {
        let fact = Fact::Imported { links: known.kept };
        journal::append(tx, told(taking, taking.import.uuid(), fact)).await.map(drop)
    }
}

fn told(taking: &Taking, subject: uuid::Uuid, fact: Fact) -> Recorded<Fact> {
    Recorded { at: taking.at, by: taking.by, acting_for: None, body: taking.body, subject, fact }
}

/// Who is meant: by name, by name and what tells namesakes apart, by identity or code.
fn found(all: &[Candidate], column: &str, cells: &Cells<'_>, said: &mut Said) -> Option<End> {
    match meant(all, cells.get(column)) {
        Ok(end) => Some(end),
        Err(key) => {
            said.error(column, key);
            None
        }
    }
}

/// Who is meant by what was typed.
///
/// # Errors
/// With the key of the sentence: nobody, or several.
pub(crate) fn meant(all: &[Candidate], typed: &str) -> Result<End, &'static str> {
    let exact = |known: &&Candidate| known.end.to_string() == typed || known.called() == typed;
    if let Some(known) = all.iter().find(exact) {
        return Ok(known.end.clone());
    }
    let mut named = all.iter().filter(|known| known.name == typed);
    match (named.next(), named.next()) {
        (Some(known), None) => Ok(known.end.clone()),
        (Some(_), Some(_)) => Err("links-wrong-namesakes"),
        (None, _) => Err("links-wrong-nobody"),
    }
}

fn since(kind: &Kind, cells: &Cells<'_>, today: Day, said: &mut Said) -> Option<Day> {
    let raw = cells.get("since");
    let read = if raw.is_empty() { Some(today) } else { day(raw) };
    let Some(since) = read else {
        said.error("since", "links-sheet-day");
        return None;
    };
    if !kind.spec.in_force(since) {
        said.error("since", "links-refused-not-in-force");
    }
    Some(since)
}

/// Links going out: what went out can come in again.
///
/// # Errors
/// When the disk refuses.
pub fn export(kind: As, lang: Lang, lines: &[LinkLine]) -> Result<Ready, Fault> {
    let more = ["links-field-until", "links-field-done", "links-field-owed", "links-field-last"];
    let titles = COLUMNS.iter().map(|column| column.title(lang).to_owned());
    let mut table = Export::begin(kind, lang, titles.chain(more.map(|key| lang.t(key).into_owned())))?;
    for line in lines {
        let cells: [Cell; 8] = [
            (&line.kind_name).into(),
            (&line.one_name).into(),
            (&line.other_name).into(),
            line.since.into(),
            line.until.into(),
            line.done.into(),
            line.owed.into(),
            line.last.into(),
        ];
        table.row(&cells)?;
    }
    table.finish()
}
