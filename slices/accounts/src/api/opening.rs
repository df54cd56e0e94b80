//! Opening accounts, one or for all deputies of a congress, and the codes they begin with.

use accounts_rules::{Actor, Duty, SignInRefusal};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
};
use kernel::{AccountId, BodyId, PersonId, Text};
use kit::{
    Problem, Site,
    db::Sql,
    web::{
        ProblemJson,
        api::{Body, Once},
    },
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::office::phone;
use crate::{
    activation::{self, Slip},
    answer::refused,
    api::posts::NewPost,
    issue::{self, Made},
    pages::overseen,
    store,
};

/// An account to open.
#[derive(Deserialize, ToSchema)]
pub struct NewAccount {
    /// The name to greet.
    #[schema(value_type = String, max_length = 40)]
    name: Text<40>,
    /// The name to sign in with; made from the name when left out.
    #[schema(value_type = Option<String>, max_length = 40)]
    sign_in: Option<Text<40>>,
    /// A mainland mobile number.
    phone: Option<String>,
    /// The person of the roster whose it is.
    #[schema(value_type = Option<Uuid>)]
    person: Option<PersonId>,
    /// The congress whose office answers for it, when it begins without a post.
    #[schema(value_type = Option<Uuid>)]
    congress: Option<BodyId>,
    /// The post it begins with.
    post: Option<NewPost>,
}

/// What to hand over: seen only now.
#[derive(Serialize, ToSchema)]
pub struct SlipJson {
    /// For which account.
    account: Uuid,
    /// Whom to hand it to.
    name: String,
    /// What they type to sign in.
    sign_in: String,
    /// The activation code; left out when the same key came before, for it was shown then. A new one can be made.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    /// The last day it is good.
    #[serde(skip_serializing_if = "Option::is_none")]
    good_until: Option<String>,
}

impl SlipJson {
    fn of(slip: &Slip) -> Self {
        Self {
            account: slip.account.uuid(),
            name: slip.name.clone(),
            sign_in: slip.sign_in.clone(),
            code: Some(slip.code.to_string()),
            good_until: Some(slip.last_day().to_string()),
        }
    }
}

/// Open an account; answers with the activation code.
///
/// # Errors
/// As [`issue::open`].
#[utoipa::path(post, path = "/api/accounts", tag = "accounts", request_body = NewAccount,
    params(("Idempotency-Key" = Option<String>, Header)), responses(
    (status = 201, body = SlipJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn create(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    once: Once,
    Body(asked): Body<NewAccount>,
) -> Result<(StatusCode, Json<SlipJson>), Problem> {
    overseen(&actor)?;
    let phone = phone(asked.phone.as_deref())?;
    let post = asked.post.map(NewPost::order);
    let congress = match &post {
        Some(post) if post.duty != Duty::Operator => {
            let sql = Sql::new("select congress from v_body where id = {}").bind(post.body);
            let row: Option<(BodyId,)> = site.db().one(sql).await?;
            Some(row.ok_or_else(|| refused(SignInRefusal::PostMisfit))?.0)
        }
        Some(_) => None,
        None => asked.congress,
    };
    let order = issue::Order {
        name: asked.name,
        sign_in: asked.sign_in,
        phone,
        person: asked.person,
        congress,
        posts: post.into_iter().collect(),
    };
    let made = issue::open_once(&site, &actor, order, &once).await?;
    Ok((StatusCode::CREATED, Json(slip(&site, made).await?)))
}

/// What was made, or which account it was made for when the key came before.
async fn slip(site: &Site, made: Made<Slip>) -> Result<SlipJson, Problem> {
    match made {
        Made::Now(slip) => Ok(SlipJson::of(&slip)),
        Made::Before(id) => {
            let account = store::by_id(&mut site.db(), AccountId::from_uuid(id)).await?;
            let account = account.ok_or_else(|| refused(SignInRefusal::Unknown))?;
            Ok(SlipJson { account: id, name: account.name, sign_in: account.sign_in, code: None, good_until: None })
        }
    }
}

/// For which congress.
#[derive(Deserialize, ToSchema)]
pub struct ForCongress {
    /// The congress.
    #[schema(value_type = Uuid)]
    congress: BodyId,
    /// Whether those who have not activated theirs get a new code as well.
    #[serde(default)]
    again: bool,
}

/// What opening accounts for a congress came to.
#[derive(Serialize, ToSchema)]
pub struct OpenedJson {
    /// One for each new account; none when the same key came before, for they were shown then.
    slips: Vec<SlipJson>,
    /// Deputies who have one already.
    had: i64,
    /// Deputies who also sit in a higher congress, whose office opens theirs.
    higher: i64,
}

/// Open accounts for all deputies of a congress who have none.
///
/// # Errors
/// As [`issue::open_for_deputies_once`].
#[utoipa::path(post, path = "/api/accounts/deputies", tag = "accounts", request_body = ForCongress,
    params(("Idempotency-Key" = Option<String>, Header)), responses(
    (status = 201, body = OpenedJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn create_for_deputies(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    once: Once,
    Body(asked): Body<ForCongress>,
) -> Result<(StatusCode, Json<OpenedJson>), Problem> {
    let opened = issue::open_for_deputies_once(&site, &actor, asked.congress, asked.again, &once).await?;
    let slips = opened.slips.iter().map(SlipJson::of).collect();
    Ok((StatusCode::CREATED, Json(OpenedJson { slips, had: opened.had, higher: opened.higher })))
}

/// Make a new activation code.
///
/// # Errors
/// As [`activation::issue_code_once`].
#[utoipa::path(post, path = "/api/accounts/{id}/activation", tag = "accounts", params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), responses(
    (status = 201, body = SlipJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn issue_code(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<AccountId>,
    once: Once,
) -> Result<(StatusCode, Json<SlipJson>), Problem> {
    let made = activation::issue_code_once(&site, &actor, id, &once).await?;
    Ok((StatusCode::CREATED, Json(slip(&site, made).await?)))
}
