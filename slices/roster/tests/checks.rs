//! The audits find nothing in a sound roster and name what is unsound; the command line takes a file in and sends one out.

use crate::world::{changsha, chief, code, deputy, person, term};
use kit::{db::Sql, testing::both, words::Lang};
use roster::{checks::audit, cli};

#[test]
fn audits_are_quiet_on_a_sound_roster_and_name_an_unsound_row() {
    both(async |site| {
        changsha(&site).await;
        let clerk = chief(&site, "430121").await;
        let term = term(&site, &clerk, "430121").await;
        let who = person(&site, &clerk, "430121", "周一鸣").await;
        let mandate = deputy(&site, &clerk, who, term).await;
        assert_eq!(audit(site.db()).await.unwrap(), []);
        let mut tx = site.db().begin().await.unwrap();
        tx.run(Sql::new("update mandate set began = null, area = '430102' where id = {}").bind(mandate)).await.unwrap();
        tx.run("update term set ended = '2026-01-01'").await.unwrap();
        tx.commit().await.unwrap();
        let breaches = audit(site.db()).await.unwrap();
        let ensured: Vec<&str> = breaches.iter().map(|breach| breach.ensure).collect();
        assert_eq!(ensured, ["roster-ensure-mandate", "roster-ensure-closed", "kit-audit-readable"]);
        assert!(breaches.iter().all(|breach| breach.place.contains(&mandate.to_string())), "{breaches:?}");
    });
}

#[test]
fn a_file_comes_in_and_goes_out_by_the_command_line() {
    both(async |site| {
        changsha(&site).await;
        let folder = tempfile::tempdir().unwrap();
        let (file, out) = (folder.path().join("名册.csv"), folder.path().join("out.xlsx"));
        std::fs::write(&file, "姓名,届次,任职日期\n张三,18,2022-01-05\n李四,,\n王五,x,\n").unwrap();
        let staged = cli::stage(&site, &file, Some(&code("430121")), Lang::English).await.unwrap();
        assert_eq!((staged.rows, staged.bad, staged.ready), (3, 1, true));
        let said = cli::said(&site, staged.id, 10, Lang::English).await.unwrap();
        assert!(said.iter().any(|said| said.row == 4 && said.column == "term" && !said.warning), "{said:?}");
        assert!(cli::commit(&site, staged.id, false).await.is_err());
        assert_eq!(cli::commit(&site, staged.id, true).await.unwrap(), 2);
        assert_eq!(cli::export(&site, &code("43"), &out, Lang::Chinese).await.unwrap(), 2);
        assert!(out.exists());
        assert!(cli::export(&site, &code("43"), &folder.path().join("out.txt"), Lang::Chinese).await.is_err());
        let nowhere = cli::stage(&site, &file, Some(&code("430102001")), Lang::English).await;
        assert!(nowhere.is_err());
    });
}
