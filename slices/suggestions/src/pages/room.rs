//! 办理协商: the page where those who work on a matter leave notes for each other.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site, View,
    web::{Form, done, page_with},
};
use suggestions_rules::{NoteId, SuggestionId};

use super::{attach::taken_if_any, names};
use crate::{
    desk::{self, Reason},
    queries::{self, Attachment, Room},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "suggestions/room.html")]
struct Page<'a> {
    v: &'a View,
    f: &'a Form,
    id: SuggestionId,
    room: Room,
    today: Day,
    /// Whether this visitor may write now.
    writes: bool,
    /// Whether this visitor settles what units disagree on.
    coordinates: bool,
}

impl Page<'_> {
    fn files(&self, note: &NoteId) -> impl Iterator<Item = &Attachment> {
        self.room.files.iter().filter(move |file| file.note == Some(*note))
    }

    /// The units that disagree.
    fn between(&self, units: &[(BodyId, String)]) -> String {
        let names: Vec<&str> = units.iter().map(|(_, name)| name.as_str()).collect();
        self.v.tf("suggestions-difference-of", [("units", names.join("、"))]).into_owned()
    }

    fn role(&self, word: &str) -> String {
        names::role(self.v, word)
    }

    fn awaits(&self, word: &str) -> String {
        names::awaits(self.v, word)
    }

    /// Whole days to that day.
    fn left(&self, by: &Day) -> i64 {
        by.days_since(self.today).into()
    }
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<SuggestionId>, v: View) -> Answer {
    render(&site, &actor, &v, &Form::blank(&v), id).await
}

pub async fn note(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    v: View,
    mut form: Form,
) -> Answer {
    desk::room::sender(&actor, &queries::room(&site, &actor, id).await?.kept.suggestion)?;
    let words: Option<Reason> = form.take("words");
    let files = match taken_if_any(&site, &form).await {
        Ok(files) => files,
        Err(problem) => {
            form.accept(problem)?;
            vec![]
        }
    };
    let (Some(words), false) = (words, form.has_errors()) else {
        return render(&site, &actor, &v, &form, id).await;
    };
    let at = format!("/suggestions/{id}/room");
    desk::room::note(&site, &actor, id, words, &files, &form.once(&at)?).await?;
    Ok(done(&at, "suggestions-flash-noted"))
}

async fn render(site: &Site, actor: &Actor, v: &View, f: &Form, id: SuggestionId) -> Answer {
    let room = queries::room(site, actor, id).await?;
    let open = matches!(room.kept.suggestion.stage, suggestions_rules::Stage::Handling(_));
    let writes = open && desk::room::sender(actor, &room.kept.suggestion).is_ok();
    let status = if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let coordinates = desk::differ::coordinator(actor, &room.kept.suggestion).is_ok();
    Ok(page_with(status, &Page { v, f, id, room, today: site.today(), writes, coordinates }))
}
