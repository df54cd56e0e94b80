//! 到岗码: shown to the keeper, opened by the deputy on the day.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use duty_rules::{SeatStage, TurnId};
use fast_qr::{
    QRBuilder,
    convert::{Builder as _, Shape, svg::SvgBuilder},
};
use kit::{
    Fault, Problem, Site, View,
    web::{Form, done, page},
};

use crate::{
    desk::{attend, turn as turns_desk},
    sight::StationRow,
    store::TurnRow,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "duty/code.html")]
struct Code<'a> {
    v: &'a View,
    turn: TurnRow,
    station: StationRow,
    address: String,
    picture: String,
}

/// Makes a new code and shows it once: it is kept only as what a secret is kept as.
pub async fn make(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<TurnId>,
    v: View,
    _form: Form,
) -> Answer {
    turns_desk::kept(&site, &actor, id).await?;
    let token = attend::new_code(&site, &actor, id).await?;
    let (turn, station, _) = turns_desk::seen(&mut site.db(), &actor, id, site.today()).await?;
    let address = format!("{}/duty/here/{token}", base(&site));
    let picture = picture(&address)?;
    Ok(page(&Code { v: &v, turn, station, address, picture }))
}

/// The address people type.
fn base(site: &Site) -> String {
    let config = site.config();
    let set = config.public_url.trim_end_matches('/');
    if set.is_empty() { format!("http://{}", config.listen) } else { set.to_owned() }
}

fn picture(text: &str) -> Result<String, Fault> {
    let code = QRBuilder::new(text).build().map_err(|error| Fault::new(format_args!("a QR code: {error:?}")))?;
    Ok(SvgBuilder::default().shape(Shape::Square).margin(2).to_str(&code))
}

#[derive(Template)]
#[template(path = "duty/here.html")]
struct Here<'a> {
    v: &'a View,
    token: String,
    turn: TurnRow,
    station: StationRow,
    noted: bool,
    today: bool,
}

pub async fn ask(State(site): State<Site>, Extension(actor): Who, Path(token): Path<String>, v: View) -> Answer {
    let (turn, station, stage) = attend::of_code(&site, &actor, &token).await?;
    let (noted, today) = (stage == SeatStage::Attended, turn.day == site.today());
    Ok(page(&Here { v: &v, token, turn, station, noted, today }))
}

pub async fn here(State(site): State<Site>, Extension(actor): Who, Path(token): Path<String>, _form: Form) -> Answer {
    attend::by_code(&site, &actor, &token).await?;
    Ok(done("/duty", "duty-flash-here"))
}
