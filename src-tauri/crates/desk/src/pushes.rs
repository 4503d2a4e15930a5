//! Pushes to every listener.

use std::sync::Mutex;

use contract::Push;

use crate::{Desk, hold};

type Listener = Box<dyn Fn(&Push) + Send + Sync>;

/// Who listens.
#[derive(Default)]
pub(crate) struct Pushes(Mutex<Vec<Listener>>);

impl Pushes {
    pub(crate) fn give(&self, push: &Push) {
        for listener in hold(&self.0).iter() {
            listener(push);
        }
    }
}

impl Desk {
    /// Adds a listener for every push.
    pub fn subscribe(&self, listener: Listener) {
        hold(&self.pushes.0).push(listener);
    }
}
