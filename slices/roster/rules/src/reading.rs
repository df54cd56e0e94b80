//! How a name sounds, for searching and sorting. Surnames first: many are read otherwise than the common word.

use pinyin::ToPinyin;

use crate::written;

/// Surnames whose reading is not that of the everyday word.
const SURNAMES: &[(&str, &[&str])] = &[
    ("单于", &["chan", "yu"]),
    ("尉迟", &["yu", "chi"]),
    ("万俟", &["mo", "qi"]),
    ("澹台", &["tan", "tai"]),
    ("长孙", &["zhang", "sun"]),
    ("令狐", &["ling", "hu"]),
    ("鲜于", &["xian", "yu"]),
    ("濮阳", &["pu", "yang"]),
    ("夏侯", &["xia", "hou"]),
    ("诸葛", &["zhu", "ge"]),
    ("单", &["shan"]),
    ("仇", &["qiu"]),
    ("曾", &["zeng"]),
    ("乐", &["yue"]),
    ("解", &["xie"]),
    ("任", &["ren"]),
    ("区", &["ou"]),
    ("朴", &["piao"]),
    ("查", &["zha"]),
    ("盖", &["ge"]),
    ("翟", &["zhai"]),
    ("尉", &["wei"]),
    ("缪", &["miao"]),
    ("覃", &["qin"]),
    ("员", &["yun"]),
    ("种", &["chong"]),
    ("黑", &["he"]),
    ("折", &["she"]),
    ("繁", &["po"]),
    ("秘", &["bi"]),
    ("薄", &["bo"]),
    ("召", &["shao"]),
    ("冼", &["xian"]),
    ("华", &["hua"]),
    ("过", &["guo"]),
    ("宁", &["ning"]),
    ("燕", &["yan"]),
    ("应", &["ying"]),
    ("祭", &["zhai"]),
    ("隗", &["wei"]),
    ("訾", &["zi"]),
    ("谌", &["chen"]),
    ("车", &["che"]),
    ("柏", &["bai"]),
    ("句", &["gou"]),
    ("乜", &["nie"]),
    ("都", &["du"]),
    ("盛", &["sheng"]),
    ("沈", &["shen"]),
    ("郗", &["xi"]),
    ("厍", &["she"]),
    ("莘", &["shen"]),
    ("贲", &["ben"]),
    ("葛", &["ge"]),
    ("那", &["na"]),
    ("牟", &["mou"]),
    ("石", &["shi"]),
    ("谷", &["gu"]),
    ("卜", &["bu"]),
    ("贾", &["jia"]),
    ("晟", &["cheng"]),
    ("洗", &["xian"]),
    ("哈", &["ha"]),
    ("撒", &["sa"]),
    ("纪", &["ji"]),
    ("曲", &["qu"]),
    ("万", &["wan"]),
    ("佴", &["nai"]),
];

/// Characters that sound otherwise in given names than the dictionary's first reading has it.
const GIVEN: &[(char, &str)] =
    &[('长', "chang"), ('乐', "le"), ('行', "xing"), ('茜', "qian"), ('晟', "sheng"), ('朴', "pu")];

/// How a name sounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The syllables without blanks or tones; `ü` is `v`: 吕 is `lv`.
    pub full: String,
    /// The first letter of each syllable.
    pub initials: String,
}

/// Reads a Chinese name; letters stand for themselves, all else is silent.
#[must_use]
pub fn read_name(name: &str) -> Reading {
    let surname = SURNAMES.iter().find(|(surname, _)| name.starts_with(surname));
    let (mut syllables, rest) = match surname {
        Some((surname, readings)) => {
            (readings.iter().map(|s| (*s).to_owned()).collect(), name.strip_prefix(surname).unwrap_or(name))
        }
        None => (Vec::new(), name),
    };
    let mut latin = String::new();
    for letter in rest.chars() {
        let given = GIVEN.iter().find(|(given, _)| *given == letter).map(|(_, sound)| *sound);
        match given.or_else(|| letter.to_pinyin().map(pinyin::Pinyin::plain)) {
            Some(sound) => {
                finish(&mut latin, &mut syllables);
                syllables.push(sound.replace('ü', "v"));
            }
            None if letter.is_ascii_alphabetic() => latin.push(letter.to_ascii_lowercase()),
            None => finish(&mut latin, &mut syllables),
        }
    }
    finish(&mut latin, &mut syllables);
    Reading { full: syllables.concat(), initials: syllables.iter().filter_map(|s| s.chars().next()).collect() }
}

fn finish(word: &mut String, syllables: &mut Vec<String>) {
    if !word.is_empty() {
        syllables.push(std::mem::take(word));
    }
}

