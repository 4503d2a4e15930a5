//! Opening, and the ways in which that fails.

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use reader::paper::most;
use reader::talk::Refusal;

use super::Document;
use crate::paper::PaperBytes;

pub(super) fn open(bytes: &PaperBytes, password: Option<&str>) -> Result<Document, Refusal> {
    // An empty password is what every reader tries first: most encrypted papers only forbid printing.
    let opened = Pdf::new_with_password(bytes.clone(), password.unwrap_or_default());
    let pdf = opened.map_err(|fault| match fault {
        LoadPdfError::Invalid => Refusal::Damaged,
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => match password {
            None => Refusal::PasswordNeeded,
            Some(_) => Refusal::PasswordWrong,
        },
        LoadPdfError::Decryption(_) => Refusal::EncryptionUnknown,
    })?;
    match pdf.pages().len() {
        0 => Err(Refusal::NoPages),
        1..=most::PAGES => Ok(Document { encrypted: is_encrypted(bytes.as_ref()), pdf }),
        _ => Err(Refusal::TooManyPages),
    }
}

/// Whether a trailer names an encryption. Trailers are never compressed or encrypted themselves.
fn is_encrypted(bytes: &[u8]) -> bool {
    const NAME: &[u8] = b"/Encrypt";
    bytes
        .windows(NAME.len() + 1)
        .any(|part| part.starts_with(NAME) && part.last().is_some_and(|next| !next.is_ascii_alphanumeric()))
}
