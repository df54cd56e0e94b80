//! A finished table, ready to be sent.

use std::io::Seek as _;

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, header},
    response::Response,
};
use rust_xlsxwriter::Workbook;
use tempfile::NamedTempFile;
use tokio::io::AsyncReadExt as _;

use super::book::save;
use crate::Fault;

/// The answer's header with the number of rows.
pub const ROW_COUNT: HeaderName = HeaderName::from_static("x-row-count");

/// As what a table goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A workbook.
    Xlsx,
    /// Text with commas, UTF-8 with its mark, so that every spreadsheet reads the Chinese.
    Csv,
}

impl Kind {
    /// From what stands at the end of an address: `xlsx` or `csv`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "xlsx" => Some(Self::Xlsx),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }
}

/// A finished table in a file that goes away once it is sent.
pub struct Ready {
    pub(super) kind: Kind,
    pub(super) file: NamedTempFile,
    /// Rows without titles.
    pub rows: u64,
}

impl Ready {
    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &std::path::Path {
        self.file.path()
    }

    /// Keeps it under a name, for the command line.
    ///
    /// # Errors
    /// When the file cannot be written there.
    pub fn keep(&self, to: &std::path::Path) -> Result<(), Fault> {
        std::fs::copy(self.file.path(), to)
            .map_err(|error| Fault::place("kit-mend-file-unwritable", to.display(), error))?;
        Ok(())
    }

    /// The download, streamed, with the name the person sees (`建议目录`; the ending is added) and the number of rows.
    ///
    /// # Errors
    /// When the file cannot be read again.
    pub fn response(self, name: &str) -> Result<Response, Fault> {
        let mut file = self.file.reopen()?;
        file.rewind()?;
        let size = file.metadata()?.len();
        let pieces = futures_util::stream::try_unfold(tokio::fs::File::from_std(file), |mut file| async move {
            let mut piece = bytes::BytesMut::with_capacity(64 << 10);
            let got = file.read_buf(&mut piece).await?;
            Ok::<_, std::io::Error>((got > 0).then(|| (piece.freeze(), file)))
        });
        let answer = Response::builder()
            .header(header::CONTENT_TYPE, self.kind.media_type())
            .header(header::CONTENT_LENGTH, size)
            .header(header::CONTENT_DISPOSITION, attachment(name, self.kind.ending()))
            .header(header::CACHE_CONTROL, "private, no-store")
            .header(ROW_COUNT, self.rows)
            .body(Body::from_stream(pieces));
        answer.map_err(|error| Fault::caused("a download could not be answered", error))
    }
}

/// `attachment` with a Chinese name for browsers of today and an ASCII one for the rest (RFC 6266, RFC 8187).
fn attachment(name: &str, ending: &str) -> HeaderValue {
    let mut text = format!("attachment; filename=\"table.{ending}\"; filename*=UTF-8''");
    for byte in format!("{name}.{ending}").bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("attachment"))
}

/// A workbook that another part of this room has filled, ready to be sent.
pub(super) fn ready(workbook: Workbook, rows: u64) -> Result<Ready, Fault> {
    Ok(Ready { kind: Kind::Xlsx, file: save(workbook)?, rows })
}
