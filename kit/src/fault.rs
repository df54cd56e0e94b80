//! A fault: something that should not happen. Logged once, at the edge, with a number the person can quote.

use std::{error::Error, fmt};

/// What went wrong, in words for the operator, and what caused it.
#[derive(Debug)]
pub struct Fault {
    what: String,
    cause: Option<Box<dyn Error + Send + Sync>>,
    /// Whether the same work may succeed if tried again: the database was busy or the connection went away.
    pub passing: bool,
}

impl Fault {
    /// A fault without a cause behind it.
    pub fn new(what: impl fmt::Display) -> Self {
        Self { what: what.to_string(), cause: None, passing: false }
    }

    /// A fault that another error caused.
    pub fn caused(what: impl fmt::Display, cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { what: what.to_string(), cause: Some(cause.into()), passing: false }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        let mut cause = self.cause.as_deref().map(|c| c as &dyn Error);
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}
impl Error for Fault {}

impl From<tokio_postgres::Error> for Fault {
    /// What the server calls the detail quotes the row it refused: a telephone number, a whole person. It is left out, for logs
    /// hold no personal data; the names of table, column and constraint lead to it.
    fn from(cause: tokio_postgres::Error) -> Self {
        let Some(said) = cause.as_db_error() else { return Self::caused("PostgreSQL refused", cause) };
        let names: Vec<&str> = [said.table(), said.column(), said.constraint()].into_iter().flatten().collect();
        let (message, code) = (said.message(), said.code().code());
        Self::new(format_args!("PostgreSQL refused ({code}): {message} [{}]", names.join(", ")))
    }
}

macro_rules! fault_from {
    ($($error:ty => $what:literal),+ $(,)?) => {$(
        impl From<$error> for Fault {
            fn from(cause: $error) -> Self {
                Self::caused($what, cause)
            }
        }
    )+};
}

fault_from! {
    std::io::Error => "reading or writing a file failed",
    serde_json::Error => "JSON could not be read or written",
    rusqlite::Error => "SQLite refused",
    deadpool_postgres::PoolError => "no PostgreSQL connection could be had",
}
