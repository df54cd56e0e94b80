//! Where calls may go.

use kit::{
    follow::catch_up,
    jobs::run_jobs,
    outbox::{HOOKS, NotAllowed, Telling, add, is_public, unsent},
    testing::both,
};

use super::world::{TABLE, file, receiver, tell, with};

#[test]
fn nobody_can_make_us_call_the_inside_of_the_network() {
    both(async |site| {
        let (url, heard) = receiver(&[]).await;
        let open = with(&site, None, true);
        tell(&open, None, &url, "*").await;
        tell(&open, None, "https://localhost:1/", "*").await;
        let closed = with(&site, None, false);
        for (url, reason) in [
            (url.as_str(), NotAllowed::NotHttps),
            ("https://127.0.0.1/", NotAllowed::Private),
            ("https://[::1]/", NotAllowed::Private),
            ("https://[::ffff:10.0.0.1]/", NotAllowed::Private),
            ("https://0x7f000001/", NotAllowed::Private),
            ("https://localhost/", NotAllowed::Private),
            ("ftp://example.cn/", NotAllowed::NoAddress),
            ("example.cn", NotAllowed::NoAddress),
        ] {
            let mut tx = closed.db().begin().await.unwrap();
            let added = add(&mut tx, &closed, Telling { body: None, url, verbs: "*" }).await.unwrap();
            assert_eq!(added.map(|_| ()), Err(reason), "{url}");
        }
        // Hooks that were allowed once are checked again when they are called.
        file(&closed, closed.new_id()).await;
        catch_up(&closed, &[HOOKS]).await.unwrap();
        run_jobs(&closed, TABLE).await.unwrap();
        assert!(heard.lock().unwrap().is_empty());
        assert_eq!(unsent(closed.db(), 10).await.unwrap().len(), 2);
    });
}

#[test]
fn special_addresses_are_not_public() {
    let special = [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "203.0.113.5",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:8.8.8.8",
        "64:ff9b::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "fc00::1",
        "fe80::1",
        "ff02::1",
    ];
    for address in special {
        assert!(!is_public(address.parse().unwrap()), "{address}");
    }
    for address in
        ["1.1.1.1", "100.128.0.1", "172.32.0.1", "192.0.1.1", "223.5.5.5", "2400:3200::1", "2001:4860:4860::8888"]
    {
        assert!(is_public(address.parse().unwrap()), "{address}");
    }
}
