//! The typefaces of official documents, and which families may stand for each: the office's own first, then free ones.

/// A style and the families that draw it, best first.
pub struct Face {
    /// What the layout calls it.
    pub style: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// Families of the office's own (they are licensed, none is shipped), then those of Debian packages.
    pub families: &'static [&'static str],
}

/// GB/T 9704-2012 names them: 小标宋 for titles, 仿宋 for the text, 黑体 and 楷体 for its levels, 宋体 for page numbers.
pub const FACES: [Face; 5] = [
    Face {
        style: "title",
        name: "小标宋",
        families: &[
            "FZXiaoBiaoSong-B05S",
            "FZXiaoBiaoSong-B05",
            "方正小标宋简体",
            "方正小标宋_GBK",
            "FandolSong",
            "Noto Serif CJK SC",
            "Noto Sans CJK SC",
        ],
    },
    Face {
        style: "fang",
        name: "仿宋",
        families: &[
            "FangSong_GB2312",
            "仿宋_GB2312",
            "FangSong",
            "仿宋",
            "FZFangSong-Z02S",
            "STFangsong",
            "FandolFang R",
            "Noto Serif CJK SC",
            "Noto Sans CJK SC",
        ],
    },
    Face {
        style: "hei",
        name: "黑体",
        families: &["SimHei", "黑体", "FZHei-B01S", "STHeiti", "FandolHei", "Noto Sans CJK SC", "Noto Serif CJK SC"],
    },
    Face {
        style: "kai",
        name: "楷体",
        families: &[
            "KaiTi_GB2312",
            "楷体_GB2312",
            "KaiTi",
            "楷体",
            "FZKai-Z03S",
            "STKaiti",
            "FandolKai",
            "LXGW WenKai",
            "Noto Serif CJK SC",
            "Noto Sans CJK SC",
        ],
    },
    Face {
        style: "song",
        name: "宋体",
        families: &[
            "SimSun",
            "宋体",
            "FZShuSong-Z01S",
            "STSong",
            "FandolSong",
            "Noto Serif CJK SC",
            "Noto Sans CJK SC",
        ],
    },
];

/// Parts of file names that such fonts have; other fonts of a machine are not opened.
pub(crate) const FILES: [&str; 22] = [
    "fandolfang",
    "fandolhei",
    "fandolkai",
    "fandolsong",
    "notoserifcjk",
    "notosanscjk",
    "lxgwwenkai",
    "simfang",
    "simhei",
    "simkai",
    "simsun",
    "stfang",
    "stheiti",
    "stkai",
    "stsong",
    "fzxbs",
    "fzfs",
    "fzht",
    "fzkt",
    "fzss",
    "fangsong",
    "kaiti",
];
