//! The seven handlers of a noun's import, written once; who may is the noun's to say.

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
