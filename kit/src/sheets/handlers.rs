//! The handlers of a noun's import, seven for pages and five for JSON, written once; who may is the noun's to say.

use kernel::BodyId;

use crate::Site;

/// Where a congress's imports are listed, and what it is called.
#[derive(Clone, Debug)]
pub struct Place {
    /// The congress.
    pub body: BodyId,
    /// `/congresses/{id}/imports`.
    pub home: String,
    /// Its name.
    pub name: String,
}

impl Place {
    /// For the empty table, which is the same everywhere.
    #[must_use]
    pub fn nowhere(site: &Site) -> Self {
        Self { body: site.new_id(), home: String::new(), name: String::new() }
    }
}

/// Makes `list`, `template`, `upload`, `show`, `commit`, `problems` and `drop` of a noun whose congresses take in tables.
///
/// It is given the type of who acts, the table's, where single imports are, the key of the title, and two functions: `place(site, actor,
/// congress)` for those who may import there, and `mine(site, actor, import)` for those who may import for its congress.
#[macro_export]
macro_rules! import_pages {
    ($actor:ty, $sheet:ty, $base:literal, $title:literal, $place:ident, $mine:ident) => {
        type ImportAnswer = Result<::axum::response::Response, $crate::Problem>;
        type ImportSite = ::axum::extract::State<$crate::Site>;
        type ImportActor = ::axum::Extension<$actor>;
        type ImportOf = ::axum::extract::Path<$crate::sheets::ImportId>;

        fn door<'a>(
            site: &'a $crate::Site,
            view: &'a $crate::View,
            actor: &$actor,
            place: &'a $crate::sheets::Place,
        ) -> $crate::sheets::pages::Door<'a, $sheet> {
            $crate::sheets::pages::Door {
                site,
                view,
                spec: ::std::sync::Arc::new(<$sheet>::new(site)),
                home: &place.home,
                base: $base,
                title: $title,
                name: &place.name,
                body: Some(place.body),
                by: actor.account,
            }
        }

        /// Uploads of a congress, and the form for another.
        ///
        /// # Errors
        /// Refused to those who may not import here.
        pub async fn list(
            ::axum::extract::State(site): ImportSite,
            v: $crate::View,
            ::axum::Extension(actor): ImportActor,
            ::axum::extract::Path(id): ::axum::extract::Path<::kernel::BodyId>,
        ) -> ImportAnswer {
            door(&site, &v, &actor, &$place(&site, &actor, id).await?).index().await
        }

        /// The empty table to fill.
        ///
        /// # Errors
        /// When the workbook cannot be written.
        pub async fn template(
            ::axum::extract::State(site): ImportSite,
            v: $crate::View,
            ::axum::Extension(actor): ImportActor,
        ) -> ImportAnswer {
            door(&site, &v, &actor, &$crate::sheets::Place::nowhere(&site)).template()
        }

        /// Takes a file and reads it behind the page.
        ///
        /// # Errors
        /// A missing file is said beside the field; refused to those who may not import here.
        pub async fn upload(
            ::axum::extract::State(site): ImportSite,
            v: $crate::View,
            ::axum::Extension(actor): ImportActor,
            ::axum::extract::Path(id): ::axum::extract::Path<::kernel::BodyId>,
            f: $crate::web::Form,
        ) -> ImportAnswer {
            door(&site, &v, &actor, &$place(&site, &actor, id).await?).receive(f).await
        }

        /// The preview.
        ///
        /// # Errors
        /// Missing for those who may not import for its congress.
        pub async fn show(
            ::axum::extract::State(site): ImportSite,
            v: $crate::View,
            ::axum::Extension(actor): ImportActor,
            ::axum::extract::Path(id): ImportOf,
            ::axum::extract::Query(look): ::axum::extract::Query<$crate::sheets::pages::Look>,
        ) -> ImportAnswer {
            door(&site, &v, &actor, &$mine(&site, &actor, id).await?).show(id, &look).await
        }

        /// Keeps the good rows.
        ///
        /// # Errors
        /// Refused while bad rows are left, unless they are to be left out.
        pub async fn commit(
            ::axum::extract::State(site): ImportSite,
            v: $crate::View,
            ::axum::Extension(actor): ImportActor,
            ::axum::extract::Path(id): ImportOf,
            f: $crate::web::Form,
        ) -> ImportAnswer {
            door(&site, &v, &actor, &$mine(&site, &actor, id).await?).commit(id, &f).await
        }

        /// The rows with something to say of them, to correct and send again.
        ///
        /// # Errors
        /// As [`show`].
        pub async fn problems(
            ::axum::extract::State(site): ImportSite,
            v: $crate::View,
            ::axum::Extension(actor): ImportActor,
            ::axum::extract::Path(id): ImportOf,
        ) -> ImportAnswer {
            door(&site, &v, &actor, &$mine(&site, &actor, id).await?).problems(id).await
        }

        /// Gives an import up.
        ///
        /// # Errors
        /// As [`show`].
        pub async fn drop(
            ::axum::extract::State(site): ImportSite,
            v: $crate::View,
            ::axum::Extension(actor): ImportActor,
            ::axum::extract::Path(id): ImportOf,
            _csrf: $crate::web::Form,
        ) -> ImportAnswer {
            door(&site, &v, &actor, &$mine(&site, &actor, id).await?).remove(id).await
        }
    };
}

