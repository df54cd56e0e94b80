//! The areas of Hunan, as the statistics list them (see `data/README.md`).

use kernel::AreaCode;
use kit::{
    Fault,
    db::{Tx, Val},
};
use roster_rules::{Area, AreaKind};

/// The file of areas: code, parent, name, level, kind.
pub const AREAS: &str = include_str!("../data/areas.csv");
/// The file of villages: code, parent, name.
pub const VILLAGES: &str = include_str!("../data/villages.csv");

/// How many areas and villages were read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seeded {
    /// Areas from province to township.
    pub areas: u64,
    /// Villages and communities.
    pub villages: u64,
}

/// Reads the areas and villages shipped with the program into an empty table; leaves a filled one as it is.
///
/// # Errors
/// When the database refuses or a line of the data cannot be read.
pub async fn seed_areas(tx: &mut Tx) -> Result<Seeded, Fault> {
    let (present,) = tx.one::<(i64,)>("select count(*) from area").await?.unwrap_or_default();
    if present > 0 {
        return Ok(Seeded { areas: 0, villages: 0 });
    }
    let areas = area_rows()?;
    let areas = tx.bulk("area", &["code", "parent", "name", "level", "kind"], areas).await?;
    let villages = village_rows()?;
    let villages = tx.bulk("village", &["code", "parent", "name"], villages).await?;
    Ok(Seeded { areas, villages })
}

/// The areas shipped with the program, parents first.
///
/// # Errors
/// When a line of the data cannot be read.
pub fn shipped_areas() -> Result<Vec<Area>, Fault> {
    let mut areas = Vec::with_capacity(2_200);
    for line in lines(AREAS) {
        let [code, _, name, _, kind] = fields(line)?;
        areas.push(Area { code: code_of(code)?, name: name.to_owned(), kind: kind.parse().map_err(Fault::new)? });
    }
    areas.sort_by(|one, other| one.code.cmp(&other.code));
    Ok(areas)
}

fn area_rows() -> Result<Vec<Vec<Val>>, Fault> {
    let mut rows: Vec<(AreaCode, Vec<Val>)> = Vec::with_capacity(2_200);
    for line in lines(AREAS) {
        let [code, parent, name, level, kind] = fields(line)?;
        let code = code_of(code)?;
        let parent = if parent.is_empty() { None } else { Some(code_of(parent)?) };
        let kind: AreaKind = kind.parse().map_err(Fault::new)?;
        let level = roster_rules::level_text(roster_rules::level_from(level).map_err(Fault::new)?);
        rows.push((code.clone(), vec![code.into(), parent.into(), name.into(), level.into(), kind.as_str().into()]));
    }
    rows.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

fn village_rows() -> Result<Vec<Vec<Val>>, Fault> {
    lines(VILLAGES)
        .map(|line| {
            let [code, parent, name] = fields(line)?;
            Ok(vec![code_of(code)?.into(), code_of(parent)?.into(), name.into()])
        })
        .collect()
}

pub(crate) fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().skip(1).filter(|line| !line.is_empty())
}

/// The fields of a line of our own data, which quotes nothing.
pub(crate) fn fields<const N: usize>(line: &'static str) -> Result<[&'static str; N], Fault> {
    let fields: Vec<&str> = line.split(',').collect();
    fields.try_into().map_err(|_| Fault::new(format_args!("the line `{line}` of the shipped data has not {N} fields")))
}

fn code_of(text: &str) -> Result<AreaCode, Fault> {
    AreaCode::parse(text).map_err(Fault::new)
}
