//! The protocol `page:`: pictures of pages, and nothing else. Refused while locked, kept nowhere.

use std::sync::Arc;

use desk::{Desk, PageFault};
use tauri::http::{Method, Request, Response, StatusCode, header};

use crate::log::caught;

/// Answers `page://localhost/letter/ID/N`; blocks while a page is drawn.
pub(crate) fn answer(desk: &Arc<Desk>, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    if request.method() != Method::GET {
        return reply(StatusCode::METHOD_NOT_ALLOWED, "text/plain", Vec::new());
    }
    let path = request.uri().path().trim_start_matches('/').to_owned();
    match caught(|| Ok(desk.page(&path))) {
        Ok(Ok(page)) => reply(StatusCode::OK, page.media_type, page.bytes.to_vec()),
        Ok(Err(PageFault::Locked)) => reply(StatusCode::FORBIDDEN, "text/plain", Vec::new()),
        Ok(Err(PageFault::NotFound)) => reply(StatusCode::NOT_FOUND, "text/plain", Vec::new()),
        Err(_) => reply(StatusCode::INTERNAL_SERVER_ERROR, "text/plain", Vec::new()),
    }
}

fn reply(status: StatusCode, media_type: &'static str, body: Vec<u8>) -> Response<Vec<u8>> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, header::HeaderValue::from_static("nosniff"));
    response
}
