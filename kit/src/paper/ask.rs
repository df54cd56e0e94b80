//! In which form a document is asked for, and the answer.

use axum::{
    Json,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{Bound, Paper, Poster, Press, Sheaf, Unprinted};
use crate::{Fault, Problem, Site, blobs::disposition};

/// A form in which a document goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// To be edited.
    Docx,
    /// To be printed and kept.
    Pdf,
    /// For programs.
    Json,
}

/// The last part of a document's address: `letter-1-1.pdf`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Which document: `letter-1-1`.
    pub stem: String,
    /// In which form, where the address says so.
    pub form: Option<Form>,
}

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const PDF: &str = "application/pdf";

impl Name {
    /// Reads the last part of an address. An ending that is no form belongs to a document there is not.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let ending = |end, form| text.strip_suffix(end).map(|stem| (stem, Some(form)));
        let (stem, form) = ending(".docx", Form::Docx).or_else(|| ending(".pdf", Form::Pdf)).unwrap_or((text, None));
        Self { stem: stem.to_owned(), form }
    }

    /// The form the address says, else the one the caller accepts, else `usual`.
    #[must_use]
    pub fn form(&self, headers: &HeaderMap, usual: Form) -> Form {
        let accepted = || {
            let list = headers.get(header::ACCEPT)?.to_str().ok()?;
            list.split(',').find_map(|kind| match kind.split(';').next().unwrap_or_default().trim() {
                DOCX => Some(Form::Docx),
                PDF => Some(Form::Pdf),
                "application/json" => Some(Form::Json),
                _ => None,
            })
        };
        self.form.or_else(accepted).unwrap_or(usual)
    }
}

/// Answers with the document in that form, as a file of that name (its ending is added).
///
/// # Errors
/// When it cannot be written, or no PDF can be made here.
pub async fn give(site: &Site, paper: Paper, form: Form, name: &str) -> Result<Response, Problem> {
    match form {
        Form::Json => Ok(Json(paper).into_response()),
        Form::Docx => Ok(file(DOCX, &format!("{name}.docx"), paper.docx()?)),
        Form::Pdf => pdf(site, name, move |press| press.print(&paper)).await,
    }
}

impl Bound {
    /// Answers with the whole file as PDF.
    ///
    /// # Errors
    /// When no PDF can be made here.
    pub async fn give(self, site: &Site, name: &str) -> Result<Response, Problem> {
        pdf(site, name, move |press| press.bind(&self)).await
    }
}

impl Sheaf {
    /// Answers with all of them in that form, as a file of that name (its ending is added); programs get a list.
    ///
    /// # Errors
    /// As [`give`].
    pub async fn give(self, site: &Site, form: Form, name: &str) -> Result<Response, Problem> {
        match form {
            Form::Json => Ok(Json(self.0).into_response()),
            Form::Docx => Ok(file(DOCX, &format!("{name}.docx"), self.docx()?)),
            Form::Pdf => pdf(site, name, move |press| press.gather(&self.0)).await,
        }
    }
}

impl Poster {
    /// Answers with the poster as PDF.
    ///
    /// # Errors
    /// When no PDF can be made here.
    pub async fn give(self, site: &Site, name: &str) -> Result<Response, Problem> {
        pdf(site, name, move |press| press.post(&self)).await
    }
}

async fn pdf(
    site: &Site,
    name: &str,
    print: impl FnOnce(&dyn Press) -> Result<Vec<u8>, Unprinted> + Send + 'static,
) -> Result<Response, Problem> {
    let unset = || Problem::request(StatusCode::NOT_IMPLEMENTED, "kit-paper-no-press");
    let press = site.press().ok_or_else(unset)?;
    let printed = tokio::task::spawn_blocking(move || print(press.as_ref())).await;
    let bytes = printed.map_err(|error| Fault::caused("a document could not be laid out", error))??;
    Ok(file(PDF, &format!("{name}.pdf"), bytes))
}

fn file(media: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, media.to_owned()),
        (header::CONTENT_DISPOSITION, disposition(name)),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (headers, bytes).into_response()
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn the_address_says_the_form_before_the_header_does() {
        let cases = [
            ("sheet.pdf", DOCX, ("sheet", Form::Pdf)),
            ("sheet", DOCX, ("sheet", Form::Docx)),
            ("sheet", "text/html,application/pdf;q=0.9,*/*", ("sheet", Form::Pdf)),
            ("letter-1-1.docx", "*/*", ("letter-1-1", Form::Docx)),
            ("sheet", "*/*", ("sheet", Form::Json)),
            ("sheet.exe", "*/*", ("sheet.exe", Form::Json)),
        ];
        for (address, accept, (stem, form)) in cases {
            let name = Name::read(address);
            let headers = HeaderMap::from_iter([(header::ACCEPT, HeaderValue::from_static(accept))]);
            assert_eq!((name.stem.as_str(), name.form(&headers, Form::Json)), (stem, form), "{address} {accept}");
        }
    }
}
