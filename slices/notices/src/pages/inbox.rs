//! 我的通知.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, Query, State},
    response::Response,
};
use kernel::Moment;
use kit::{
    Problem, Site, View,
    web::{Form, chosen, done, go, page},
};
use notices_rules::Topic;
use serde::Deserialize;

use crate::inbox::{self, Asked, Item, NoticeId};

const LINES: u16 = 25;

/// What the inbox is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    topic: String,
    #[serde(default)]
    unread: String,
    #[serde(default)]
    after: String,
}

#[derive(Template)]
#[template(path = "notices/inbox.html")]
struct Inbox<'a> {
    v: &'a View,
    lines: Vec<(Item, String)>,
    total: i64,
    unread: i64,
    first: Option<String>,
    next: Option<String>,
    topic: String,
    topics: Vec<(&'static str, String)>,
    only_unread: String,
    now: i64,
}

/// The inbox, newest first.
///
/// # Errors
/// When nobody is signed in in person.
pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let asked = Asked { unread: wanted.unread == "1", topic: chosen("topic", &wanted.topic, Topic::read)? };
    let after = Some(wanted.after.as_str()).filter(|after| !after.is_empty());
    let found = inbox::page(&site, &actor, asked, after, LINES).await?;
    let address = |after: &str| {
        let mut query = form_urlencoded::Serializer::new(String::from("/notices?"));
        query.append_pair("topic", &wanted.topic).append_pair("unread", &wanted.unread);
        if !after.is_empty() {
            query.append_pair("after", after);
        }
        query.finish()
    };
    let words = |topic: Topic| (topic.word(), v.t(&format!("notices-topic-{}", topic.word())).into_owned());
    Ok(page(&Inbox {
        unread: inbox::unread(site.db(), &actor).await?,
        total: found.total,
        first: after.map(|_| address("")),
        next: found.next.map(|next| address(&next.to_string())),
        lines: found.items.into_iter().map(|item| (item.clone(), item.said(v.language))).collect(),
        topics: Topic::ALL.into_iter().map(words).collect(),
        topic: wanted.topic,
        only_unread: wanted.unread,
        now: site.now().millis(),
        v: &v,
    }))
}

/// Opens one: it is read, and the visitor stands before the matter.
///
/// # Errors
/// When it is not the visitor's.
pub async fn open(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<NoticeId>,
) -> Result<Response, Problem> {
    Ok(go(&inbox::open(&site, &actor, id).await?.href()))
}

/// Marks one read without going there.
///
/// # Errors
/// When it is not the visitor's.
pub async fn read(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<NoticeId>,
    _f: Form,
) -> Result<Response, Problem> {
    inbox::open(&site, &actor, id).await?;
    Ok(go("/notices"))
}

/// Marks everything read that the page had shown.
///
/// # Errors
/// When nobody is signed in in person.
pub async fn read_all(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    f: Form,
) -> Result<Response, Problem> {
    let until = f.value("until").parse().map_or_else(|_| site.now(), Moment::from_millis);
    inbox::read_all(&site, &actor, until).await?;
    Ok(done("/notices", "notices-all-read"))
}
