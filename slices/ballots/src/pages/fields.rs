//! Fields that several forms share: whole numbers, names a line each, settings as words.

use ballots_rules::{
    paper::{Assembly, Kind, Name, Setting, Spec},
    round::{Bar, Rule},
};
use kernel::Text;
use kit::{
    View,
    web::{Form, Wrong},
};
use law_rules::Word as _;

use crate::desk::prepare::BallotSpecWanted;

/// A whole number that must be there.
pub fn number(form: &mut Form, name: &str) -> Option<u32> {
    let raw: i64 = form.take(name)?;
    let read = u32::try_from(raw).ok();
    if read.is_none() {
        form.refuse(name, Wrong::new("kit-form-number"));
    }
    read
}

/// A whole number; nothing typed is none.
pub fn count(form: &mut Form, name: &str) -> u32 {
    if form.value(name).trim().is_empty() { 0 } else { number(form, name).unwrap_or(0) }
}

/// Names as they are typed: a line each, what it is about after a bar.
pub fn typed(names: &[Name]) -> String {
    let line = |name: &Name| match &name.note {
        Some(note) => format!("{}｜{note}", name.name),
        None => name.name.to_string(),
    };
    names.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Reads names, a line each; who was linked to a person before stays linked under the same name.
pub fn names(form: &mut Form, before: &[Name]) -> Option<Vec<Name>> {
    let all: String = form.take("names")?;
    let mut names = Vec::new();
    for (at, line) in (1_usize..).zip(all.lines().map(str::trim)).filter(|(_, line)| !line.is_empty()) {
        let (name, note) = line.split_once(['|', '｜']).map_or((line, ""), |(name, note)| (name, note.trim()));
        let note = if note.is_empty() { Ok(None) } else { Text::parse(note).map(Some) };
        match (Text::<60>::parse(name), note) {
            (Ok(name), Ok(note)) => {
                let person = before.iter().find(|one| one.name == name).and_then(|one| one.person);
                names.push(Name { name, note, person });
            }
            _ => form.refuse("names", Wrong::new("ballots-wrong-name").with("line", at)),
        }
    }
    (!form.has_errors()).then_some(names)
}

/// The words of a setting with their sentences.
pub type Options = Vec<(&'static str, String)>;

/// The words of a closed list with their sentences.
pub fn words<W: law_rules::Word>(v: &View) -> Options {
    W::ALL.iter().map(|word| (word.word(), v.t(&word.key()).into_owned())).collect()
}

/// The words of a rule, as the form and the page of a matter say them; an empty one where it is a share that has no word.
fn words_of(rule: &Rule) -> impl Iterator<Item = (Setting, &'static str)> {
    Setting::ALL.iter().map(|setting| (*setting, setting.word_of(rule).unwrap_or("")))
}

/// A setting of a rule in words.
pub fn setting_said(v: &View, setting: Setting, rule: &Rule) -> String {
    match (setting.word_of(rule), setting, rule.bar, rule.quorum) {
        (Some(word), ..) => v.t(&format!("ballots-{}-{word}", setting.word())).into_owned(),
        (None, Setting::Bar, Bar::AtLeast(a, b), _) | (None, Setting::Quorum, _, Some(Bar::AtLeast(a, b))) => {
            v.tf("ballots-share", [("a", a.to_string()), ("b", b.to_string())]).into_owned()
        }
        (None, ..) => String::new(),
    }
}

/// The settings in words: label and sentence.
pub fn told(v: &View, spec: &Spec) -> Vec<(String, String)> {
    let said = |setting: Setting| (v.t(&setting.key()).into_owned(), setting_said(v, setting, &spec.rule));
    Setting::of(spec.kind).into_iter().map(said).collect()
}

/// A form filled with what is voted on.
pub fn filled(v: &View, spec: &Spec) -> Form {
    let form = Form::blank(v)
        .with("assembly", spec.assembly.word())
        .with("kind", spec.kind.word())
        .with("places", spec.rule.places)
        .with("names", typed(&spec.names))
        .with("method", &spec.method);
    words_of(&spec.rule).fold(form, |form, (setting, word)| form.with(setting.word(), word))
}

/// What a form of settings holds, and the keys of its labels.
pub const HELD: [(&str, &str); 12] = [
    ("assembly", "ballots-field-assembly"),
    ("kind", "ballots-field-kind"),
    ("places", "ballots-field-places"),
    ("names", "ballots-field-names"),
    ("method", "ballots-field-method"),
    ("base", "ballots-field-base"),
    ("bar", "ballots-field-bar"),
    ("quorum", "ballots-field-quorum"),
    ("write-in", "ballots-field-write-in"),
    ("blank", "ballots-field-blank"),
    ("unclear", "ballots-field-unclear"),
    ("tie", "ballots-field-tie"),
];

/// A setting as the page says it.
pub fn said(v: &View, name: &str, value: &str) -> String {
    match name {
        "places" | "names" | "method" => value.to_owned(),
        _ => v.t(&format!("ballots-{name}-{value}")).into_owned(),
    }
}

fn rule(form: &mut Form) -> Option<Rule> {
    let mut rule = Rule::assembly(1);
    for setting in Setting::ALL {
        rule = form.choice(setting.word(), |word| setting.lay(rule.clone(), word)).unwrap_or(rule);
    }
    (!form.has_errors()).then_some(rule)
}

/// Reads what is voted on; with `settings`, also how it counts.
pub fn spec(form: &mut Form, before: &[Name], settings: bool) -> Option<BallotSpecWanted> {
    let assembly = form.choice("assembly", Assembly::read);
    let kind = form.choice("kind", Kind::read);
    let names = names(form, before);
    let asked = kind.is_some_and(|kind| !matches!(kind, Kind::Decision | Kind::Rating));
    let places = if asked { number(form, "places") } else { None };
    let method = form.maybe("method");
    let rule = if settings { rule(form) } else { None };
    if form.has_errors() {
        return None;
    }
    Some(BallotSpecWanted { assembly: assembly?, kind: kind?, names: names?, places, method, rule })
}

/// The settings of a form: name, key of the label, options.
pub fn settings(v: &View) -> Vec<(&'static str, String, Options)> {
    Setting::ALL.iter().map(|setting| (setting.word(), setting.key(), options(v, *setting))).collect()
}

/// The words of a setting with their sentences.
pub fn options(v: &View, setting: Setting) -> Options {
    let said = |word: &'static str| (word, v.t(&format!("ballots-{}-{word}", setting.word())).into_owned());
    setting.words().into_iter().map(said).collect()
}
