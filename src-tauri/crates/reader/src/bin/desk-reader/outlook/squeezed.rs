//! RTF as Outlook packs it (MS-OXRTFCP): references into a ring of 4,096 bytes that begins filled with usual words. The one
//! crate that does this takes as much memory as the paper says before it has read anything, and panics on short input.

const RING: usize = 4_096;
const USUAL: &[u8] =
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \
    \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \
    \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
/// Of text that somebody wrote; a reference makes at most nine times as much of what it takes.
const MOST: usize = 64 * 1024 * 1024;

/// Unpacked; as far as it goes where it is cut off. None if it is no such thing.
pub(super) fn undo(packed: &[u8]) -> Option<Vec<u8>> {
    let body = packed.get(16..)?;
    match packed.get(8..12)? {
        b"MELA" => Some(body.to_vec()),
        b"LZFu" => Some(unpack(body)),
        _ => None,
    }
}

fn unpack(body: &[u8]) -> Vec<u8> {
    let mut ring = [b' '; RING];
    ring.iter_mut().zip(USUAL).for_each(|(to, from)| *to = *from);
    let mut at = USUAL.len();
    let mut out = Vec::new();
    let mut put = |byte: u8, at: &mut usize, ring: &mut [u8; RING]| {
        out.push(byte);
        if let Some(place) = ring.get_mut(*at) {
            *place = byte;
        }
        *at = (*at + 1) % RING;
        out.len() < MOST
    };
    let mut bytes = body.iter().copied();
    while let Some(kinds) = bytes.next() {
        for bit in 0..8 {
            if kinds >> bit & 1 == 0 {
                let Some(byte) = bytes.next() else { return out };
                if !put(byte, &mut at, &mut ring) {
                    return out;
                }
                continue;
            }
            let (Some(high), Some(low)) = (bytes.next(), bytes.next()) else { return out };
            let reference = usize::from(u16::from_be_bytes([high, low]));
            let (from, length) = (reference >> 4, (reference & 0xf) + 2);
            // It refers to where the next byte goes: the end.
            if from == at {
                return out;
            }
            for step in 0..length {
                let byte = ring.get((from + step) % RING).copied().unwrap_or_default();
                if !put(byte, &mut at, &mut ring) {
                    return out;
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::undo;

    /// The example of the specification, section 4.1.1.
    #[test]
    fn the_example_of_the_specification() {
        let packed = b"\x2d\x00\x00\x00\x2b\x00\x00\x00LZFu\xf1\xc5\xc7\xa7\x03\x00\x0a\x00rcpg125B2\n\xf3 hel\t\x00 bw\x05\xb0ld}\n\x80\x0f\xa0";
        assert_eq!(undo(packed).unwrap(), b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
    }

    #[test]
    fn nothing_odd_stops_it() {
        assert!(undo(b"").is_none() && undo(&[0; 16]).is_none());
        assert!(undo(b"\0\0\0\0\xff\xff\xff\xffLZFu\0\0\0\0\xff\xff").unwrap().is_empty());
    }
}
