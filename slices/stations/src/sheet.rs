//! The register as a spreadsheet that comes in: a station of a known name is amended, any other entered.

use std::collections::{HashMap, HashSet};

use kernel::{AreaCode, BodyId, Recorded, Text};
use kit::{
    Fault, Site,
    db::{Ask, Sql, Tx},
    journal,
    sheets::{CellError, Cells, Column, Said, SheetSpec, Taking},
};
use law_rules::Word;
use stations_rules::{Fact, Function, Kind, Stage, StationId, Tier};

use crate::{
    desk::station::StationWanted,
    store::{self, Station},
};

const COLUMNS: &[Column] = &[
    Column::new("name", "联络站名称", "Name").required().also(&["名称", "站名"]).example("某某镇人大代表联络站"),
    Column::new("area", "所在区划", "Place")
        .required()
        .also(&["区划代码", "行政区划", "所在乡镇", "所属区域"])
        .example("430121101")
        .hint("stations-sheet-hint-area")
        .digits(),
    Column::new("tier", "层级", "Tier").example("联络站").hint("stations-sheet-hint-tier"),
    Column::new("kind", "类型", "Kind").example("乡镇街道").hint("stations-sheet-hint-kind"),
    Column::new("functions", "功能", "Functions").example("代表之家、立法联系点").hint("stations-sheet-hint-functions"),
    Column::new("host", "依托单位", "Host").example("镇便民服务中心"),
    Column::new("head", "站长", "Head").also(&["负责人"]).example("某某"),
    Column::new("place", "地址", "Address").required().also(&["详细地址"]).example("某某镇振兴路1号"),
    Column::new("size", "面积（平方米）", "Square metres").also(&["面积"]).example("100"),
    Column::new("hours", "开放时间", "Hours").example("每周一至周五 8:30—17:30"),
    Column::new("phone", "联系电话", "Telephone").also(&["电话"]).example("0731-80000000").digits(),
    Column::new("about", "简介", "About").example(""),
];

/// The register of one congress.
#[derive(Clone)]
pub struct StationSheet {
    site: Site,
}

impl StationSheet {
    /// A sheet that gives new stations their identities from this site.
    pub fn new(site: &Site) -> Self {
        Self { site: site.clone() }
    }
}

/// What must be known to check rows.
pub struct Known {
    congress: BodyId,
    names: HashMap<String, StationId>,
    codes: HashSet<AreaCode>,
    places: HashMap<String, AreaCode>,
    rows: HashMap<String, u64>,
    counts: (u64, u64),
}

/// One good row.
pub struct Row {
    id: StationId,
    new: bool,
    card: StationWanted,
}

fn text<const MAX: usize>(cells: &Cells<'_>, key: &str, said: &mut Said) -> Option<Text<MAX>> {
    let raw = cells.get(key);
    if raw.is_empty() {
        return None;
    }
    let read = Text::parse(raw).ok();
    if read.is_none() {
        said.add(CellError::new(key, "stations-sheet-too-long").with("most", MAX));
    }
    read
}

fn word<W: Word>(cells: &Cells<'_>, key: &'static str, usual: W, said: &mut Said) -> W {
    let raw = cells.get(key);
    if raw.is_empty() {
        return usual;
    }
    W::read(raw).unwrap_or_else(|| {
        said.error(key, "stations-sheet-word");
        usual
    })
}

fn functions(cells: &Cells<'_>, said: &mut Said) -> Vec<Function> {
    let parts = cells.get("functions").split(['、', ',', '，', ';', '；']).map(str::trim);
    let mut all = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        match Function::read(part) {
            Some(one) if all.contains(&one) => {}
            Some(one) => all.push(one),
            None => said.error("functions", "stations-sheet-word"),
        }
    }
    all
}

