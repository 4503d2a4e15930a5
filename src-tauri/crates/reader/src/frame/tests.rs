use std::io::{self, Read};

use super::{FrameFault, Kind, read, write};

fn framed(kind: Kind, body: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    write(&mut out, kind, body).unwrap();
    out
}

#[test]
fn a_frame_comes_back_whole() {
    for body in [&b""[..], b"x", &vec![7; 300_000]] {
        let out = framed(Kind::Answer, body);
        assert_eq!(read(&mut out.as_slice(), Kind::Answer).unwrap(), body);
    }
}

#[test]
fn frames_follow_each_other_and_then_the_pipe_is_closed() {
    let mut out = framed(Kind::Paper, b"one");
    out.extend(framed(Kind::Ask, b"two"));
    let mut pipe = out.as_slice();
    assert_eq!(read(&mut pipe, Kind::Paper).unwrap(), b"one");
    assert_eq!(read(&mut pipe, Kind::Ask).unwrap(), b"two");
    assert!(matches!(read(&mut pipe, Kind::Ask), Err(FrameFault::Ended)));
}

#[test]
fn what_is_not_due_or_not_ours_is_refused() {
    let good = framed(Kind::Answer, b"{}");
    assert!(matches!(read(&mut good.as_slice(), Kind::Picture), Err(FrameFault::NotDue(3))));
    for (at, check) in [(0, "mark"), (1, "mark"), (2, "version")] {
        let mut bad = good.clone();
        bad[at] ^= 0xff;
        let fault = read(&mut bad.as_slice(), Kind::Answer).unwrap_err();
        let right = if check == "mark" {
            matches!(fault, FrameFault::NotAFrame)
        } else {
            matches!(fault, FrameFault::Version(_))
        };
        assert!(right, "{fault}");
    }
}

#[test]
fn every_cut_is_noticed() {
    let whole = framed(Kind::Answer, b"some words");
    for length in 1..whole.len() {
        let fault = read(&mut &whole[..length], Kind::Answer).unwrap_err();
        assert!(matches!(fault, FrameFault::Cut), "cut at {length}: {fault}");
    }
}

#[test]
fn a_length_beyond_the_limit_is_refused_on_both_sides() {
    let most = u32::try_from(Kind::Ask.most()).unwrap();
    let mut lie = framed(Kind::Ask, b"");
    lie.splice(4..8, (most + 1).to_le_bytes());
    assert!(matches!(read(&mut lie.as_slice(), Kind::Ask), Err(FrameFault::TooLong(_))));
    assert!(matches!(write(&mut io::sink(), Kind::Ask, &vec![0; Kind::Ask.most() + 1]), Err(FrameFault::TooLong(_))));
}

/// A header that promises 64 MiB and then says nothing more must not make the other side take 64 MiB.
#[test]
fn a_promise_takes_no_memory() {
    struct Promise(Vec<u8>, usize);
    impl Read for Promise {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            self.1 = self.1.max(to.len());
            let count = to.len().min(self.0.len());
            to[..count].copy_from_slice(&self.0[..count]);
            self.0.drain(..count);
            Ok(count)
        }
    }
    let mut header = framed(Kind::Picture, b"");
    header.splice(4..8, u32::try_from(Kind::Picture.most()).unwrap().to_le_bytes());
    let mut pipe = Promise(header, 0);
    assert!(matches!(read(&mut pipe, Kind::Picture), Err(FrameFault::Cut)));
    assert!(pipe.1 <= 128 * 1024, "asked for {} bytes at once", pipe.1);
}

/// Whatever comes, it is a frame or a fault, and never more than was sent.
#[test]
fn noise_is_a_frame_or_a_fault() {
    let mut state = 0x5eed_u64;
    let mut chance = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    };
    let (mut frames, mut faults) = (0, 0);
    for round in 0..20_000 {
        let mut noise = framed(Kind::Ask, &vec![7; round % 40]);
        for _ in 0..=chance() % 4 {
            let at = usize::from(chance()) % noise.len();
            noise[at] = chance();
        }
        match read(&mut noise.as_slice(), Kind::Ask) {
            Ok(body) => {
                frames += 1;
                assert!(body.len() <= noise.len());
            }
            Err(_) => faults += 1,
        }
    }
    assert!(frames > 1_000 && faults > 1_000, "{frames} frames, {faults} faults");
}
