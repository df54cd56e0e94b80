//! Bodies and units generated from the areas by the rules of law; their names are data.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kernel::{AreaCode, BodyId};
use kit::{
    Fault, Site,
    db::{Sql, Tx, Val},
};
use roster_rules::{Area, AreaKind, BodyKind, CongressLevel, Power, Proposed, bodies_of, level_text, of_the_nation};

use crate::seed::{fields, lines};

const PATTERNS: &str = include_str!("../data/bodies.csv");
const COLUMNS: &[&str] =
    &["id", "area", "kind", "name", "parent", "congress", "level", "powers", "transfer", "closed", "version"];

struct Pattern {
    level: &'static str,
    area_kind: AreaKind,
    kind: BodyKind,
    name: &'static str,
    transfer: bool,
}

/// What stands already, by area and kind, and what has been added so far.
struct Standing {
    organs: HashMap<(AreaCode, BodyKind), BodyId>,
    /// Provinces in which the national congress is kept.
    nation: BTreeSet<AreaCode>,
    areas: BTreeMap<AreaCode, Area>,
}

/// Generates the bodies and units of every area inside `below` (of all areas when nothing) that has none yet.
///
/// Answers with the number of bodies made. Areas above `below` are not touched, but their congress and committee are found as parents.
///
/// # Errors
/// When the database refuses, or a work committee has no standing committee above it.
pub async fn generate_bodies(tx: &mut Tx, site: &Site, below: Option<&AreaCode>) -> Result<u64, Fault> {
    let patterns = patterns()?;
    let mut standing = standing(tx).await?;
    let areas: Vec<Area> =
        standing.areas.values().filter(|area| below.is_none_or(|top| top.contains(&area.code))).cloned().collect();
    let mut rows = Vec::new();
    for area in &areas {
        let has = |kind| standing.organs.contains_key(&(area.code.clone(), kind));
        let (seated, units) = (has(BodyKind::Congress) || has(BodyKind::WorkCommittee), has(BodyKind::Unit));
        if !seated && !units {
            standing.organs_for(area, &patterns, site, &mut rows)?;
        }
        if !units {
            standing.units_for(area, &patterns, site, &mut rows)?;
        }
        if !standing.nation.contains(&area.code) {
            standing.nation_for(area, &patterns, site, &mut rows)?;
        }
    }
    tx.bulk("body", COLUMNS, rows).await
}

/// Generates the congresses above an area with their committees and offices, up to the national one, where they are missing: who lives in a county is
/// represented on all five levels. Their units are not made: they are those areas' own.
///
/// # Errors
/// As [`generate_bodies`].
pub async fn generate_above(tx: &mut Tx, site: &Site, area: &AreaCode) -> Result<u64, Fault> {
    let patterns = patterns()?;
    let mut standing = standing(tx).await?;
    let mut rows = Vec::new();
    let above: Vec<Area> =
        standing.areas.values().filter(|one| one.code != *area && one.code.contains(area)).cloned().collect();
    for area in &above {
        if !standing.organs.contains_key(&(area.code.clone(), BodyKind::Congress)) {
            standing.organs_for(area, &patterns, site, &mut rows)?;
        }
        if !standing.nation.contains(&area.code) {
            standing.nation_for(area, &patterns, site, &mut rows)?;
        }
    }
    tx.bulk("body", COLUMNS, rows).await
}

async fn standing(tx: &mut Tx) -> Result<Standing, Fault> {
    let mut areas = BTreeMap::new();
    for (code, name, kind) in tx.all::<(AreaCode, String, String)>("select code, name, kind from area").await? {
        areas.insert(code.clone(), Area { code, name, kind: kind.parse().map_err(Fault::new)? });
    }
    let (mut organs, mut nation) = (HashMap::new(), BTreeSet::new());
    let present = Sql::new("select id, area, kind, level from body where closed is null");
    for (id, area, kind, level) in tx.all::<(BodyId, AreaCode, String, String)>(present).await? {
        if level == CongressLevel::Nation.as_str() {
            nation.insert(area);
        } else {
            organs.insert((area, kind.parse().map_err(Fault::new)?), id);
        }
    }
    Ok(Standing { organs, nation, areas })
}

impl Standing {
    fn organs_for(
        &mut self,
        area: &Area,
        patterns: &[Pattern],
        site: &Site,
        rows: &mut Vec<Vec<Val>>,
    ) -> Result<(), Fault> {
        for body in bodies_of(area) {
            let id: BodyId = site.new_id();
            self.organs.insert((area.code.clone(), body.kind), id);
            let pattern = named(patterns.iter().find(|p| p.names(area) && p.kind == body.kind), area, body.kind)?;
            rows.push(self.row(id, area, pattern, &body)?);
        }
        Ok(())
    }

