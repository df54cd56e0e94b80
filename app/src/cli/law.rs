use clap::Args;
use kernel::WorkingCalendar;
use kit::{Problem, words::Lang};
use law::{Answer, Function, Need, TOPICS};
use serde_json::{Map, Value};

use super::{
    Outcome, complain, say,
    tongue::{self, misused},
};

/// Ask a number of the law: seats, candidates, days, votes, with the working and the article
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  lianluo law deputy_quota '{\"level\":\"county\",\"population\":857000}' --lang zh\n  \
                        lianluo law election_calendar '{\"E\":\"2026-11-20\"}'\n  \
                        lianluo law thresholds - <question.json   # the arguments from standard input\n  \
                        lianluo law --list --lang zh\n\n\
                        The answer is one JSON object. Exit code 2: the question is wrong; the message says what would be right."
)]
pub struct Law {
    /// Which function; --list names them
    name: Option<String>,
    /// Its arguments as one JSON object; `-` reads them from standard input
    arguments: Option<String>,
    /// Name every function with its arguments
    #[arg(long, conflicts_with_all = ["name", "arguments"])]
    list: bool,
    /// With --list: print it as JSON
    #[arg(long, requires = "list")]
    json: bool,
    /// Add the sentences of answer and working, and say in this language what is wrong
    #[arg(long, value_name = "zh|en", value_parser = ["zh", "en"])]
    lang: Option<String>,
}

impl Law {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let told = self.lang.as_deref().and_then(Lang::parse);
        let lang = told.unwrap_or_else(tongue::lang);
        if self.list {
            return list(lang, self.json);
        }
        let asked = match self.arguments.as_deref() {
            Some("-") => std::io::read_to_string(std::io::stdin()).map_err(|_| misused("cli-law-input"))?,
            Some(text) => text.to_owned(),
            None => "{}".to_owned(),
        };
        match answer(self.name.as_deref(), &asked, lang) {
            Ok(answer) => {
                say(serde_json::to_string_pretty(&answer.json(told))?);
                Ok(Outcome::Done)
            }
            Err(Wrong::Said(sentence)) => {
                complain(sentence);
                Ok(Outcome::Misused)
            }
            Err(Wrong::Fault(fault)) => Err(fault),
        }
    }
}

/// Why there is no answer.
enum Wrong {
    /// The question is wrong; what is, and what would be right.
    Said(String),
    /// We are.
    Fault(anyhow::Error),
}

fn answer(name: Option<&str>, asked: &str, lang: Lang) -> Result<Answer, Wrong> {
    let example = law::all().next().map_or("", |one| one.example).to_owned();
    let name = name.ok_or_else(|| Wrong::Said(lang.tf("law-wrong-question", [("example", example)]).into_owned()))?;
    let function = law::find(name).ok_or_else(|| {
        let values = [("name", name.to_owned()), ("near", near(name).join(", "))];
        Wrong::Said(lang.tf("law-wrong-function", values).into_owned())
    })?;
    let body: Map<String, Value> = serde_json::from_str(asked).map_err(|problem| {
        let values =
            [("example", function.example.to_owned()), ("problem", format!("{}:{}", problem.line(), problem.column()))];
        Wrong::Said(lang.tf("law-wrong-json", values).into_owned())
    })?;
    let calendar = WorkingCalendar::state_council().map_err(|error| Wrong::Fault(error.into()))?;
    function.ask(&body, &calendar).map_err(|problem| wrong(problem, lang))
}

fn wrong(problem: Problem, lang: Lang) -> Wrong {
    match problem {
        Problem::Refused(refused) => Wrong::Said(lang.refusal(&refused).into_owned()),
        Problem::Invalid(errors) => {
            let lines = errors.0.iter().map(|(field, wrong)| format!("{field}: {}", lang.tf(wrong.key, &wrong.values)));
            Wrong::Said(lines.collect::<Vec<_>>().join("\n  "))
        }
        Problem::Fault(fault) => Wrong::Fault(fault.into()),
        other => Wrong::Fault(anyhow::anyhow!("{other:?}")),
    }
}

/// The functions whose names share most words, or the longest beginning, with what was typed.
fn near(typed: &str) -> Vec<&'static str> {
    let typed = typed.to_ascii_lowercase();
    let shared = |one: &&Function| {
        let words = one.name.split('_').filter(|word| typed.contains(word)).count();
        let begins = one.name.chars().zip(typed.chars()).take_while(|(a, b)| a == b).count();
        (words, begins)
    };
    let mut all: Vec<&Function> = law::all().collect();
    all.sort_by_key(|one| std::cmp::Reverse(shared(one)));
    all.into_iter().take(3).map(|one| one.name).collect()
}

fn list(lang: Lang, json: bool) -> anyhow::Result<Outcome> {
    let all = TOPICS.iter().flat_map(|topic| topic.functions.iter().map(move |one| (topic, one)));
    if json {
        let told: Vec<Value> = all.map(|(topic, one)| law::described(topic, one, lang)).collect();
        say(serde_json::to_string_pretty(&told)?);
        return Ok(Outcome::Done);
    }
    for topic in TOPICS {
        say(format!("{}:", lang.t(&topic.title())));
        for one in topic.functions {
            let arguments: Vec<String> = one.arguments.iter().map(argument).collect();
            say(format!("  {} {}  — {}", one.name, arguments.join(" "), lang.t(&one.title())));
        }
    }
    Ok(Outcome::Done)
}

fn argument(one: &law::Argument) -> String {
    match one.need {
        Need::Must => one.name.to_owned(),
        Need::May => format!("[{}]", one.name),
        Need::Or(default) => format!("[{}={default}]", one.name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(name: Option<&str>, asked: &str, lang: Lang) -> String {
        match answer(name, asked, lang) {
            Ok(answer) => answer.json(None).to_string(),
            Err(Wrong::Said(sentence)) => sentence,
            Err(Wrong::Fault(fault)) => panic!("{fault:#}"),
        }
    }

    #[test]
    fn a_wrong_question_is_told_what_would_be_right() {
        for (name, asked, shows) in [
            (None, "{}", "--list"),
            (Some("deputy_quot"), "{}", "deputy_quota"),
            (Some("deputy_quota"), "[1]", "JSON object"),
            (Some("deputy_quota"), "{", "JSON object"),
            (Some("deputy_quota"), "{\"level\":\"county\"}", "population"),
            (Some("deputy_quota"), "{\"level\":\"moon\",\"population\":1}", "province, municipality, city"),
            (Some("deputy_quota"), "{\"level\":\"county\",\"population\":-1}", "from 0 to 2000000000"),
            (Some("deputy_quota"), "{\"level\":\"county\",\"population\":\"many\"}", "whole number"),
            (Some("deputy_quota"), "{\"level\":\"county\",\"population\":1.5}", "whole number"),
            (Some("deputy_quota"), "{\"level\":\"county\",\"population\":1,\"people\":2}", "level, population, plus5"),
            (Some("suggestion_due"), "{\"assigned\":\"2026-02-30\"}", "2026-11-20"),
            (Some("direct_turnout"), "{\"registered\":1,\"voted\":2,\"ballots_in\":2}", "2 voted of only 1"),
        ] {
            let sentence = said(name, asked, Lang::English);
            assert!(sentence.contains(shows), "{name:?} {asked}: {sentence}");
            assert!(!said(name, asked, Lang::Chinese).contains('⟦'));
        }
    }
}
