//! Simple patterns of what may name somebody. They only propose: too much is better than too little, a person decides.

use crate::{Passage, PassageKind as Kind};

/// Words before a telephone number that is written without its area.
const CALLS: [&str; 8] = ["电话", "手机", "热线", "传真", "联系方式", "座机", "Tel", "TEL"];
/// Before a name of somebody.
const BEFORE: [&str; 26] = [
    "联系人",
    "承办人",
    "经办人",
    "负责人",
    "当事人",
    "反映人",
    "投诉人",
    "举报人",
    "村民",
    "居民",
    "群众",
    "业主",
    "患者",
    "学生",
    "家长",
    "职工",
    "老人",
    "住户",
    "司机",
    "店主",
    "户主",
    "伤者",
    "死者",
    "员工",
    "工人",
    "教师",
];
/// After a name of somebody.
const AFTER: [&str; 8] = ["先生", "女士", "同志", "大爷", "大妈", "阿姨", "师傅", "大娘"];
/// The commonest family names; four in five people have one of the first hundred.
const FAMILY: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤易常温康施文牛樊葛邢安齐伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓吉缪简车项芦麦褚娄窦戚岑景党宫费卜冷晏席米柏宗瞿桂佟臧闵苟邬边卞姬仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";
/// What does not stand in a given name, but after one or in place of one.
const NEVER: &str = "的了在是说反等和与及家户住因被将对向称提从已曾某×们也就都把让很又要去来到为有不没，。、；：！？（）()《》〈〉“”\"' \n\r\t0123456789";
/// Provinces on number plates.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
/// What the name of a street, a village or a building ends with.
const PLACES: &str = "路街道巷弄村屯区苑园楼栋组庄里城院湾冲塘坪";
/// What a number of a house is followed by.
const HOUSES: &str = "号栋室组户幢楼座";
/// Where the name of a place cannot begin before.
const BREAKS: &str = "在于住址位是从到为的往至由经";

/// Blanks in a row that still belong to one name.
pub const MOST_BLANKS: usize = 3;

fn passage(from: usize, to: usize, kind: Kind) -> Passage {
    Passage { from, to, kind }
}

fn at(chars: &[char], place: usize) -> char {
    chars.get(place).copied().unwrap_or('\0')
}

fn digit(chars: &[char], place: usize) -> bool {
    at(chars, place).is_ascii_digit()
}

fn han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Whether one of the words stands right before a place.
fn after(chars: &[char], place: usize, words: &[&str]) -> bool {
    words.iter().any(|word| {
        let word: Vec<char> = word.chars().collect();
        place.checked_sub(word.len()).and_then(|from| chars.get(from..place)) == Some(word.as_slice())
    })
}

/// Numbers of identity cards, of bank accounts and of telephones.
pub fn numbers(chars: &[char]) -> Vec<Passage> {
    let mut found = Vec::new();
    let mut place = 0;
    while place < chars.len() {
        if !digit(chars, place) {
            place += 1;
            continue;
        }
        let end = run(chars, place);
        numbers_within(chars, (place, end), &mut found);
        place = end;
    }
    found
}

/// The numbers of one run of digits: the run itself, or groups of it that belong together; several telephones often follow one another.
fn numbers_within(chars: &[char], (from, end): (usize, usize), found: &mut Vec<Passage>) {
    let called = (from.saturating_sub(3)..=from).any(|place| after(chars, place, &CALLS));
    let ends = |place: &usize| *place == end || matches!(at(chars, *place), '-' | ' ');
    let mut start = from;
    while start < end {
        let cuts: Vec<usize> = (start + 1..=end).filter(ends).collect();
        match cuts.iter().rev().find_map(|cut| number(chars, start, *cut, called)) {
            Some(number) => {
                start = number.to + 1;
                found.push(number);
            }
            None => start = cuts.first().map_or(end, |cut| cut + 1),
        }
    }
}

/// The end of digits that single dashes or spaces may part; the check letter of an identity number belongs to it.
fn run(chars: &[char], from: usize) -> usize {
    let mut end = from;
    while digit(chars, end) || (matches!(at(chars, end), '-' | ' ') && digit(chars, end + 1)) {
        end += 1;
    }
    let seventeen = end - from == 17 && chars.get(from..end).is_some_and(|run| run.iter().all(char::is_ascii_digit));
    if seventeen && matches!(at(chars, end), 'x' | 'X') { end + 1 } else { end }
}

fn number(chars: &[char], from: usize, end: usize, called: bool) -> Option<Passage> {
    let digits: Vec<char> = chars.get(from..end)?.iter().copied().filter(|c| !matches!(c, '-' | ' ')).collect();
    let plain = digits.len() == end - from;
    let kind = match (digits.len(), digits.as_slice()) {
        (18, _) | (15, _) if plain => Kind::Identity,
        (16..=19, _) => Kind::Account,
        (11, ['1', '3'..='9', ..]) | (13, ['8', '6', '1', '3'..='9', ..]) => Kind::Phone,
        (10..=15, ['0', ..]) => Kind::Phone,
        (7 | 8, _) if plain && called => Kind::Phone,
        _ => return None,
    };
    Some(passage(from, end, kind))
}

