//! What people read: Chinese and English, from the locale files, checked for missing and unused keys.

use std::{borrow::Cow, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use kernel::Refused;
use rust_embed::RustEmbed;

/// The locale files, in the binary.
#[derive(RustEmbed)]
#[folder = "../locales"]
struct Files;

/// A language of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// 简体中文.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Lang {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Chinese, Self::English];

    /// The tag for `lang=` and the folder of the locale files.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    /// Reads a tag a person or a browser gave: `en`, `en-GB`, `zh-Hans-CN`.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let tag = tag.trim().to_ascii_lowercase();
        let main = tag.split(['-', '_', ';']).next().unwrap_or("");
        match main {
            "zh" => Some(Self::Chinese),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The sentence of a key that needs no values.
    #[must_use]
    pub fn t(self, key: &str) -> Cow<'static, str> {
        words(self).say(key, None)
    }

    /// The sentence of a key with its values.
    #[must_use]
    pub fn tf<'a>(self, key: &str, values: impl AsRef<[(&'a str, String)]>) -> Cow<'static, str> {
        let mut args = FluentArgs::new();
        for (name, value) in values.as_ref() {
            args.set(*name, plain(value));
        }
        words(self).say(key, Some(&args))
    }

    /// [`Lang::tf`] for rules, which know keys and no languages.
    pub fn says(self) -> impl Fn(&str, &[(&str, String)]) -> String {
        move |key, values| self.tf(key, values).into_owned()
    }

    /// Whether words stand beside one another without a blank.
    #[must_use]
    pub const fn close(self) -> bool {
        matches!(self, Self::Chinese)
    }

    /// The sentence of a refusal. A value that is a word of the program is said as people call it: the stage `cosigning` of a
    /// refusal of suggestions by the sentence of `suggestions-stage-cosigning`.
    #[must_use]
    pub fn refusal(self, refused: &Refused) -> Cow<'static, str> {
        self.said(refused.key, &refused.values)
    }

    /// The same of a key and its values, as they stand beside a field.
    #[must_use]
    pub fn said(self, key: &'static str, values: &[(&'static str, String)]) -> Cow<'static, str> {
        let noun = key.split('-').next().unwrap_or_default();
        let called = |(name, value): &(&'static str, String)| {
            let key = format!("{noun}-{name}-{}", value.replace('_', "-"));
            (*name, if words(self).has(&key) { self.t(&key).into_owned() } else { value.clone() })
        };
        self.tf(key, values.iter().map(called).collect::<Vec<_>>())
    }
}

/// A value that is a whole number is handed over as one, so that plurals work.
fn plain(value: &str) -> FluentValue<'_> {
    match value.parse::<i32>() {
        Ok(number) => FluentValue::from(number),
        Err(_) => FluentValue::from(value),
    }
}

/// A share in thousandths as people read it: 86.5%.
///
/// How the thousandths are rounded is each noun's to say: a rate of answers (满意率, 反馈率) to the nearest, halves up; coverage and the measures of
/// a station down, so that 100% is said of everybody alone.
#[must_use]
pub fn percent(thousandths: u64) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    fn load(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.tag().parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        for name in Files::iter().filter(|name| name.starts_with(lang.tag()) && name.ends_with(".ftl")) {
            let Some(file) = Files::get(&name) else { continue };
            let text = String::from_utf8_lossy(&file.data).into_owned();
            let (resource, problems) = match FluentResource::try_new(text) {
                Ok(resource) => (resource, Vec::new()),
                Err((resource, problems)) => (resource, problems),
            };
            for problem in problems {
                tracing::error!(%name, %problem, "a locale file cannot be read in full");
            }
            if let Err(twice) = bundle.add_resource(resource) {
                tracing::error!(%name, ?twice, "a key stands twice in the locale files");
            }
        }
        Self { bundle }
    }

    fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn say(&'static self, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, "a sentence is missing from the locale files");
            return Cow::Owned(format!("⟦{key}⟧"));
        };
        let mut problems = Vec::new();
        let said = self.bundle.format_pattern(pattern, args, &mut problems);
        if !problems.is_empty() {
            tracing::error!(key, ?problems, "a sentence lacks a value");
        }
        // A sentence without places is lent as it stands in the binary.
        said
    }
}

fn words(lang: Lang) -> &'static Words {
    static CHINESE: OnceLock<Words> = OnceLock::new();
    static ENGLISH: OnceLock<Words> = OnceLock::new();
    let one = match lang {
        Lang::Chinese => &CHINESE,
        Lang::English => &ENGLISH,
    };
    one.get_or_init(|| Words::load(lang))
}
