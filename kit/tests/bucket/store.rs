//! As much of an S3 server as attachments need, in memory and on loopback; signatures are not looked at.

use std::{
    collections::BTreeMap,
    fmt::Write,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Path, Query, State},
    http::{HeaderMap, Method, StatusCode, header},
    response::{IntoResponse, Response},
    routing::any,
};
use kit::config::S3;

type Asked = BTreeMap<String, String>;

/// What lies in the bucket, and the parts of uploads under way.
#[derive(Default)]
struct Held {
    files: BTreeMap<String, Bytes>,
    parts: BTreeMap<(String, u32), Bytes>,
}

type Bucket = Arc<Mutex<Held>>;

/// Serves an empty bucket until the test ends; answers with the settings that name it.
pub async fn serve() -> S3 {
    let bucket = Bucket::default();
    let app = Router::new()
        .route("/lianluo", any(list))
        .route("/lianluo/{*key}", any(file))
        .layer(DefaultBodyLimit::disable())
        .with_state(bucket);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    let text = |text: &str| text.to_owned();
    S3 { endpoint, bucket: text("lianluo"), region: text("any"), access_key: text("test"), secret_key: text("test") }
}

/// What lies in the bucket; a posted list of keys is taken out of it.
async fn list(State(bucket): State<Bucket>, method: Method, body: String) -> String {
    if method == Method::POST {
        let keys = body.split("<Key>").skip(1).filter_map(|rest| rest.split("</Key>").next());
        let mut held = bucket.lock().unwrap();
        let gone = keys.map(|key| {
            held.files.remove(key);
            format!("<Deleted><Key>{key}</Key></Deleted>")
        });
        return format!("<DeleteResult>{}</DeleteResult>", gone.collect::<String>());
    }
    let mut xml = "<ListBucketResult>".to_owned();
    for (key, bytes) in &bucket.lock().unwrap().files {
        let size = bytes.len();
        write!(xml, "<Contents><Key>{key}</Key><Size>{size}</Size><LastModified>2026-03-10T02:00:00.000Z</LastModified><ETag>\"1\"</ETag></Contents>").unwrap();
    }
    xml + "</ListBucketResult>"
}

async fn file(
    State(bucket): State<Bucket>,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
    method: Method,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let mut held = bucket.lock().unwrap();
    match method {
        Method::POST => posted(&mut held, key, &asked).into_response(),
        Method::DELETE => {
            held.files.remove(&key);
            StatusCode::NO_CONTENT.into_response()
        }
        Method::PUT => {
            put(&mut held, key, &asked, &headers, body);
            ([(header::ETAG, "\"1\"")], "<CopyObjectResult><ETag>\"1\"</ETag></CopyObjectResult>").into_response()
        }
        _ => match held.files.get(&key) {
            None => StatusCode::NOT_FOUND.into_response(),
            Some(bytes) => {
                let told = [(header::ETAG, "\"1\""), (header::LAST_MODIFIED, "Tue, 10 Mar 2026 02:00:00 GMT")];
                (told, bytes.clone()).into_response()
            }
        },
    }
}

fn put(held: &mut Held, key: String, asked: &Asked, headers: &HeaderMap, body: Bytes) {
    if let Some(part) = asked.get("partNumber") {
        held.parts.insert((key, part.parse().unwrap()), body);
    } else if let Some(source) = headers.get("x-amz-copy-source") {
        let source = source.to_str().unwrap().trim_start_matches('/').trim_start_matches("lianluo/");
        let copied = held.files.get(source).cloned().unwrap();
        held.files.insert(key, copied);
    } else {
        held.files.insert(key, body);
    }
}

/// An upload in parts begins, or its parts become the file.
fn posted(held: &mut Held, key: String, asked: &Asked) -> &'static str {
    if asked.contains_key("uploads") {
        return "<InitiateMultipartUploadResult><UploadId>1</UploadId></InitiateMultipartUploadResult>";
    }
    let whole = std::mem::take(&mut held.parts);
    let (ours, others): (BTreeMap<_, _>, _) = whole.into_iter().partition(|((of, _), _)| *of == key);
    held.parts = others;
    held.files.insert(key, ours.into_values().flatten().collect());
    "<CompleteMultipartUploadResult><ETag>\"1\"</ETag></CompleteMultipartUploadResult>"
}
