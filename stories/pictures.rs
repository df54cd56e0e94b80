//! The pictures of the README, drawn from the demonstration town:
//! `cargo test -p lianluo --test stories pictures -- --ignored`.

use std::path::Path;

use crate::house::{Browser, House, Kind};

async fn draw(browser: &Browser, path: &str, file: &str) {
    browser.go(path).await;
    browser.sees("").await;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/pictures");
    std::fs::create_dir_all(&folder).expect("the folder of pictures");
    browser.driver.screenshot(&folder.join(file)).await.expect("a picture");
}

#[test]
#[ignore = "writes into docs/pictures; run by hand when pages change"]
fn pictures_of_the_readme() {
    kit::outbox::install_tls();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let house = House::open();
        let clerk = Browser::of(&house, Kind::Desk, "clerk").await;
        draw(&clerk, "/suggestions", "list.png").await;
        draw(&clerk, "/suggestions/overview", "overview.png").await;
        clerk.close().await;
        let deputy = Browser::of(&house, Kind::Phone, "deputy").await;
        draw(&deputy, "/suggestions", "phone.png").await;
        deputy.close().await;
    });
}
