//! What a roster knows of a person, made up with plausible shares.

use kernel::{Day, Level};

use crate::{Chance, Gender, full_name};

/// One generated person.
#[derive(Clone, Debug)]
pub struct Profile {
    /// 姓名.
    pub name: String,
    /// 性别.
    pub gender: Gender,
    /// 出生日期.
    pub born: Day,
    /// 民族: 汉族.
    pub ethnic_group: &'static str,
    /// 政治面貌: 中共党员, 群众, or the short name of a democratic party.
    pub party: &'static str,
    /// 文化程度.
    pub education: &'static str,
    /// 代表构成: 农民, 工人, 专业技术人员, 领导干部, 企业负责人, 其他.
    pub occupation: &'static str,
    /// 工作单位及职务, without a place's name: 村党总支书记.
    pub post: &'static str,
    /// 联系电话, in no operator's block.
    pub phone: String,
}

const HAN: &str = "汉族";
const GROUPS: &[&str] = &["土家族", "苗族", "侗族", "瑶族", "白族", "回族", "维吾尔族", "壮族"];
const SCATTERED: &[(u32, &str)] = &[(95, HAN), (2, "土家族"), (1, "苗族"), (1, "回族"), (1, "瑶族")];

/// Posts by occupation and level: occupation, post. Lists are as a deputy's work unit is written on the roster.
const TOWN: &[(u32, (&str, &str))] = &[
    (20, ("农民", "村党总支书记")),
    (18, ("农民", "村民")),
    (10, ("农民", "种植专业合作社理事长")),
    (8, ("农民", "家庭农场主")),
    (8, ("农民", "村妇联主席")),
    (7, ("专业技术人员", "中心小学教师")),
    (6, ("专业技术人员", "卫生院医师")),
    (6, ("工人", "社区居民")),
    (6, ("企业负责人", "个体工商户")),
    (6, ("领导干部", "镇党委委员")),
    (5, ("其他", "社区工作者")),
];
const COUNTY: &[(u32, (&str, &str))] = &[
    (18, ("农民", "村党总支书记")),
    (12, ("农民", "专业合作社理事长")),
    (10, ("农民", "村民")),
    (10, ("工人", "企业车间班组长")),
    (10, ("专业技术人员", "中学高级教师")),
    (8, ("专业技术人员", "人民医院副主任医师")),
    (7, ("专业技术人员", "农业技术推广中心农艺师")),
    (9, ("企业负责人", "有限公司总经理")),
    (12, ("领导干部", "镇党委书记")),
    (4, ("其他", "律师事务所律师")),
];
const ABOVE: &[(u32, (&str, &str))] = &[
    (12, ("农民", "村党委书记")),
    (6, ("农民", "专业合作社理事长")),
    (16, ("工人", "企业高级技师")),
    (12, ("专业技术人员", "高等学校教授")),
    (10, ("专业技术人员", "医院主任医师")),
    (8, ("专业技术人员", "科研院所研究员")),
    (16, ("企业负责人", "股份有限公司董事长")),
    (14, ("领导干部", "县委书记")),
    (6, ("其他", "律师事务所主任")),
];
const PARTIES: &[(u32, &str)] = &[
    (66, "中共党员"),
    (27, "群众"),
    (1, "民革党员"),
    (1, "民盟盟员"),
    (1, "民建会员"),
    (1, "民进会员"),
    (1, "农工党党员"),
    (1, "九三学社社员"),
    (1, "无党派人士"),
];
const SCHOOLING: &[(u32, &str)] = &[(4, "研究生"), (30, "大学本科"), (30, "大学专科"), (22, "高中"), (14, "初中")];
const STUDIED: &[(u32, &str)] = &[(18, "研究生"), (70, "大学本科"), (12, "大学专科")];

/// Makes up the `index`-th person of a world. `home` is the chain of area names the person lives in, from which the
/// ethnic groups of autonomous areas are read; `level` is that of the congress.
#[must_use]
pub fn profile(seed: u64, index: u64, today: Day, level: Level, home: &[&str]) -> Profile {
    let mut chance = Chance::of(seed, "person", index);
    let gender = if chance.hits(32, 100) { Gender::Female } else { Gender::Male };
    let age = u32::try_from(chance.between(24, 66)).unwrap_or(45);
    let name = full_name(&mut chance, gender, age);
    let days = i32::try_from(age).unwrap_or(45) * 365 + i32::try_from(chance.between(10, 370)).unwrap_or(100);
    let kinds = match level {
        Level::Township | Level::Village => TOWN,
        Level::County => COUNTY,
        Level::Prefecture | Level::Province => ABOVE,
    };
    let (occupation, post) = chance.weighted(kinds);
    let official = matches!(occupation, "领导干部") || post.ends_with("书记");
    Profile {
        name,
        gender,
        born: today.plus_days(-days),
        ethnic_group: ethnic_group(&mut chance, home),
        party: if official { "中共党员" } else { chance.weighted(PARTIES) },
        education: chance.weighted(if matches!(occupation, "专业技术人员" | "领导干部" | "其他") {
            STUDIED
        } else {
            SCHOOLING
        }),
        occupation,
        post,
        phone: phone(index),
    }
}

/// A number of eleven digits in the 154 block, which has been given to no operator, so that no subscriber can answer.
/// Different for the first million of indices.
#[must_use]
pub fn phone(index: u64) -> String {
    format!("15400{:06}", index % 1_000_000)
}

fn ethnic_group(chance: &mut Chance, home: &[&str]) -> &'static str {
    let named: Vec<&'static str> =
        GROUPS.iter().filter(|group| home.iter().any(|name| name.contains(**group))).copied().collect();
    if !named.is_empty() && chance.hits(6, 10) {
        return chance.text(&named);
    }
    chance.weighted(SCATTERED)
}
