//! Every verb of the desk, with all it needs left to chance beforehand: so that several people can try the very same thing.

use accounts_rules::Actor;
use kernel::{Day, PersonId};
use kit::{Problem, Site, blobs::Blob, web::api::Once};
use suggestions::{
    Kept,
    desk::{self, Saw::Unsaid, assign::Plan, judge::Verdict},
};
use suggestions_rules::{
    AssignmentId, Entry, Found, Grade, Letter, Measure, Point, PointAnswer, Score, Sheet, SuggestionId,
};
use uuid::Uuid;

use super::super::world::{congress, letter, person, sheet, unit, words};
use super::{
    office::{add_unit, assign_many, call, lay_days, reassign, reclass, sever},
    people::transfer_office,
    together::{raise, settle},
};

/// Words that only the congress and who wrote them may read.
pub const SECRET: &str = "有人劝我改口。";

/// What a deputy does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum Deputy {
    Edit, Split, Discard, ConfirmEntry, Invite, Second, Decline, Submit, Withdraw, Acknowledge, Insist, Attach, Detach,
    Judge, ConfirmTalk, DisputeTalk, JudgePromise, AnswerDraft,
}

/// What the office of the congress, or a transfer office, does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum Office {
    Hold, TakeOver, LayDown, Return, Refuse, Accept, Reclass, Number, Merge, Separate, Route, RouteOn, RouteBack, Assign,
    AssignMany, GiveToRead, Rule, Reassign, AddUnit, AnswerExtension, SendBack, Pass, Redo, Close, Reopen, LookBack, SendPromiseBack,
    SettlePromise, CarryOver, LayRule, LayDays, Recount, Sever, Call, Coordinate,
}

/// What a unit does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum Unit {
    SignFor, Advise, Object, AskExtension, Draft, AttachToReply, DetachFromReply, SendToCheck, Sign, Deliver, Talk, UndoTalk,
    Promise, Strike, Report, Evidence, MoveDay, AnswerPromise, AnswerDoubt, Show, TakeBack,
}

/// What several kinds of people do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[rustfmt::skip]
pub enum Several { Note, Doubt, UndoDoubt, Differ }

/// One verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verb {
    Deputy(Deputy),
    Office(Office),
    Unit(Unit),
    Several(Several),
}

/// Every verb there is.
#[rustfmt::skip]
pub fn every() -> Vec<Verb> {
    use {Deputy as D, Office as O, Several as S, Unit as U};
    let deputy = [
        D::Edit, D::Split, D::Discard, D::ConfirmEntry, D::Invite, D::Second, D::Decline, D::Submit, D::Withdraw, D::Acknowledge,
        D::Insist, D::Attach, D::Detach, D::Judge, D::ConfirmTalk, D::DisputeTalk, D::JudgePromise, D::AnswerDraft,
    ];
    let office = [
        O::Hold, O::TakeOver, O::LayDown, O::Return, O::Refuse, O::Accept, O::Number, O::Merge, O::Separate, O::Route,
        O::RouteOn, O::RouteBack, O::Assign, O::AssignMany, O::GiveToRead, O::Rule, O::AnswerExtension, O::SendBack, O::Pass,
        O::Redo, O::Close, O::Reopen, O::LookBack, O::SendPromiseBack, O::SettlePromise, O::CarryOver, O::LayRule, O::Recount,
        O::Sever, O::Call, O::Coordinate, O::LayDays, O::Reassign, O::AddUnit, O::Reclass,
    ];
    let unit = [
        U::SignFor, U::Advise, U::Object, U::AskExtension, U::Draft, U::AttachToReply, U::DetachFromReply, U::SendToCheck,
        U::Sign, U::Deliver, U::Talk, U::UndoTalk, U::Promise, U::Strike, U::Report, U::Evidence, U::MoveDay, U::AnswerPromise,
        U::AnswerDoubt, U::Show, U::TakeBack,
    ];
    let several = [S::Note, S::Doubt, S::UndoDoubt, S::Differ];
    let all = deputy.map(Verb::Deputy).into_iter().chain(office.map(Verb::Office)).chain(unit.map(Verb::Unit));
    all.chain(several.map(Verb::Several)).collect()
}

