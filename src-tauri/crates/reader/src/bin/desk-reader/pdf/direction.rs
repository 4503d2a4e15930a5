//! Scripts that are read from right to left. A PDF has their characters where they stand; read, they come the other way
//! round.

use super::words::Word;

/// Puts the words of a line into the order in which they are read, and the characters of each.
pub(super) fn as_read(words: &mut [Word]) {
    let mut leftward = 0;
    for word in words.iter_mut().filter(|word| is_leftward(word)) {
        leftward += 1;
        // Some papers draw them as they are read, others as they stand.
        word.letters.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        word.leftward = true;
    }
    if leftward * 2 > words.len() {
        words.reverse();
    }
}

fn is_leftward(word: &Word) -> bool {
    let letters = word.letters.iter().filter(|(letter, _)| letter.is_alphabetic());
    let (mut all, mut leftward) = (0, 0);
    for (letter, _) in letters {
        all += 1;
        leftward += usize::from(matches!(
            letter,
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        ));
    }
    leftward * 2 > all
}
