//! Bytes of a file as text, whatever program wrote them.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// What a file says, with every line ended by `\n`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text, without the mark of its encoding.
    pub(super) text: String,
    /// The encoding's name, as the Encoding Standard writes it.
    pub(super) encoding: &'static str,
}

/// As many bytes tell whether every second one is zero.
const LOOKED_AT: usize = 1_024;

/// Reads the bytes: by the mark at their beginning, else as UTF-16 or UTF-8 if they can be, else in
/// the older encoding that fits best. What can't be read becomes U+FFFD, and is refused where it
/// matters.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, bytes.get(mark..).unwrap_or_default()),
        None => (unmarked(bytes), bytes),
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Decoded {
        text: with_plain_line_ends(&text),
        encoding: encoding.name(),
    }
}

/// The text with every line ended by `\n`.
pub(super) fn with_plain_line_ends(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn unmarked(bytes: &[u8]) -> &'static Encoding {
    let beginning = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let zeros = |odd: usize| {
        let places = beginning.iter().skip(odd).step_by(2);
        places.filter(|byte| **byte == 0).count() * 4 > beginning.len()
    };
    // Most of an address is ASCII, so of its two bytes one is zero.
    if zeros(1) {
        return UTF_16LE;
    }
    if zeros(0) {
        return UTF_16BE;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn the_same_list_is_read_from_every_usual_encoding() {
        let list = "name;email\nZoë Ångström;zoe@example.com\n";
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        let (western, _, _) = encoding_rs::WINDOWS_1252.encode(list);
        for (bytes, encoding) in [
            (list.as_bytes().to_vec(), "UTF-8"),
            (marked(b"\xef\xbb\xbf", list.as_bytes().to_vec()), "UTF-8"),
            (utf16(list, u16::to_le_bytes), "UTF-16LE"),
            (utf16(list, u16::to_be_bytes), "UTF-16BE"),
            (
                marked(b"\xff\xfe", utf16(list, u16::to_le_bytes)),
                "UTF-16LE",
            ),
            (
                marked(b"\xfe\xff", utf16(list, u16::to_be_bytes)),
                "UTF-16BE",
            ),
            (western.into_owned(), "windows-1252"),
        ] {
            let read = decode(&bytes);
            assert_eq!(
                (read.text.as_str(), read.encoding),
                (list, encoding),
                "no letter is lost"
            );
        }
    }

    #[test]
    fn lines_end_in_one_way_however_they_were_ended() {
        assert_eq!(
            decode(b"a\r\nb\rc\nd").text,
            "a\nb\nc\nd",
            "mixed ends are ends"
        );
    }

    #[test]
    fn bytes_that_are_no_text_are_read_without_a_panic() {
        for bytes in [
            &b""[..],
            b"\xff",
            b"\xff\xfe\x00",
            b"\x00\x00\x00",
            b"\xef\xbb\xbf",
        ] {
            let _ = decode(bytes);
        }
        assert!(
            decode(b"\xff\xfe\x00").text.contains('\u{fffd}'),
            "half a character is shown as one that could not be read"
        );
    }
}
