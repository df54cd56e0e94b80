//! Another office program reads what we write and writes what we read.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use kernel::Day;
use kit::{
    sheets::{self, Export, Flaw, Kind, Limits, Next},
    words::Lang,
};

use crate::people::read;

/// Has LibreOffice turn `from` into `to`, a format with its options.
fn converted(folder: &Path, from: &Path, to: &str, options: &[&str]) -> PathBuf {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let out = folder.join("out");
    let done = Command::new("soffice")
        .args([profile.as_str(), "--headless", "--norestore", "--convert-to", to, "--outdir"])
        .arg(&out)
        .args(options)
        .arg(from)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap_or_else(|error| panic!("soffice is needed (Debian: libreoffice-calc-nogui): {error}"));
    assert!(done.success(), "LibreOffice could not convert {}", from.display());
    let ending = to.split(':').next().unwrap_or(to);
    let name = from.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    out.join(format!("{name}.{ending}"))
}

#[test]
fn what_libreoffice_writes_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let csv = folder.path().join("people.csv");
    let rows = "姓名,手机号,任职日期,证件,计算\n张三,13800000001,2026-03-10,430102199001011234,=1/0\n\"李\n四\",13800000002,,x,=1+2\n";
    std::fs::write(&csv, rows).unwrap();
    let xlsx = converted(
        folder.path(),
        &csv,
        "xlsx",
        &["--infilter=CSV:44,34,76,1,,2052,false,true,false,false,false,0,true"],
    );
    let rows = read(&xlsx);
    assert_eq!(rows[0], ["姓名", "手机号", "任职日期", "证件", "计算"]);
    assert_eq!(rows[1][..3], ["张三", "13800000001", "2026-03-10"]);
    assert_eq!(rows[2][..2], ["李\n四", "13800000002"]);
    assert_eq!(rows[2][4], "3");
    let mut flaws = Vec::new();
    sheets::read(&xlsx, &Limits::USUAL, &mut |line| {
        flaws.extend_from_slice(&line.flaws);
        Next::Continue(())
    })
    .unwrap();
    assert_eq!(flaws, [(3, Flaw::DigitsLost), (4, Flaw::FormulaError)], "the office program itself lost the digits");
}

#[test]
fn what_we_write_opens_in_libreoffice_cell_for_cell() {
    let folder = tempfile::tempdir().unwrap();
    let day = Day::new(1990, 2, 28).unwrap();
    let mut export = Export::begin(Kind::Xlsx, Lang::Chinese, ["姓名", "件数", "日期", "备注"]).unwrap();
    // LibreOffice puts quotes around what it holds as text, and none around numbers and days.
    let mut want = vec![r#""姓名","件数","日期","备注""#.to_owned()];
    for n in 0..300_i32 {
        let date = day.plus_days(n * 50);
        let note = ["=1+1", "430102199001011234", "“长沙”", "007"][n as usize % 4];
        export.row(&[format!("代表{n}").into(), (n - 5).into(), date.into(), note.into()]).unwrap();
        want.push(format!("\"代表{n}\",{},{date},\"{note}\"", n - 5));
    }
    let ready = export.finish().unwrap();
    let file = folder.path().join("deputies.xlsx");
    ready.keep(&file).unwrap();
    let csv = converted(folder.path(), &file, "csv:Text - txt - csv (StarCalc):44,34,76,1", &[]);
    let text = std::fs::read_to_string(csv).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines, want);
}
