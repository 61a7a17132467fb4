//! The search buffer: names and addresses of everybody, folded, one after the other.

use memchr::memmem::Finder;

use super::bits::Bits;

/// Every entry's folded name and address, each followed by a line break, which no word contains.
#[derive(Debug, Default)]
pub(crate) struct SearchText {
    text: Vec<u8>,
    /// Where each entry ends, and the next begins.
    ends: Vec<usize>,
    /// Which of a to z and 0 to 9 an entry contains: answers one letter without the buffer.
    letters: Vec<u64>,
}

impl SearchText {
    /// Appends an entry.
    pub(crate) fn push(&mut self, name_key: &str, email_key: &str) {
        let start = self.text.len();
        for part in [name_key, email_key] {
            self.text.extend_from_slice(part.as_bytes());
            self.text.push(b'\n');
        }
        let letters = self.text[start..]
            .iter()
            .fold(0, |set, byte| set | letter(*byte));
        self.letters.push(letters);
        self.ends.push(self.text.len());
    }

    /// How many entries.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// An entry's text.
    fn entry(&self, entry: usize) -> &[u8] {
        let start = if entry == 0 { 0 } else { self.ends[entry - 1] };
        &self.text[start..self.ends[entry]]
    }

    /// An entry's folded name and address.
    pub(crate) fn keys(&self, entry: usize) -> (&[u8], &[u8]) {
        let text = self.entry(entry);
        let name = memchr::memchr(b'\n', text).unwrap_or(text.len());
        (
            &text[..name],
            text.get(name + 1..text.len() - 1).unwrap_or_default(),
        )
    }

    /// The entries that contain every one of `words`, which must be folded.
    pub(crate) fn search(&self, words: &[&str]) -> Bits {
        // The longest word has the fewest hits; the others are looked for in these only.
        let Some((first, others)) = words.split_first() else {
            return Bits::of(self.len(), |_| true);
        };
        let mut hits = match first.as_bytes() {
            [byte] if letter(*byte) != 0 => {
                let wanted = letter(*byte);
                Bits::of(self.len(), |entry| self.letters[entry] & wanted != 0)
            }
            word => self.scan(word),
        };
        for word in others {
            let finder = Finder::new(word.as_bytes());
            hits.retain(|entry| finder.find(self.entry(entry)).is_some());
        }
        hits
    }

    /// The entries that contain a word, by one pass over the buffer.
    fn scan(&self, word: &[u8]) -> Bits {
        let mut hits = Bits::none(self.len());
        let finder = Finder::new(word);
        let (mut at, mut next) = (0, 0);
        while let Some(found) = finder.find(&self.text[at..]) {
            let entry = self.entry_at(at + found, next);
            hits.set(entry);
            at = self.ends[entry];
            next = entry + 1;
        }
        hits
    }

    /// The entry that a place in the buffer belongs to, not before `from`: mostly it is that one, or one
    /// near it.
    fn entry_at(&self, place: usize, from: usize) -> usize {
        let ends = &self.ends[from..];
        if ends.first().is_some_and(|end| place < *end) {
            return from;
        }
        let mut reach = 1;
        while reach < ends.len() && ends[reach] <= place {
            reach *= 2;
        }
        let (low, high) = (reach / 2, ends.len().min(reach + 1));
        from + low + ends[low..high].partition_point(|end| *end <= place)
    }
}

/// The bit of a letter or a digit; 0 for any other byte.
fn letter(byte: u8) -> u64 {
    match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'0'..=b'9' => 1 << (26 + byte - b'0'),
        _ => 0,
    }
}

/// The words of a folded search, the longest first, each once.
pub(crate) fn words(folded: &str) -> Vec<&str> {
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    words.sort_unstable_by(|left, right| right.len().cmp(&left.len()).then(left.cmp(right)));
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(entries: &[(&str, &str)]) -> SearchText {
        let mut text = SearchText::default();
        for (name, email) in entries {
            text.push(name, email);
        }
        text
    }

    #[test]
    fn a_hit_belongs_to_the_entry_it_lies_in() {
        let entries: Vec<(String, String)> = (0..500)
            .map(|number| (format!("n{number}x"), format!("e{number}y")))
            .collect();
        let text = text(
            &entries
                .iter()
                .map(|(n, e)| (n.as_str(), e.as_str()))
                .collect::<Vec<_>>(),
        );
        for number in 0..500 {
            assert_eq!(
                text.search(&[&format!("n{number}x")])
                    .iter()
                    .collect::<Vec<_>>(),
                [number]
            );
            assert_eq!(
                text.search(&[&format!("e{number}y")])
                    .iter()
                    .collect::<Vec<_>>(),
                [number]
            );
        }
    }

    #[test]
    fn a_word_never_spans_name_and_address() {
        let text = text(&[("ana", "bob@x"), ("bob", "ana@x")]);
        assert_eq!(text.search(&["anabob"]).count(), 0);
        assert_eq!(
            text.search(&["ana", "bob"]).count(),
            2,
            "several words, each anywhere"
        );
    }

    #[test]
    fn one_letter_answers_as_a_scan_does() {
        let text = text(&[("ana", "a@x"), ("bob", "b@x"), ("김", "k9@x")]);
        for letter in ["a", "b", "k", "9", "@", "z", "김"] {
            assert_eq!(
                text.search(&[letter]),
                text.scan(letter.as_bytes()),
                "{letter}"
            );
        }
    }
}
