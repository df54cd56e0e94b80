//! In which language the shell is spoken to: Chinese where the machine's settings name it, English everywhere else.

use std::{borrow::Cow, sync::OnceLock};

use kernel::{Refusal, Refused};
use kit::{Fault, words::Lang};

/// The language of this run.
pub fn lang() -> Lang {
    static SPOKEN: OnceLock<Lang> = OnceLock::new();
    *SPOKEN.get_or_init(|| spoken(|name| std::env::var(name).ok()))
}

/// The language that settings such as `LANG=zh_CN.UTF-8` name; the first that is set decides, as for every program.
fn spoken(set: impl Fn(&str) -> Option<String>) -> Lang {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let first = names.into_iter().find_map(|name| set(name).filter(|value| !value.is_empty()));
    first.and_then(|tag| Lang::parse(&tag)).unwrap_or(Lang::English)
}

/// A sentence.
pub fn t(key: &str) -> Cow<'static, str> {
    lang().t(key)
}

/// A sentence with its values.
pub fn tf<'a>(key: &str, values: impl AsRef<[(&'a str, String)]>) -> Cow<'static, str> {
    lang().tf(key, values)
}

/// Something that whoever typed the command can mend; the sentence says how.
pub fn misused(key: &'static str) -> Refused {
    Refused::new(Refusal::Unfit, key)
}

/// What is said of an error, and the exit code: 2 where the one who typed can mend it, 70 where we are to blame.
pub fn told(error: &anyhow::Error, lang: Lang) -> (String, u8) {
    let sentence = error.chain().find_map(|link| match link.downcast_ref::<Fault>() {
        Some(fault) => fault.mend.as_deref(),
        None => link.downcast_ref::<Refused>(),
    });
    match sentence {
        Some(sentence) => (lang.refusal(sentence).into_owned(), 2),
        None => (lang.tf("cli-fault", [("fault", format!("{error:#}"))]).into_owned(), 70),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_setting_that_is_set_decides_and_what_is_neither_language_is_english() {
        for (all, messages, lang, spoken_) in [
            ("", "", "", Lang::English),
            ("", "", "C.UTF-8", Lang::English),
            ("", "", "zh_CN.UTF-8", Lang::Chinese),
            ("", "", "de_DE.UTF-8", Lang::English),
            ("", "zh_CN", "en_US.UTF-8", Lang::Chinese),
            ("en_GB.UTF-8", "zh_CN", "zh_CN", Lang::English),
            ("zh_TW", "C", "C", Lang::Chinese),
        ] {
            let set = |name: &str| {
                let value = match name {
                    "LC_ALL" => all,
                    "LC_MESSAGES" => messages,
                    _ => lang,
                };
                Some(value.to_owned())
            };
            assert_eq!(spoken(set), spoken_, "{all}/{messages}/{lang}");
        }
    }
}
