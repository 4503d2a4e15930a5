//! How many pixels make an inch: a line in the head of PNG and JPEG, which no decoder in use here tells.

/// Across and down; none where the file does not say it, or says nonsense.
pub(super) fn of(bytes: &[u8]) -> Option<(f32, f32)> {
    let said = png(bytes).or_else(|| jpeg(bytes))?;
    sound(said)
}

/// Below 20 it is a proportion or a mistake, above 5,000 nothing that anybody scans.
pub(super) fn sound((across, down): (f32, f32)) -> Option<(f32, f32)> {
    let holds = |density: f32| (20.0..=5_000.0).contains(&density);
    (holds(across) && holds(down)).then_some((across, down))
}

/// The chunk `pHYs`: pixels to the metre.
fn png(bytes: &[u8]) -> Option<(f32, f32)> {
    let mut rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    loop {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (name, after) = after.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        match name {
            b"pHYs" => {
                let (across, after) = after.split_first_chunk::<4>()?;
                let (down, after) = after.split_first_chunk::<4>()?;
                let inch = |metre: &[u8; 4]| u32::from_be_bytes(*metre) as f32 * 0.0254;
                return (after.first() == Some(&1)).then(|| (inch(across), inch(down)));
            }
            b"IDAT" => return None,
            _ => rest = after.get(length.checked_add(4)?..)?,
        }
    }
}

/// The head of JFIF: in inches or centimetres.
fn jpeg(bytes: &[u8]) -> Option<(f32, f32)> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let [0xff, kind, high, low, after @ ..] = rest else { return None };
        let length = usize::from(u16::from_be_bytes([*high, *low])).checked_sub(2)?;
        match kind {
            0xe0 => {
                let [unit, across @ ..] = after.strip_prefix(b"JFIF\0")?.get(2..7)? else { return None };
                let [a, b, c, d] = across else { return None };
                let number = |high: u8, low: u8| f32::from(u16::from_be_bytes([high, low]));
                let inch = match unit {
                    1 => 1.0,
                    2 => 2.54,
                    _ => return None,
                };
                return Some((number(*a, *b) * inch, number(*c, *d) * inch));
            }
            0xe1..=0xef | 0xfe => rest = after.get(length..)?,
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn density_is_read_from_either_head() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x01junkx\0\0\0\0\0\0\0\x09pHYs\0\0\x2e\x23\0\0\x2e\x23\x01";
        let (across, down) = of(png).unwrap();
        assert!((across - 300.0).abs() < 0.1 && (down - 300.0).abs() < 0.1, "{across}");
        let jpeg = b"\xff\xd8\xff\xe1\0\x03x\xff\xe0\0\x10JFIF\0\x01\x01\x01\0\xcc\0\x62\0\0";
        assert_eq!(of(jpeg), Some((204.0, 98.0)));
        let proportion = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0";
        assert_eq!(of(proportion), None);
        assert_eq!(of(b"\xff\xd8\xff\xe0\0\0"), None);
    }
}