/// Addresses of mail.
pub fn emails(chars: &[char]) -> Vec<Passage> {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    let signs = chars.iter().enumerate().filter(|(_, c)| **c == '@').map(|(place, _)| place);
    let whole = |sign: usize| {
        let before = chars.get(..sign)?.iter().rev().take_while(|c| part(**c)).count();
        let behind = chars.get(sign + 1..)?.iter().take_while(|c| part(**c)).count();
        let domain = chars.get(sign + 1..sign + 1 + behind)?;
        (before > 0 && domain.contains(&'.')).then(|| passage(sign - before, sign + 1 + behind, Kind::Email))
    };
    signs.filter_map(whole).collect()
}

/// Number plates of cars.
pub fn plates(chars: &[char]) -> Vec<Passage> {
    let starts = chars.iter().enumerate().filter(|(_, c)| PROVINCES.contains(**c)).map(|(place, _)| place);
    let whole = |start: usize| {
        let letter = at(chars, start + 1);
        let body = if at(chars, start + 2) == '·' { start + 3 } else { start + 2 };
        let signs = |c: &char| c.is_ascii_digit() || c.is_ascii_uppercase();
        let length = chars.get(body..)?.iter().take_while(|c| signs(c)).count();
        (letter.is_ascii_uppercase() && (5..=6).contains(&length)).then(|| passage(start, body + length, Kind::Plate))
    };
    starts.filter_map(whole).collect()
}

/// Where somebody lives: a street, village or building with a number.
pub fn addresses(chars: &[char]) -> Vec<Passage> {
    let mut found = Vec::new();
    let mut place = 0;
    while place < chars.len() {
        match address(chars, place) {
            Some(found_there) => {
                place = found_there.to;
                found.push(found_there);
            }
            None => place += 1,
        }
    }
    found
}

/// The address whose house number begins here.
fn address(chars: &[char], number: usize) -> Option<Passage> {
    let before = number.checked_sub(1).map(|place| at(chars, place))?;
    if !PLACES.contains(before) || counting(before) {
        return None;
    }
    let to = houses(chars, number)?;
    let street = |c: &char| han(*c) && !BREAKS.contains(*c) || c.is_ascii_alphanumeric();
    let length = chars.get(..number)?.iter().rev().take(20).take_while(|c| street(c)).count();
    (length > 1).then(|| passage(number - length, to, Kind::Address))
}

/// The end of numbers of houses, one after the other: 18号3栋202室.
fn houses(chars: &[char], from: usize) -> Option<usize> {
    let (mut end, mut place) = (None, from);
    loop {
        let digits = chars.get(place..)?.iter().take_while(|c| counting(**c) || **c == '-').count();
        let unit = place + digits;
        let length = if chars.get(unit..unit + 2) == Some(&['单', '元']) { 2 } else { 1 };
        if digits == 0 || (length == 1 && !HOUSES.contains(at(chars, unit))) {
            return end;
        }
        place = unit + length;
        end = Some(place);
    }
}

fn counting(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十百".contains(c)
}

/// Names that stand after or before a word for people.
pub fn people(chars: &[char]) -> Vec<Passage> {
    (0..=chars.len()).filter_map(|place| introduced(chars, place).or_else(|| addressed(chars, place))).collect()
}

/// 村民张三, 联系人：李四, 联系人：　李　四.
fn introduced(chars: &[char], place: usize) -> Option<Passage> {
    let gap =
        chars.get(place..)?.iter().take(MOST_BLANKS).take_while(|c| matches!(**c, ':' | '：' | '是') || blank(**c));
    let start = place + gap.count();
    if !after(chars, place, &BEFORE) || !FAMILY.contains(at(chars, start)) {
        return None;
    }
    let rest = chars.get(start + 1..)?;
    let blanks = rest.iter().take(MOST_BLANKS).take_while(|c| blank(**c)).count();
    // A name of two characters is set apart to be as wide as one of three; what follows a family name and a blank otherwise is
    // another word as often as not, and is proposed all the same.
    let letters = if blanks > 0 { 1 } else { 2 };
    let given = rest.iter().skip(blanks).take(letters).take_while(|c| han(**c) && !NEVER.contains(**c)).count();
    (given > 0).then(|| passage(start, start + 1 + blanks + given, Kind::Name))
}

/// 王　明: lists set a name of two characters as wide as one of three.
pub fn blank(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\u{a0}')
}

/// 张伟先生. A family name alone names nobody.
fn addressed(chars: &[char], place: usize) -> Option<Passage> {
    let follows = |word: &&str| {
        let word: Vec<char> = word.chars().collect();
        chars.get(place..place + word.len()) == Some(word.as_slice())
    };
    AFTER.iter().find(|word| follows(word))?;
    let named = |length: usize| {
        let start = place.checked_sub(length)?;
        let given = chars.get(start + 1..place)?;
        let whole = FAMILY.contains(at(chars, start)) && given.iter().all(|c| han(*c) && !NEVER.contains(*c));
        whole.then(|| passage(start, place, Kind::Name))
    };
    let apart = || {
        let given = place.checked_sub(1).filter(|last| han(at(chars, *last)) && !NEVER.contains(at(chars, *last)))?;
        let blanks = chars.get(..given)?.iter().rev().take(MOST_BLANKS).take_while(|c| blank(**c)).count();
        let start = given.checked_sub(blanks + 1).filter(|_| blanks > 0)?;
        FAMILY.contains(at(chars, start)).then(|| passage(start, place, Kind::Name))
    };
    named(3).or_else(|| named(2)).or_else(apart)
}
