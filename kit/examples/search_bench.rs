//! Measures the search index alone: `cargo run --release -p kit --example search_bench -- 200000 [FOLDER [ask]]`; with `ask`,
//! the index of the run before is asked, so that its memory is that of asking alone.
//!
//! Texts are 10 to 20 clauses of a list of 577, so that a phrase out of one clause stands in about 2.6 of 100 texts (5,200 of
//! 200,000), as in the work W4 of our suite; with more texts the list grows, so that the hits stay as many. Every
//! total is compared with a scan of all texts before anything is timed. CPU time is that of the thread that asks.

#![expect(
    clippy::print_stdout,
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    reason = "a bench prints what it measured"
)]

use std::{
    path::{Path, PathBuf},
    time::Instant,
};

use kernel::Moment;
use kit::{
    Fault,
    search::{Asked, Document, Search, Watermark, Within, found_in},
};
use uuid::Uuid;

const PLACES: [&str; 24] = [
    "县城老旧小区",
    "乡镇卫生院",
    "农村饮用水源",
    "高速出口匝道",
    "中小学校园周边",
    "社区养老服务点",
    "工业园区排水口",
    "省道临水路段",
    "水库移民安置区",
    "城郊公交末站",
    "农贸市场周边",
    "村级快递网点",
    "旅游景区入口",
    "电动自行车棚",
    "河道采砂旧址",
    "地质灾害隐患点",
    "易地搬迁社区",
    "产业园标准厂房",
    "林区防火通道",
    "乡村小规模学校",
    "城区断头路段",
    "高标准农田",
    "畜禽养殖密集区",
    "公共停车场站",
];
const MATTERS: [&str; 25] = [
    "照明设施损坏多年未修",
    "消防通道长期被占用",
    "雨污管网尚未分流",
    "专职医护人员配备不足",
    "无障碍坡道缺失",
    "垃圾清运间隔过长",
    "安全警示标志不清",
    "网络信号覆盖较弱",
    "维修资金来源不明确",
    "充电设施数量偏少",
    "水质检测结果未公开",
    "班次间隔时间过长",
    "监控设备老化失效",
    "排涝能力低于标准",
    "适老化改造进度缓慢",
    "产权登记遗留较多",
    "临时便道缺少护栏",
    "经营秩序较为混乱",
    "管护责任尚未落实",
    "配套道路迟迟未通",
    "补助标准多年未调",
    "灌溉渠系淤塞严重",
    "异味扰民反映集中",
    "停车收费标准不一",
    "夜间噪声投诉较多",
];

const AREAS: [&str; 2] = ["4301", "431124"];

/// SplitMix64: the same texts on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % n as u64).unwrap_or(0)
    }
}

fn clauses(count: usize) -> Vec<String> {
    let named = |n: usize| {
        let (place, matter) = (PLACES[n % 24], MATTERS[(n / 24) % 25]);
        let round = ["", "第二批", "第三批", "第四批", "第五批", "第六批"][(n / 600) % 6];
        format!("{round}{place}{matter}，建议今年内会同有关单位研究解决")
    };
    (0..count).map(named).collect()
}

fn document(n: usize, clauses: &[String], dice: &mut Dice) -> Result<Document, Fault> {
    let mut body = String::new();
    for _ in 0..10 + dice.below(11) {
        body.push_str(&clauses[dice.below(clauses.len())]);
        body.push('；');
    }
    if n % 10_007 == 5 {
        body.push_str("其中涉及双牌县何家洞水电站增效扩容");
    }
    let title = format!("关于解决{}问题的建议（第{n}号）", PLACES[dice.below(24)]);
    let day = Moment::from_millis(1_610_000_000_000).day().plus_days((n % 1_900) as i32);
    let area = AREAS[n % 2].parse().map_err(Fault::new)?;
    let readers = vec![Uuid::from_u128((n % 137) as u128)];
    Ok(Document {
        id: Uuid::from_u128(((n as u128) << 80) | 0x7000_8000 | n as u128),
        kind: "suggestion",
        area,
        readers,
        labels: vec![],
        day,
        title,
        body,
    })
}

/// CPU milliseconds of the first thread, which asks.
fn cpu_ms() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/schedstat");
    stat.ok().and_then(|text| text.split(' ').next()?.parse::<f64>().ok()).map_or(0.0, |nanos| nanos / 1e6)
}

fn memory_mb(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found =
        status.lines().find(|l| l.starts_with(line)).and_then(|l| l.split_whitespace().nth(1)?.parse::<u64>().ok());
    found.unwrap_or(0) / 1024
}

fn folder_mb(folder: &std::path::Path) -> u64 {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    let sizes = entries
        .flatten()
        .map(|entry| entry.metadata().map_or(0, |m| if m.is_dir() { folder_mb(&entry.path()) << 20 } else { m.len() }));
    sizes.sum::<u64>() >> 20
}

