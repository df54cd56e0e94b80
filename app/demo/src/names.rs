//! Names of people who do not exist.

use crate::Chance;

/// Woman or man, as a roster asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Gender {
    /// 女.
    Female,
    /// 男.
    #[default]
    Male,
}

/// Common surnames of Hunan, weighted roughly as people bear them.
const SURNAMES: &[(u32, &str)] = &[
    (72, "李"),
    (70, "王"),
    (68, "刘"),
    (62, "张"),
    (60, "陈"),
    (46, "周"),
    (44, "杨"),
    (40, "黄"),
    (34, "唐"),
    (34, "罗"),
    (32, "谭"),
    (30, "彭"),
    (30, "胡"),
    (28, "吴"),
    (28, "何"),
    (27, "曾"),
    (26, "肖"),
    (25, "谢"),
    (25, "邓"),
    (22, "蒋"),
    (20, "欧阳"),
    (20, "朱"),
    (20, "曹"),
    (20, "徐"),
    (18, "廖"),
    (18, "贺"),
    (17, "袁"),
    (17, "龙"),
    (16, "许"),
    (16, "易"),
    (15, "文"),
    (15, "段"),
    (15, "向"),
    (14, "赵"),
    (14, "蔡"),
    (14, "尹"),
    (13, "夏"),
    (13, "戴"),
    (13, "钟"),
    (12, "孙"),
    (12, "郭"),
    (12, "魏"),
    (12, "熊"),
    (11, "范"),
    (11, "邹"),
    (11, "姚"),
    (11, "石"),
    (10, "田"),
    (10, "阳"),
    (10, "覃"),
    (10, "汤"),
    (10, "丁"),
    (9, "莫"),
    (9, "滕"),
    (9, "聂"),
    (9, "余"),
    (9, "方"),
    (8, "成"),
    (8, "任"),
    (8, "侯"),
    (7, "苏"),
    (7, "游"),
    (7, "沈"),
    (7, "高"),
    (7, "郑"),
    (6, "林"),
    (6, "卢"),
    (6, "梁"),
    (6, "邱"),
    (6, "宁"),
    (5, "舒"),
    (5, "全"),
    (5, "颜"),
    (5, "喻"),
    (4, "粟"),
    (4, "麻"),
    (4, "盘"),
    (4, "吉"),
    (3, "印"),
    (3, "皮"),
];

const MEN_OLD: &str = "建国志新德光正友长永运先石清佑春三元立中";
const MEN_OLD_END: &str = "生华平军文林初和求良安喜南田贵云武保连球";
const MEN_YOUNG: &str = "宇浩俊嘉思子昊梓晨凯伟世明海锦振启彦柏泽";
const MEN_YOUNG_END: &str = "翔杰轩涛鹏宁博辉超斌楠锋磊健恒洋川航霖卓";
const WOMEN_OLD: &str = "桂秀玉春菊美丽红金冬腊银满小素爱新翠兰建";
const WOMEN_OLD_END: &str = "英珍华兰香云莲娥秀凤梅芝纯花桃娟辉群元平";
const WOMEN_YOUNG: &str = "思雨佳梦婷诗欣紫静晓雅艺慧若海芷文依书可";
const WOMEN_YOUNG_END: &str = "琪涵怡婷颖雯萱瑶倩玲妮洁蓉琳莎岚薇彤露钰";
const SINGLE_MEN: &str = "波勇军斌毅峰亮辉进健涛鹏刚伟凯旭";
const SINGLE_WOMEN: &str = "敏静洁芳丹霞琼玲娜艳燕慧莉英萍蓉";

/// Names that belong to well-known people and can come out of the lists above.
const FAMOUS: &[&str] = &[
    "李立三",
    "罗荣桓",
    "彭德怀",
    "贺龙",
    "曾国藩",
    "谭嗣同",
    "黄兴",
    "蔡和森",
    "蔡锷",
    "邓中夏",
    "向警予",
    "何叔衡",
    "陈赓",
    "谭政",
    "萧劲光",
    "许光达",
    "粟裕",
    "袁隆平",
    "沈从文",
    "丁玲",
    "田汉",
    "周立波",
    "王震",
    "李德生",
    "杨勇",
    "陈明仁",
    "唐生智",
    "宋教仁",
    "陈天华",
    "王建国",
    "李娜",
    "李健",
    "王菲",
    "刘洋",
    "王亚平",
    "张杰",
    "何炅",
    "汪涵",
    "谢娜",
    "李小平",
    "王勇",
    "李强",
    "赵建平",
    "刘国中",
    "张国清",
    "王小洪",
    "王志军",
    "李鹏",
    "李干杰",
    "陈文清",
    "李书磊",
    "陈敏尔",
    "黄坤明",
    "王丽红",
    "李锦斌",
    "王明",
    "张春红",
    "刘欢",
    "杨洋",
    "李宇春",
    "张靓颖",
    "刘翔",
    "姚明",
    "王楠",
    "李宁",
    "王涛",
    "熊倪",
    "龙清泉",
    "杨霞",
    "吉新鹏",
    "周海滨",
    "王新军",
    "张建新",
    "刘志军",
    "王军",
    "李军",
    "张军",
    "周军",
];

/// A surname and a given name that fit a gender and an age; the same stream gives the same name.
///
/// Namesakes are wanted: 145,000 people share a few ten thousand names, as in life.
pub fn full_name(chance: &mut Chance, gender: Gender, age: u32) -> String {
    loop {
        let mut name = chance.weighted(SURNAMES).to_owned();
        if name.chars().count() == 1 && chance.hits(11, 100) {
            name.extend(chance.char(if gender == Gender::Male { SINGLE_MEN } else { SINGLE_WOMEN }));
        } else {
            let (first, last) = pools(gender, age);
            name.extend(chance.char(first));
            name.extend(chance.char(last));
        }
        if !FAMOUS.contains(&name.as_str()) {
            return name;
        }
    }
}

const fn pools(gender: Gender, age: u32) -> (&'static str, &'static str) {
    match (gender, age >= 46) {
        (Gender::Male, true) => (MEN_OLD, MEN_OLD_END),
        (Gender::Male, false) => (MEN_YOUNG, MEN_YOUNG_END),
        (Gender::Female, true) => (WOMEN_OLD, WOMEN_OLD_END),
        (Gender::Female, false) => (WOMEN_YOUNG, WOMEN_YOUNG_END),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_that_of_a_famous_person_and_namesakes_stay_rare() {
        let mut seen = std::collections::HashMap::new();
        for index in 0..60_000 {
            let mut chance = Chance::of(7, "name", index);
            let gender = if chance.hits(3, 10) { Gender::Female } else { Gender::Male };
            let name = full_name(&mut chance, gender, 24 + (index % 45) as u32);
            assert!(!FAMOUS.contains(&name.as_str()));
            assert!((2..=4).contains(&name.chars().count()), "{name}");
            *seen.entry(name).or_insert(0_u32) += 1;
        }
        assert!(seen.len() > 18_000, "{}", seen.len());
        assert!(seen.values().all(|count| *count < 120));
    }
}
