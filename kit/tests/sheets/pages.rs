//! The pages of an import, as a browser without script walks through them.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, Query, Request, State},
    http::{Method, StatusCode},
    middleware::{Next, from_fn},
    response::Response,
    routing::{get, post},
};
use kit::{
    Problem, Site, View,
    sheets::{
        ImportId, Limits,
        pages::{Door, Look, body_limit},
    },
    testing::{Answer, Visitor, both},
    web::{Form, facing},
};

use crate::people::People;

fn door<'a>(site: &'a Site, view: &'a View) -> Door<'a, People> {
    let (spec, title) = (Arc::new(People), "sheets-page-latest");
    let home = "/people/imports";
    Door { site, view, spec, home, base: home, title, name: "甲县", body: None, by: None }
}

async fn index(State(site): State<Site>, v: View) -> Result<Response, Problem> {
    door(&site, &v).index().await
}
async fn receive(State(site): State<Site>, v: View, f: Form) -> Result<Response, Problem> {
    door(&site, &v).receive(f).await
}
async fn show(
    State(site): State<Site>,
    v: View,
    Path(id): Path<ImportId>,
    Query(look): Query<Look>,
) -> Result<Response, Problem> {
    door(&site, &v).show(id, &look).await
}
async fn take(State(site): State<Site>, v: View, Path(id): Path<ImportId>, f: Form) -> Result<Response, Problem> {
    door(&site, &v).commit(id, &f).await
}
async fn remove(State(site): State<Site>, v: View, Path(id): Path<ImportId>, _: Form) -> Result<Response, Problem> {
    door(&site, &v).remove(id).await
}
async fn template(State(site): State<Site>, v: View) -> Result<Response, Problem> {
    door(&site, &v).template()
}
async fn problems(State(site): State<Site>, v: View, Path(id): Path<ImportId>) -> Result<Response, Problem> {
    door(&site, &v).problems(id).await
}

async fn view(request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    parts.extensions.insert(View::new(facing(&parts)));
    next.run(Request::from_parts(parts, body)).await
}

fn app(site: &Site) -> Router {
    Router::new()
        .route("/people/imports", get(index).post(receive).layer(body_limit(&Limits::USUAL)))
        .route("/people/imports/template.xlsx", get(template))
        .route("/people/imports/{id}", get(show))
        .route("/people/imports/{id}/problems.xlsx", get(problems))
        .route("/people/imports/{id}/commit", post(take))
        .route("/people/imports/{id}/removal", post(remove))
        .layer(from_fn(view))
        .with_state(site.clone())
}

/// Sends a file as a browser does.
async fn upload(visitor: &mut Visitor, name: &str, text: &str) -> Answer {
    let page = visitor.get("/people/imports").await;
    let (_, rest) = page.text.split_once("name=\"csrf\" value=\"").unwrap();
    let csrf = rest.split('"').next().unwrap();
    let part = |head: &str, body: &str| format!("--x\r\nContent-Disposition: form-data; {head}\r\n\r\n{body}\r\n");
    let file = format!("name=\"file\"; filename=\"{name}\"");
    let body = [part("name=\"csrf\"", csrf), part(&file, text), "--x--\r\n".to_owned()].concat();
    let kind = [("content-type", "multipart/form-data; boundary=x")];
    visitor.send(Method::POST, "/people/imports", &kind, body.into_bytes()).await
}

/// Comes back as long as the page asks for it.
async fn settled(visitor: &mut Visitor, path: &str) -> Answer {
    loop {
        let answer = visitor.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        if !answer.headers.contains_key("refresh") {
            return answer;
        }
        tokio::task::yield_now().await;
    }
}

const MIXED: &str = "姓名,手机号,职务\n赵一,13800000001,代表\n<钱二>,138,代表\n孙三,13800000003,\n";

#[test]
fn a_file_is_sent_looked_at_and_taken_in() {
    both(async |site| {
        let mut visitor = Visitor::new(app(&site));
        let sent = upload(&mut visitor, "名册.csv", MIXED).await;
        let there = sent.location().to_owned();
        let preview = settled(&mut visitor, &there).await.text;
        assert!(preview.contains("名册.csv") && preview.contains("待确认"), "{preview}");
        assert!(
            preview.contains("&lt;钱二&gt;") || preview.contains("&#60;钱二&#62;"),
            "typed text stays text: {preview}"
        );
        assert!(preview.contains("请填写整数") && preview.contains("确认后将一次导入 2 行"));
        let bad = visitor.get(&format!("{there}?show=bad")).await.text;
        assert!(!bad.contains("赵一") && bad.contains("钱二"));
        let after = visitor.get(&format!("{there}?after=3")).await.text;
        assert!(!after.contains("赵一") && after.contains("孙三"), "{after}");
        let problems = visitor.get(&format!("{there}/problems.xlsx")).await;
        assert_eq!(problems.headers["x-row-count"], "2");
        visitor.get(&there).await;
        let done = visitor.fill(&format!("{there}/commit"), &[("leave-out", "1")]).await.text;
        assert!(done.contains("已导入") && !done.contains("确认导入</button>"), "{done}");
        let list = visitor.get("/people/imports").await.text;
        assert!(list.contains("名册.csv") && list.contains("已导入"));
    });
}

#[test]
fn without_a_file_the_form_comes_back_and_with_an_unfit_one_the_reason() {
    both(async |site| {
        let mut visitor = Visitor::new(app(&site));
        let none = upload(&mut visitor, "", "").await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(none.text.contains("请选择一个文件"), "{}", none.text);
        let unfit = upload(&mut visitor, "a.csv", "姓名\n赵一\n").await;
        let page = settled(&mut visitor, unfit.location()).await.text;
        assert!(page.contains("缺少这些列：手机号") && page.contains("template.xlsx"), "{page}");
        let template = visitor.get("/people/imports/template.xlsx").await;
        assert_eq!(template.status, StatusCode::OK);
    });
}

#[test]
fn bad_rows_are_not_left_out_unasked_and_an_import_can_be_given_up() {
    both(async |site| {
        let mut visitor = Visitor::new(app(&site));
        let there = upload(&mut visitor, "a.csv", MIXED).await.location().to_owned();
        settled(&mut visitor, &there).await;
        let refused = visitor.post(&format!("{there}/commit"), &[]).await;
        assert_ne!(refused.status, StatusCode::SEE_OTHER);
        let list = visitor.fill(&format!("{there}/removal"), &[]).await.text;
        assert!(list.contains("已放弃"), "{list}");
        let none = visitor.get("/people/imports/0198b0a0-0000-7000-8000-000000000000").await;
        assert_ne!(none.status, StatusCode::OK, "another's import is not there");
    });
}
