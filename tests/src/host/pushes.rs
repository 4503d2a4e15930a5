//! Pushes as server-sent events.

use std::io::Write;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use desk::Desk;

/// Seconds of silence after which a comment line is sent: a browser that went away is noticed by it.
const BEAT: Duration = Duration::from_secs(5);

const HEAD: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
                    X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n";

/// Sends every push from now on, until the browser goes away.
pub(super) fn send(desk: &Desk, mut browser: Box<dyn Write + Send>) {
    let (give, take) = channel();
    // A browser that went away leaves a listener behind that hands its pushes to nobody: a host lives for one test.
    desk.subscribe(Box::new(move |push| {
        if let Ok(text) = serde_json::to_string(push) {
            let _ = give.send(text);
        }
    }));
    // An error is the browser going away: nothing to tell anybody.
    let _ = stream(&take, &mut *browser);
}

fn stream(pushes: &Receiver<String>, browser: &mut dyn Write) -> std::io::Result<()> {
    browser.write_all(HEAD.as_bytes())?;
    // The first bytes open the EventSource: a test may wait for that before it acts.
    browser.write_all(b": open\n\n")?;
    browser.flush()?;
    loop {
        match pushes.recv_timeout(BEAT) {
            Ok(push) => write!(browser, "data: {push}\n\n")?,
            Err(RecvTimeoutError::Timeout) => browser.write_all(b": beat\n\n")?,
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
        browser.flush()?;
    }
}
