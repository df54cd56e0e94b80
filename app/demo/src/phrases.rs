//! Search phrases of the fixed suite (bench.md §3): seven that 2.6 % of the bodies hold, and one that nineteen hold.

use crate::Chance;

/// Phrases of six to ten characters; each stands in 26 of 1,000 bodies and nowhere else in the grammar.
pub const SHARED: [&str; 7] = [
    "农村公路窄路加宽",
    "城区学位供给不足",
    "高标准农田建设",
    "居家社区养老服务",
    "饮用水水源保护",
    "乡镇卫生院医护力量",
    "老旧小区加装电梯",
];

/// The phrase that [`RARE_HITS`] bodies hold, however many there are from 1,900 on.
pub const RARE: &str = "古树名木抢救复壮";

/// How many bodies hold [`RARE`].
pub const RARE_HITS: u64 = 19;

/// The asides that bring the phrases into the `index`-th of `total` bodies.
pub(crate) fn asides(seed: u64, index: u64, total: u64) -> Vec<String> {
    let mut chance = Chance::of(seed, "phrase", index);
    let mut asides = Vec::new();
    for phrase in SHARED {
        if chance.hits(26, 1000) {
            asides.push(aside(&mut chance, phrase));
        }
    }
    if holds_rare(index, total) {
        asides.push(aside(&mut chance, RARE));
    }
    asides
}

fn holds_rare(index: u64, total: u64) -> bool {
    let step = total / RARE_HITS;
    total >= 100 * RARE_HITS && index % step == step / 2 && index / step < RARE_HITS
}

fn aside(chance: &mut Chance, phrase: &str) -> String {
    let (before, after) = *chance
        .pick(&[
            ("走访中，群众还谈到", "问题，希望一并研究。"),
            ("此外，", "也是今年群众反映较多的事项。"),
            ("与之相关的", "工作，也需要统筹考虑。"),
            ("同时，座谈中有多名代表提到", "，建议一并了解。"),
        ])
        .unwrap_or(&("", "。"));
    format!("{before}{phrase}{after}")
}
