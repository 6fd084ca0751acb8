//! What the outermost layer does to every answer (H15, H16, H19, T20).

use crate::support::{Answer, Server, log_text, logged, request};

fn get(line: &str) -> String {
    format!("{line} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
}

/// H15: paths that only look like one that is served.
#[tokio::test]
async fn h15_an_unknown_path_is_not_found_in_shape() {
    let server = Server::start().await;
    for path in [
        "/",
        "/nothing",
        "/echo/",
        "//echo",
        "/echo//",
        "/%2e%2e/echo",
        "/./echo",
        "/../echo",
        "/ECHO",
        "/echo%2f",
        "/e%63ho",
        "*",
        "/%00",
    ] {
        let (status, code, _) = server.ask(request(path, "", "{}")).await.error();
        assert_eq!((status, code.as_str()), (404, "NOT_FOUND"), "{path}");
    }
    let (status, code, _) = server
        .ask("CONNECT echo:443 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        .await
        .error();
    assert_eq!((status, code.as_str()), (404, "NOT_FOUND"));
}

/// H15: methods that a path does not answer to.
#[tokio::test]
async fn h15_a_wrong_method_is_not_found_and_told_the_right_one() {
    let server = Server::start().await;
    for method in ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
        let (status, code, message) = server.ask(get(&format!("{method} /echo"))).await.error();
        assert_eq!((status, code.as_str()), (404, "NOT_FOUND"), "{method}");
        assert!(message.ends_with("use POST"), "{message}");
    }
    let (status, _, message) = server.ask(request("/page", "", "{}")).await.error();
    assert_eq!((status, message.ends_with("use GET")), (404, true), "{message}");
    assert_eq!(server.ask(get("GET /page")).await.body, "<p>a page</p>");
}

#[tokio::test]
async fn a_head_request_gets_headers_only() {
    let server = Server::start().await;
    let reply = String::from_utf8(server.talk(get("HEAD /page")).await).unwrap();
    assert!(
        reply.starts_with("HTTP/1.1 200") && reply.ends_with("\r\n\r\n"),
        "{reply}"
    );
}

/// T20: credentials in the query string are refused, and neither they nor their names are logged.
#[tokio::test]
async fn t20_credentials_in_the_query_are_refused_and_never_logged() {
    let server = Server::start().await;
    for (name, spelling) in [
        ("client_id", "client_id"),
        ("secret", "secret"),
        ("secret", "SeCret"),
        ("access_token", "access%5Ftoken"),
        ("public_token", "public_token"),
        ("processor_token", "a=b&processor_token"),
    ] {
        let answer = server
            .ask(request(
                &format!("/echo?{spelling}=canary-in-the-query"),
                "",
                "{}",
            ))
            .await;
        let (status, code, message) = answer.error();
        assert_eq!((status, code.as_str()), (400, "INVALID_FIELD"));
        assert!(message.starts_with(name), "{message}");
        assert!(!answer.body.contains("canary"));
        let lines = logged(answer.header("x-request-id").unwrap());
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0]["fields"]["path"], "/echo");
    }
    let answer = server
        .ask(request("/echo?count=canary-in-the-query", "", "{}"))
        .await;
    assert_eq!(answer.status, 200, "other parameters are left to the handler");
    assert!(!log_text().contains("canary-in-the-query"));
}

#[tokio::test]
async fn each_request_leaves_one_access_line() {
    let server = Server::start().await;
    let answer = server.ask(request("/echo", "", "{}")).await;
    let lines = logged(answer.header("x-request-id").unwrap());
    assert_eq!(lines.len(), 1, "{lines:?}");
    let fields = &lines[0]["fields"];
    assert_eq!(lines[0]["target"], "access");
    assert_eq!(fields["method"], "POST");
    assert_eq!(fields["path"], "/echo");
    assert_eq!(fields["status"], 200);
    assert_eq!(fields["team"], "team_of_the_echo");
    assert_eq!(fields["environment"], "sandbox");
    assert!(fields["duration_us"].is_u64());
    let refused = server.ask("GET / HTTP/1.1\r\n\r\n").await;
    let lines = logged(refused.header("x-request-id").unwrap());
    assert_eq!(lines.len(), 1, "{lines:?}");
    let fields = &lines[0]["fields"];
    assert_eq!(
        (&fields["method"], &fields["path"], &fields["status"]),
        (&"-".into(), &"-".into(), &400.into())
    );
}

/// H16: nothing from a request can end a line of the log or of a head.
#[tokio::test]
async fn h16_no_request_can_forge_a_line() {
    let server = Server::start().await;
    let answer = server.ask(get("GET /x%0d%0aforged:%20line%1b[31m")).await;
    answer.error();
    let lines = logged(answer.header("x-request-id").unwrap());
    assert_eq!(
        lines[0]["fields"]["path"], "/x%0d%0aforged:%20line%1b[31m",
        "the path stays encoded"
    );

    let mut raw = b"GET /x\xc3\xa9\xe2\x80\xa8 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".to_vec();
    let answer = server.ask(&raw).await;
    answer.error();
    let path = logged(answer.header("x-request-id").unwrap())[0]["fields"]["path"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(path.is_ascii(), "{path}");

    raw = b"GET /x\rforged HTTP/1.1\r\nHost: a\r\n\r\n".to_vec();
    assert_eq!(server.ask(&raw).await.error().0, 400);
    for line in log_text().lines() {
        assert!(line.starts_with('{') && line.ends_with('}'), "{line}");
    }
}

/// H19: what went wrong inside stays inside.
#[tokio::test]
async fn h19_a_failure_of_our_own_is_opaque_outside_and_explained_in_the_log() {
    let server = Server::start().await;
    let answer = server.ask(request("/broken", "", "{}")).await;
    let (status, code, _) = answer.error();
    assert_eq!((status, code.as_str()), (500, "INTERNAL_SERVER_ERROR"));
    assert!(!answer.body.contains("the cause"), "{}", answer.body);
    let lines = logged(answer.header("x-request-id").unwrap());
    let causes: Vec<_> = lines
        .iter()
        .filter_map(|line| line["fields"]["error.context"].as_str())
        .collect();
    assert_eq!(causes, ["the cause, for the log only"], "logged once");
}

#[tokio::test]
async fn a_panic_in_a_handler_is_an_answer_and_the_connection_goes_on() {
    use tokio::io::AsyncWriteExt as _;
    let server = Server::start().await;
    let mut stream = server.connect().await;
    let panicking = "POST /panic HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n";
    stream
        .write_all(format!("{panicking}{}", get("GET /page")).as_bytes())
        .await
        .unwrap();
    let answers = crate::support::read_answers(&mut stream, 2).await;
    let (status, code, message) = answers[0].error();
    assert_eq!((status, code.as_str()), (500, "INTERNAL_SERVER_ERROR"));
    assert!(!message.contains("own panic"));
    assert_eq!(answers[1].status, 200);
}

#[tokio::test]
async fn request_ids_differ() {
    let server = Server::start().await;
    let mut ids = std::collections::HashSet::new();
    for _ in 0..50 {
        let answer: Answer = server.ask(get("GET /page")).await;
        assert!(ids.insert(answer.header("x-request-id").unwrap().to_owned()));
    }
}

#[tokio::test]
async fn a_path_whose_rest_is_a_secret_is_logged_without_it() {
    let server = Server::start().await;
    let answer = server
        .ask("GET /secret/canary-in-the-path HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        .await;
    let lines = logged(answer.header("x-request-id").unwrap());
    assert_eq!(lines[0]["fields"]["path"], "/secret/");
    assert!(!log_text().contains("canary-in-the-path"));
}
