//! Whether WebKit should draw without compositing: where no GPU helps, its compositor is what is slow.

/// Chosen by a person: `on` or `off`. Anything else, or nothing, looks at the machine.
const SWITCH: &str = "SUBPOENA_DESK_COMPOSITING";

/// True when compositing costs more than it gives here.
pub(crate) fn is_slow_here() -> bool {
    match std::env::var(SWITCH).as_deref() {
        Ok("on") => false,
        Ok("off") => true,
        _ => cfg!(target_os = "linux") && (asks_for_llvmpipe(|name| std::env::var(name).ok()) || !has_render_node()),
    }
}

/// Mesa's own switches for drawing on the processor.
fn asks_for_llvmpipe(variable: impl Fn(&str) -> Option<String>) -> bool {
    let software = variable("LIBGL_ALWAYS_SOFTWARE").is_some_and(|value| !matches!(value.as_str(), "" | "0" | "false"));
    software || variable("GALLIUM_DRIVER").is_some_and(|value| matches!(value.as_str(), "llvmpipe" | "softpipe"))
}

/// A render node that belongs to a GPU. `vgem` and `vkms` are nodes without one: Mesa falls back to llvmpipe on them.
fn has_render_node() -> bool {
    let Ok(nodes) = std::fs::read_dir("/dev/dri") else { return false };
    nodes.flatten().any(|node| {
        let name = node.file_name();
        let name = name.to_string_lossy();
        name.starts_with("renderD") && !is_without_gpu(&name)
    })
}

fn is_without_gpu(node: &str) -> bool {
    std::fs::read_link(format!("/sys/class/drm/{node}/device/driver"))
        .ok()
        .and_then(|driver| driver.file_name().map(|name| name.to_string_lossy().into_owned()))
        .is_some_and(|driver| matches!(driver.as_str(), "vgem" | "vkms"))
}

#[cfg(test)]
mod tests {
    use super::asks_for_llvmpipe;

    #[test]
    fn mesa_switches_are_heard() {
        let with = |wanted: &'static str, value: &'static str| {
            asks_for_llvmpipe(move |name| (name == wanted).then(|| value.to_owned()))
        };
        assert!(with("LIBGL_ALWAYS_SOFTWARE", "1"));
        assert!(!with("LIBGL_ALWAYS_SOFTWARE", "0"));
        assert!(with("GALLIUM_DRIVER", "llvmpipe"));
        assert!(!with("GALLIUM_DRIVER", "iris"));
        assert!(!asks_for_llvmpipe(|_| None));
    }
}
