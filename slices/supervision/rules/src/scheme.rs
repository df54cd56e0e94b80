//! What a unit is judged by (评议方案): lines of name, measure and weight, or of name, measure and the shares for good and pass.
//!
//! All of it is data of a congress and a year. Whole numbers only: hundredths of a point, each line rounded down.

use kernel::Text;
use serde::{Deserialize, Serialize};

use crate::{Figures, Measure, Ratio};

/// A scheme has at most so many lines.
pub const MOST_LINES: usize = 12;
/// Points of a whole scheme, in hundredths.
pub const FULL: u32 = 10_000;

/// How the lines become a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// Weighted points out of a hundred.
    Points,
    /// Each name good, pass or fail; one fail fails the whole (as in Shenzhen 2007).
    Levels,
}

/// One line of a scheme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// 指标. Lines of one name are judged together when levels are.
    pub name: Text<40>,
    /// 口径.
    pub measure: Measure,
    /// Points out of a hundred, when points are given.
    pub weight: u16,
    /// The least share in percent to be good, when levels are given.
    pub good: Option<u16>,
    /// The least share in percent to pass, when levels are given.
    pub pass: Option<u16>,
}

/// A grade and the least points for it; the last has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grade {
    /// 优秀.
    pub name: Text<20>,
    /// The least points; when levels are given, the order alone counts: good, pass, fail.
    pub at_least: u16,
}

/// A scheme of one congress and year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scheme {
    /// How lines become a result.
    pub way: Way,
    /// The lines.
    pub lines: Vec<Line>,
    /// The grades, the best first.
    pub grades: Vec<Grade>,
    /// What a vote of 基本满意 is worth, in percent of one of 满意.
    pub basically: u16,
    /// How many names must be good for the whole to be, when levels are given.
    pub goods: u16,
    /// Scores of fewer deputies are not counted: the mean of one or two would tell who gave what.
    pub fewest_scores: u16,
    /// Days in which a unit may appeal.
    pub appeal_days: u16,
}

/// What is wrong with a scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// No line, or too many.
    Lines,
    /// The weights do not add up to a hundred.
    Weights,
    /// A line has neither a share for good nor one for pass, or a share above a hundred.
    Shares,
    /// The grades do not fall to nought, or there are not three of them where levels are given.
    Grades,
    /// Percent above a hundred, no name to be good, no deputy to score, or no day to appeal.
    Settings,
}

impl Unfit {
    /// The key of the sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Lines => "supervision-unfit-lines",
            Self::Weights => "supervision-unfit-weights",
            Self::Shares => "supervision-unfit-shares",
            Self::Grades => "supervision-unfit-grades",
            Self::Settings => "supervision-unfit-settings",
        }
    }
}

/// How one name came out, when levels are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// 不合格.
    Fail,
    /// 合格.
    Pass,
    /// 良好.
    Good,
}

/// How one line was worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worked {
    /// The name of the line.
    pub name: String,
    /// Its measure.
    pub measure: Measure,
    /// What was counted.
    pub ratio: Ratio,
    /// Hundredths of a point; nothing where the line does not apply, or levels are given.
    pub points: Option<u32>,
    /// Points it could give.
    pub weight: u16,
    /// How its name came out, when levels are given.
    pub level: Option<Level>,
}

/// The result of a unit with its working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Hundredths of a point; nought when levels are given.
    pub points: u32,
    /// The grade; nothing where nothing applied.
    pub grade: Option<String>,
    /// Each line.
    pub working: Vec<Worked>,
    /// The weights of the lines that applied: below a hundred, the points were scaled.
    pub applied: u32,
}

