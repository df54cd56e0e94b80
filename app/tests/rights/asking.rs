//! What is sent along: for the JSON interface whatever its document asks for, for pages a form that knows every field.

use serde_json::{Map, Value, json};

use super::{routes::Route, world::World};

/// A body of the shape the document names; nothing where it names none.
pub fn body(document: &Value, route: &Route, world: &World) -> Option<(&'static str, Vec<u8>)> {
    let asked = document.get("paths")?.get(&route.path)?.get(route.method.to_lowercase())?.get("requestBody")?;
    let (kind, content) = asked.get("content")?.as_object()?.iter().next()?;
    if kind == "application/json" {
        let value = Sampler { document, world }.of(content.get("schema")?, "");
        Some(("application/json", value.to_string().into_bytes()))
    } else {
        Some(("application/octet-stream", PICTURE.to_vec()))
    }
}

/// What the document says may be sent with a request beside its body.
fn parameters(document: &Value, route: &Route) -> Vec<Value> {
    let asked = document.pointer(&format!("/paths/{}/{}", route.path.replace('/', "~1"), route.method.to_lowercase()));
    asked.and_then(|asked| asked.get("parameters")).and_then(Value::as_array).cloned().unwrap_or_default()
}

/// Whether a request must name the version it was read in.
pub fn names_a_version(document: &Value, route: &Route) -> bool {
    let is =
        |field: &Value| field.get("name") == Some(&json!("If-Match")) && field.get("required") == Some(&json!(true));
    parameters(document, route).iter().any(is)
}

/// The query of an address, as far as the document asks for one; with a name for what is sent up.
pub fn query(document: &Value, route: &Route, world: &World) -> String {
    let fields = parameters(document, route);
    let mut query = String::new();
    for field in fields.iter().filter(|field| field.get("in") == Some(&json!("query"))) {
        let name = field.get("name").and_then(Value::as_str).unwrap_or_default();
        // Whose work is asked for is the county congress's.
        let of = if name == "body" { "congress" } else { name };
        let sampled = Sampler { document, world }.of(field.get("schema").unwrap_or(&Value::Null), of);
        let text = if name == "file" { "a.png" } else { sampled.as_str().unwrap_or_default() };
        if name == "file" || field.get("required") == Some(&json!(true)) {
            query.push(if query.is_empty() { '?' } else { '&' });
            query.push_str(&format!("{name}={text}"));
        }
    }
    query
}

/// The smallest file that is what it says.
pub const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

struct Sampler<'a> {
    document: &'a Value,
    world: &'a World,
}

impl Sampler<'_> {
    fn of(&self, schema: &Value, name: &str) -> Value {
        if let Some(place) = schema.get("$ref").and_then(Value::as_str) {
            let found = self.document.pointer(place.trim_start_matches('#'));
            return found.map_or(Value::Null, |schema| self.of(schema, name));
        }
        for several in ["oneOf", "anyOf", "allOf"] {
            if let Some(first) = schema
                .get(several)
                .and_then(Value::as_array)
                .and_then(|all| all.iter().find(|one| one.get("type") != Some(&json!("null"))))
            {
                return self.of(first, name);
            }
        }
        if let Some(first) = schema.get("enum").and_then(Value::as_array).and_then(|all| all.first()) {
            return first.clone();
        }
        let kind = schema.get("type");
        let kind = kind.and_then(Value::as_str).or_else(|| kind.and_then(Value::as_array)?.first()?.as_str());
        match kind {
            Some("object") => self.object(schema),
            Some("array") => schema.get("items").map_or_else(|| json!([]), |items| json!([self.of(items, name)])),
            Some("integer" | "number") => json!(1),
            Some("boolean") => json!(true),
            Some("string") if schema.get("format") == Some(&json!("uuid")) => json!(self.world.named(name)),
            _ if name == "powers" => json!("contact_deputies"),
            _ => json!(words(name)),
        }
    }

    /// Every field that is asked for, and every other that is no more than a word.
    fn object(&self, schema: &Value) -> Value {
        let fields = schema.get("properties").and_then(Value::as_object).cloned().unwrap_or_default();
        let required = schema.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
        let asked = fields.into_iter().filter(|(name, _)| required.contains(&json!(name)));
        Value::Object(asked.map(|(name, schema)| (name.clone(), self.of(&schema, &name))).collect::<Map<_, _>>())
    }
}

/// Words that fit a field of that name.
fn words(name: &str) -> &'static str {
    FIELDS.iter().find(|(field, _)| *field == name).map_or("某某", |(_, words)| words)
}

/// What a form of any page may hold. Identities are put in by the world.
pub const FIELDS: &[(&str, &str)] = &[
    ("reason", "因工作需要"),
    ("category", "other"),
    ("class", "A"),
    ("process", "satisfied"),
    ("result", "basically"),
    ("title", "关于修路的建议"),
    ("body", "请修路。"),
    ("contact", "张某 0736-0000000"),
    ("publish", "1"),
    ("source", "visits"),
    ("way", "sole"),
    ("name", "某某"),
    ("gender", "female"),
    ("duty", "unit_clerk"),
    ("since", "2026-03-10"),
    ("until", "2026-04-10"),
    ("began", "2026-03-10"),
    ("elected", "2026-03-01"),
    ("opened", "2026-03-20"),
    ("on", "2026-03-10"),
    ("day", "2026-03-10"),
    ("date", "2026-03-10"),
    ("basis", "书面委托"),
    ("ordinal", "99"),
    ("step", "suspend"),
    ("ground", "criminal-proceedings"),
    ("role", "delegation_head"),
    ("kind", "unit"),
    ("area", "430725"),
    ("phone", "13800138000"),
    ("version", "1"),
    ("seen", "1"),
    ("password", "桃花源里可耕田春风又绿江南岸"),
    ("again", "桃花源里可耕田春风又绿江南岸"),
    ("old", "桃花源里可耕田"),
    ("days", "30"),
    ("found", "done"),
    ("due", "2026-09-10"),
    ("progress", "已开工"),
    ("answer", "已完成"),
    ("kept", "kept"),
    ("outcome", "not-kept"),
    ("settle_reason", "没有完成"),
    ("back_reason", "请继续办理"),
    ("new_due", "2026-12-10"),
    ("move_reason", "因故推后"),
    ("next_due", "2027-06-10"),
    ("over_reason", "资金未到位"),
    ("sure", "1"),
    ("treatment", "urge"),
    ("what", "reason"),
    ("topic", "roads"),
    ("score", "satisfied"),
    ("channel", "litigation"),
    ("because", "请向法院提出"),
    ("why", "由上级管护"),
    ("closing", "已说明"),
    ("place", "政务服务中心"),
];
