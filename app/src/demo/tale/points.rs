//! What some replies answer to each request of the suggestion: a measure with its owner, day and money, or the reason why not.

use demo::{Chance, Mark};
use kernel::{Day, Text};
use suggestions_rules::{Measure, Point, PointAnswer, requests};

use super::Teller;

const DONE: [&str; 3] =
    ["已经完成，经现场查看达到要求。", "已经整改到位，落实专人日常管护。", "已印发通知并组织培训，各乡镇都在执行。"];
const UNDER_WAY: [&str; 3] = [
    "已完成勘测设计，正在办理招标手续。",
    "已列入年度计划，分两期实施，第一期正在施工。",
    "正在起草管理办法，征求意见后印发。",
];
const NOT_NOW: [&str; 3] = [
    "今年资金盘子已定，列入明年项目库统筹考虑。",
    "涉及国土空间规划调整，须待规划批复后实施。",
    "属上级事权，已书面向上级主管部门反映。",
];
const OFFICES: [&str; 4] = ["办公室", "规划建设科", "业务指导科", "项目管理站"];
const MONEY: [&str; 3] = ["12万元，列入今年部门预算", "45万元，争取上级专项资金", "8万元，从日常管护经费中安排"];

impl Teller<'_> {
    /// The points of about one letter in four, of one in thirty in a big world. Chances of their own: the rest of the story stays as it is.
    pub(super) fn points(&self, unit: &str, mark: Mark, written: Day) -> Vec<Point> {
        let mut chance = Chance::of(self.world.seed, "points", self.draft.index);
        let rare = if self.world.total > 2_000 { 30 } else { 4 };
        if !chance.hits(1, rare) {
            return vec![];
        }
        let all = requests(&self.suggestion.sheet.body);
        all.iter().filter_map(|request| point(request, unit, mark, written, &mut chance)).collect()
    }
}

fn point(request: &str, unit: &str, mark: Mark, written: Day, chance: &mut Chance) -> Option<Point> {
    let request = Text::parse(request).ok()?;
    let turned_down = mark == Mark::D || (mark == Mark::C && chance.hits(1, 2));
    if turned_down {
        let reason = Text::parse(chance.pick(&NOT_NOW)?).ok()?;
        return Some(Point { request, answer: PointAnswer::Reason(reason) });
    }
    let (words, due) = match mark {
        Mark::A => (chance.pick(&DONE)?, Some(written)),
        Mark::B | Mark::C | Mark::D => {
            (chance.pick(&UNDER_WAY)?, Some(written.plus_months(6)).filter(|_| mark == Mark::B))
        }
    };
    let money = chance.hits(1, 2).then(|| chance.pick(&MONEY).copied()).flatten();
    let owner = format!("{unit}{}", chance.pick(&OFFICES)?);
    Some(Point {
        request,
        answer: PointAnswer::Measure(Measure {
            words: Text::parse(words).ok()?,
            owner: Text::parse(&owner).ok()?,
            due,
            money: money.and_then(|money| Text::parse(money).ok()),
            promised: false,
        }),
    })
}