impl Scheme {
    /// Whether results can be worked out by it.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn fit(&self) -> Result<(), Unfit> {
        if self.lines.is_empty() || self.lines.len() > MOST_LINES {
            return Err(Unfit::Lines);
        }
        let counts = (1..=100).contains(&self.goods) && (1..=100).contains(&self.fewest_scores);
        if self.basically > 100 || !counts || !(1..=60).contains(&self.appeal_days) {
            return Err(Unfit::Settings);
        }
        let falls = self.grades.windows(2).all(|pair| matches!(pair, [high, low] if high.at_least > low.at_least));
        let ends = self.grades.last().is_some_and(|last| last.at_least == 0);
        let best = self.grades.first().is_some_and(|first| first.at_least <= 100);
        match self.way {
            Way::Points => {
                let sum: u32 = self.lines.iter().map(|line| u32::from(line.weight)).sum();
                if sum != 100 {
                    return Err(Unfit::Weights);
                }
                if falls && ends && best { Ok(()) } else { Err(Unfit::Grades) }
            }
            Way::Levels => {
                let share = |share: Option<u16>| share.is_none_or(|share| share <= 100);
                let told = |line: &Line| line.good.is_some() || line.pass.is_some();
                if !self.lines.iter().all(|line| told(line) && share(line.good) && share(line.pass)) {
                    return Err(Unfit::Shares);
                }
                if self.grades.len() == 3 { Ok(()) } else { Err(Unfit::Grades) }
            }
        }
    }

    /// Whether one of its lines asks for that measure.
    #[must_use]
    pub fn asks(&self, measure: Measure) -> bool {
        self.lines.iter().any(|line| line.measure == measure)
    }

    /// Works a unit's result out from its figures: whoever has both comes to the same.
    #[must_use]
    pub fn outcome(&self, figures: &Figures) -> Outcome {
        match self.way {
            Way::Points => self.points(figures),
            Way::Levels => self.levels(figures),
        }
    }

    fn points(&self, figures: &Figures) -> Outcome {
        let work = |line: &Line| {
            let ratio = figures.of(line.measure);
            Worked {
                name: line.name.to_string(),
                measure: line.measure,
                ratio,
                points: ratio.share_of(u32::from(line.weight) * 100),
                weight: line.weight,
                level: None,
            }
        };
        let working: Vec<Worked> = self.lines.iter().map(work).collect();
        let applied: u32 = working.iter().filter(|line| line.points.is_some()).map(|line| u32::from(line.weight)).sum();
        let sum: u32 = working.iter().filter_map(|line| line.points).sum();
        let points = Ratio { part: sum, whole: applied * 100 }.share_of(FULL);
        let grade = points.and_then(|points| {
            let fits = |step: &&Grade| points >= u32::from(step.at_least) * 100;
            self.grades.iter().find(fits).map(|step| step.name.to_string())
        });
        Outcome { points: points.unwrap_or(0), grade, working, applied }
    }

    fn levels(&self, figures: &Figures) -> Outcome {
        let named = |name: &Text<40>| {
            let lines = || self.lines.iter().filter(|line| line.name == *name);
            let meets =
                |line: &Line, share: Option<u16>| share.is_none_or(|share| figures.of(line.measure).reaches(share));
            let good = lines().any(|line| line.good.is_some()) && lines().all(|line| meets(line, line.good));
            let pass = lines().all(|line| meets(line, line.pass));
            if good && pass {
                Level::Good
            } else if pass {
                Level::Pass
            } else {
                Level::Fail
            }
        };
        let work = |line: &Line| Worked {
            name: line.name.to_string(),
            measure: line.measure,
            ratio: figures.of(line.measure),
            points: None,
            weight: 0,
            level: Some(named(&line.name)),
        };
        let working: Vec<Worked> = self.lines.iter().map(work).collect();
        let mut names: Vec<(&str, Level)> =
            working.iter().filter_map(|line| Some((line.name.as_str(), line.level?))).collect();
        names.sort_unstable();
        names.dedup();
        let goods = names.iter().filter(|(_, level)| *level == Level::Good).count();
        let place = if names.iter().any(|(_, level)| *level == Level::Fail) {
            2
        } else if goods >= usize::from(self.goods) {
            0
        } else {
            1
        };
        let grade = self.grades.get(place).map(|step| step.name.to_string());
        Outcome { points: 0, grade, working, applied: 100 }
    }
}
