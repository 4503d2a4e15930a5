//! The TypeScript of the wire: one file, made from the list of commands.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

struct Collect<'a> {
    config: &'a Config,
    seen: BTreeMap<String, String>,
}

impl TypeVisitor for Collect<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only types of ours have a file of their own; texts, numbers and lists are written in place.
        if T::output_path().is_some() {
            let name = T::ident(self.config);
            if self.seen.contains_key(&name) {
                return;
            }
            self.seen.insert(name, T::decl(self.config));
        }
        T::visit_generics(self);
        T::visit_dependencies(self);
    }
}

/// The whole file, the same for the same list.
#[must_use]
pub fn typescript() -> String {
    let config = Config::default();
    let mut collect = Collect { config: &config, seen: BTreeMap::new() };
    collect.visit::<crate::Push>();
    collect.visit::<crate::Fault>();
    let list = crate::commands::visit(&mut collect, &config);
    let mut file = String::from("// Made from the list of commands in Rust (`cargo xtask bindings`). Do not edit.\n\n");
    for declaration in collect.seen.values() {
        file.push_str("export ");
        file.push_str(declaration);
        file.push_str("\n\n");
    }
    file.push_str(&list);
    file
}
