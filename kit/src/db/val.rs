//! One value on its way into or out of either engine.

use std::error::Error;

use kernel::{AreaCode, Day, Id, Moment, Text};
use tokio_postgres::types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked};
use uuid::Uuid;

/// A value as both engines keep it: identities are `uuid` on PostgreSQL and 16 bytes on SQLite, truth is 0 or 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Val {
    /// Nothing.
    Null,
    /// A whole number, a truth or a moment.
    Int(i64),
    /// Text, a day or an area code.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// An identity.
    Id(Uuid),
}

/// Reads a value of a column as a Rust type; the error says what stood there instead.
pub trait FromVal: Sized {
    /// Takes the value.
    ///
    /// # Errors
    /// Says in a few words what was wrong with it.
    fn from_val(val: Val) -> Result<Self, String>;
}

macro_rules! into_val {
    ($($from:ty => |$x:ident| $to:expr),+ $(,)?) => {$(
        impl From<$from> for Val {
            fn from($x: $from) -> Self {
                $to
            }
        }
    )+};
}

into_val! {
    i64 => |x| Self::Int(x),
    i32 => |x| Self::Int(x.into()),
    u32 => |x| Self::Int(x.into()),
    u16 => |x| Self::Int(x.into()),
    bool => |x| Self::Int(x.into()),
    String => |x| Self::Text(x),
    &String => |x| Self::Text(x.clone()),
    &str => |x| Self::Text(x.to_owned()),
    Vec<u8> => |x| Self::Bytes(x),
    Uuid => |x| Self::Id(x),
    Moment => |x| Self::Int(x.millis()),
    Day => |x| Self::Text(x.to_string()),
    AreaCode => |x| Self::Text(x.into()),
    &AreaCode => |x| Self::Text(x.as_str().to_owned()),
}

impl<N> From<Id<N>> for Val {
    fn from(id: Id<N>) -> Self {
        Self::Id(id.uuid())
    }
}
impl<const MAX: usize> From<Text<MAX>> for Val {
    fn from(text: Text<MAX>) -> Self {
        Self::Text(text.into())
    }
}
impl<const MAX: usize> From<&Text<MAX>> for Val {
    fn from(text: &Text<MAX>) -> Self {
        Self::Text(text.as_str().to_owned())
    }
}
impl<T: Into<Self>> From<Option<T>> for Val {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl Val {
    fn kind(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Int(_) => "a number",
            Self::Text(_) => "text",
            Self::Bytes(_) => "bytes",
            Self::Id(_) => "an identity",
        }
    }

    fn not(&self, wanted: &str) -> String {
        format!("{} where {wanted} belongs", self.kind())
    }
}

impl FromVal for Val {
    fn from_val(val: Val) -> Result<Self, String> {
        Ok(val)
    }
}
impl FromVal for i64 {
    fn from_val(val: Val) -> Result<Self, String> {
        match val {
            Val::Int(number) => Ok(number),
            other => Err(other.not("a number")),
        }
    }
}
macro_rules! smaller {
    ($($kind:ty),+) => {$(
        impl FromVal for $kind {
            fn from_val(val: Val) -> Result<Self, String> {
                let number = i64::from_val(val)?;
                Self::try_from(number).map_err(|_| format!("{number}, which is out of range"))
            }
        }
    )+};
}
smaller!(i32, u16, u32, u64, usize);

impl FromVal for bool {
    fn from_val(val: Val) -> Result<Self, String> {
        match val {
            Val::Int(0) => Ok(false),
            Val::Int(1) => Ok(true),
            other => Err(other.not("0 or 1")),
        }
    }
}
impl FromVal for String {
    fn from_val(val: Val) -> Result<Self, String> {
        match val {
            Val::Text(text) => Ok(text),
            other => Err(other.not("text")),
        }
    }
}
impl FromVal for Vec<u8> {
    fn from_val(val: Val) -> Result<Self, String> {
        match val {
            Val::Bytes(bytes) => Ok(bytes),
            other => Err(other.not("bytes")),
        }
    }
}
impl FromVal for Uuid {
    fn from_val(val: Val) -> Result<Self, String> {
        match val {
            Val::Id(id) => Ok(id),
            Val::Bytes(bytes) => Self::from_slice(&bytes).map_err(|e| e.to_string()),
            other => Err(other.not("an identity")),
        }
    }
}
impl<N> FromVal for Id<N> {
    fn from_val(val: Val) -> Result<Self, String> {
        Uuid::from_val(val).map(Self::from_uuid)
    }
}
impl FromVal for Moment {
    fn from_val(val: Val) -> Result<Self, String> {
        i64::from_val(val).map(Self::from_millis)
    }
}
impl FromVal for Day {
    fn from_val(val: Val) -> Result<Self, String> {
        String::from_val(val)?.parse().map_err(|e: kernel::DayError| e.to_string())
    }
}
impl FromVal for AreaCode {
    fn from_val(val: Val) -> Result<Self, String> {
        Self::parse(&String::from_val(val)?).map_err(|e| e.to_string())
    }
}
impl<const MAX: usize> FromVal for Text<MAX> {
    fn from_val(val: Val) -> Result<Self, String> {
        Self::parse(&String::from_val(val)?).map_err(|e| e.to_string())
    }
}
impl<T: FromVal> FromVal for Option<T> {
    fn from_val(val: Val) -> Result<Self, String> {
        if val == Val::Null { Ok(None) } else { T::from_val(val).map(Some) }
    }
}

impl rusqlite::ToSql for Val {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        use rusqlite::types::{ToSqlOutput, ValueRef};
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
            Self::Id(id) => ValueRef::Blob(id.as_bytes()),
        }))
    }
}

impl ToSql for Val {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(number) => match *kind {
                Type::INT4 => i32::try_from(*number)?.to_sql(kind, out),
                Type::INT2 => i16::try_from(*number)?.to_sql(kind, out),
                Type::INT8 => number.to_sql(kind, out),
                _ => Err(format!("a number was bound where {kind} belongs").into()),
            },
            Self::Text(text) if <&str as ToSql>::accepts(kind) => text.to_sql(kind, out),
            Self::Bytes(bytes) if *kind == Type::BYTEA => bytes.to_sql(kind, out),
            Self::Id(id) if *kind == Type::UUID => id.to_sql(kind, out),
            other => Err(format!("{} was bound where {kind} belongs", other.kind()).into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}
