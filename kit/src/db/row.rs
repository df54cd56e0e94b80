//! Rows, read column by column in the order of the select list.

use rusqlite::types::ValueRef;
use tokio_postgres::types::Type;

use super::{FromVal, Val};
use crate::Fault;

/// One row of an answer; [`Row::take`] reads the next column.
pub struct Row<'a> {
    source: Source<'a>,
    next: usize,
}

enum Source<'a> {
    Lite(&'a rusqlite::Row<'a>),
    Pg(&'a tokio_postgres::Row),
}

/// Something a row can be read as.
pub trait FromRow: Sized {
    /// Reads the columns in select order.
    ///
    /// # Errors
    /// When a column is missing or holds what the type cannot be.
    fn from_row(row: &mut Row<'_>) -> Result<Self, Fault>;
}

impl<'a> Row<'a> {
    pub(super) fn lite(row: &'a rusqlite::Row<'a>) -> Self {
        Self { source: Source::Lite(row), next: 0 }
    }

    pub(super) fn pg(row: &'a tokio_postgres::Row) -> Self {
        Self { source: Source::Pg(row), next: 0 }
    }

    /// The next column as a `T`.
    ///
    /// # Errors
    /// Names the column and says what stood in it instead.
    pub fn take<T: FromVal>(&mut self) -> Result<T, Fault> {
        let at = self.next;
        self.next += 1;
        let val = match &self.source {
            Source::Lite(row) => lite_val(row, at)?,
            Source::Pg(row) => pg_val(row, at)?,
        };
        T::from_val(val).map_err(|problem| Fault::new(format_args!("column `{}` holds {problem}", self.name(at))))
    }

    fn name(&self, at: usize) -> String {
        match &self.source {
            Source::Lite(row) => row.as_ref().column_name(at).unwrap_or("?").to_owned(),
            Source::Pg(row) => row.columns().get(at).map_or("?", |c| c.name()).to_owned(),
        }
    }
}

fn lite_val(row: &rusqlite::Row<'_>, at: usize) -> Result<Val, Fault> {
    Ok(match row.get_ref(at)? {
        ValueRef::Null => Val::Null,
        ValueRef::Integer(number) => Val::Int(number),
        ValueRef::Text(bytes) => {
            let text = std::str::from_utf8(bytes).map_err(|e| Fault::caused("a text column is not UTF-8", e))?;
            Val::Text(text.to_owned())
        }
        ValueRef::Blob(bytes) => Val::Bytes(bytes.to_vec()),
        ValueRef::Real(_) => return Err(Fault::new("a column holds a fraction; we keep whole numbers only")),
    })
}

fn pg_val(row: &tokio_postgres::Row, at: usize) -> Result<Val, Fault> {
    let column = row.columns().get(at).ok_or_else(|| Fault::new("the select list has fewer columns than are read"))?;
    Ok(match *column.type_() {
        Type::INT8 => row.try_get::<_, Option<i64>>(at)?.into(),
        Type::INT4 => row.try_get::<_, Option<i32>>(at)?.into(),
        Type::BOOL => row.try_get::<_, Option<bool>>(at)?.into(),
        Type::UUID => row.try_get::<_, Option<uuid::Uuid>>(at)?.into(),
        Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(at)?.into(),
        Type::TEXT | Type::VARCHAR | Type::NAME | Type::UNKNOWN => row.try_get::<_, Option<String>>(at)?.into(),
        ref other => {
            return Err(Fault::new(format_args!("column `{}` has the type {other}, not read here", column.name())));
        }
    })
}

/// A row with the names of its columns, for backups.
pub(crate) struct Whole(pub(crate) Vec<(String, Val)>);

impl FromRow for Whole {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Fault> {
        let count = match &row.source {
            Source::Lite(row) => row.as_ref().column_count(),
            Source::Pg(row) => row.columns().len(),
        };
        (0..count).map(|at| Ok((row.name(at), row.take()?))).collect::<Result<_, Fault>>().map(Self)
    }
}

macro_rules! tuples {
    ($(($($name:ident),+)),+ $(,)?) => {$(
        impl<$($name: FromVal),+> FromRow for ($($name,)+) {
            fn from_row(row: &mut Row<'_>) -> Result<Self, Fault> {
                Ok(($(row.take::<$name>()?,)+))
            }
        }
    )+};
}
tuples!(
    (A),
    (A, B),
    (A, B, C),
    (A, B, C, D),
    (A, B, C, D, E),
    (A, B, C, D, E, F),
    (A, B, C, D, E, F, G),
    (A, B, C, D, E, F, G, H),
    (A, B, C, D, E, F, G, H, I),
    (A, B, C, D, E, F, G, H, I, J),
    (A, B, C, D, E, F, G, H, I, J, K),
    (A, B, C, D, E, F, G, H, I, J, K, L),
);

/// Declares a struct that is read from a row, its fields in select order.
#[macro_export]
macro_rules! row {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$fmeta:meta])* $fvis:vis $field:ident : $kind:ty),+ $(,)? }) => {
        $(#[$meta])*
        $vis struct $name { $($(#[$fmeta])* $fvis $field: $kind),+ }
        impl $crate::db::FromRow for $name {
            fn from_row(row: &mut $crate::db::Row<'_>) -> Result<Self, $crate::Fault> {
                Ok(Self { $($field: row.take()?),+ })
            }
        }
    };
}
