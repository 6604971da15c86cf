//! Servers that break the connection itself: what an HTTP library would not do on its own.

use crate::server::{RESUME, good, review_of, settings};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use vitae_llm::{Fault, Options};

/// A server whose `script` gets the number of the connection, the body, and the connection itself.
fn raw(
    script: impl Fn(usize, &str, &mut TcpStream) + Send + Sync + 'static,
) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let count = Arc::new(AtomicUsize::new(0));
    let (seen, script) = (Arc::clone(&count), Arc::new(script));
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let number = seen.fetch_add(1, Ordering::SeqCst);
            let script = Arc::clone(&script);
            std::thread::spawn(move || {
                let body = request(&mut stream);
                script(number, &body, &mut stream);
            });
        }
    });
    (address, count)
}

fn request(stream: &mut TcpStream) -> String {
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        let lower = line.to_ascii_lowercase();
        if let Some(value) = lower.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
        if line.trim().is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    String::from_utf8(body).unwrap()
}

const HEAD: &str =
    "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n";

fn good_events(body: &str) -> String {
    let text = good(&serde_json::from_str(body).unwrap()).to_string();
    let chunk = serde_json::json!({"choices": [{"delta": {"content": text}}]});
    let end = r#"{"choices":[{"delta":{},"finish_reason":"stop"}]}"#;
    format!("data: {chunk}\n\ndata: {end}\n\ndata: [DONE]\n\n")
}

#[test]
fn a_cut_stream_is_asked_again_and_its_half_is_forgotten() {
    let (address, count) = raw(|number, body, stream| {
        let events = good_events(body);
        let events = if number == 0 { &events[..events.len() / 2] } else { &events };
        let _ = stream.write_all(format!("{HEAD}{events}").as_bytes());
    });
    let review = review_of(RESUME, settings(&address), Options::default()).unwrap();
    assert_eq!((review.findings.len(), review.spent.retries), (4, 1));
    assert_eq!(count.load(Ordering::SeqCst), 3);
    // Chunks that are announced and never come.
    let (address, count) = raw(|_, _, stream| {
        let head =
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: 9999\r\n\r\n";
        let _ = stream.write_all(format!("{head}data: {{}}\n\n").as_bytes());
    });
    let fault = review_of(RESUME, settings(&address), Options::default()).unwrap_err();
    assert!(matches!(fault, Fault::Cut(_)), "{fault:?}");
    assert_eq!(count.load(Ordering::SeqCst), 4);
}

#[test]
fn silence_has_a_limit_before_and_within_an_answer() {
    let (before, _) = raw(|_, _, stream| {
        std::thread::sleep(Duration::from_secs(20));
        let _ = stream.write_all(HEAD.as_bytes());
    });
    let (within, _) = raw(|_, body, stream| {
        let _ = stream.write_all(format!("{HEAD}{}", &good_events(body)[..60]).as_bytes());
        std::thread::sleep(Duration::from_secs(20));
    });
    for address in [before, within] {
        let mut settings = settings(&address);
        settings.timeouts.quiet = Duration::from_millis(200);
        let began = Instant::now();
        let fault = review_of(RESUME, settings, Options::default()).unwrap_err();
        assert!(matches!(fault, Fault::Quiet(_)), "{fault:?}");
        assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    }
}

#[test]
fn a_trickle_ends_with_the_time_of_the_run() {
    let (address, _) = raw(|_, _, stream| {
        let _ = stream.write_all(HEAD.as_bytes());
        while stream.write_all(b": ping\n\n").is_ok() {
            std::thread::sleep(Duration::from_millis(50));
        }
    });
    let mut settings = settings(&address);
    settings.budget.time = Duration::from_secs(1);
    let began = Instant::now();
    let fault = review_of(RESUME, settings, Options::default()).unwrap_err();
    assert!(matches!(fault, Fault::Budget(_)), "{fault:?}");
    assert!(began.elapsed() < Duration::from_secs(4), "{:?}", began.elapsed());
}

#[test]
fn nobody_there_is_told_with_the_host() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = listener.local_addr().unwrap().to_string();
    drop(listener);
    let settings = settings(&format!("http://{host}"));
    let fault = review_of(RESUME, settings, Options::default()).unwrap_err();
    let Fault::Connect { host: found, .. } = fault else { panic!("{fault:?}") };
    assert_eq!(found, host);
}

#[test]
fn what_is_no_http_is_an_error() {
    let (address, _) = raw(|_, _, stream| {
        let _ = stream.write_all(b"SSH-2.0-example\r\n");
    });
    assert!(review_of(RESUME, settings(&address), Options::default()).is_err());
    let (address, _) = raw(|_, _, stream| {
        let _ = stream.write_all(
            b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n<html>",
        );
    });
    assert!(matches!(
        review_of(RESUME, settings(&address), Options::default()),
        Err(Fault::Cut(_))
    ));
}
