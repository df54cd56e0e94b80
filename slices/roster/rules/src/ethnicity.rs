//! 民族: the names a roster can hold.

/// The fifty-six ethnic groups in the order of their codes (GB/T 3304-1991, 中国各民族名称的罗马字母拼写法和代码).
pub const ETHNIC_GROUPS: [&str; 56] = [
    "汉族",
    "蒙古族",
    "回族",
    "藏族",
    "维吾尔族",
    "苗族",
    "彝族",
    "壮族",
    "布依族",
    "朝鲜族",
    "满族",
    "侗族",
    "瑶族",
    "白族",
    "土家族",
    "哈尼族",
    "哈萨克族",
    "傣族",
    "黎族",
    "傈僳族",
    "佤族",
    "畲族",
    "高山族",
    "拉祜族",
    "水族",
    "东乡族",
    "纳西族",
    "景颇族",
    "柯尔克孜族",
    "土族",
    "达斡尔族",
    "仫佬族",
    "羌族",
    "布朗族",
    "撒拉族",
    "毛南族",
    "仡佬族",
    "锡伯族",
    "阿昌族",
    "普米族",
    "塔吉克族",
    "怒族",
    "乌孜别克族",
    "俄罗斯族",
    "鄂温克族",
    "德昂族",
    "保安族",
    "裕固族",
    "京族",
    "塔塔尔族",
    "独龙族",
    "鄂伦春族",
    "赫哲族",
    "门巴族",
    "珞巴族",
    "基诺族",
];

/// What the same standard calls the rest (codes 97 and 98), and what registers of residents write for it.
const BESIDES: [&str; 6] = ["其他", "未识别民族", "穿青人", "革家人", "外国血统", "外国血统中国籍人士"];

/// Whether a cell names an ethnic group, with or without 族 at its end.
#[must_use]
pub fn is_ethnic_group(text: &str) -> bool {
    let text = text.trim();
    let whole = |name: &&str| *name == text || name.strip_suffix('族') == Some(text);
    ETHNIC_GROUPS.iter().any(whole) || BESIDES.contains(&text)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_fifty_six_are_known_with_and_without_their_last_character() {
        assert_eq!(ETHNIC_GROUPS.iter().collect::<BTreeSet<_>>().len(), 56);
        for known in ["汉族", "汉", "土家族", "土家", " 苗族 ", "穿青人", "其他"] {
            assert!(is_ethnic_group(known), "{known}");
        }
        for unknown in ["中共党员", "族", "", "汗族", "女"] {
            assert!(!is_ethnic_group(unknown), "{unknown}");
        }
    }
}
