//! The steps of a proposal. Each asks for the version that was seen and answers the proposal.

use accounts_rules::{Actor, Right};
use appointments_rules::AppointmentId;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{
        ProblemJson,
        api::{Body, Seen, versioned},
    },
};

use super::shapes::{AppointmentJson, shown};
use crate::desk::{
    self,
    add::{self, DocumentWanted, ExamWanted, SpeechWanted},
    decide::{self, AgendaWanted, AnnouncementWanted, AppointmentVote},
    draft::{self, AppointmentReason, AppointmentRevised},
    follow::{self, AppointmentLetter, FilingWanted, OathWanted},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

macro_rules! step {
    ($($(#[doc = $doc:literal])+ $method:ident $path:literal $id:literal $name:ident $right:expr, $wanted:ident $verb:path;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path($method, path = $path, tag = "appointments", operation_id = $id,
            params(("id" = Uuid, Path), ("If-Match" = String, Header)), request_body = $wanted,
            responses((status = 200, body = AppointmentJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<AppointmentId>,
            v: View,
            seen: Result<Seen, Problem>,
            body: Result<Body<$wanted>, Problem>,
        ) -> Answer {
            desk::may(&site, &actor, id, $right).await?;
            let (Seen(seen), Body(wanted)) = (seen?, body?);
            $verb(&site, &actor, (id, seen), wanted).await?;
            let (version, json) = shown(&site, &actor, id, v.language).await?;
            Ok(versioned(version, json))
        }
    )+};
}

step! {
    /// Change who proposes and why, before it is handed in
    put "/api/appointments/{id}" "appointment_revise" revise Right::AppointmentKeep, AppointmentRevised draft::revise;
    /// Add a document
    post "/api/appointments/{id}/documents" "appointment_document" document Right::AppointmentKeep, DocumentWanted add::document;
    /// Enter a sitting of the law examination
    post "/api/appointments/{id}/exams" "appointment_exam" exam Right::AppointmentKeep, ExamWanted add::exam;
    /// Write down a statement, a question or an answer
    post "/api/appointments/{id}/speeches" "appointment_speech" speech Right::AppointmentKeep, SpeechWanted add::speech;
    /// Put it on the agenda of a meeting
    post "/api/appointments/{id}/agenda" "appointment_agenda" put_on Right::AppointmentDecide, AgendaWanted decide::put_on;
    /// Record the vote: figures, or an announced round of ballots, on paper or electronic; the rule says whether it passes
    post "/api/appointments/{id}/vote" "appointment_vote" vote Right::AppointmentDecide, AppointmentVote decide::vote;
    /// Announce it: from the day of the vote it takes effect
    post "/api/appointments/{id}/announcement" "appointment_announce" announce Right::AppointmentDecide, AnnouncementWanted decide::announce;
    /// Give the letter of appointment
    post "/api/appointments/{id}/letter" "appointment_letter" letter Right::AppointmentKeep, AppointmentLetter follow::letter;
    /// Enter the oath
    post "/api/appointments/{id}/oath" "appointment_oath" oath Right::AppointmentKeep, OathWanted follow::oath;
    /// Enter the filing
    post "/api/appointments/{id}/filing" "appointment_file" file Right::AppointmentKeep, FilingWanted follow::file;
    /// Withdraw it before the vote
    post "/api/appointments/{id}/withdrawal" "appointment_withdraw" withdraw Right::AppointmentKeep, AppointmentReason draft::withdraw;
}

macro_rules! bare {
    ($($(#[doc = $doc:literal])+ $path:literal $id:literal $name:ident $verb:path;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path(post, path = $path, tag = "appointments", operation_id = $id,
            params(("id" = Uuid, Path), ("If-Match" = String, Header)),
            responses((status = 200, body = AppointmentJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<AppointmentId>,
            v: View,
            seen: Result<Seen, Problem>,
        ) -> Answer {
            desk::may(&site, &actor, id, Right::AppointmentKeep).await?;
            let Seen(seen) = seen?;
            $verb(&site, &actor, (id, seen)).await?;
            let (version, json) = shown(&site, &actor, id, v.language).await?;
            Ok(versioned(version, json))
        }
    )+};
}

bare! {
    /// Hand it in
    "/api/appointments/{id}/submission" "appointment_submit" submit draft::submit;
    /// Examine it: every check is gone through
    "/api/appointments/{id}/examination" "appointment_examine" examine draft::examine;
}