fn card(known: &Known, cells: &Cells<'_>, said: &mut Said) -> Option<StationWanted> {
    let named = cells.get("area");
    let area = AreaCode::parse(named).ok().filter(|code| known.codes.contains(code));
    let area = area.or_else(|| known.places.get(named).cloned());
    if area.is_none() {
        said.error("area", "stations-wrong-area");
    }
    let raw = cells.get("size");
    let size = raw.parse::<u32>().ok().filter(|size| *size <= 100_000);
    if size.is_none() && !raw.is_empty() {
        said.error("size", "stations-wrong-size");
    }
    let (name, place) = (text(cells, "name", said), text(cells, "place", said));
    let tier = word(cells, "tier", Tier::Station, said);
    let kind = word(cells, "kind", Kind::Town, said);
    let functions = functions(cells, said);
    let (host, hours) = (text(cells, "host", said), text(cells, "hours", said));
    let head = text(cells, "head", said);
    let (phone, about) = (text(cells, "phone", said), text(cells, "about", said));
    let (name, area, place) = (name?, area?, place?);
    Some(StationWanted { name, area, tier, kind, functions, host, head, place, size, hours, phone, about, rules: None })
}

impl SheetSpec for StationSheet {
    type Row = Row;
    type Known = Known;

    fn kind(&self) -> &'static str {
        "stations"
    }

    fn columns(&self) -> &'static [Column] {
        COLUMNS
    }

    async fn known<A: Ask>(&self, ask: &mut A, body: Option<BodyId>) -> Result<Known, Fault> {
        let congress = body.ok_or_else(|| Fault::new("an import of stations without a congress"))?;
        let sql = Sql::new("select area from v_body where id = {}").bind(congress);
        let (area,) =
            ask.one::<(AreaCode,)>(sql).await?.ok_or_else(|| Fault::new("an import of stations of no body"))?;
        let sql =
            Sql::new("select code, name from v_area where code >= {} and code < {}").bind(&area).bind(area.past());
        let sql = sql.add(" union all select code, name from v_village where code >= {} and code < {} order by 1");
        let all: Vec<(AreaCode, String)> = ask.all(sql.bind(&area).bind(area.past())).await?;
        let mut known = Known {
            congress,
            names: HashMap::new(),
            codes: all.iter().map(|(code, _)| code.clone()).collect(),
            places: HashMap::new(),
            rows: HashMap::new(),
            counts: (0, 0),
        };
        // Of two places of one name the higher is meant; whoever means the other writes its code.
        for (code, name) in all {
            known.places.entry(name).or_insert(code);
        }
        let sql = Sql::new("select name, id from station where congress = {}").bind(congress);
        known.names = ask.all::<(String, StationId)>(sql).await?.into_iter().collect();
        Ok(known)
    }

    fn check(&self, known: &mut Known, cells: &Cells<'_>, said: &mut Said) -> Option<Row> {
        let card = card(known, cells, said)?;
        let name = card.name.to_string();
        if let Some(first) = known.rows.insert(name.clone(), cells.at) {
            said.add(CellError::new("name", "stations-sheet-twice").with("row", first));
            return None;
        }
        let before = known.names.get(&name).copied();
        Some(Row { id: before.unwrap_or_else(|| self.site.new_id()), new: before.is_none(), card })
    }

    async fn keep(&self, tx: &mut Tx, known: &mut Known, rows: Vec<Row>, taking: &Taking) -> Result<(), Fault> {
        for row in rows {
            let step = if row.new { "founded" } else { "revised" };
            if row.new {
                let (id, congress, stage) = (row.id, known.congress, Stage::Planned);
                let station =
                    Station { id, congress, card: row.card, stage, stars: None, stars_till: None, version: 1 };
                store::begin(tx, &station, taking.at).await?;
                known.counts.0 += 1;
            } else if let Some(mut before) = store::take(tx, row.id).await? {
                // A sheet has no rules of a station in it, and takes none away.
                let card = StationWanted { rules: before.card.rules.take(), ..row.card };
                store::save(tx, &Station { card, ..before }).await?;
                known.counts.1 += 1;
            }
            store::note(tx, (row.id, taking.at), step, None, "").await?;
            let fact = if row.new { Fact::Founded } else { Fact::Revised };
            record(tx, taking, row.id.uuid(), fact).await?;
        }
        Ok(())
    }

    async fn finish(&self, tx: &mut Tx, known: Known, taking: &Taking) -> Result<(), Fault> {
        let (stations, revised) = known.counts;
        record(tx, taking, taking.import.uuid(), Fact::Imported { stations, revised }).await
    }
}

async fn record(tx: &mut Tx, taking: &Taking, subject: uuid::Uuid, fact: Fact) -> Result<(), Fault> {
    let (at, by, body) = (taking.at, taking.by, taking.body);
    journal::append(tx, Recorded { at, by, acting_for: None, body, subject, fact }).await.map(drop)
}