/// A verb with all it needs but who does it.
#[derive(Clone, Debug)]
pub struct Go {
    pub verb: Verb,
    pub id: SuggestionId,
    pub part: AssignmentId,
    /// Another suggestion, to go with.
    pub other: SuggestionId,
    /// The talk, the promise, the doubt or the file it is about.
    pub which: Uuid,
    /// The version it is done over.
    pub seen: i64,
    /// A number below twelve for every choice there is.
    pub pick: u8,
    /// A day some time from now.
    pub until: Day,
    /// A file whose bytes are there.
    pub file: Blob,
}

pub type Tried = Result<Option<Kept>, Problem>;

/// Somebody tries it.
pub async fn tried(site: &Site, actor: &Actor, go: &Go) -> Tried {
    match go.verb {
        Verb::Deputy(verb) => by_deputy(site, actor, go, verb).await,
        Verb::Office(verb) => by_office(site, actor, go, verb).await,
        Verb::Unit(verb) => by_unit(site, actor, go, verb).await,
        Verb::Several(verb) => by_several(site, actor, go, verb).await,
    }
}

fn some(kept: Result<Kept, Problem>) -> Tried {
    kept.map(Some)
}

pub fn none<T>(done: Result<T, Problem>) -> Tried {
    done.map(|_| None)
}

fn pieces() -> [desk::split::Piece; 2] {
    ["关于修桥的建议", "关于修路的建议"]
        .map(|title| desk::split::Piece { title: title.to_owned(), body: "一、请修。".to_owned() })
}

impl Go {
    /// One of so many.
    pub fn one_of<T: Copy, const N: usize>(&self, all: [T; N]) -> T {
        all[usize::from(self.pick) % N]
    }

    pub fn which<N>(&self) -> kernel::Id<N> {
        kernel::Id::from_uuid(self.which)
    }

    fn sheet(&self) -> Sheet {
        let title = self.one_of(["关于修缮便桥的建议", "关于修缮渡口的建议", "", "关于增设护栏的建议"]);
        Sheet {
            publish: Some(!self.pick.is_multiple_of(3)),
            not_public_because: "涉及具体案件".to_owned(),
            ..sheet(title)
        }
    }

    fn reason(&self) -> Option<desk::Reason> {
        (!self.pick.is_multiple_of(4)).then(|| words("理由"))
    }

    fn verdict(&self) -> Verdict {
        let process = Score::ALL[usize::from(self.pick) % 3];
        let result = Score::ALL[usize::from(self.pick) / 2 % 3];
        let confidential = self.pick.is_multiple_of(2);
        let reason = self.reason().map(|reason| if confidential { words(SECRET) } else { reason });
        Verdict { process, result, reason, confidential }
    }

    pub fn plan(&self) -> Plan {
        match self.pick {
            0 | 1 => Plan::Sole(unit(1)),
            2..=5 => Plan::Joint { lead: unit(1), co: vec![unit(2)] },
            6 | 7 => Plan::Separate(vec![unit(1), unit(2)]),
            8 => Plan::Joint { lead: unit(2), co: vec![unit(1), unit(3)] },
            9 => Plan::Sole(unit(3)),
            _ => Plan::Separate(vec![unit(1)]),
        }
    }

    fn letter(&self) -> Letter {
        let text = |text: &str| text.to_owned().try_into().unwrap();
        let measure = Measure {
            words: text("装好护栏"),
            owner: "养护科".to_owned().try_into().unwrap(),
            due: Some(self.until),
            money: None,
            promised: self.pick.is_multiple_of(3),
        };
        let points = vec![
            Point { request: text("装护栏"), answer: PointAnswer::Measure(measure) },
            Point { request: text("立警示牌"), answer: PointAnswer::Reason(text("另有规划")) },
        ];
        let body = if self.pick == 11 {
            "不属于我局职责。"
        } else {
            "已列入计划，九月底前完工，具体办理情况答复如上，资金由县财政统筹解决。"
        };
        let points = if self.pick.is_multiple_of(2) { points } else { vec![] };
        Letter { body: body.to_owned().try_into().unwrap(), points, ..letter() }
    }

