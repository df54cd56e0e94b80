//! JSON and addresses read into types, and what is wrong said as a sentence beside the field: `post.duty`.
//!
//! The types tell serde in English, for programmers, why they take something not; here their words become keys of sentences.

use std::fmt::Display;

use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, Expected, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, Visitor, value::MapAccessDeserializer,
};
use serde_json::{Map, Number, Value};

use super::{
    Errors, Wrong,
    clean::{has_control, seen},
};

/// Reads a value as a type.
pub(super) fn read<T: DeserializeOwned>(value: Value) -> Result<T, Errors> {
    T::deserialize(Reader { value, address: false }).map_err(Unread::told)
}

/// Reads the fields of an address; each once, blank ones as if they were not there.
pub(super) fn read_pairs<T: DeserializeOwned>(pairs: impl Iterator<Item = (String, String)>) -> Result<T, Errors> {
    let fields: Map<String, Value> =
        pairs.filter(|(_, text)| !text.is_empty()).map(|(name, text)| (name, Value::String(text))).collect();
    T::deserialize(Reader { value: Value::Object(fields), address: true }).map_err(Unread::told)
}

/// What was wrong and where, the innermost place first.
#[derive(Debug)]
struct Unread {
    path: Vec<String>,
    wrong: Wrong,
    /// Whether the words of a type were understood; else what the type expects may tell more.
    clear: bool,
}

impl Unread {
    fn new(wrong: Wrong) -> Self {
        Self { path: Vec::new(), wrong, clear: true }
    }

    fn at(field: &str, wrong: Wrong) -> Self {
        Self { path: vec![field.to_owned()], ..Self::new(wrong) }
    }

    fn under(mut self, place: &str) -> Self {
        self.path.push(place.to_owned());
        self
    }

    fn told(self) -> Errors {
        let path: Vec<String> = self.path.into_iter().rev().collect();
        Errors::one(&path.join("."), self.wrong)
    }
}

impl Display for Unread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path.join("<"), self.wrong.key)
    }
}
impl std::error::Error for Unread {}

impl de::Error for Unread {
    fn custom<T: Display>(said: T) -> Self {
        let said = said.to_string();
        let wrong = of_words(&said);
        let clear = wrong.is_some();
        Self { path: Vec::new(), wrong: wrong.unwrap_or_else(|| Wrong::new("kit-json-unfit")), clear }
    }
    fn invalid_type(found: Unexpected<'_>, wanted: &dyn Expected) -> Self {
        if matches!(found, Unexpected::Unit | Unexpected::Option) {
            return Self::new(Wrong::new("kit-form-required"));
        }
        Self::new(kind(&wanted.to_string()))
    }
    fn invalid_value(_: Unexpected<'_>, wanted: &dyn Expected) -> Self {
        Self::new(kind(&wanted.to_string()))
    }
    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self::new(Wrong::new("kit-json-unfit"))
    }
    fn unknown_variant(_: &str, known: &'static [&'static str]) -> Self {
        Self::new(Wrong::new("kit-json-word").with("words", known.join(", ")))
    }
    fn unknown_field(field: &str, _: &'static [&'static str]) -> Self {
        Self::at(field, Wrong::new("kit-json-unknown"))
    }
    fn missing_field(field: &'static str) -> Self {
        Self::at(field, Wrong::new("kit-form-required"))
    }
    fn duplicate_field(field: &'static str) -> Self {
        Self::at(field, Wrong::new("kit-json-twice"))
    }
}

/// The sentence for the words with which a type of ours refuses.
fn of_words(said: &str) -> Option<Wrong> {
    if said == kernel::TextError::Empty.to_string() {
        return Some(Wrong::new("kit-form-required"));
    }
    if said == kernel::TextError::Control.to_string() {
        return Some(Wrong::new("kit-form-control"));
    }
    let numbers = said.strip_prefix("has ").and_then(|rest| rest.strip_suffix(" fit"));
    if let Some((has, most)) = numbers.and_then(|rest| rest.split_once(" characters, at most ")) {
        return Some(Wrong::new("kit-form-too-long").with("most", most).with("has", has));
    }
    let ends = |words: &str| said.ends_with(words);
    if ends("is not an area code of 2, 4, 6, 9 or 12 digits") {
        return Some(Wrong::new("kit-form-area"));
    }
    ends("is not a day written YYYY-MM-DD").then(|| Wrong::new("kit-form-day"))
}

