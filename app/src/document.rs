//! The OpenAPI document: what the nouns say of their operations, with what every operation has in common.

use utoipa::{
    OpenApi,
    openapi::{
        self, Content, HeaderBuilder, Ref, RefOr, Response, ResponseBuilder, SecurityRequirement,
        path::{Operation, PathItem},
        schema::{ObjectBuilder, Type},
        security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme},
    },
};

#[derive(OpenApi)]
#[openapi(info(
    title = "Lianluo",
    description = "The JSON face of every page. Sign in with `Authorization: Bearer <token>` or the session cookie. \
                   Whoever writes over a text or a setting (`PUT`) says which version was read, in `If-Match` or as `version` of the body: \
                   an old one is refused with 412, and where texts are compared `errors` says what stands now beside what you sent. Where `If-Match` is required, a request without it is answered with 428. \
                   Steps (`POST`, `DELETE`) are held against the stage in which a thing stands, and against `If-Match` where an operation names it. \
                   Creates that could be made twice name `Idempotency-Key`: sent again with the same key they make nothing new. Writes by cookie from anything but a \
                   browser carry the token of the session's forms in `X-CSRF-Token`. Errors are `application/problem+json` \
                   (RFC 9457) in the caller's language. Whoever asks too often is answered with 429 and `Retry-After`."
))]
struct Document;

/// The document before any noun has spoken.
pub fn blank() -> openapi::OpenApi {
    Document::openapi()
}

/// Adds to every operation what can happen on each: a request that cannot be taken, too many of them; and who may sign in how.
pub fn finish(mut document: openapi::OpenApi) -> openapi::OpenApi {
    for operation in document.paths.paths.values_mut().flat_map(operations) {
        let answers = &mut operation.responses.responses;
        answers.entry("4XX".to_owned()).or_insert_with(|| RefOr::T(problem("What is wrong with the request.").build()));
        answers.entry("429".to_owned()).or_insert_with(|| RefOr::T(too_often()));
    }
    let components = document.components.get_or_insert_with(Default::default);
    components.add_security_scheme("token", SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer)));
    let cookie = ApiKeyValue::with_description("visit", "Set by `POST /api/session`; `__Host-visit` over TLS.");
    components.add_security_scheme("cookie", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    let none: [&str; 0] = [];
    let ways = [SecurityRequirement::new("token", none), SecurityRequirement::new("cookie", none)];
    document.security = Some(ways.into_iter().chain([SecurityRequirement::default()]).collect());
    document
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch].into_iter().flatten()
}

fn too_often() -> Response {
    let seconds = HeaderBuilder::new()
        .schema(Some(ObjectBuilder::new().schema_type(Type::Integer).build()))
        .description(Some("Seconds to wait before asking again."))
        .build();
    problem("Too many requests, or too many failed attempts, from one address.").header("Retry-After", seconds).build()
}

fn problem(what: &str) -> ResponseBuilder {
    let body = Content::new(Some(Ref::from_schema_name("ProblemJson")));
    ResponseBuilder::new().description(what).content("application/problem+json", body)
}
