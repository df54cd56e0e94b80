//! Names of deputies as they stand on a signed sheet, understood by the roll of the congress.

use kernel::PersonId;
use kit::web::{Form, Wrong};

use crate::queries::Deputy;

/// What parts one name from the next.
const BETWEEN: [char; 8] = ['、', '，', ',', '；', ';', '\n', '\r', '\t'];

/// Why a name is nobody's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lost {
    Unknown,
    Several,
}

/// The one deputy named in a field.
pub fn one(roll: &[Deputy], form: &mut Form, field: &'static str) -> Option<PersonId> {
    let found = read(roll, form, field)?;
    if let [only] = found.as_slice() {
        return Some(*only);
    }
    form.refuse(field, Wrong::new("bills-wrong-one-name"));
    None
}

/// The deputies named in a field.
pub fn several(roll: &[Deputy], form: &mut Form, field: &'static str) -> Option<Vec<PersonId>> {
    read(roll, form, field)
}

/// Everybody named, or what is wrong with the first kind of fault beside the field.
fn read(roll: &[Deputy], form: &mut Form, field: &'static str) -> Option<Vec<PersonId>> {
    let typed: String = form.take::<kernel::Text<8000>>(field)?.to_string();
    let all = names(roll, &typed);
    for (lost, key) in [(Lost::Unknown, "bills-wrong-names-unknown"), (Lost::Several, "bills-wrong-names-several")] {
        let wrong: Vec<&str> = all.iter().filter(|(_, who)| *who == Err(lost)).map(|(name, _)| name.as_str()).collect();
        if !wrong.is_empty() {
            form.refuse(field, Wrong::new(key).with("names", wrong.join("、")));
            return None;
        }
    }
    Some(all.into_iter().filter_map(|(_, who)| who.ok()).collect())
}

/// Each name with whose it is. A blank within a name, as sheets set short ones, parts nothing where the whole is somebody's.
fn names(roll: &[Deputy], typed: &str) -> Vec<(String, Result<PersonId, Lost>)> {
    let mut all = vec![];
    for piece in typed.split(BETWEEN).map(str::trim).filter(|piece| !piece.is_empty()) {
        let whole = seek(roll, piece);
        let parts: Vec<&str> = piece.split_whitespace().collect();
        if whole == Err(Lost::Unknown) && parts.len() > 1 {
            all.extend(parts.into_iter().map(|part| (part.to_owned(), seek(roll, part))));
        } else {
            all.push((piece.to_owned(), whole));
        }
    }
    all
}

/// Whose name it is: 李明, or 李明（第一代表团） where two bear it.
fn seek(roll: &[Deputy], text: &str) -> Result<PersonId, Lost> {
    let (name, delegation) = match text.split_once(['（', '(']) {
        Some((name, rest)) => (name, Some(rest.trim_end_matches(['）', ')']).trim())),
        None => (text, None),
    };
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let name = bare(name);
    let mut hits = roll.iter().filter(|one| {
        bare(&one.name) == name && delegation.is_none_or(|wanted| one.delegation.as_deref() == Some(wanted))
    });
    match (hits.next(), hits.next()) {
        (Some(only), None) => Ok(only.id),
        (Some(_), Some(_)) => Err(Lost::Several),
        (None, _) => Err(Lost::Unknown),
    }
}