/// Makes `list`, `upload`, `show`, `commit` and `remove`, the JSON face of the same import.
///
/// It is given the type of who acts, the table's, the `place` and `mine` of the pages, and the tag; then of each address its path and the names
/// of the operations there.
#[macro_export]
macro_rules! import_api {
    ($actor:ty, $sheet:ty, $place:path, $mine:path, $tag:literal;
        $home:literal $upload:literal $list:literal, $one:literal $show:literal $remove:literal, $end:literal $commit:literal) => {
        type ImportAnswer = Result<::axum::response::Response, $crate::Problem>;
        type ImportSite = ::axum::extract::State<$crate::Site>;
        type ImportActor = ::axum::Extension<$actor>;
        type ImportOf = ::axum::extract::Path<$crate::sheets::ImportId>;

        /// Take a file (XLSX or CSV) and stage it; nothing is kept yet
        ///
        /// `Idempotency-Key` makes one import of a file sent twice.
        #[utoipa::path(post, path = $home, tag = $tag, operation_id = $upload,
            params(("id" = Uuid, Path), $crate::sheets::api::Named, ("Idempotency-Key" = Option<String>, Header)),
            request_body(content = Vec<u8>, content_type = "application/octet-stream"),
            responses((status = 201, body = $crate::sheets::api::ImportMade),
            (status = "4XX", body = $crate::web::ProblemJson, content_type = "application/problem+json")))]
        pub async fn upload(
            ::axum::extract::State(site): ImportSite,
            ::axum::Extension(actor): ImportActor,
            ::axum::extract::Path(id): ::axum::extract::Path<::kernel::BodyId>,
            ::axum::extract::Query(named): ::axum::extract::Query<$crate::sheets::api::Named>,
            once: $crate::web::api::Once,
            bytes: ::axum::body::Bytes,
        ) -> ImportAnswer {
            $place(&site, &actor, id).await?;
            let by = actor.account.ok_or($crate::Problem::SignIn)?;
            $crate::sheets::api::receive(&site, <$sheet>::new(&site), (id, by), (&named, &bytes), &once).await
        }

        /// The latest files, the newest first
        #[utoipa::path(get, path = $home, tag = $tag, operation_id = $list, params(("id" = Uuid, Path)),
            responses((status = 200, body = Vec<$crate::sheets::api::ImportListed>),
            (status = "4XX", body = $crate::web::ProblemJson, content_type = "application/problem+json")))]
        pub async fn list(
            ::axum::extract::State(site): ImportSite,
            ::axum::Extension(actor): ImportActor,
            ::axum::extract::Path(id): ::axum::extract::Path<::kernel::BodyId>,
        ) -> ImportAnswer {
            $place(&site, &actor, id).await?;
            $crate::sheets::api::listed(&site, &<$sheet>::new(&site), id).await
        }

        /// The preview
        #[utoipa::path(get, path = $one, tag = $tag, operation_id = $show, params(("id" = Uuid, Path), $crate::sheets::api::Further),
            responses((status = 200, body = $crate::sheets::api::ImportShown),
            (status = "4XX", body = $crate::web::ProblemJson, content_type = "application/problem+json")))]
        pub async fn show(
            ::axum::extract::State(site): ImportSite,
            v: $crate::View,
            ::axum::Extension(actor): ImportActor,
            ::axum::extract::Path(id): ImportOf,
            ::axum::extract::Query(further): ::axum::extract::Query<$crate::sheets::api::Further>,
        ) -> ImportAnswer {
            $mine(&site, &actor, id).await?;
            $crate::sheets::api::shown(&site, &<$sheet>::new(&site), (id, further.after), v.language).await
        }

        /// Keep the good rows, all or none
        ///
        /// 422 while bad rows are left; 409 when it was done before; 412 when what they lean on has changed since the preview.
        #[utoipa::path(post, path = $end, tag = $tag, operation_id = $commit, params(("id" = Uuid, Path)),
            request_body = $crate::sheets::api::Committing, responses((status = 200, body = $crate::sheets::api::Kept),
            (status = "4XX", body = $crate::web::ProblemJson, content_type = "application/problem+json")))]
        pub async fn commit(
            ::axum::extract::State(site): ImportSite,
            ::axum::Extension(actor): ImportActor,
            ::axum::extract::Path(id): ImportOf,
            $crate::web::api::Body(asked): $crate::web::api::Body<$crate::sheets::api::Committing>,
        ) -> ImportAnswer {
            $mine(&site, &actor, id).await?;
            $crate::sheets::api::keep(&site, &<$sheet>::new(&site), (id, actor.account), &asked).await
        }

        /// Give it up
        #[utoipa::path(delete, path = $one, tag = $tag, operation_id = $remove, params(("id" = Uuid, Path)),
            responses((status = 204),
            (status = "4XX", body = $crate::web::ProblemJson, content_type = "application/problem+json")))]
        pub async fn remove(
            ::axum::extract::State(site): ImportSite,
            ::axum::Extension(actor): ImportActor,
            ::axum::extract::Path(id): ImportOf,
        ) -> Result<::axum::http::StatusCode, $crate::Problem> {
            $mine(&site, &actor, id).await?;
            $crate::sheets::give_up(site.db(), id).await?;
            Ok(::axum::http::StatusCode::NO_CONTENT)
        }
    };
}
