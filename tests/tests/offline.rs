//! Nothing of the program opens a network socket (trust table R28). The built programs run in an empty network namespace
//! under strace, which writes down every socket they and their children make; no family of the internet may be among them.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where it stands")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Long enough for a debug build under strace on a loaded machine. Waiting ends as soon as there is something to see.
const PATIENCE: Duration = Duration::from_secs(180);

/// A program built beside this test.
fn built(name: &str) -> PathBuf {
    let program = Path::new(env!("CARGO_BIN_EXE_host")).with_file_name(name);
    assert!(program.is_file(), "{} is not built: cargo build --workspace", program.display());
    program
}

/// The start of a command line that runs the rest without a network, writing down every socket and every file opened.
fn watched(log: &Path) -> Command {
    let root = fs::read_to_string("/proc/self/status").is_ok_and(|status| status.contains("Uid:\t0\t"));
    let mut command = Command::new("unshare");
    command.args(if root { &["--net"][..] } else { &["--net", "--map-root-user"] });
    command.args(["strace", "--follow-forks", "--quiet=all", "--seccomp-bpf", "--trace=socket,openat", "--output"]);
    command.arg(log).arg("--");
    command
}

/// Lines of the log that make a socket of the internet.
fn internet_sockets(log: &Path) -> Vec<String> {
    let log = fs::read_to_string(log).unwrap();
    log.lines().filter(|line| line.contains("socket(AF_INET")).map(str::to_owned).collect()
}

/// Waits for `seen`; says what was waited for when it does not come.
fn until(what: &str, mut seen: impl FnMut() -> bool) {
    let start = Instant::now();
    while !seen() {
        assert!(start.elapsed() < PATIENCE, "waited for {what}");
        sleep(Duration::from_millis(50));
    }
}

/// Ends what it holds, by its id, when the test ends.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A screen of its own. Its number comes from the server, so that two tests never share one.
fn screen(folder: &Path) -> (Running, String) {
    let number = folder.join("display");
    let file = fs::File::create(&number).unwrap();
    let server = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"])
        .stdout(file)
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb is needed: apt-get install xvfb");
    let server = Running(server);
    until("the screen", || fs::read_to_string(&number).is_ok_and(|text| text.ends_with('\n')));
    let display = format!(":{}", fs::read_to_string(&number).unwrap().trim());
    (server, display)
}

#[test]
fn the_log_sees_a_socket_of_the_internet() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let ran = watched(&log)
        .args(["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9"])
        .stderr(Stdio::null())
        .status()
        .expect("unshare and strace are needed: apt-get install util-linux strace");
    assert!(!ran.success(), "there is no network to connect to");
    assert_eq!(internet_sockets(&log).len(), 1, "this test could not fail if the log saw nothing");
}

#[test]
fn the_window_opens_no_socket_of_the_internet() {
    let folder = tempfile::tempdir().unwrap();
    let (_screen, display) = screen(folder.path());
    let log = folder.path().join("log");
    let said = fs::File::create(folder.path().join("said")).unwrap();
    let started = watched(&log)
        .arg(built("subpoena-desk"))
        .env("DISPLAY", &display)
        .env_remove("WAYLAND_DISPLAY")
        .env("HOME", folder.path())
        .env("SUBPOENA_DESK_STATE", folder.path().join("state"))
        .env("NO_AT_BRIDGE", "1")
        // No bus is started for it, which would outlive the test.
        .env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", folder.path().join("no-bus").display()))
        .stderr(said)
        .spawn()
        .unwrap();
    let mut program = Running(started);
    let words = |program: &mut Running| {
        let ended = program.0.try_wait().unwrap();
        format!("{ended:?} {}", fs::read_to_string(folder.path().join("said")).unwrap())
    };
    // The page's first call reads the list of recent registers: page, commands and desk all work.
    until("the page's first call", || {
        if program.0.try_wait().unwrap().is_some() {
            panic!("the window closed by itself: {}", words(&mut program));
        }
        fs::read_to_string(&log).is_ok_and(|log| log.contains("registers.json"))
    });
    let xdotool = |args: &[&str]| Command::new("xdotool").args(args).env("DISPLAY", &display).output().unwrap();
    let found = xdotool(&["search", "--onlyvisible", "--name", "^Subpoena Desk$"]);
    assert!(!found.stdout.is_empty(), "a window with the fixed title");
    // Whatever a page does by itself a moment after it was drawn.
    sleep(Duration::from_secs(3));
    // strace took the place of unshare, so that the program is its only child.
    let children = format!("/proc/{0}/task/{0}/children", program.0.id());
    let window_process = fs::read_to_string(children).unwrap();
    let window_process = window_process.split_whitespace().next().expect("the program still runs").to_owned();
    assert!(Command::new("kill").arg(&window_process).status().unwrap().success());
    let process = Path::new("/proc").join(&window_process);
    until("the program to end", || !process.exists());
    assert_eq!(internet_sockets(&log), Vec::<String>::new());
    assert!(fs::read_to_string(&log).unwrap().contains("WebKit"), "the log followed the page's own process");
}

#[test]
fn the_command_line_opens_no_socket_of_the_internet() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let ran = watched(&log)
        .arg(built("desk"))
        .args(["--json", "sample"])
        .arg(folder.path().join("sample"))
        .env("SUBPOENA_DESK_STATE", folder.path().join("state"))
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stdout));
    assert!(fs::read_to_string(&log).unwrap().contains("register.db"), "the log saw the register");
    assert_eq!(internet_sockets(&log), Vec::<String>::new());
}
