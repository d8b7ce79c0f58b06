//! What every answer bears, and what is not answered: other hosts, other pages' forms, long and slow ones.

use std::io::{Read as _, Write as _};

use crate::browser::{answer, connect, get, request, said};
use crate::house::House;

#[test]
fn every_answer_forbids_framing_foreign_content_and_being_kept() {
    let house = House::new();
    for path in ["/", "/page.css", "/live.js", "/nothing", "/../secret"] {
        let answer = get(house.at(), path);
        let policy = answer.header("content-security-policy").unwrap();
        assert!(
            policy.starts_with("default-src 'none';"),
            "{path}: {policy}"
        );
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"));
        assert_eq!(answer.header("x-frame-options"), Some("DENY"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("referrer-policy"), Some("same-origin"));
        let kept = answer.header("cache-control").unwrap();
        let same_for_all = ["/page.css", "/live.js"].contains(&path);
        assert_eq!(kept == "no-store", !same_for_all, "{path}: {kept}");
    }
    assert_eq!(get(house.at(), "/").status, 200);
    assert_eq!(get(house.at(), "/nothing").status, 404);
}

#[test]
fn nothing_on_a_page_runs_or_is_fetched_from_elsewhere() {
    let house = House::new();
    let page = get(house.at(), "/").body;
    for of_a_script in ["style=", " onclick", " onload", " onerror", "javascript:"] {
        assert!(!page.contains(of_a_script), "{of_a_script}: {page}");
    }
    assert!(
        !page.contains("http://") && !page.contains("https://"),
        "{page}"
    );
    assert_eq!(page.matches("<script").count(), 1);
    assert!(
        page.contains("<script src=\"/live.js\" defer></script>"),
        "{page}"
    );
}

#[test]
fn a_name_that_somebody_else_points_here_is_not_served() {
    let house = House::new();
    let at = house.at();
    for (host, status) in [
        (format!("host: {at}\r\n"), 200),
        (format!("host: localhost:{}\r\n", at.port()), 200),
        (format!("host: evil.example:{}\r\n", at.port()), 421),
        ("host: 127.0.0.1:1\r\n".to_owned(), 421),
        ("host: \r\n".to_owned(), 421),
        (String::new(), 400),
    ] {
        let asked = format!("GET / HTTP/1.1\r\n{host}connection: close\r\n\r\n");
        let told = answer(&said(at, asked.as_bytes()));
        assert_eq!(told.status, status, "{host:?}");
        assert_eq!(told.body.contains("Stability"), status == 200, "{host:?}");
    }
}

#[test]
fn a_form_of_another_page_or_of_many_bytes_is_not_taken() {
    let house = House::new();
    let post = |headers: &str, body: &str| request(house.at(), "POST /", headers, body).status;
    assert_eq!(post("origin: http://evil.example\r\n", "a=1"), 403);
    assert_eq!(post("origin: null\r\n", "a=1"), 403);
    assert_eq!(post("sec-fetch-site: cross-site\r\n", "a=1"), 403);
    assert_eq!(post("", &"a".repeat(100_000)), 413);
}

#[test]
fn nonsense_and_endless_headers_are_answered_and_cost_nobody_else_anything() {
    let house = House::new();
    let endless = format!("GET / HTTP/1.1\r\nx: {}", "y".repeat(1_000_000));
    for bytes in [
        b"\0\xff\xfe\r\n\r\n".as_slice(),
        b"GET\r\n\r\n",
        endless.as_bytes(),
    ] {
        let told = said(house.at(), bytes);
        assert!(told.is_empty() || answer(&told).status >= 400, "{told:?}");
    }
    assert_eq!(get(house.at(), "/").status, 200);
}

#[test]
fn a_form_that_does_not_come_in_whole_keeps_no_place() {
    let house = House::new();
    let mut slow = connect(house.at());
    let head = format!(
        "POST /me HTTP/1.1\r\nhost: {}\r\ncontent-length: 100\r\n\r\nwhat=",
        house.at()
    );
    slow.write_all(head.as_bytes()).unwrap();
    let mut told = String::new();
    let _cut = slow.read_to_string(&mut told);
    assert_eq!(answer(&told).status, 408, "{told}");
    assert_eq!(get(house.at(), "/").status, 200);
}

#[test]
fn whoever_connects_and_says_nothing_is_let_go_and_places_are_bounded() {
    let house = House::new();
    let mut idle: Vec<_> = (0..256).map(|_| connect(house.at())).collect();
    // The page is busy with none of them, and says so to one more.
    let mut one_more = connect(house.at());
    let mut told = String::new();
    let _cut = one_more.read_to_string(&mut told);
    assert_eq!(answer(&told).status, 503);
    // Half of what was to be said does not keep a place.
    let _gone_already = idle[0].write_all(b"GET / HTTP/1.1\r\nhost");
    for stream in &mut idle {
        let mut told = Vec::new();
        let _cut = stream.read_to_end(&mut told);
    }
    assert_eq!(get(house.at(), "/").status, 200);
}
