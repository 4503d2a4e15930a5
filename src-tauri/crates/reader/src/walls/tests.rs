//! Landlock alone, on a thread of its own: the probe cannot show it, because seccomp answers before it.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::net::{TcpListener, TcpStream};
use std::thread;

use super::files::deny_all;

#[test]
fn landlock_alone_denies_files_and_ports() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper");
    fs::write(&path, b"x").unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap();
    assert!(TcpStream::connect(port).is_ok());
    let behind = {
        let path = path.clone();
        thread::spawn(move || {
            deny_all().unwrap();
            let kinds = [
                File::open(&path).map(drop),
                fs::write(&path, b"y"),
                fs::write(path.with_extension("new"), b"y"),
                fs::remove_file(&path),
                fs::read_dir("/").map(drop),
                TcpStream::connect(port).map(drop),
                TcpListener::bind("127.0.0.1:0").map(drop),
            ];
            kinds.map(|kind| kind.map_err(|fault| fault.kind()))
        })
    };
    for (at, kind) in behind.join().unwrap().into_iter().enumerate() {
        assert_eq!(kind, Err(ErrorKind::PermissionDenied), "{at}");
    }
    assert_eq!(fs::read(&path).unwrap(), b"x", "other threads go on as before");
}
