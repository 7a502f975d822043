//! The wire to chromedriver: plain HTTP on this machine, one request after the other.

use async_trait::async_trait;
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{Request, Response};
use std::sync::Arc;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner, WebDriverResult};
use thirtyfour::session::http::{Body, HttpClient};
use ureq::Agent;

/// A client that waits for each answer.
pub struct Client(Agent);

impl Client {
    pub fn new() -> Self {
        // What went wrong is told by the body of the answer.
        Self(Agent::config_builder().http_status_as_error(false).build().into())
    }
}

#[async_trait]
impl HttpClient for Client {
    async fn send(&self, request: Request<Body<'_>>) -> WebDriverResult<Response<Bytes>> {
        let request = request.map(|body| match body {
            Body::Empty => Vec::new(),
            Body::Json(json) => json.to_string().into_bytes(),
        });
        let (mut parts, body) = request.into_parts();
        parts.headers.insert(CONTENT_TYPE, http::HeaderValue::from_static("application/json"));
        let answer = self.0.run(Request::from_parts(parts, body)).map_err(failed)?;
        let (parts, mut body) = answer.into_parts();
        // A picture or a log may be larger than the client's usual limit.
        let bytes = body.with_config().limit(1 << 30).read_to_vec().map_err(failed)?;
        Ok(Response::from_parts(parts, bytes.into()))
    }

    async fn new(&self) -> Arc<dyn HttpClient> {
        Arc::new(Self(self.0.clone()))
    }
}

fn failed(error: impl std::error::Error) -> WebDriverError {
    WebDriverError::from_inner(WebDriverErrorInner::HttpError(error.to_string()))
}
