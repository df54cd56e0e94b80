//! Fields that several forms share: whole numbers, words of a list, who stands on a side.

use kit::{
    View,
    web::{Form, Wrong},
};
use links_rules::{End, KindSpec, Near, Side};

use crate::{desk::kind::LinkKindWanted, queries::candidates::Candidate, sheet::meant};

/// Values with their words.
pub type Options = Vec<(String, String)>;

/// Where there are more, a name is typed instead of chosen.
const MOST_OPTIONS: usize = 300;

/// The words of a list in the reader's language, under the keys of a group.
pub fn options(v: &View, group: &str, words: impl IntoIterator<Item = &'static str>) -> Options {
    words.into_iter().map(|word| (word.to_owned(), v.t(&format!("links-{group}-{word}")).into_owned())).collect()
}

/// A whole number; nothing typed is nothing.
pub fn number(form: &mut Form, name: &str) -> Option<u16> {
    let raw: i64 = form.maybe(name)?;
    let read = u16::try_from(raw).ok();
    if read.is_none() {
        form.refuse(name, Wrong::new("kit-form-number"));
    }
    read
}

/// Those on a side to choose from; nothing where there are too many and a name is typed.
pub fn choices(all: &[Candidate]) -> Options {
    if all.len() > MOST_OPTIONS {
        return Vec::new();
    }
    all.iter().map(|one| (one.end.to_string(), one.called())).collect()
}

/// Who was chosen or typed.
pub fn end(form: &mut Form, name: &str, all: &[Candidate]) -> Option<End> {
    let raw: String = form.take(name)?;
    meant(all, raw.trim()).map_err(|key| form.refuse(name, Wrong::new(key))).ok()
}

/// The sides of a kind with their words: who may link, who may be linked.
pub fn sides(v: &View) -> (Options, Options) {
    let of = |fits: fn(Side) -> bool| {
        options(v, "side", Side::ALL.iter().copied().filter(move |side| fits(*side)).map(Side::word))
    };
    (of(Side::links), of(Side::is_linked))
}

/// Reads what a kind is to be.
pub fn kind(form: &mut Form) -> Option<LinkKindWanted> {
    let (name, one, other) = (form.take("name"), form.choice("one", Side::read), form.choice("other", Side::read));
    let need = number(form, "need").unwrap_or(1);
    let least = number(form, "least").unwrap_or(0);
    let most = number(form, "most");
    let near = form.choice("near", Near::read);
    let times = number(form, "times").unwrap_or(0);
    let (basis, since, until) = (form.maybe("basis"), form.take("since"), form.maybe("until"));
    if form.has_errors() {
        return None;
    }
    let (name, one, other, near, since) = (name?, one?, other?, near?, since?);
    Some(LinkKindWanted { name, one, other, need, least, most, near, times, basis, since, until })
}

/// A form filled with a kind.
pub fn filled(v: &View, spec: &KindSpec) -> Form {
    let fields = crate::desk::kind::filled(spec);
    fields.into_iter().fold(Form::blank(v), |form, (name, _, value)| form.with(name, value))
}
