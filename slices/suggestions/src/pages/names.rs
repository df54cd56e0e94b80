//! Words for the dictionaries: stages, sources, roles, scores, in the visitor's language.

use kit::View;

/// The words of a stage, and how its badge looks.
pub fn stage(v: &View, stage: &str) -> (&'static str, String) {
    let (tone, key) = match stage {
        "draft" => ("quiet", "suggestions-stage-draft"),
        "cosigning" => ("wait", "suggestions-stage-cosigning"),
        "submitted" => ("act", "suggestions-stage-submitted"),
        "returned" => ("warn", "suggestions-stage-returned"),
        "refusing" => ("warn", "suggestions-stage-refusing"),
        "refused" => ("quiet", "suggestions-stage-refused"),
        "accepted" => ("wait", "suggestions-stage-accepted"),
        "numbered" => ("wait", "suggestions-stage-numbered"),
        "handling" => ("wait", "suggestions-stage-handling"),
        "closed" => ("good", "suggestions-stage-closed"),
        _ => ("quiet", "suggestions-stage-withdrawn"),
    };
    (tone, v.t(key).into_owned())
}

/// The words of what is awaited.
pub fn awaits(v: &View, word: &str) -> String {
    let key = match word {
        "sign-for" => "suggestions-awaits-sign-for",
        "ruling" => "suggestions-awaits-ruling",
        "consent" => "suggestions-awaits-consent",
        "opinion" => "suggestions-awaits-opinion",
        "reply" => "suggestions-awaits-reply",
        "check" => "suggestions-awaits-check",
        "signature" => "suggestions-awaits-signature",
        "delivery" => "suggestions-awaits-delivery",
        "judgement" => "suggestions-awaits-judgement",
        "redo" => "suggestions-awaits-redo",
        _ => "suggestions-awaits-nothing",
    };
    v.t(key).into_owned()
}

/// The words of a unit's part.
pub fn role(v: &View, word: &str) -> String {
    let key = match word {
        "sole" => "suggestions-role-sole",
        "lead" => "suggestions-role-lead",
        "co" => "suggestions-role-co",
        "reader" => "suggestions-role-reader",
        _ => "suggestions-role-separate",
    };
    v.t(key).into_owned()
}

/// The words of a score or an outcome; `None` is no answer, which never counts as satisfied.
pub fn score(v: &View, word: Option<&str>) -> (&'static str, String) {
    let (tone, key) = match word {
        Some("satisfied") => ("good", "suggestions-score-satisfied"),
        Some("basically") => ("good", "suggestions-score-basically"),
        Some("dissatisfied") => ("bad", "suggestions-score-dissatisfied"),
        _ => ("quiet", "suggestions-score-unanswered"),
    };
    (tone, v.t(key).into_owned())
}

/// The words of a source.
pub fn source(v: &View, word: &str) -> String {
    let key = match word {
        "survey" => "suggestions-source-survey",
        "inspection" => "suggestions-source-inspection",
        "visits" => "suggestions-source-visits",
        "citizens" => "suggestions-source-citizens",
        "station" => "suggestions-source-station",
        "bill" => "suggestions-source-bill",
        _ => "suggestions-source-other",
    };
    v.t(key).into_owned()
}
