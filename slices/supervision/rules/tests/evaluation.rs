//! Evaluations of units: the ways of Hunan and Shenzhen (suggestions.md §11.5) as tables, and the way from draft to publication.

use kernel::{BodyId, Day, Id, Moment, Text};
use suggestions_rules::Score;
use supervision_rules::{
    Correction, Evaluation, EvaluationStage, Figures, Grade, Handled, Level, Line, Measure, Ratio, Refusal, Said,
    Scheme, Unfit, Way,
};

fn id<N>(byte: u8) -> Id<N> {
    Id::new(Moment::from_millis(1), [byte; 10])
}

fn text<const MAX: usize>(words: &str) -> Text<MAX> {
    Text::parse(words).unwrap()
}

fn day(month: i8, day: i8) -> Day {
    Day::new(2026, month, day).unwrap()
}

fn on(day: Day) -> Moment {
    day.start().plus_millis(36_000_000)
}

fn line(name: &str, measure: Measure, weight: u16, good: Option<u16>, pass: Option<u16>) -> Line {
    Line { name: text(name), measure, weight, good, pass }
}

fn step(name: &str, at_least: u16) -> Grade {
    Grade { name: text(name), at_least }
}

/// Hunan 2019: the votes of the deputies on the spot, combined with the satisfaction of those who raised the suggestions. The weights
/// were not found; an even half is this test's.
fn hunan() -> Scheme {
    Scheme {
        way: Way::Points,
        lines: vec![
            line("现场测评", Measure::Vote, 50, None, None),
            line("代表满意度", Measure::Satisfied, 50, None, None),
        ],
        grades: vec![step("满意", 80), step("基本满意", 60), step("不满意", 0)],
        basically: 60,
        goods: 2,
        fewest_scores: 3,
        appeal_days: 10,
    }
}

/// Shenzhen 2007: signed for in time, replied in three and six months, satisfied; two goods and no fail are good.
fn shenzhen() -> Scheme {
    Scheme {
        way: Way::Levels,
        lines: vec![
            line("签收", Measure::Signed, 0, Some(100), Some(90)),
            line("答复", Measure::ThreeMonths, 0, Some(80), None),
            line("答复", Measure::Replied, 0, Some(100), None),
            line("答复", Measure::SixMonths, 0, None, Some(100)),
            line("满意", Measure::Satisfied, 0, Some(80), None),
            line("满意", Measure::NotDissatisfied, 0, Some(100), Some(100)),
        ],
        grades: vec![step("优良", 2), step("合格", 1), step("不合格", 0)],
        basically: 60,
        goods: 2,
        fewest_scores: 3,
        appeal_days: 7,
    }
}

fn figures(of: &[(Measure, u32, u32)]) -> Figures {
    Figures(of.iter().map(|(measure, part, whole)| (*measure, Ratio { part: *part, whole: *whole })).collect())
}

