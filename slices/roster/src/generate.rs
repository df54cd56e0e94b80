//! Bodies and units generated from the areas by the rules of law; their names are data.

use std::collections::{BTreeMap, HashMap};

use kernel::{AreaCode, BodyId};
use kit::{
    Fault, Site,
    db::{Sql, Tx, Val},
};
use roster_rules::{Area, AreaKind, BodyKind, Power, Proposed, bodies_of, level_text};

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
        if !has(BodyKind::Congress) && !has(BodyKind::WorkCommittee) && !has(BodyKind::Unit) {
            standing.bodies_for(area, &patterns, site, &mut rows)?;
        }
    }
    tx.bulk("body", COLUMNS, rows).await
}

async fn standing(tx: &mut Tx) -> Result<Standing, Fault> {
    let mut areas = BTreeMap::new();
    for (code, name, kind) in tx.all::<(AreaCode, String, String)>("select code, name, kind from area").await? {
        areas.insert(code.clone(), Area { code, name, kind: kind.parse().map_err(Fault::new)? });
    }
    let mut organs = HashMap::new();
    let present = Sql::new("select id, area, kind from body where closed is null");
    for (id, area, kind) in tx.all::<(BodyId, AreaCode, String)>(present).await? {
        organs.insert((area, kind.parse().map_err(Fault::new)?), id);
    }
    Ok(Standing { organs, areas })
}

impl Standing {
    fn bodies_for(
        &mut self,
        area: &Area,
        patterns: &[Pattern],
        site: &Site,
        rows: &mut Vec<Vec<Val>>,
    ) -> Result<(), Fault> {
        for body in bodies_of(area) {
            let id: BodyId = site.new_id();
            self.organs.insert((area.code.clone(), body.kind), id);
            let pattern = patterns.iter().find(|p| p.names(area) && p.kind == body.kind);
            let pattern =
                pattern.ok_or_else(|| Fault::new(format_args!("no name for a {} of {}", body.kind, area.code)))?;
            rows.push(self.row(id, area, pattern, &body)?);
        }
        for pattern in patterns.iter().filter(|p| p.names(area) && p.kind == BodyKind::Unit) {
            rows.push(self.row(site.new_id(), area, pattern, &Proposed { kind: BodyKind::Unit, powers: &[] })?);
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
        Ok(vec![
            id.into(),
            (&area.code).into(),
            body.kind.as_str().into(),
            self.named(pattern.name, area).into(),
            parent.into(),
            congress.into(),
            level_text(area.level()).into(),
            powers_text(body.powers).into(),
            pattern.transfer.into(),
            Val::Null,
            1i64.into(),
        ])
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