/// The sentence for what a type expects, as serde says it.
fn kind(wanted: &str) -> Wrong {
    let has = |word: &str| wanted.contains(word);
    let whole = ["i64", "i32", "i16", "i8", "u64", "u32", "u16", "u8", "usize", "isize", "integer"];
    Wrong::new(match () {
        () if has("date") => "kit-form-day",
        () if has("UUID") => "kit-json-id",
        () if has("boolean") => "kit-json-truth",
        () if whole.iter().any(|word| has(word)) => "kit-form-number",
        () if has("sequence") || has("tuple") => "kit-json-list",
        () if has("struct") || has("map") => "kit-json-object",
        () if has("string") || has("str") || has("enum") || has("variant") => "kit-json-text",
        () => "kit-json-unfit",
    })
}

/// A value being read; from an address everything is text, whatever it is to become.
struct Reader {
    value: Value,
    address: bool,
}

impl Reader {
    fn of(&self, value: Value) -> Self {
        Self { value, address: self.address }
    }

    /// A number or a truth written as text in an address, as what it stands for.
    fn unwritten(self) -> Self {
        let Value::String(text) = &self.value else { return self };
        if !self.address {
            return self;
        }
        let number = text.parse::<i64>().map(Number::from).ok().map(Value::Number);
        match number.or_else(|| text.parse().ok().map(Value::Bool)) {
            Some(value) => self.of(value),
            None => self,
        }
    }
}

macro_rules! written {
    ($($method:ident)+) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
            self.unwritten().deserialize_any(visitor)
        })+
    };
}

impl<'de> Deserializer<'de> for Reader {
    type Error = Unread;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        let address = self.address;
        match self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(truth) => visitor.visit_bool(truth),
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(number), _) => visitor.visit_u64(number),
                (None, Some(number)) => visitor.visit_i64(number),
                (None, None) => visitor.visit_f64(number.as_f64().unwrap_or(f64::NAN)),
            },
            Value::String(text) => visit_text(&text, visitor),
            Value::Array(items) => visitor.visit_seq(Items { items: items.into_iter(), at: 0, address }),
            Value::Object(fields) => visitor.visit_map(Fields { fields: fields.into_iter(), next: None, address }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        if self.value.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unread> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unread> {
        let address = self.address;
        match self.value {
            Value::String(text) => visitor.visit_enum(IntoDeserializer::<Unread>::into_deserializer(text)),
            Value::Object(fields) => {
                let fields = Fields { fields: fields.into_iter(), next: None, address };
                visitor.visit_enum(MapAccessDeserializer::new(fields))
            }
            _ => Err(Unread::new(Wrong::new("kit-json-text"))),
        }
    }

    written! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16
        deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64
    }

    serde::forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// Hands a text on, without what nobody sees; where the type's own words say little, what it expects says more.
fn visit_text<'de, V: Visitor<'de>>(text: &str, visitor: V) -> Result<V::Value, Unread> {
    if has_control(text) {
        return Err(Unread::new(Wrong::new("kit-form-control")));
    }
    let wanted = (&visitor as &dyn Expected).to_string();
    visitor.visit_string(seen(text)).map_err(|unread: Unread| match unread.clear {
        true => unread,
        false => Unread { wrong: kind(&wanted), clear: true, ..unread },
    })
}

struct Items {
    items: std::vec::IntoIter<Value>,
    at: usize,
    address: bool,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Unread;
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Unread> {
        let Some(value) = self.items.next() else { return Ok(None) };
        let place = self.at.to_string();
        self.at += 1;
        seed.deserialize(Reader { value, address: self.address }).map(Some).map_err(|unread| unread.under(&place))
    }
}

struct Fields {
    fields: serde_json::map::IntoIter,
    next: Option<(String, Value)>,
    address: bool,
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Unread;
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Unread> {
        self.next = self.fields.next();
        let Some((name, _)) = &self.next else { return Ok(None) };
        seed.deserialize(IntoDeserializer::<Unread>::into_deserializer(name.as_str())).map(Some)
    }
    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Unread> {
        let Some((name, value)) = self.next.take() else { return Err(Unread::new(Wrong::new("kit-json-unfit"))) };
        seed.deserialize(Reader { value, address: self.address }).map_err(|unread| unread.under(&name))
    }
}

#[cfg(test)]
mod tests;