    fn told(&self, today: Day) -> desk::contact::Told {
        desk::contact::Told {
            day: today.plus_days(-i32::from(self.pick % 3)),
            way: self.one_of(["talk", "phone", "site", "explanation", "pigeon"]).to_owned(),
            with: self.with(),
            by: "科长".to_owned().try_into().unwrap(),
            place: None,
            said: words("知道了"),
            draft_shown: self.pick.is_multiple_of(2),
        }
    }

    pub fn with(&self) -> PersonId {
        person(self.one_of([1, 2, 1, 2, 3]))
    }
}

async fn by_deputy(site: &Site, actor: &Actor, go: &Go, verb: Deputy) -> Tried {
    let (id, part) = (go.id, go.part);
    match verb {
        Deputy::Edit => some(desk::draft::edit(site, actor, id, go.seen, go.sheet()).await),
        Deputy::Split => none(desk::split::split(site, actor, id, go.seen, pieces(), &Once::default()).await),
        Deputy::Discard => none(desk::discard::discard(site, actor, id, Unsaid).await),
        Deputy::ConfirmEntry => some(desk::draft::confirm_entry(site, actor, id, Unsaid).await),
        Deputy::Invite => some(desk::cosign::invite(site, actor, id, &[go.with(), person(3)]).await),
        Deputy::Second => some(desk::cosign::confirm(site, actor, id, Unsaid).await),
        Deputy::Decline => some(desk::cosign::decline(site, actor, id).await),
        Deputy::Submit => some(desk::submit::submit(site, actor, id, Unsaid).await),
        Deputy::Withdraw => some(desk::submit::withdraw(site, actor, id, words("另行提出")).await),
        Deputy::Acknowledge => some(desk::refuse::acknowledge(site, actor, id).await),
        Deputy::Insist => some(desk::refuse::insist(site, actor, id, words("群众反映强烈")).await),
        Deputy::Attach => none(desk::attach::to_sheet(site, actor, id, &go.file, &Once::default()).await),
        Deputy::Detach => some(desk::attach::remove(site, actor, id, go.which()).await),
        Deputy::Judge => {
            some(desk::judge::judge_form(site, actor, id, part, (go.verdict(), go.answers()), Unsaid).await)
        }
        Deputy::ConfirmTalk => some(desk::contact::confirm(site, actor, id, go.which()).await),
        Deputy::DisputeTalk => some(desk::contact::dispute(site, actor, id, go.which(), words("不实")).await),
        Deputy::AnswerDraft => {
            let said = desk::show::Said { of: None, words: go.reason() };
            some(desk::show::answer(site, actor, id, go.which(), said).await)
        }
        Deputy::JudgePromise => {
            let score = Score::ALL[usize::from(go.pick) % 3];
            some(desk::promise::judge(site, actor, id, go.which(), (score, go.reason())).await)
        }
    }
}

