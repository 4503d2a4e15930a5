//! The page's calls. Every command of the contract's one list, by name; permissions were checked before this.

use std::sync::{Arc, Mutex, PoisonError};

use contract::{COMMANDS, Fault, Push};
use desk::Desk;
use serde_json::Value;
use tauri::ipc::{Channel, Invoke, InvokeBody, InvokeResolver, JavaScriptChannelId};
use tauri::{Runtime, Webview};

use crate::log::caught;

/// The one channel of pushes: that of the page shown now. A page loaded again takes the place of the one before.
#[derive(Clone, Default)]
pub(crate) struct Pushes(Arc<Mutex<Option<Channel<Push>>>>);

impl Pushes {
    /// Hands every push of the desk to the page shown at that moment.
    pub(crate) fn of(desk: &Desk) -> Self {
        let pushes = Self::default();
        let heard = pushes.clone();
        desk.subscribe(Box::new(move |push| heard.give(push)));
        pushes
    }

    fn give(&self, push: &Push) {
        let channel = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(channel) = channel {
            // A page that is gone hears nothing.
            let _ = channel.send(push.clone());
        }
    }

    fn open(&self, channel: Channel<Push>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(channel);
    }
}

/// Answers one call; false for a name that is in no list.
pub(crate) fn answer<R: Runtime>(invoke: Invoke<R>, desk: &Arc<Desk>, pushes: &Pushes) -> bool {
    let Invoke { message, resolver, .. } = invoke;
    let name = message.command().to_owned();
    let known = name == "subscribe" || COMMANDS.contains(&name.as_str());
    if !known {
        return false;
    }
    if name == "subscribe" {
        subscribe(&message.webview(), argument(message.payload(), "channel"), pushes, resolver);
        return true;
    }
    let request = argument(message.payload(), "request");
    let desk = Arc::clone(desk);
    // Commands block: on a file, a key derivation, a dialog. Never on the thread that draws.
    tauri::async_runtime::spawn_blocking(move || match caught(|| contract::route(&*desk, &name, request)) {
        Ok(reply) => resolver.resolve(reply),
        Err(fault) => resolver.reject(fault),
    });
    true
}

fn argument(payload: &InvokeBody, name: &str) -> Value {
    match payload {
        InvokeBody::Json(Value::Object(arguments)) => arguments.get(name).cloned().unwrap_or(Value::Null),
        _ => Value::Null,
    }
}

fn subscribe<R: Runtime>(webview: &Webview<R>, channel: Value, pushes: &Pushes, resolver: InvokeResolver<R>) {
    match serde_json::from_value::<JavaScriptChannelId>(channel) {
        Ok(id) => {
            pushes.open(id.channel_on(webview.clone()));
            resolver.resolve(());
        }
        Err(fault) => resolver.reject(Fault::Request { detail: fault.to_string() }),
    }
}
