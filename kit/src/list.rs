//! Lists by key: each page begins after the last row of the one before, however many rows stand before it and whatever was
//! added meanwhile. No row is skipped or shown twice for being on a page's edge.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use kernel::{Refusal, Refused};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{
    Fault,
    db::{Ask, FromRow, Sql, Val},
    web::Errors,
};

/// One page of a list.
#[derive(Clone, Debug, Serialize)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Where the next page begins; nothing on the last.
    pub next: Option<Cursor>,
    /// Rows in all pages together.
    pub total: i64,
}

/// What a column of an order holds; a cursor that says otherwise was tampered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Whole numbers, moments, truths.
    Int,
    /// Text sorted by its bytes (`collate "C"`), days, codes.
    Text,
    /// Identities.
    Id,
}

/// One column of an order. It must never be null: write `coalesce(due, '9999-12-31')` where it may be.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    column: &'static str,
    kind: Kind,
    down: bool,
}

impl Key {
    /// Smallest first.
    #[must_use]
    pub const fn up(column: &'static str, kind: Kind) -> Self {
        Self { column, kind, down: false }
    }

    /// Greatest first.
    #[must_use]
    pub const fn down(column: &'static str, kind: Kind) -> Self {
        Self { column, kind, down: true }
    }
}

/// A way in which a list can be sorted. The last key tells all rows apart: an identity.
#[derive(Clone, Copy, Debug)]
pub struct Order {
    /// Its name in addresses: `newest`.
    pub name: &'static str,
    /// Its columns, the weightiest first.
    pub keys: &'static [Key],
}

impl Order {
    /// The order of that name, or the first: an unknown name in an address is no reason to show nothing.
    #[must_use]
    pub fn choose<'a>(orders: &'a [Self], asked: Option<&str>) -> Option<&'a Self> {
        orders.iter().find(|order| Some(order.name) == asked).or_else(|| orders.first())
    }

    /// Adds the rows after `position`, the order and the limit to a `select … where …`: for lists put together of several.
    #[must_use]
    pub fn part(&self, select: Sql, after: Option<&Position>, limit: i64) -> Sql {
        let select = match after {
            Some(position) => self.after(select, position),
            None => select,
        };
        self.by(select).add(" limit {}").bind(limit)
    }

    fn columns(&self, sql: Sql, piece: impl Fn(Sql, &Key) -> Sql) -> Sql {
        self.keys.iter().enumerate().fold(sql, |sql, (at, key)| {
            let sql = if at > 0 { sql.add(", ") } else { sql };
            piece(sql, key)
        })
    }

    /// Adds ` and (…)`: the rows after `position`.
    fn after(&self, sql: Sql, position: &Position) -> Sql {
        let down = self.keys.first().is_some_and(|key| key.down);
        if self.keys.iter().all(|key| key.down == down) {
            // Row values are what both engines look up in an index.
            let sql = self.columns(sql.add(" and ("), |sql, key| sql.add(key.column));
            let sql = sql.add(if down { ") < (" } else { ") > (" });
            let sql = self.columns(sql, |sql, _| sql.add("{}"));
            return position.0.iter().fold(sql.add(")"), |sql, value| sql.bind(value.clone()));
        }
        let mut sql = sql.add(" and (");
        for (depth, key) in self.keys.iter().enumerate() {
            sql = sql.add(if depth > 0 { " or (" } else { "(" });
            let equal = self.keys.iter().zip(&position.0).take(depth);
            sql = equal.fold(sql, |sql, (key, value)| sql.add(key.column).add(" = {} and ").bind(value.clone()));
            sql = sql.add(key.column).add(if key.down { " < {})" } else { " > {})" });
            sql = position.0.get(depth).into_iter().fold(sql, |sql, value| sql.bind(value.clone()));
        }
        sql.add(")")
    }

    fn by(&self, sql: Sql) -> Sql {
        self.columns(sql.add(" order by "), |sql, key| sql.add(key.column).add(if key.down { " desc" } else { "" }))
    }
}

