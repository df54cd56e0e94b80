//! What a phone is asked: a closed list of answers for each question.

use crate::paper::{Kind, Spec};

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What is asked.
    pub question: String,
    /// The closed list.
    pub answers: Vec<String>,
    /// Fewest and most that are chosen.
    pub limits: (u32, u32),
    /// Whether one may choose nobody.
    pub blank: bool,
}

/// 赞成, 反对, 弃权 as they stand on every sheet of paper, whatever language the reader has chosen.
const MARKS: [&str; 3] = ["赞成", "反对", "弃权"];

/// The grades of 满意度测评 as they stand on every sheet of paper; who leaves an object out on paper chooses the last one here.
const GRADES: [&str; 4] = ["满意", "基本满意", "不满意", "弃权"];

/// The questions of a spec: of a decision and of a rating one for each name, of a pick one for all.
#[must_use]
pub fn asked(title: &str, spec: &Spec) -> Vec<Asked> {
    let each = |words: &[&str]| {
        let one = |name: &crate::paper::Name| {
            let note = name.note.as_ref().map(|note| format!("（{note}）")).unwrap_or_default();
            let answers = words.iter().map(|word| (*word).to_owned()).collect();
            Asked { question: format!("{}{note}", name.name), answers, limits: (1, 1), blank: false }
        };
        spec.names.iter().map(one).collect()
    };
    match spec.kind {
        Kind::Decision => return each(&MARKS),
        Kind::Rating => return each(&GRADES),
        Kind::Election | Kind::Pick | Kind::Ranking => {}
    }
    let answers = spec.names.iter().map(|name| name.name.to_string()).collect();
    vec![Asked { question: title.to_owned(), answers, limits: (1, spec.rule.most_marks), blank: true }]
}
