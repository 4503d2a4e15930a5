//! What a reader would do that was taken over. Test-only: it raises the same walls as `desk-reader` and then tries them.
//! What it tries is told by the name it is started under, so that it can stand in for the reader as it is.

#![expect(clippy::panic, clippy::print_stdout, reason = "a probe says what it found, and may stop where it stands")]

use std::fs::{self, File};
use std::io::{BufReader, ErrorKind, Read, Write, stdin, stdout};
use std::net::{TcpStream, UdpSocket};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::time::Duration;
use std::{env, hint, process, thread};

use nix::sys::{ptrace, signal};
use nix::unistd::Pid;
use reader::frame::{self, Kind};
use reader::ocr::EXIT_NO_ENGINE;
use reader::process::{Launcher, Outcome, Reading};
use reader::talk::EXIT_NO_WALLS;
use reader::walls::{self, Limits, Program};

fn main() -> ExitCode {
    let mut words = env::args();
    let name = words.next().unwrap_or_default();
    let name = Path::new(&name).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let words: Vec<String> = words.collect();
    match name.as_str() {
        "desk" => return desk(&words),
        "patron" => return patron(&words),
        "no-walls" => return ExitCode::from(EXIT_NO_WALLS),
        "no-engine" => return ExitCode::from(EXIT_NO_ENGINE),
        // What it became: the walls stand already.
        "try-as-program" => return as_program(&words),
        "spin-as-program" => spin(),
        "hoard-as-program" => {
            hoard();
            return ExitCode::SUCCESS;
        }
        _ => {}
    }
    let Some(parent) = words.get(1).and_then(|word| word.parse().ok()) else {
        return ExitCode::from(64);
    };
    if let Some(next) = name.strip_prefix("become-") {
        return becoming(next, parent);
    }
    let mut limits = Limits::PAPER;
    if name == "spin-briefly" {
        limits.seconds = 1;
    }
    match walls::enter(limits, parent, move || behind(&name, parent)) {
        Ok(code) => code,
        Err(walls::WallFault::Panicked) => ExitCode::FAILURE,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::from(EXIT_NO_WALLS)
        }
    }
}

fn behind(name: &str, parent: u32) -> ExitCode {
    match name {
        "try-everything" => try_everything(parent),
        "spin" => spin(),
        "flood" => babble(&[b'\n'; 4096]),
        "lying-table" => {
            println!("level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext");
            println!("5\t1\t1\t1\t1\t1\t4000000000\t0\t10\t10\t99\tword");
            return ExitCode::SUCCESS;
        }
        _ => {}
    }
    // From here on it has been given a paper and asked to open it, like the reader.
    let mut from = BufReader::new(stdin());
    let mut to = stdout();
    if frame::read(&mut from, Kind::Paper).is_err() || frame::read(&mut from, Kind::Ask).is_err() {
        return ExitCode::from(64);
    }
    let mut answer = |json: &str| drop(frame::write(&mut to, Kind::Answer, json.as_bytes()));
    match name {
        "spin-briefly" | "spin-long" => spin(),
        "gluttony" => hoard(),
        "depth" => println!("{}", deeper(1)),
        "leave" => return ExitCode::from(3),
        "panic" => panic!("words of the paper"),
        "babble" => babble(&[0; 4096]),
        "boast" => babble(&[b'S', b'D', frame::VERSION, 3, 0xff, 0xff, 0xff, 0xff]),
        "rant" => loop {
            eprint!("{}", "no, no, no! ".repeat(64));
        },
        "nonsense" => answer("{\"opened\":"),
        "many-pages" => answer("{\"opened\":{\"pages\":4000000000}}"),
        "nested" => answer(&"[".repeat(1_000_000)),
        "wrong-page" | "wrong-picture" => {
            answer("{\"opened\":{\"pages\":1}}");
            drop(frame::read(&mut from, Kind::Ask));
            if name == "wrong-page" {
                answer("{\"pageText\":{\"page\":7,\"width\":1,\"height\":1,\"lines\":[],\"cut\":false}}");
            } else {
                answer("{\"pageImage\":{\"width\":9,\"height\":9,\"scale\":1}}");
                drop(frame::write(&mut to, Kind::Picture, b"\x89PNG\r\n\x1a\nnot a picture at all"));
            }
        }
        _ => return ExitCode::from(64),
    }
    // It stays, to be ended.
    loop {
        thread::sleep(Duration::from_secs(1));
    }
}

/// Becomes the program beside this one that has this name, as the reader becomes the engine.
fn becoming(next: &str, parent: u32) -> ExitCode {
    let (Ok(this), Some(beside)) = (env::current_exe(), env::args().next()) else { return ExitCode::from(64) };
    let libraries = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache"].map(Into::into);
    let program = Program {
        path: Path::new(&beside).with_file_name(next),
        words: vec![parent.to_string().into()],
        environment: vec![("WHO", "nobody")],
        readable: libraries.into_iter().chain([this]).collect(),
    };
    let limits = Limits { seconds: 1, ..Limits::RECOGNITION };
    eprintln!("{}", walls::become_program(limits, parent, &program));
    ExitCode::from(EXIT_NO_WALLS)
}

