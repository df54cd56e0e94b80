//! The way into an office, who acts meanwhile, what does not go together.

use appointments_rules::{
    Head, Office, Post, Rule, Vote, acting_route, appointment_route, failed_nominations, incompatible_posts,
};
use law_rules::Rung;

use super::Function;
use crate::{
    Kind,
    answer::{tell, tell_or},
    argument::{may, must, one, or, several},
};

pub const FUNCTIONS: &[Function] = &[
    Function {
        number: 24,
        name: "appointment_route",
        arguments: &[must("office", one::<Office>()), must("level", one::<Rung>())],
        example: r#"{"office":"government_member","level":"county"}"#,
        call: |given, _| tell_or(appointment_route(given.word("office")?, given.word("level")?)),
    },
    Function {
        number: 25,
        name: "acting_route",
        arguments: &[must("organ", one::<Head>()), must("candidate_is_vice_head", Kind::YesNo)],
        example: r#"{"organ":"government","candidate_is_vice_head":false}"#,
        call: |given, _| tell(acting_route(given.word("organ")?, given.get("candidate_is_vice_head")?)),
    },
    Function {
        number: 27,
        name: "failed_nominations",
        arguments: &[must("history", several::<Vote>()), may("office", Kind::Text), or("rule", one::<Rule>(), "none")],
        example: r#"{"history":["fail","fail"],"rule":"two_total"}"#,
        call: |given, _| {
            let office: Option<String> = given.get("office")?;
            let history: Vec<Vote> = given.words("history")?;
            tell(failed_nominations(&history, &office.unwrap_or_default(), given.word("rule")?))
        },
    },
    Function {
        number: 34,
        name: "incompatible_posts",
        arguments: &[must("posts", several::<Post>())],
        example: r#"{"posts":["committee_member","government"]}"#,
        call: |given, _| {
            let posts: Vec<Post> = given.words("posts")?;
            tell(incompatible_posts(&posts))
        },
    },
];