fn main() -> Result<(), Fault> {
    let mut args = std::env::args().skip(1);
    let count: usize = args.next().and_then(|text| text.parse().ok()).unwrap_or(200_000);
    let folder = args.next().map_or_else(|| std::env::temp_dir().join("lianluo-search-bench"), PathBuf::from);
    let fill = args.next().is_none_or(|word| word != "ask");
    if fill && folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    let clauses = clauses(577 * count.div_ceil(200_000).min(6));
    // Where the list of clauses is longer, a longer phrase names one clause again.
    let round = if clauses.len() > 600 { "第三批" } else { "" };
    let questions: Vec<String> = (0..7)
        .map(|n| round.to_owned() + PLACES[n] + &MATTERS[n + 2].chars().take(4).collect::<String>())
        .chain(["何家洞水电站".to_owned()])
        .collect();
    let mut dice = Dice(7);
    let truth = write(&folder, fill, count, &clauses, &questions, &mut dice)?;
    let search = Search::open(&folder)?;
    println!("after opening it again: {} MB anonymous, {} MB in all", memory_mb("RssAnon"), memory_mb("VmRSS"));
    ask(&search, &questions, &truth)?;
    let samples: Vec<Document> = (0..40).map(|n| document(n * 31, &clauses, &mut dice)).collect::<Result<_, _>>()?;
    measure("similar, top 10", 100, |turn| {
        let sample = &samples[turn % 40];
        Ok(search.similar((&sample.title, &sample.body), &[Within::Everything], None, 10)?.len() as u64)
    })?;
    let late =
        Document { title: "刚刚提出的一件建议".to_owned(), ..document(count + 1, &clauses, &mut dice)? };
    measure("put one and commit", 20, |_| {
        search.put(std::slice::from_ref(&late), &[])?;
        search.commit(Some(&Watermark { seq: 2, hash: "bench".to_owned() }))?;
        count_of(&search, "刚刚提出", &[Within::Everything])
    })?;
    search.put(&[], &[late.id])?;
    search.commit(Some(&Watermark { seq: 1, hash: "bench".to_owned() }))
}

/// Makes the texts, puts them where they are wanted, and answers how many hold each question.
fn write(
    folder: &Path,
    fill: bool,
    count: usize,
    clauses: &[String],
    questions: &[String],
    dice: &mut Dice,
) -> Result<Vec<u64>, Fault> {
    let search = Search::open(folder)?;
    let began = Instant::now();
    let mut truth = vec![0u64; questions.len()];
    for page in 0..count.div_ceil(1_000) {
        let numbers = page * 1_000..((page + 1) * 1_000).min(count);
        let documents: Vec<Document> = numbers.map(|n| document(n, clauses, dice)).collect::<Result<_, _>>()?;
        for (question, hits) in questions.iter().zip(&mut truth) {
            *hits += documents.iter().filter(|d| found_in(question, &[&d.title, &d.body])).count() as u64;
        }
        if fill {
            search.put_new(&documents)?;
        }
    }
    if fill {
        search.commit(Some(&Watermark { seq: 1, hash: "bench".to_owned() }))?;
        let (seconds, peak) = (began.elapsed().as_secs_f64(), memory_mb("VmHWM"));
        println!("{count} texts made, scanned, put and committed in {seconds:.1} s, peak {peak} MB");
        search.settle()?;
        println!("merged after {:.1} s; {} MB on disk", began.elapsed().as_secs_f64(), folder_mb(folder));
    }
    Ok(truth)
}

fn ask(search: &Search, questions: &[String], truth: &[u64]) -> Result<(), Fault> {
    let everywhere = [Within::Everything];
    for (question, truth) in questions.iter().zip(truth) {
        assert_eq!(count_of(search, question, &everywhere)?, *truth, "{question}");
    }
    println!("totals of {} phrases equal a scan's", questions.len());
    let phrases: Vec<&str> = questions.iter().map(String::as_str).collect();
    let sets: [(&str, Vec<&str>, &[Within]); 5] = [
        ("phrase, everywhere", phrases[..7].to_vec(), &everywhere),
        ("rare phrase", phrases[7..].to_vec(), &everywhere),
        ("phrase, one congress", phrases[..7].to_vec(), &[Within::Reader(Uuid::from_u128(3))]),
        ("two characters", vec!["照明", "路段", "养老", "水质"], &everywhere),
        ("one character", vec!["灯", "水"], &everywhere),
    ];
    for (name, questions, within) in sets {
        measure(name, 300, |turn| count_of(search, questions[turn % questions.len()], within))?;
    }
    Ok(())
}

/// The total, with the newest 25 beside it.
fn count_of(search: &Search, text: &str, within: &[Within]) -> Result<u64, Fault> {
    Ok(search.find(&Asked { text, kind: None, labels: &[], within, after: None, limit: 25 })?.total)
}

fn measure(name: &str, turns: usize, mut work: impl FnMut(usize) -> Result<u64, Fault>) -> Result<(), Fault> {
    let mut walls = Vec::with_capacity(turns);
    let mut hits = 0;
    for turn in 0..8 {
        work(turn)?;
    }
    let cpu = cpu_ms();
    for turn in 0..turns {
        let began = Instant::now();
        hits += work(turn)?;
        walls.push(began.elapsed().as_secs_f64() * 1e3);
    }
    let cpu = (cpu_ms() - cpu) / turns as f64;
    walls.sort_by(f64::total_cmp);
    let (p50, p99) = (walls[turns / 2], walls[turns * 99 / 100]);
    println!("{name:22} {:>8} hits  {cpu:7.3} CPU ms  p50 {p50:7.3} ms  p99 {p99:7.3} ms", hits / turns as u64);
    Ok(())
}