    fn units_for(&self, area: &Area, patterns: &[Pattern], site: &Site, rows: &mut Vec<Vec<Val>>) -> Result<(), Fault> {
        for pattern in patterns.iter().filter(|p| p.names(area) && p.kind == BodyKind::Unit) {
            rows.push(self.row(site.new_id(), area, pattern, &Proposed { kind: BodyKind::Unit, powers: &[] })?);
        }
        Ok(())
    }

    /// The national congress with the office that keeps in touch with the deputies a province elects into it.
    fn nation_for(
        &self,
        area: &Area,
        patterns: &[Pattern],
        site: &Site,
        rows: &mut Vec<Vec<Val>>,
    ) -> Result<(), Fault> {
        let congress: BodyId = site.new_id();
        let national = |p: &&Pattern| p.level == CongressLevel::Nation.as_str() && p.area_kind == area.kind;
        for body in of_the_nation(area) {
            let pattern = named(patterns.iter().filter(national).find(|p| p.kind == body.kind), area, body.kind)?;
            let (id, parent) = match body.kind {
                BodyKind::Congress => (congress, None),
                _ => (site.new_id(), self.nearest(&area.code, BodyKind::StandingCommittee).map(|(_, id)| id)),
            };
            rows.push(self.written(id, area, (pattern, &body), (parent, congress)));
        }
        Ok(())
    }

    fn row(&self, id: BodyId, area: &Area, pattern: &Pattern, body: &Proposed) -> Result<Vec<Val>, Fault> {
        let congress = self.nearest(&area.code, BodyKind::Congress);
        let (_, congress) =
            congress.ok_or_else(|| Fault::new(format_args!("no congress at or above {}", area.code)))?;
        let parent = match body.kind {
            // Levels are not subordinate: no congress has a parent, and a unit is its government's, which is no body here.
            BodyKind::Congress | BodyKind::Unit => None,
            BodyKind::StandingCommittee | BodyKind::Presidium => Some(congress),
            _ => Some(self.nearest(&area.code, BodyKind::StandingCommittee).map_or(congress, |(above, id)| {
                // A township's office works for the township's own congress, not for the county's committee.
                if body.kind == BodyKind::Office && *above != area.code { congress } else { id }
            })),
        };
        Ok(self.written(id, area, (pattern, body), (parent, congress)))
    }

    fn written(
        &self,
        id: BodyId,
        area: &Area,
        (pattern, body): (&Pattern, &Proposed),
        (parent, congress): (Option<BodyId>, BodyId),
    ) -> Vec<Val> {
        vec![
            id.into(),
            (&area.code).into(),
            body.kind.as_str().into(),
            self.named(pattern.name, area).into(),
            parent.into(),
            congress.into(),
            pattern.level.into(),
            powers_text(body.powers).into(),
            pattern.transfer.into(),
            Val::Null,
            1i64.into(),
        ]
    }

    /// The nearest body of a kind at the area or above it, by the code.
    fn nearest(&self, code: &AreaCode, kind: BodyKind) -> Option<(&AreaCode, BodyId)> {
        let mut at = Some(code.clone());
        while let Some(code) = at {
            if let Some(((area, _), id)) = self.organs.get_key_value(&(code.clone(), kind)) {
                return Some((area, *id));
            }
            at = code.parent();
        }
        None
    }

    fn full_name(&self, area: &Area) -> String {
        let above = area.code.parent().and_then(|code| self.areas.get(&code)).map(|above| self.full_name(above));
        area.full_name(above.as_deref())
    }

    fn named(&self, pattern: &str, area: &Area) -> String {
        let committee = self.nearest(&area.code, BodyKind::StandingCommittee);
        let above = committee.and_then(|(code, _)| self.areas.get(code)).map(|above| self.full_name(above));
        let above = above.unwrap_or_default();
        let own = area.name.strip_prefix(above.as_str()).filter(|rest| !rest.is_empty()).unwrap_or(&area.name);
        pattern.replace("{area}", &self.full_name(area)).replace("{own}", own).replace("{above}", &above)
    }
}

impl Pattern {
    fn names(&self, area: &Area) -> bool {
        self.level == level_text(area.level()) && self.area_kind == area.kind
    }
}

fn named<'a>(pattern: Option<&'a Pattern>, area: &Area, kind: BodyKind) -> Result<&'a Pattern, Fault> {
    pattern.ok_or_else(|| Fault::new(format_args!("no name for a {kind} of {}", area.code)))
}

fn patterns() -> Result<Vec<Pattern>, Fault> {
    lines(PATTERNS)
        .map(|line| {
            let [level, area_kind, kind, name, transfer] = fields(line)?;
            Ok(Pattern {
                level,
                area_kind: area_kind.parse().map_err(Fault::new)?,
                kind: kind.parse().map_err(Fault::new)?,
                name,
                transfer: transfer == "1",
            })
        })
        .collect()
}

/// The list of powers as it stands in a row: `["inspect"]`.
#[must_use]
pub(crate) fn powers_text(powers: &[Power]) -> String {
    let words: Vec<String> = powers.iter().map(|power| format!("\"{power}\"")).collect();
    format!("[{}]", words.join(","))
}
