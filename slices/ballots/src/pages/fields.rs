//! Fields that several forms share: whole numbers, names a line each, settings as words.

use ballots_rules::{
    paper::{Assembly, Kind, Name, Spec},
    round::{Bar, Base, Rule, TieNext, UnclearPart, WriteInRule},
};
use kernel::{Refusal, Refused, Text};
use kit::{
    Problem, View,
    web::{Errors, Form, Wrong},
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

/// What the rule said against what was typed stands beside a field, so that nothing typed is lost; anything else is handed back.
///
/// # Errors
/// With the problem, when it is not about what was typed.
pub fn keep_at(form: &mut Form, name: &str, problem: Problem) -> Result<(), Problem> {
    let problem = match problem {
        Problem::Refused(Refused { kind: Refusal::Unfit | Refusal::NotNow, key, values }) => {
            Errors::one(name, Wrong { key, values }).into()
        }
        other => other,
    };
    form.accept(problem)
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

const BARS: [(&str, Bar); 4] = [
    ("half", Bar::MoreThanHalf),
    ("two-thirds", Bar::AtLeast(2, 3)),
    ("third", Bar::AtLeast(1, 3)),
    ("most", Bar::MostVotes),
];
const BASES: [(&str, Base); 4] = [
    ("members", Base::Members),
    ("participants", Base::Participants),
    ("returned", Base::Returned),
    ("valid", Base::Valid),
];
const TIES: [(&str, TieNext); 3] =
    [("again", TieNext::VoteAgain), ("presidium", TieNext::PresidiumDecides), ("all", TieNext::AllTaken)];
const WRITE_INS: [&str; 5] = ["none", "against-marked", "against", "free-marked", "free"];

fn read<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table.iter().find(|(own, _)| *own == word).map(|(_, value)| *value)
}

fn word_of<T: PartialEq + Copy>(table: &[(&'static str, T)], value: T) -> &'static str {
    table.iter().find(|(_, own)| *own == value).map_or("", |(word, _)| *word)
}

/// The words under which a write-in rule stands.
const fn write_in_word(rule: Option<WriteInRule>) -> &'static str {
    match rule {
        None => "none",
        Some(WriteInRule { requires_against: true, unmarked_counts: true }) => "against",
        Some(WriteInRule { requires_against: true, unmarked_counts: false }) => "against-marked",
        Some(WriteInRule { requires_against: false, unmarked_counts: true }) => "free",
        Some(WriteInRule { requires_against: false, unmarked_counts: false }) => "free-marked",
    }
}

fn write_in(word: &str) -> Option<Option<WriteInRule>> {
    let rule = |requires_against, unmarked_counts| Some(WriteInRule { requires_against, unmarked_counts });
    Some(match word {
        "none" => None,
        "against" => rule(true, true),
        "against-marked" => rule(true, false),
        "free" => rule(false, true),
        "free-marked" => rule(false, false),
        _ => return None,
    })
}

/// The words of a rule, as the form and the page of a matter say them: setting and word.
pub fn words_of(rule: &Rule) -> [(&'static str, &'static str); 7] {
    let quorum = rule.quorum.map_or("none", |bar| word_of(&BARS, bar));
    [
        ("base", word_of(&BASES, rule.base)),
        ("bar", word_of(&BARS, rule.bar)),
        ("quorum", quorum),
        ("write-in", write_in_word(rule.write_in)),
        ("blank", if rule.blank_approves { "approves" } else { "abstains" }),
        ("unclear", if rule.unclear == UnclearPart::PartVoid { "part" } else { "ballot" }),
        ("tie", word_of(&TIES, rule.tie)),
    ]
}

/// The settings in words: label and sentence.
pub fn told(v: &View, rule: &Rule) -> Vec<(String, String)> {
    let said = |(setting, word): (&str, &str)| {
        let label = v.t(&format!("ballots-field-{setting}")).into_owned();
        (label, v.t(&format!("ballots-{setting}-{word}")).into_owned())
    };
    words_of(rule).into_iter().map(said).collect()
}

/// A form filled with what is voted on.
pub fn filled(v: &View, spec: &Spec) -> Form {
    let form = Form::blank(v)
        .with("assembly", spec.assembly.word())
        .with("kind", spec.kind.word())
        .with("places", spec.rule.places)
        .with("names", typed(&spec.names))
        .with("method", &spec.method);
    words_of(&spec.rule).into_iter().fold(form, |form, (setting, word)| form.with(setting, word))
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
    let base = form.choice("base", |word| read(&BASES, word));
    let bar = form.choice("bar", |word| read(&BARS, word));
    let quorum = form.choice("quorum", |word| if word == "none" { Some(None) } else { read(&BARS, word).map(Some) });
    let write_in = form.choice("write-in", write_in);
    let blank = form.choice("blank", |word| read(&[("approves", true), ("abstains", false)], word));
    let unclear = form
        .choice("unclear", |word| read(&[("part", UnclearPart::PartVoid), ("ballot", UnclearPart::BallotVoid)], word));
    let tie = form.choice("tie", |word| read(&TIES, word));
    Some(Rule {
        places: 1,
        most_marks: 1,
        base: base?,
        bar: bar?,
        quorum: quorum?,
        turnout: None,
        write_in: write_in?,
        blank_approves: blank?,
        unclear: unclear?,
        tie: tie?,
    })
}

/// Reads what is voted on; with `settings`, also how it counts.
pub fn spec(form: &mut Form, before: &[Name], settings: bool) -> Option<BallotSpecWanted> {
    let assembly = form.choice("assembly", Assembly::read);
    let kind = form.choice("kind", Kind::read);
    let names = names(form, before);
    let asked = kind.is_some_and(|kind| !matches!(kind, Kind::Decision | Kind::Rating));
    let places = if asked { number(form, "places") } else { None };
    let method = form.take("method");
    let rule = if settings { rule(form) } else { None };
    if form.has_errors() {
        return None;
    }
    Some(BallotSpecWanted { assembly: assembly?, kind: kind?, names: names?, places, method: method?, rule })
}

/// The settings of a form with their present words: name, key of the label, options.
pub fn settings(v: &View) -> Vec<(&'static str, &'static str, Options)> {
    let options = |group: &str, words: &[&'static str]| -> Options {
        words.iter().map(|word| (*word, v.t(&format!("ballots-{group}-{word}")).into_owned())).collect()
    };
    let of = |table: &[&'static str], group: &str| options(group, table);
    vec![
        ("base", "ballots-field-base", of(&BASES.map(|(word, _)| word), "base")),
        ("bar", "ballots-field-bar", of(&BARS.map(|(word, _)| word), "bar")),
        ("quorum", "ballots-field-quorum", of(&["two-thirds", "half", "none"], "quorum")),
        ("write-in", "ballots-field-write-in", of(&WRITE_INS, "write-in")),
        ("blank", "ballots-field-blank", of(&["abstains", "approves"], "blank")),
        ("unclear", "ballots-field-unclear", of(&["part", "ballot"], "unclear")),
        ("tie", "ballots-field-tie", of(&TIES.map(|(word, _)| word), "tie")),
    ]
}