async fn by_office(site: &Site, actor: &Actor, go: &Go, verb: Office) -> Tried {
    let (id, part) = (go.id, go.part);
    match verb {
        Office::Hold => none(desk::hold::take(site, actor, id).await),
        Office::TakeOver => none(desk::hold::take_over(site, actor, id).await),
        Office::LayDown => none(desk::hold::lay_down(site, actor, id).await),
        Office::Return => some(desk::check::return_for_editing(site, actor, id, words("请补充")).await),
        Office::Refuse => {
            let (ground, disposal) = (go.one_of(["other", "private", "none"]).to_owned(), "reference".to_owned());
            let finding = desk::refuse::Finding { ground, disposal, reason: words("没有具体内容") };
            some(desk::refuse::refuse(site, actor, id, finding).await)
        }
        Office::Accept => some(
            desk::check::accept(site, actor, id, go.one_of(["social", "other", "none"]), go.pick > 5, Unsaid).await,
        ),
        Office::Reclass => reclass(site, actor, go).await,
        Office::Number => some(desk::check::number(site, actor, id).await),
        Office::Merge => some(desk::merge::merge(site, actor, id, go.other, words("同一事项")).await),
        Office::Separate => some(desk::merge::separate(site, actor, id, words("各自办理")).await),
        Office::Route => some(desk::route::route(site, actor, id, transfer_office(1 + go.pick % 2)).await),
        Office::RouteOn => {
            some(desk::route::route_on(site, actor, id, transfer_office(1 + go.pick % 2), words("请贵单位分办")).await)
        }
        Office::RouteBack => some(desk::route::route_back(site, actor, id, words("退回")).await),
        Office::Assign => some(desk::assign::assign(site, actor, id, &go.plan()).await),
        Office::AssignMany => none(assign_many(site, actor, go).await),
        Office::GiveToRead => some(desk::read::give_to_read(site, actor, id, &[unit(go.one_of([3, 2, 3]))]).await),
        Office::Rule => {
            let to = go.pick.is_multiple_of(2).then(|| unit(go.pick % 3 + 1));
            some(desk::object::rule(site, actor, id, part, to, words("裁定")).await)
        }
        Office::Reassign => reassign(site, actor, go).await,
        Office::AddUnit => add_unit(site, actor, go).await,
        Office::AnswerExtension => {
            some(desk::object::answer_extension(site, actor, id, part, go.pick > 3, go.reason()).await)
        }
        Office::SendBack => some(desk::reply::send_back(site, actor, id, part, words("请细化")).await),
        Office::Pass => some(desk::reply::pass(site, actor, id, part, Unsaid).await),
        Office::Redo => some(desk::close::order_redo(site, actor, id, part, words("重新办理")).await),
        Office::Close => some(desk::close::close(site, actor, id).await),
        Office::Reopen => some(desk::reopen::reopen(site, actor, id, part, words("条件具备")).await),
        Office::LookBack => {
            let found = Found::ALL[usize::from(go.pick) % 3];
            some(desk::look_back::look_back(site, actor, id, found, words("实地看过")).await)
        }
        Office::SendPromiseBack => some(desk::promise::send_back(site, actor, id, go.which(), words("未见实效")).await),
        Office::SettlePromise => {
            some(desk::promise::settle(site, actor, id, go.which(), (go.pick > 3, go.reason())).await)
        }
        Office::CarryOver => {
            let next = go.until.plus_months(8);
            some(desk::promise::take_over(site, actor, id, go.which(), other_day(next, "资金未到位")).await)
        }
        Office::LayRule => none(desk::rules::change(site, actor, congress(), go.rule()).await),
        Office::Sever => sever(site, actor, go).await,
        Office::Call => call(site, actor, go).await,
        Office::LayDays => lay_days(site, actor, go).await,
        Office::Coordinate => settle(site, actor, go).await,
        Office::Recount => none(desk::recount::bring_in_line(site, actor, congress()).await),
    }
}

impl Go {
    /// The entry that is laid.
    pub fn rule_key(&self) -> &'static str {
        self.one_of(["limit.reply", "limit.assign", "limit.co-opinion", "limit.redo", "limit.sign-for", "limit.judge"])
    }

    fn rule(&self) -> desk::rules::Change {
        let value = self.one_of(["2 months", "45 days", "20 working days", "31 days", "12 working days"]).to_owned();
        let entry =
            Entry {
                key: self.rule_key().to_owned(), value, grade: Grade::A, document: "本级办理办法".to_owned()
            };
        desk::rules::Change { entry, term: None, seen: self.seen, recount: self.pick.is_multiple_of(2) }
    }
}

