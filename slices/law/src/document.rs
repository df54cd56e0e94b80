//! The OpenAPI document of the law, made from the table: one operation per function with its own arguments.

use kit::{web::ProblemJson, words::Lang};
use serde_json::Value;
use utoipa::{
    PartialSchema as _, ToSchema as _,
    openapi::{
        Components, Content, HttpMethod, Info, OpenApi, Paths, Ref, RefOr, Required, Response, Responses, Schema,
        path::{Operation, OperationBuilder, PathItem},
        request_body::RequestBodyBuilder,
        schema::{
            AdditionalProperties, AnyOfBuilder, ArrayBuilder, KnownFormat, ObjectBuilder, SchemaFormat, SchemaType,
            Type,
        },
    },
};

use crate::{
    Argument, Function, Kind, Need, all,
    argument::{MOST_PEOPLE, Words},
};

const TAG: &str = "law";

/// The part of the document that is about the law.
pub fn document() -> OpenApi {
    let mut paths = Paths::new();
    paths.paths.insert("/api/law".to_owned(), PathItem::new(HttpMethod::Get, listing()));
    for function in all() {
        let mut item = PathItem::new(HttpMethod::Get, describing(function));
        item.merge_operations(PathItem::new(HttpMethod::Post, answering(function)));
        paths.paths.insert(format!("/api/law/{}", function.name), item);
    }
    let mut document = OpenApi::new(Info::new("Lianluo", ""), paths);
    let mut components = Components::new();
    components.schemas.insert("LawVerdict".to_owned(), RefOr::T(verdict()));
    components.schemas.insert(ProblemJson::name().into_owned(), ProblemJson::schema());
    let mut more = Vec::new();
    ProblemJson::schemas(&mut more);
    components.schemas.extend(more);
    document.components = Some(components);
    document
}

fn listing() -> Operation {
    operation("law_list", "Every function of the law with its arguments", any_list())
}

fn describing(function: &Function) -> Operation {
    let summary = format!("{}: its arguments", Lang::English.t(&function.title()));
    operation(&format!("law_describe_{}", function.name), &summary, any_object())
}

fn answering(function: &Function) -> Operation {
    let title = Lang::English.t(&function.title());
    let about = Lang::English.t(&function.about());
    let body = Content::new(Some(asked(function)));
    let told = operation(&format!("law_{}", function.name), &title, Ref::from_schema_name("LawVerdict").into());
    OperationBuilder::from(told)
        .description(Some(about))
        .request_body(Some(
            RequestBodyBuilder::new().content("application/json", body).required(Some(Required::True)).build(),
        ))
        .build()
}

fn operation(id: &str, summary: &str, body: RefOr<Schema>) -> Operation {
    let mut responses = Responses::new();
    let mut good = Response::new(summary);
    good.content.insert("application/json".to_owned(), Content::new(Some(body)).into());
    let mut bad = Response::new("What is wrong, and what would be right");
    let problem = Content::new(Some(Ref::from_schema_name(ProblemJson::name())));
    bad.content.insert("application/problem+json".to_owned(), problem.into());
    responses.responses.insert("200".to_owned(), good.into());
    responses.responses.insert("4XX".to_owned(), bad.into());
    OperationBuilder::new().tag(TAG).operation_id(Some(id)).summary(Some(summary)).responses(responses).build()
}

fn any_object() -> RefOr<Schema> {
    let any = AdditionalProperties::FreeForm(true);
    Schema::Object(ObjectBuilder::new().schema_type(Type::Object).additional_properties(Some(any)).build()).into()
}

fn any_list() -> RefOr<Schema> {
    Schema::Array(ArrayBuilder::new().items(any_object()).build()).into()
}

/// The fields every verdict has; the value's own stand beside them.
fn verdict() -> Schema {
    let text = || ObjectBuilder::new().schema_type(Type::String);
    Schema::Object(
        ObjectBuilder::new()
            .description(Some("The value's own fields stand beside these."))
            .property("reason", text().description(Some("The code of the sentence that decides.")))
            .property("said", text().description(Some("The sentence that decides, in the caller's language.")))
            .property("article", text().description(Some("The articles as people cite them.")))
            .property("articles", any_list())
            .property("working", any_list())
            .required("reason")
            .required("article")
            .required("articles")
            .required("working")
            .additional_properties(Some(AdditionalProperties::FreeForm(true)))
            .build(),
    )
}

/// The schema of a function's arguments.
fn asked(function: &Function) -> RefOr<Schema> {
    let mut object = ObjectBuilder::new()
        .schema_type(Type::Object)
        .examples(serde_json::from_str::<Value>(function.example).ok())
        .additional_properties(Some(AdditionalProperties::FreeForm(false)));
    for argument in function.arguments {
        object = object.property(argument.name, schema(argument));
        if argument.need == Need::Must {
            object = object.required(argument.name);
        }
    }
    Schema::Object(object.build()).into()
}

fn schema(argument: &Argument) -> RefOr<Schema> {
    let about = Some(format!("{}: {}", Lang::English.t(&argument.label()), Lang::English.t(&argument.hint())));
    let object = |kind: Type| ObjectBuilder::new().schema_type(SchemaType::new(kind)).description(about.clone());
    let count =
        |max: u32| ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(0_u32)).maximum(Some(max)).build();
    let list =
        |items: RefOr<Schema>| Schema::Array(ArrayBuilder::new().items(items).description(about.clone()).build());
    let default = match argument.need {
        Need::Or(text) => Some(serde_json::from_str(text).unwrap_or_else(|_| Value::from(text))),
        Need::Must | Need::May => None,
    };
    let plain = |builder: ObjectBuilder| Schema::Object(builder.default(default.clone()).build());
    let schema = match argument.kind {
        Kind::Number(min, max) => plain(object(Type::Integer).minimum(Some(min)).maximum(Some(max))),
        Kind::YesNo => plain(object(Type::Boolean)),
        Kind::Day => plain(object(Type::String).format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)))),
        Kind::Text => plain(object(Type::String).max_length(Some(60))),
        Kind::Choice(words) => plain(object(Type::String).enum_values(Some(names(words)))),
        Kind::Choices(words) => list(
            Schema::Object(ObjectBuilder::new().schema_type(Type::String).enum_values(Some(names(words))).build())
                .into(),
        ),
        Kind::Areas => list(Schema::Object(ObjectBuilder::new().schema_type(Type::String).build()).into()),
        Kind::Tallies => plain(object(Type::Object).additional_properties(Some(Schema::Object(count(MOST_PEOPLE))))),
        Kind::Units => {
            let named = object(Type::Object).additional_properties(Some(Schema::Object(count(MOST_PEOPLE))));
            let numbers = ArrayBuilder::new().items(count(MOST_PEOPLE)).build();
            Schema::AnyOf(AnyOfBuilder::new().item(Schema::Array(numbers)).item(named).build())
        }
    };
    schema.into()
}

fn names(words: Words) -> Vec<&'static str> {
    words.all().into_iter().map(|(word, _)| word).collect()
}
