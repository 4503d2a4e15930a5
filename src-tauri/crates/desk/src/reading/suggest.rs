//! What a paper seems to be and what seems to stand in it, from the words of its pages. Offered, never applied.

use std::sync::atomic::Ordering;

use contract::{Fault, SuggestionsLook, SuggestionsRequest, Unreadable};
use reader::recognise::{MOST_PAGES, Patterns, suggest};

use crate::Desk;

impl Desk {
    pub(crate) fn suggest(&self, request: &SuggestionsRequest) -> Result<SuggestionsLook, Fault> {
        let unreadable = |why| Ok(SuggestionsLook::Unreadable { why });
        let most = u32::try_from(MOST_PAGES).unwrap_or(u32::MAX);
        let pictures = match self.pictures_of(&request.paper, most)? {
            Ok(pictures) => pictures,
            Err(why) => return unreadable(why),
        };
        let mut job = self.job(&request.op.to_string(), "read", Some(pictures.len() as u64));
        let stop = job.stop();
        if let Some(canceller) = self.room.canceller(&request.paper) {
            job.cancels(canceller);
        }
        let (mut pages, mut unread) = (Vec::new(), 0_u32);
        for (number, picture) in (0_u32..).zip(pictures) {
            if stop.load(Ordering::Relaxed) {
                return unreadable(Unreadable::Stopped);
            }
            match self.all_words(&job, &request.paper, number, picture)? {
                Ok(words) => {
                    unread = unread.saturating_add(u32::from(words.unread));
                    pages.push((*words.text).clone());
                }
                Err(Unreadable::Stopped) => return unreadable(Unreadable::Stopped),
                // One page that brings the reader down does not take the others with it.
                Err(_) => unread = unread.saturating_add(1),
            }
            job.at(u64::from(number).saturating_add(1));
        }
        Ok(SuggestionsLook::Read {
            suggestions: suggest(&pages, &Patterns::of(&self.started()?.settings()?.identifier_patterns)),
            pages: u32::try_from(pages.len()).unwrap_or(u32::MAX),
            unread,
        })
    }
}
