//! Which characters can be seen: a name of others only is no name, and in an address they deceive.

/// Not white space, no control character, and none of those that have no width.
#[must_use]
pub fn is_visible(character: char) -> bool {
    let has_no_width = matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}');
    !character.is_whitespace() && !character.is_control() && !has_no_width
}
