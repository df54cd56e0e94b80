//! 满意度测评 on paper: each object has one grade of three on a ballot. Its lines hold 满意, 基本满意, 不满意, and the ballots without a grade
//! for it, where a decision's hold 赞成, 反对, 弃权, 无法辨认. What an object comes to follows from the bar and the base of the round's rule.

use law_rules::{Step, words};

use super::{Kind, Round};
use crate::round::{Figures, Line, Outcome, scored};

words! {
    /// What an object is rated.
    pub enum Graded as "ballots-graded-" {
        /// 满意: those alone reach the bar.
        Satisfied = "satisfied",
        /// 基本满意: with those who are fairly satisfied they do.
        Fairly = "fairly",
        /// 不满意: not even so.
        Dissatisfied = "dissatisfied",
    }
}

/// What an object is rated with these marks; nothing where the round is void.
#[must_use]
pub fn graded(outcome: &Outcome, line: &Line) -> Option<Graded> {
    let Outcome::Decided(decided) = outcome else { return None };
    Some(if line.approve >= decided.need {
        Graded::Satisfied
    } else if line.approve.saturating_add(line.against) >= decided.need {
        Graded::Fairly
    } else {
        Graded::Dissatisfied
    })
}

impl Round {
    /// The figures an outcome is drawn from: of a rating, who is satisfied and who is fairly satisfied together; of a ranking, the points.
    pub(super) fn weighed(&self, figures: &Figures) -> Figures {
        let mut figures = self.told(figures);
        if self.spec.kind == Kind::Rating {
            for line in &mut figures.total.lines {
                line.approve = line.approve.saturating_add(line.against);
                line.against = 0;
            }
        }
        figures
    }

    /// The figures as a result tells them: of a ranking, points and how often first, further down, or not at all.
    #[must_use]
    pub fn told(&self, figures: &Figures) -> Figures {
        if self.spec.rule.ranked { scored(self.spec.rule.places, figures) } else { figures.clone() }
    }

    /// How the figures were taken together, where they were.
    pub(super) fn weighing(&self) -> Option<Step> {
        (self.spec.kind == Kind::Rating).then(|| Step::new("ballots-step-rated").local())
    }
}
