//! Mails, as they arrive: fictional.

use base64::Engine as _;

/// A mail on which one file hangs.
#[must_use]
pub fn mail_with(name: &str, bytes: &[u8]) -> String {
    let packed = base64::engine::general_purpose::STANDARD.encode(bytes);
    let lines: Vec<&str> = packed.as_bytes().chunks(76).filter_map(|line| std::str::from_utf8(line).ok()).collect();
    format!(
        "From: Officer <officer@agency.example>\r\nTo: legal@platform.example\r\nSubject: SPECIMEN\r\n\
         Date: Mon, 09 Nov 2026 09:58:00 -0500\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n\
         --x\r\nContent-Type: text/plain\r\n\r\nPlease find it attached.\r\n\
         --x\r\nContent-Type: application/octet-stream; name=\"{name}\"\r\n\
         Content-Disposition: attachment; filename=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n--x--\r\n",
        lines.join("\r\n")
    )
}