/// Where a page begins, as it stands in an address: `?after=…`. It means nothing to people and holds only what the row shown
/// last holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cursor(String);

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl Cursor {
    /// The cursor as it stands in an address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Reads where a page begins, as it stood in an address: nothing on the first.
///
/// # Errors
/// Beside `after`, when it is no place in a list of this order.
pub fn position(after: &str, order: &Order) -> Result<Option<Position>, Errors> {
    if after.is_empty() {
        return Ok(None);
    }
    let read = Cursor::parse(after, order).map(Some);
    read.map_err(|refused| Errors::one("after", refused.into()))
}

/// The values of the keys in the row shown last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position(Vec<Val>);

impl Position {
    /// The values, in the order of the keys: for lists that are not read from tables.
    #[must_use]
    pub fn values(&self) -> &[Val] {
        &self.0
    }
}

#[derive(Serialize, Deserialize)]
enum Piece {
    #[serde(rename = "i")]
    Int(i64),
    #[serde(rename = "t")]
    Text(String),
    #[serde(rename = "u")]
    Id(Uuid),
}

const CHECK: usize = 6;

impl Cursor {
    /// Makes the cursor of the row shown last.
    ///
    /// # Errors
    /// When the values are not those of the order's keys: a mistake of the program.
    pub fn of(order: &Order, values: &[Val]) -> Result<Self, Fault> {
        let fits =
            values.len() == order.keys.len() && values.iter().zip(order.keys).all(|(value, key)| fits(value, key));
        if !fits {
            let problem = format_args!("the order `{}` was given values that are not its keys'", order.name);
            return Err(Fault::new(problem));
        }
        let pieces: Vec<Piece> = values.iter().filter_map(piece).collect();
        let mut bytes = serde_json::to_vec(&pieces)?;
        bytes.extend(check(order, &bytes));
        Ok(Self(URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// Reads what stood in an address for a list in this order.
    ///
    /// # Errors
    /// When it is no cursor of this order, or was changed on the way.
    pub fn parse(text: &str, order: &Order) -> Result<Position, Refused> {
        Self::read(text, order).ok_or(Refused::new(Refusal::Unfit, "list-cursor-unfit"))
    }

    fn read(text: &str, order: &Order) -> Option<Position> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (json, sum) = bytes.split_at_checked(bytes.len().checked_sub(CHECK)?)?;
        if check(order, json) != sum {
            return None;
        }
        let pieces: Vec<Piece> = serde_json::from_slice(json).ok()?;
        let values: Vec<Val> = pieces.into_iter().map(value).collect();
        let fit =
            values.len() == order.keys.len() && values.iter().zip(order.keys).all(|(value, key)| fits(value, key));
        fit.then_some(Position(values))
    }
}

fn fits(value: &Val, key: &Key) -> bool {
    match (value, key.kind) {
        (Val::Int(_), Kind::Int) | (Val::Id(_), Kind::Id) => true,
        (Val::Text(text), Kind::Text) => !text.contains('\0'),
        _ => false,
    }
}

fn piece(value: &Val) -> Option<Piece> {
    match value {
        Val::Int(number) => Some(Piece::Int(*number)),
        Val::Text(text) => Some(Piece::Text(text.clone())),
        Val::Id(id) => Some(Piece::Id(*id)),
        Val::Null | Val::Bytes(_) => None,
    }
}

fn value(piece: Piece) -> Val {
    match piece {
        Piece::Int(number) => Val::Int(number),
        Piece::Text(text) => Val::Text(text),
        Piece::Id(id) => Val::Id(id),
    }
}

/// Tells a slip of the hand or a cursor of another list. No secret: who makes one up sees a page that a filter would show too.
fn check(order: &Order, json: &[u8]) -> Vec<u8> {
    let sum = Sha256::new().chain_update(order.name).chain_update([0]).chain_update(json).finalize();
    sum.iter().take(CHECK).copied().collect()
}

/// A list to be shown page by page.
#[derive(Clone, Debug)]
pub struct List<'a> {
    /// `select … from … where …`, without order or limit. It has a `where`, be it `where 1 = 1`.
    pub select: Sql,
    /// `select count(*) from … where …` of the same rows.
    pub count: Sql,
    /// How it is sorted.
    pub order: &'a Order,
    /// What stood in the address: where the page begins.
    pub after: Option<Position>,
    /// Rows of a page.
    pub size: u16,
}

/// Rows of a page as asked for, between 1 and `most`.
#[must_use]
pub fn size(asked: Option<u16>, usual: u16, most: u16) -> u16 {
    asked.unwrap_or(usual).clamp(1, most)
}

/// Shows one page. `keys` gives the values of the order's keys in a row, in their order.
///
/// # Errors
/// When the database refuses or a row cannot be read.
pub async fn page<T: FromRow + Send>(
    ask: &mut impl Ask,
    list: List<'_>,
    keys: impl Fn(&T) -> Vec<Val>,
) -> Result<Page<T>, Fault> {
    let List { select, count, order, after, size } = list;
    // One row more than is shown tells whether there is a next page.
    let select = order.part(select, after.as_ref(), i64::from(size) + 1);
    let items = ask.all(select).await?;
    let total = ask.one::<(i64,)>(count).await?.map_or(0, |(total,)| total);
    cut(items, order, size, total, keys)
}

/// Makes a page of rows of which one more was read than is shown.
///
/// # Errors
/// When the values are not those of the order's keys: a mistake of the program.
pub fn cut<T>(
    mut items: Vec<T>,
    order: &Order,
    size: u16,
    total: i64,
    keys: impl Fn(&T) -> Vec<Val>,
) -> Result<Page<T>, Fault> {
    let more = items.len() > usize::from(size);
    items.truncate(usize::from(size));
    let last = items.last().filter(|_| more);
    let next = last.map(|row| Cursor::of(order, &keys(row))).transpose()?;
    Ok(Page { items, next, total })
}

/// A pattern for `like {} escape '!'` that finds `text` anywhere, its own signs taken literally.
#[must_use]
pub fn containing(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len() + 2);
    pattern.push('%');
    for c in text.chars().filter(|c| *c != '\0') {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}