async fn by_unit(site: &Site, actor: &Actor, go: &Go, verb: Unit) -> Tried {
    let (id, part, once) = (go.id, go.part, Once::default());
    match verb {
        Unit::SignFor => some(desk::handle::sign_for(site, actor, id, part, Unsaid).await),
        Unit::Advise => some(desk::handle::advise(site, actor, id, part, words("配合")).await),
        Unit::Object => {
            some(desk::object::object(site, actor, id, part, unit(go.pick % 3 + 1), words("职责不符")).await)
        }
        Unit::AskExtension => {
            some(desk::object::ask_extension(site, actor, id, part, go.until, words("情况复杂")).await)
        }
        Unit::Draft => some(desk::reply::draft(site, actor, id, part, go.seen, go.letter()).await),
        Unit::AttachToReply => none(desk::attach::to_reply(site, actor, id, part, &go.file, &once).await),
        Unit::DetachFromReply => some(desk::attach::remove(site, actor, id, go.which()).await),
        Unit::SendToCheck => some(desk::reply::send_to_check(site, actor, id, part, Unsaid).await),
        Unit::Sign => {
            some(desk::reply::sign(site, actor, id, part, go.one_of(["A", "B", "C", "D", "Z"]), Unsaid).await)
        }
        Unit::Deliver => some(desk::reply::deliver(site, actor, id, part, Unsaid).await),
        Unit::Talk => none(desk::contact::record(site, actor, id, part, go.told(site.today()), &once).await),
        Unit::Show => none(desk::show::show(site, actor, id, part, &[go.with()], &once).await),
        Unit::TakeBack => some(desk::show::take_back(site, actor, id, go.which()).await),
        Unit::UndoTalk => some(desk::contact::withdraw(site, actor, id, go.which()).await),
        Unit::AnswerDoubt => {
            let answer = match go.pick % 2 {
                0 => desk::doubt::Answer::Keep(words("维持")),
                _ => desk::doubt::Answer::Change(go.one_of(["A", "B", "C", "D"]).to_owned(), words("变更")),
            };
            some(desk::doubt::answer(site, actor, id, go.which(), answer).await)
        }
        other => of_promise(site, actor, go, other).await,
    }
}

async fn of_promise(site: &Site, actor: &Actor, go: &Go, verb: Unit) -> Tried {
    let (id, once) = (go.id, Once::default());
    match verb {
        Unit::Promise => {
            let vow = desk::promise::Vow { words: "完成便桥加固".to_owned().try_into().unwrap(), due: go.until };
            none(desk::promise::make(site, actor, id, go.part, vow, &once).await)
        }
        Unit::Strike => some(desk::promise::strike(site, actor, id, go.which()).await),
        Unit::Report => {
            let files = if go.pick > 8 { vec![go.file.clone()] } else { vec![] };
            none(desk::promise::report(site, actor, (id, go.which()), words("已完成勘测"), &files, &once).await)
        }
        Unit::Evidence => none(desk::promise::evidence(site, actor, (id, go.which()), &go.file, &once).await),
        Unit::MoveDay => {
            some(desk::promise::move_day(site, actor, id, go.which(), other_day(go.until.plus_months(4), "雨季")).await)
        }
        Unit::AnswerPromise => {
            let class = go.one_of(["A", "B", "Z"]).to_owned();
            let answered = desk::promise::Answered { kept: go.pick > 3, class, words: words("完工") };
            some(desk::promise::answer(site, actor, id, go.which(), answered).await)
        }
        other => panic!("{other:?} is about no promise"),
    }
}

async fn by_several(site: &Site, actor: &Actor, go: &Go, verb: Several) -> Tried {
    let (id, once) = (go.id, Once::default());
    match verb {
        Several::Note => {
            let files = if go.pick > 8 { vec![go.file.clone()] } else { vec![] };
            none(desk::room::note(site, actor, id, words("请贵局先看现场"), &files, &once).await)
        }
        Several::Doubt => none(desk::doubt::doubt(site, actor, id, go.part, words("尚未解决"), &once).await),
        Several::Differ => raise(site, actor, go).await,
        Several::UndoDoubt => some(desk::doubt::withdraw(site, actor, id, go.which()).await),
    }
}

/// A later day, whatever the day was before.
fn other_day(due: Day, reason: &str) -> desk::promise::OtherDay {
    desk::promise::OtherDay { due, reason: words(reason), seen: None }
}
