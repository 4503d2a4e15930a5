//! What each address answers.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use contract::Fault;
use desk::PageFault;
use serde::Deserialize;
use serde_json::{Value, json};
use tiny_http::{Header, Method, Request, Response};

use super::{Host, files, pushes};

/// A whole answer.
struct Reply {
    status: u16,
    media_type: &'static str,
    body: Vec<u8>,
}

impl Reply {
    fn json(status: u16, value: &Value) -> Self {
        Self { status, media_type: "application/json", body: value.to_string().into_bytes() }
    }

    fn plain(status: u16, words: &str) -> Self {
        Self { status, media_type: "text/plain; charset=utf-8", body: words.as_bytes().to_vec() }
    }

    fn fault(status: u16, fault: &Fault) -> Self {
        Self::json(status, &serde_json::to_value(fault).unwrap_or(Value::Null))
    }
}

/// Answers one request.
pub(super) fn answer(host: &Host, mut request: Request) {
    let address = request.url().to_owned();
    let (path, query) = address.split_once('?').unwrap_or((&address, ""));
    let post = *request.method() == Method::Post;
    let guarded = ["/call/", "/pushes", "/page/", "/test/"].iter().any(|start| path.starts_with(start));
    let reply = if guarded && !holds_token(host, &request, query) {
        Reply::plain(401, "the token is missing or is not this host's")
    } else if path == "/pushes" {
        return pushes::send(&host.desk, request.into_writer());
    } else if let Some(name) = path.strip_prefix("/call/").filter(|_| post) {
        call(host, name, &mut request)
    } else if let Some(page) = path.strip_prefix("/page/") {
        picture(host, page)
    } else if let Some(door) = path.strip_prefix("/test/") {
        test_door(host, door, post, &mut request)
    } else if let Some((body, media_type)) = files::file(&host.front_end, path) {
        Reply { status: 200, media_type, body }
    } else {
        Reply::plain(404, "there is nothing here")
    };
    let mut response = Response::from_data(reply.body).with_status_code(reply.status);
    for (name, value) in [
        ("Content-Type", reply.media_type),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Content-Security-Policy", &host.policy),
    ] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // A browser that went away needs no answer.
    let _ = request.respond(response);
}

/// By header, or for pictures and pushes, which take no header, in the query. A page's own query may come before it.
fn holds_token(host: &Host, request: &Request, query: &str) -> bool {
    let bearer = request
        .headers()
        .iter()
        .find(|header| header.field.equiv("Authorization"))
        .and_then(|header| header.value.as_str().strip_prefix("Bearer "));
    let asked = query.split(['&', '?']).find_map(|part| part.strip_prefix("token="));
    bearer.or(asked) == Some(host.token.as_str())
}

fn body(request: &mut Request) -> Result<Value, Fault> {
    let mut text = String::new();
    request.as_reader().read_to_string(&mut text).map_err(|fault| Fault::Request { detail: fault.to_string() })?;
    if text.trim().is_empty() {
        return Ok(Value::Null);
    }
    serde_json::from_str(&text).map_err(|fault| Fault::Request { detail: fault.to_string() })
}

fn call(host: &Host, name: &str, request: &mut Request) -> Reply {
    let answered = body(request).and_then(|asked| {
        // A panic is a fault, as in the window.
        catch_unwind(AssertUnwindSafe(|| contract::route(&*host.desk, name, asked)))
            .unwrap_or_else(|_| Err(Fault::internal("panic")))
    });
    match answered {
        Ok(value) => Reply::json(200, &value),
        Err(fault) => Reply::fault(status_of(&fault), &fault),
    }
}

/// Any status but 200 carries a fault; which one is only for a reader of a test's log.
fn status_of(fault: &Fault) -> u16 {
    match fault {
        Fault::Request { .. } => 400,
        Fault::Locked | Fault::NoRegister | Fault::WrongPassphrase => 403,
        Fault::NotFound => 404,
        Fault::Conflict { .. } | Fault::Refused { .. } => 409,
        Fault::Internal { .. } => 500,
        _ => 422,
    }
}

fn picture(host: &Host, page: &str) -> Reply {
    match host.desk.page(page) {
        Ok(page) => Reply { status: 200, media_type: page.media_type, body: page.bytes.to_vec() },
        Err(PageFault::Locked) => Reply::plain(403, "locked"),
        Err(PageFault::NotFound) => Reply::plain(404, "no such page"),
    }
}

#[derive(Deserialize)]
struct Answers {
    answers: Vec<Vec<PathBuf>>,
}

#[derive(Deserialize)]
struct Paths {
    paths: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Over {
    over: bool,
}

#[derive(Deserialize)]
struct At {
    at: DateTime<Utc>,
}

/// What only a test may do: stand in for the person at a native dialog, the pointer with files, the passing of time.
fn test_door(host: &Host, door: &str, post: bool, request: &mut Request) -> Reply {
    if door == "dialogs" && !post {
        return Reply::json(200, &json!(host.dialogs.asked()));
    }
    let done = body(request).and_then(|asked| match door {
        "dialogs" => {
            read::<Answers>(asked).map(|told| told.answers.into_iter().for_each(|one| host.dialogs.answer(one)))
        }
        "drop" => read::<Paths>(asked).map(|told| host.desk.dropped(&told.paths)),
        "drag" => read::<Over>(asked).map(|told| host.desk.drag(told.over)),
        "clock" => read::<At>(asked).and_then(|told| match &host.clock {
            Some(clock) => {
                clock.set(told.at);
                Ok(())
            }
            None => Err(Fault::Request { detail: "this host was started without --now".to_owned() }),
        }),
        _ => Err(Fault::NotFound),
    });
    match done {
        Ok(()) => Reply::json(200, &json!({})),
        Err(fault) => Reply::fault(400, &fault),
    }
}

fn read<T: serde::de::DeserializeOwned>(value: Value) -> Result<T, Fault> {
    serde_json::from_value(value).map_err(|fault| Fault::Request { detail: fault.to_string() })
}