fn tell(what: &str, how: Result<(), ErrorKind>) {
    println!("{what}: {how:?}");
}

/// Tries what a program behind walls cannot do, and what it can.
fn as_program(words: &[String]) -> ExitCode {
    let Some(parent) = words.first().and_then(|word| word.parse().ok()) else { return ExitCode::from(64) };
    try_everything(parent);
    let io = |how: std::io::Result<()>| how.map_err(|fault| fault.kind());
    tell("become another program", io(Err(Command::new("/bin/true").exec())));
    tell("open a library", io(File::open("/etc/ld.so.cache").map(drop)));
    tell("write into a library", io(File::options().append(true).open("/etc/ld.so.cache").map(drop)));
    println!("environment: {:?}", env::vars().collect::<Vec<_>>());
    ExitCode::SUCCESS
}

/// Tries each wall and says how it stood.
fn try_everything(parent: u32) {
    let io = |how: std::io::Result<()>| how.map_err(|fault| fault.kind());
    let nix = |how: nix::Result<()>| how.map_err(|fault| std::io::Error::from(fault).kind());
    tell("read a file", io(File::open("/etc/passwd").map(drop)));
    tell("read its own program", io(File::open("/proc/self/exe").map(drop)));
    tell("write a file", io(fs::write(env::temp_dir().join("desk-reader-was-here"), b"x")));
    tell("list a folder", io(fs::read_dir("/").map(drop)));
    tell("ask about a file", io(fs::metadata("/etc/passwd").map(drop)));
    tell("delete a file", io(fs::remove_file("/etc/passwd-not-there")));
    tell("connect by TCP", io(TcpStream::connect("127.0.0.1:1").map(drop)));
    tell("connect to a local socket", io(UnixStream::connect("/run/dbus/system_bus_socket").map(drop)));
    tell("send by UDP", io(UdpSocket::bind("127.0.0.1:0").map(drop)));
    tell("start a program", io(Command::new("/bin/true").spawn().map(drop)));
    tell("start a thread", io(thread::Builder::new().spawn(|| ()).map(drop)));
    let parent = Pid::from_raw(i32::try_from(parent).unwrap_or(i32::MAX));
    tell("trace the parent", nix(ptrace::attach(parent)));
    tell("kill the parent", nix(signal::kill(parent, signal::Signal::SIGKILL)));
    tell("signal the group", nix(signal::killpg(parent, signal::Signal::SIGTERM)));
    tell("duplicate a pipe", io(stdout().as_fd().try_clone_to_owned().map(drop)));
    tell("four gibibytes", Vec::<u8>::new().try_reserve_exact(4 << 30).map_err(|_| ErrorKind::OutOfMemory));
    tell("half a gibibyte", Vec::<u8>::new().try_reserve_exact(1 << 29).map_err(|_| ErrorKind::OutOfMemory));
    tell("code of its own", io(executable()));
}

/// Makes memory that it wrote executable.
fn executable() -> std::io::Result<()> {
    memmap2::MmapMut::map_anon(4096)?.make_exec().map(drop)
}

fn spin() -> ! {
    loop {
        hint::spin_loop();
    }
}

/// Asks without end and does not touch what it gets: the wall is about what is asked for, and on a busy machine the
/// touching would reach the limit on processor time first.
fn hoard() {
    let mut all: Vec<Vec<u8>> = Vec::new();
    loop {
        all.push(hint::black_box(Vec::with_capacity(16 << 20)));
    }
}

#[expect(unconditional_recursion, reason = "that is what is tried")]
fn deeper(depth: u64) -> u64 {
    let room = hint::black_box([depth; 64]);
    deeper(depth + 1) + room.iter().sum::<u64>()
}

fn babble(what: &[u8]) {
    let mut to = stdout();
    while to.write_all(what).is_ok() {}
}

/// Stands for a desk: opens a paper with the reader at the first path, says the reader's number, and waits to be killed.
fn desk(words: &[String]) -> ExitCode {
    let (Some(program), Some(paper)) = (words.first(), words.get(1)) else { return ExitCode::from(64) };
    let Ok(bytes) = fs::read(paper) else { return ExitCode::from(66) };
    let mut reading = Reading::of(&Launcher::at(Path::new(program)), Arc::from(bytes));
    match reading.open(None) {
        Ok(Outcome::Read(_)) => println!("{}", reading.reader().unwrap_or_default()),
        other => println!("{other:?}"),
    }
    drop(stdin().read(&mut [0]));
    ExitCode::SUCCESS
}

/// Stands for a desk whose reader is busy and does not look at its pipes.
fn patron(words: &[String]) -> ExitCode {
    let Some(program) = words.first() else { return ExitCode::from(64) };
    let started = Command::new(program).arg("--parent").arg(process::id().to_string()).spawn();
    println!("{}", started.map_or(0, |child| child.id()));
    drop(stdin().read(&mut [0]));
    ExitCode::SUCCESS
}