/// Votes; satisfied of judged; hundredths of a point; the grade.
type Case = ([u32; 3], (u32, u32), u32, Option<&'static str>);

#[test]
fn hunans_way_combines_votes_on_the_spot_with_the_satisfaction_of_those_who_raised_them() {
    use Measure::{Satisfied, Vote};
    // Fifty deputies vote; what 基本满意 is worth is the scheme's. (votes, satisfied of judged) → hundredths, grade.
    let table: [Case; 6] = [
        ([50, 0, 0], (284, 284), 10_000, Some("满意")),
        ([40, 8, 2], (80, 100), 8_480, Some("满意")),
        ([30, 15, 5], (70, 100), 7_400, Some("基本满意")),
        ([1, 1, 1], (1, 3), 4_332, Some("不满意")),
        ([0, 0, 0], (1, 2), 5_000, Some("不满意")),
        ([0, 0, 0], (0, 0), 0, None),
    ];
    for (votes, (part, whole), points, grade) in table {
        let said = Said { satisfied: votes[0], basically: votes[1], dissatisfied: votes[2], ..Said::default() };
        let mut counted = Figures::count(&[], said, &hunan(), day(12, 1));
        counted.0.insert(Satisfied, Ratio { part, whole });
        let outcome = hunan().outcome(&counted);
        assert_eq!((outcome.points, outcome.grade.as_deref()), (points, grade), "{votes:?}");
        assert_eq!(outcome.working[0].measure, Vote);
    }
}

#[test]
fn a_line_with_nothing_to_count_does_not_apply_and_the_others_are_scaled() {
    let outcome = hunan().outcome(&figures(&[(Measure::Vote, 0, 0), (Measure::Satisfied, 9, 10)]));
    assert_eq!((outcome.points, outcome.applied), (9_000, 50));
    assert_eq!(outcome.working[0].points, None);
    assert_eq!(outcome.working[1].points, Some(4_500));
}

#[test]
fn shenzhens_way_is_good_pass_and_fail_by_name() {
    use Level::{Fail, Good, Pass};
    // signed, in three months, by the day, in six months, satisfied, not dissatisfied — each of twenty.
    let table: [([u32; 6], [Level; 3], &str); 8] = [
        ([20, 20, 20, 20, 20, 20], [Good, Good, Good], "优良"),
        ([20, 16, 20, 20, 16, 20], [Good, Good, Good], "优良"),
        ([18, 16, 20, 20, 16, 20], [Pass, Good, Good], "优良"),
        ([18, 15, 20, 20, 16, 20], [Pass, Pass, Good], "合格"),
        ([20, 16, 19, 20, 15, 20], [Good, Pass, Pass], "合格"),
        ([17, 20, 20, 20, 20, 20], [Fail, Good, Good], "不合格"),
        ([20, 20, 20, 19, 20, 20], [Good, Fail, Good], "不合格"),
        ([20, 20, 20, 20, 19, 19], [Good, Good, Fail], "不合格"),
    ];
    let measures = [
        Measure::Signed,
        Measure::ThreeMonths,
        Measure::Replied,
        Measure::SixMonths,
        Measure::Satisfied,
        Measure::NotDissatisfied,
    ];
    for (parts, levels, grade) in table {
        let counted: Vec<_> = measures.iter().zip(parts).map(|(measure, part)| (*measure, part, 20)).collect();
        let outcome = shenzhen().outcome(&figures(&counted));
        let by =
            |name: &str| outcome.working.iter().find(|line| line.name == name).and_then(|line| line.level).unwrap();
        assert_eq!(["签收", "答复", "满意"].map(by), levels, "{parts:?}");
        assert_eq!(outcome.grade.as_deref(), Some(grade), "{parts:?}");
    }
}

#[test]
fn a_scheme_that_cannot_be_worked_out_is_refused_with_its_reason() {
    let of = |change: fn(&mut Scheme), mut scheme: Scheme| {
        change(&mut scheme);
        scheme.fit()
    };
    assert_eq!(hunan().fit(), Ok(()));
    assert_eq!(shenzhen().fit(), Ok(()));
    assert_eq!(of(|it| it.lines.clear(), hunan()), Err(Unfit::Lines));
    assert_eq!(of(|it| it.lines[0].weight = 40, hunan()), Err(Unfit::Weights));
    assert_eq!(of(|it| it.grades[2].at_least = 1, hunan()), Err(Unfit::Grades));
    assert_eq!(of(|it| it.grades.swap(0, 1), hunan()), Err(Unfit::Grades));
    assert_eq!(of(|it| it.basically = 101, hunan()), Err(Unfit::Settings));
    assert_eq!(of(|it| it.appeal_days = 0, hunan()), Err(Unfit::Settings));
    assert_eq!(of(|it| it.fewest_scores = 0, hunan()), Err(Unfit::Settings));
    assert_eq!(of(|it| it.lines[0].good = Some(101), shenzhen()), Err(Unfit::Shares));
    assert_eq!(of(|it| (it.lines[0].good, it.lines[0].pass) = (None, None), shenzhen()), Err(Unfit::Shares));
    assert_eq!(of(|it| it.grades.truncate(2), shenzhen()), Err(Unfit::Grades));
}

#[test]
fn scores_of_fewer_deputies_than_the_scheme_wants_are_not_counted_because_their_mean_tells_who_gave_what() {
    let counted = |scorers, scores| {
        let said = Said { scorers, scores, ..Said::default() };
        Figures::count(&[], said, &hunan(), day(12, 1)).of(Measure::Scores)
    };
    assert_eq!(counted(2, 180), Ratio { part: 0, whole: 0 });
    assert_eq!(counted(3, 250), Ratio { part: 250, whole: 300 });
}

fn part() -> Handled {
    Handled {
        replies: true,
        assigned: day(1, 20),
        sign_by: day(1, 25),
        signed: Some(day(1, 25)),
        due: day(4, 20),
        replied: Some(day(4, 20)),
        letter_signed: Some(day(4, 18)),
        talked: Some(day(4, 18)),
        result: Some(Score::Satisfied),
    }
}

#[test]
fn what_is_done_on_its_last_day_is_in_time_and_what_is_not_yet_due_is_not_counted() {
    let one = |part: Handled, on: Day| Figures::count(&[part], Said::default(), &hunan(), on);
    let ratio = |part, whole| Ratio { part, whole };
    let full = one(part(), day(12, 1));
    for measure in [Measure::Signed, Measure::Replied, Measure::ThreeMonths, Measure::Satisfied, Measure::Contacted] {
        assert_eq!(full.of(measure), ratio(1, 1), "{measure:?}");
    }
    let late = one(Handled { replied: Some(day(4, 21)), signed: Some(day(1, 26)), ..part() }, day(12, 1));
    assert_eq!([Measure::Signed, Measure::Replied, Measure::ThreeMonths].map(|it| late.of(it)), [ratio(0, 1); 3]);
    assert_eq!(late.of(Measure::SixMonths), ratio(1, 1));
    let extended = one(Handled { due: day(7, 20), replied: Some(day(7, 1)), ..part() }, day(12, 1));
    assert_eq!((extended.of(Measure::Replied), extended.of(Measure::ThreeMonths)), (ratio(1, 1), ratio(0, 1)));
    let open = Handled { replied: None, letter_signed: None, result: None, ..part() };
    assert_eq!(one(open, day(4, 20)).of(Measure::Replied), ratio(0, 0), "its last day is not past");
    assert_eq!(one(open, day(4, 21)).of(Measure::Replied), ratio(0, 1));
    assert_eq!(one(open, day(4, 21)).of(Measure::Satisfied), ratio(0, 0), "silence is not counted");
    let co = Handled { replies: false, ..part() };
    assert_eq!(one(co, day(12, 1)).of(Measure::Replied), ratio(0, 0), "a co-unit replies to nobody");
    let afterwards = one(Handled { talked: Some(day(4, 19)), ..part() }, day(12, 1));
    assert_eq!(afterwards.of(Measure::Contacted), ratio(0, 1), "a talk after signing is no contact before it");
}

fn unit() -> BodyId {
    id(21)
}

fn draft() -> Evaluation {
    Evaluation {
        id: id(9),
        congress: id(1),
        title: text("2026年度办理工作评议"),
        since: day(1, 1),
        until: day(6, 30),
        basis: text("办理工作评议办法"),
        scheme: hunan(),
        units: vec![],
        stage: EvaluationStage::Draft,
    }
}

fn told() -> Evaluation {
    let open = draft().open("ab".to_owned(), vec![unit(), id(22)]).unwrap().0;
    let computed = open.compute(|_| figures(&[(Measure::Vote, 4_000, 5_000), (Measure::Satisfied, 8, 10)])).unwrap().0;
    computed.tell(on(day(11, 1))).unwrap().0
}

#[test]
fn a_scheme_is_fixed_once_it_is_opened() {
    let open = draft().open("ab".to_owned(), vec![unit()]).unwrap().0;
    assert_eq!(open.stage.hash(), Some("ab"));
    assert_eq!(open.clone().revise(shenzhen()), Err(Refusal::SchemeFixed));
    assert_eq!(open.clone().open("cd".to_owned(), vec![unit()]), Err(Refusal::SchemeFixed));
    assert!(open.takes(unit(), Measure::Vote).is_ok());
    assert_eq!(open.takes(id(99), Measure::Vote), Err(Refusal::UnitNotJudged));
    assert_eq!(open.takes(unit(), Measure::Scores), Err(Refusal::NotAsked), "Hunan's scheme asks for no scores");
    assert_eq!(draft().open("ab".to_owned(), vec![]), Err(Refusal::NoUnits));
    let unfit = Evaluation { scheme: Scheme { lines: vec![], ..hunan() }, ..draft() };
    assert_eq!(unfit.open("ab".to_owned(), vec![unit()]), Err(Refusal::SchemeUnfit(Unfit::Lines)));
}

#[test]
fn scores_and_votes_are_taken_while_it_is_open_alone() {
    assert_eq!(draft().takes(unit(), Measure::Vote), Err(Refusal::EvaluationNotOpen));
    assert_eq!(told().takes(unit(), Measure::Vote), Err(Refusal::EvaluationNotOpen));
}

#[test]
fn an_appeal_corrects_a_figure_and_the_result_follows_from_it() {
    let told = told();
    assert_eq!(told.outcome(unit()).unwrap().points, 8_000);
    let (appealed, _) = told.appeal(unit(), text("一件已满意，漏计"), on(day(11, 11))).unwrap();
    assert_eq!(appealed.clone().appeal(unit(), text("再诉"), on(day(11, 11))), Err(Refusal::Appealed));
    let fix = |part, whole| [Correction { measure: Measure::Satisfied, part, whole }];
    let rule = |fix: &[Correction]| appealed.clone().rule(unit(), text("属实"), fix, on(day(11, 12)));
    assert_eq!(rule(&fix(11, 10)), Err(Refusal::CorrectionUnfit));
    assert_eq!(rule(&[Correction { measure: Measure::Signed, part: 1, whole: 1 }]), Err(Refusal::CorrectionUnfit));
    assert_eq!(rule(&[]).unwrap().0.outcome(unit()).unwrap().points, 8_000, "refused, nothing changes");
    let (ruled, _) = rule(&fix(9, 10)).unwrap();
    assert_eq!(ruled.outcome(unit()).unwrap().points, 8_500);
    assert_eq!(ruled.outcome(id(22)).unwrap().points, 8_000, "the other unit's stays");
    assert_eq!(ruled.rule(unit(), text("再裁"), &[], on(day(11, 12))), Err(Refusal::NoAppeal));
}

#[test]
fn results_are_final_after_the_days_to_appeal_with_every_appeal_answered() {
    let told = told();
    assert_eq!(told.clone().appeal(unit(), text("迟"), on(day(11, 12))), Err(Refusal::AppealOver));
    assert_eq!(told.clone().decide(on(day(11, 11))), Err(Refusal::AppealRuns));
    let waits = told.clone().appeal(unit(), text("漏计"), on(day(11, 11))).unwrap().0;
    assert_eq!(waits.decide(on(day(11, 12))), Err(Refusal::AppealWaits));
    assert_eq!(told.clone().publish(on(day(11, 12))), Err(Refusal::NotDecided));
    let decided = told.decide(on(day(11, 12))).unwrap().0;
    assert_eq!(decided.clone().appeal(unit(), text("迟"), on(day(11, 12))), Err(Refusal::NoAppealNow));
    let published = decided.publish(on(day(11, 13))).unwrap().0;
    assert_eq!(published.stage.word(), "published");
    assert_eq!(published.stage.hash(), Some("ab"), "the scheme it was opened with");
}
