//! A fault: something that should not happen. Logged once, at the edge, with a number the person can quote.

use std::{error::Error, fmt};

use kernel::{Refusal, Refused};

/// What went wrong, in words for the operator, and what caused it.
///
/// Whatever gives a `Result<_, Fault>` fails when the database refuses, or holds a row that cannot be; only what else may go wrong is
/// said where it can.
#[derive(Debug)]
pub struct Fault {
    what: String,
    cause: Option<Box<dyn Error + Send + Sync>>,
    /// Whether the same work may succeed if tried again: the database was busy or the connection went away.
    pub passing: bool,
    /// What the operator can mend, as a sentence that says how; nothing where the fault is the program's own.
    pub mend: Option<Box<Refused>>,
}

impl Fault {
    /// A fault without a cause behind it.
    pub fn new(what: impl fmt::Display) -> Self {
        Self { what: what.to_string(), cause: None, passing: false, mend: None }
    }

    /// A fault that another error caused.
    pub fn caused(what: impl fmt::Display, cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { what: what.to_string(), cause: Some(cause.into()), passing: false, mend: None }
    }

    /// The same, with the sentence that says what the operator can do about it.
    #[must_use]
    pub fn to_mend(self, sentence: Refused) -> Self {
        Self { mend: Some(Box::new(sentence)), ..self }
    }

    /// A place the operator named cannot be used as it is: a file, a folder, an address. The sentence is told `place` and `why`.
    pub fn place(key: &'static str, place: impl fmt::Display, cause: std::io::Error) -> Self {
        let sentence = Refused::new(Refusal::Unfit, key).with("place", &place).with("why", why(&cause));
        Self::caused(place, cause).to_mend(sentence)
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

/// The word of an error of the machine, for sentences; its own message where it is a rare one.
fn why(error: &std::io::Error) -> String {
    use std::io::ErrorKind as Kind;
    let word = match error.kind() {
        Kind::NotFound => "missing",
        Kind::PermissionDenied => "denied",
        Kind::AlreadyExists => "exists",
        Kind::NotADirectory => "no-folder",
        Kind::IsADirectory => "folder",
        Kind::InvalidData => "no-text",
        Kind::AddrInUse => "in-use",
        Kind::AddrNotAvailable => "not-here",
        Kind::InvalidInput => "no-address",
        Kind::StorageFull => "full",
        Kind::ReadOnlyFilesystem => "read-only",
        _ => return error.to_string(),
    };
    word.to_owned()
}

impl From<rusqlite::Error> for Fault {
    fn from(cause: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let key = match cause.sqlite_error_code() {
            Some(Code::NotADatabase | Code::DatabaseCorrupt) => "kit-mend-damaged",
            Some(Code::ReadOnly | Code::CannotOpen) => "kit-mend-unwritable",
            Some(Code::DiskFull) => "kit-mend-full",
            _ => return Self::caused("SQLite refused", cause),
        };
        Self::caused("SQLite refused", cause).to_mend(Refused::new(Refusal::Unfit, key))
    }
}

impl From<deadpool_postgres::PoolError> for Fault {
    fn from(cause: deadpool_postgres::PoolError) -> Self {
        let refused = Refused::new(Refusal::NotNow, "kit-mend-unreachable").with("said", &cause);
        Self::caused("no PostgreSQL connection could be had", cause).to_mend(refused)
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
}
