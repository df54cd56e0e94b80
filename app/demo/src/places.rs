//! The real areas and villages, read from the two files of the National Bureau of Statistics.

use std::fmt;

use kernel::{AreaCode, Level};

/// How an area came to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AreaKind {
    /// 行政区: it has a congress.
    Administrative,
    /// 街道: no congress.
    Subdistrict,
    /// 功能区, farms, parks: no congress.
    Functional,
}

/// An area from province to township.
#[derive(Clone, Debug)]
pub struct Area {
    /// Its code.
    pub code: AreaCode,
    /// Its full name: 桃源县.
    pub name: String,
    /// How it came to be one.
    pub kind: AreaKind,
}

/// A village or a neighbourhood.
#[derive(Clone, Debug)]
pub struct Village {
    /// Twelve digits.
    pub code: AreaCode,
    /// Its name as people say it, without 村委会 or 居委会: 碧潭村.
    pub name: String,
}

/// All areas and villages, each list in the order of codes.
#[derive(Clone, Debug)]
pub struct Places {
    areas: Vec<Area>,
    villages: Vec<Village>,
}

/// One rung of a person's or matter's home: codes and names from the congress's area down to a village.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    /// The area of the congress.
    pub home: &'a Area,
    /// Areas and villages right below, as names.
    pub below: Vec<(&'a AreaCode, &'a str)>,
}

/// A line of a file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacesError(pub String);

impl Places {
    /// Reads `code,parent,name,level,kind` and `code,parent,name`, each with a header line.
    ///
    /// # Errors
    /// Names the first line that is not of that form.
    pub fn parse(areas: &str, villages: &str) -> Result<Self, PlacesError> {
        let mut areas = read(areas, |fields| match fields {
            [code, _, name, _, kind] => area(code, name, kind),
            _ => None,
        })?;
        let mut villages = read(villages, |fields| match fields {
            [code, _, name] => Some(Village { code: AreaCode::parse(code).ok()?, name: spoken(name) }),
            _ => None,
        })?;
        areas.sort_by(|a, b| a.code.cmp(&b.code));
        villages.sort_by(|a, b| a.code.cmp(&b.code));
        Ok(Self { areas, villages })
    }

    /// Every area, in the order of codes.
    #[must_use]
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The area of that code.
    #[must_use]
    pub fn area(&self, code: &str) -> Option<&Area> {
        let at = self.areas.binary_search_by(|area| area.code.as_str().cmp(code)).ok()?;
        self.areas.get(at)
    }

    /// The area itself and all areas in it.
    #[must_use]
    pub fn within(&self, code: &AreaCode) -> &[Area] {
        slice(&self.areas, |area| &area.code, code)
    }

    /// The areas one rung below that have a congress, or a street or zone in their place.
    pub fn right_below<'a>(&'a self, code: &AreaCode) -> impl Iterator<Item = &'a Area> + use<'a> {
        let own = code.clone();
        self.within(code).iter().filter(move |area| area.code.parent().as_ref() == Some(&own))
    }

    /// The villages of an area, in the order of codes.
    #[must_use]
    pub fn villages(&self, code: &AreaCode) -> &[Village] {
        slice(&self.villages, |village| &village.code, code)
    }

    /// The home of a congress with what lies right below it.
    #[must_use]
    pub fn place(&self, code: &str) -> Option<Place<'_>> {
        let home = self.area(code)?;
        let below = if home.code.level() == Level::Township {
            self.villages(&home.code).iter().map(|village| (&village.code, village.name.as_str())).collect()
        } else {
            self.right_below(&home.code).map(|area| (&area.code, area.name.as_str())).collect()
        };
        Some(Place { home, below })
    }
}

impl Area {
    /// Whether the area has a people's congress: administrative areas have one, streets and zones have none (law.md F33).
    #[must_use]
    pub fn has_congress(&self) -> bool {
        self.kind == AreaKind::Administrative
    }
}

fn slice<'a, T>(all: &'a [T], code_of: impl Fn(&T) -> &AreaCode, code: &AreaCode) -> &'a [T] {
    let past = code.past();
    let from = all.partition_point(|one| code_of(one) < code);
    let to = all.partition_point(|one| code_of(one).as_str() < past.as_str());
    all.get(from..to).unwrap_or_default()
}

fn read<T>(file: &str, one: impl Fn(&[&str]) -> Option<T>) -> Result<Vec<T>, PlacesError> {
    let lines = file.lines().skip(1).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let fields: Vec<&str> = line.split(',').collect();
            one(&fields).ok_or_else(|| PlacesError(line.to_owned()))
        })
        .collect()
}

fn area(code: &str, name: &str, kind: &str) -> Option<Area> {
    let kind = match kind {
        "administrative" => AreaKind::Administrative,
        "subdistrict" => AreaKind::Subdistrict,
        "functional" => AreaKind::Functional,
        _ => return None,
    };
    Some(Area { code: AreaCode::parse(code).ok()?, name: name.to_owned(), kind })
}

/// 梅塘村村委会 is spoken of as 梅塘村.
fn spoken(name: &str) -> String {
    let endings = ["村民委员会", "居民委员会", "村委会", "居委会"];
    let bare = endings.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    let whole = bare.chars().count() < 2 || bare.ends_with(['村', '社', '区', '镇', '场']);
    if whole || bare == name { bare.to_owned() } else { format!("{bare}社区") }
}

impl fmt::Display for PlacesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a line of areas or villages", self.0)
    }
}
impl std::error::Error for PlacesError {}
