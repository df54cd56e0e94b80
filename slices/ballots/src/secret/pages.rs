//! The pages of halls: for the office and tellers, trustees, the deputy's phone, the hall's screen, and everybody.

mod begin;
mod hall;
mod hand;
mod phone;
mod published;
mod reason;
mod screen;

use axum::{
    Router,
    routing::{get, post},
};
use kit::{Fault, Site};

/// Every page of a hall.
pub(crate) fn pages() -> Router<Site> {
    Router::new()
        .route("/ballots/rounds/{id}/hall", get(hall::show).post(begin::create))
        .route("/ballots/rounds/{id}/hall/new", get(begin::new))
        .route("/ballots/rounds/{id}/hall/trustees/{n}", get(hand::ask).post(hand::hand))
        .route("/ballots/rounds/{id}/hall/presence", post(hall::presence))
        .route("/ballots/rounds/{id}/hall/roll", post(hall::freeze_roll))
        .route("/ballots/rounds/{id}/hall/freeze", post(hall::freeze))
        .route("/ballots/rounds/{id}/hall/opening", post(hall::opening))
        .route("/ballots/rounds/{id}/hall/close", post(hall::close))
        .route("/ballots/rounds/{id}/hall/again", get(reason::ask_again).post(reason::again))
        .route("/ballots/rounds/{id}/hall/void", get(reason::ask_void).post(reason::void))
        .route("/ballots/rounds/{id}/hall/phone", get(phone::show))
        .route("/ballots/rounds/{id}/hall/screen", get(screen::show))
        .route("/ballots/published/{vote}", get(published::show))
        .route("/ballots/published/{vote}/{file}", get(published::file))
}

/// A hash in groups of eight, as people compare it.
pub(crate) fn parted(hash: &str) -> String {
    let letters: Vec<char> = hash.chars().collect();
    letters.chunks(8).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// The address people type.
fn base(site: &Site) -> String {
    let config = site.config();
    let set = config.public_url.trim_end_matches('/');
    if set.is_empty() { format!("http://{}", config.listen) } else { set.to_owned() }
}

/// A code that a phone's camera reads.
fn picture(text: &str) -> Result<String, Fault> {
    use fast_qr::{
        QRBuilder,
        convert::{Builder as _, Shape, svg::SvgBuilder},
    };
    let code = QRBuilder::new(text).build().map_err(|error| Fault::new(format_args!("a QR code: {error:?}")))?;
    Ok(SvgBuilder::default().shape(Shape::Square).margin(2).to_str(&code))
}