/// What somebody typed to find a person: letters for the sound, or the beginning of the name itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// The beginning of the name, and that of its sound where the next character cannot change it (单 may become 单于).
    Name {
        /// The characters.
        name: String,
        /// How they sound.
        sound: Option<String>,
    },
    /// Letters that can only be the beginning of the full sound.
    Sound(String),
    /// Letters that can only be initials.
    Initials(String),
    /// Letters that may be either.
    Letters(String),
}

/// Makes out what was typed; nothing when it holds neither a letter nor a character.
#[must_use]
pub fn typed(text: &str) -> Option<Typed> {
    let text = text.trim();
    if text.chars().any(|c| !c.is_ascii() && c.is_alphabetic() && !"üÜ".contains(c)) {
        let name = written(text);
        let settled = !SURNAMES.iter().any(|(surname, _)| surname.len() > name.len() && surname.starts_with(&name));
        let sound = settled.then(|| read_name(&name).full).filter(|sound| !sound.is_empty());
        return Some(Typed::Name { name, sound });
    }
    let letters = text.to_lowercase().replace('ü', "v");
    let letters: String = letters.chars().filter(char::is_ascii_alphabetic).collect();
    let first = letters.chars().next()?;
    // No syllable begins with i, u or v; and every syllable but its h ends what consonants can begin.
    let sound_only = letters.len() == 1 || letters.contains(['i', 'u', 'v']);
    let bare = !letters.contains(['a', 'e', 'o']);
    let pair = letters.len() == 2 && letters.ends_with('h') && matches!(first, 'z' | 'c' | 's');
    Some(match (sound_only, bare && !pair) {
        (true, _) => Typed::Sound(letters),
        (false, true) => Typed::Initials(letters),
        (false, false) => Typed::Letters(letters),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_their_bearers_read_them() {
        for (name, full, initials) in [
            ("张三", "zhangsan", "zs"),
            ("单于丹", "chanyudan", "cyd"),
            ("单雄信", "shanxiongxin", "sxx"),
            ("仇和", "qiuhe", "qh"),
            ("曾国藩", "zengguofan", "zgf"),
            ("乐毅", "yueyi", "yy"),
            ("吕小绿", "lvxiaolv", "lxl"),
            ("欧阳修", "ouyangxiu", "oyx"),
            ("尉迟恭", "yuchigong", "ycg"),
            ("任长霞", "renchangxia", "rcx"),
            ("覃事单", "qinshidan", "qsd"),
            ("翟志刚", "zhaizhigang", "zzg"),
            ("阿依古丽·买买提", "ayigulimaimaiti", "ayglmmt"),
            ("Anna Li", "annali", "al"),
            ("", "", ""),
            ("·", "", ""),
        ] {
            assert_eq!(read_name(name), Reading { full: full.to_owned(), initials: initials.to_owned() }, "{name}");
        }
    }

    #[test]
    fn what_is_typed_is_taken_for_a_name_a_sound_or_initials() {
        for (text, meant) in [
            ("张 三", Some(Typed::Name { name: "张三".into(), sound: Some("zhangsan".into()) })),
            ("单", Some(Typed::Name { name: "单".into(), sound: None })),
            ("Zhang San", Some(Typed::Letters("zhangsan".into()))),
            ("lü", Some(Typed::Sound("lv".into()))),
            ("li", Some(Typed::Sound("li".into()))),
            ("zs", Some(Typed::Initials("zs".into()))),
            ("zh", Some(Typed::Letters("zh".into()))),
            ("z", Some(Typed::Sound("z".into()))),
            ("wan", Some(Typed::Letters("wan".into()))),
            ("  ", None),
            ("138", None),
        ] {
            assert_eq!(typed(text), meant, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_to_small_letters_only(name in ".*") {
            let reading = read_name(&name);
            proptest::prop_assert!(reading.full.bytes().all(|b| b.is_ascii_lowercase()), "{}", reading.full);
            proptest::prop_assert!(reading.initials.len() <= reading.full.len());
        }

        #[test]
        fn whoever_types_the_beginning_of_a_name_finds_it(name in "[单于长孙王万俟尉迟小明国华乐]{1,5}", shown in 1..5_usize) {
            let beginning: String = name.chars().take(shown).collect();
            let Some(Typed::Name { name: typed, sound }) = typed(&beginning) else { panic!("no name") };
            proptest::prop_assert!(name.starts_with(&typed));
            proptest::prop_assert!(sound.is_none_or(|sound| read_name(&name).full.starts_with(&sound)));
        }
    }
}
