//! What a sentence for people looks like, told from the names and codes of a program.

/// Words by which a text is known to be SQL.
const SQL: &[&str] = &[
    "ALTER", "AND", "ASC", "ATTACH", "BETWEEN", "CREATE", "DELETE", "DESC", "DETACH", "DROP",
    "FROM", "INSERT", "LIMIT", "NOT", "NULL", "ORDER", "PRAGMA", "SELECT", "SET", "UPDATE",
    "VACUUM", "VALUES", "WHERE",
];

/// Two words beside each other, one word beside what is put in, or one that begins and ends like a
/// sentence.
pub(super) fn is_sentence(text: &str) -> bool {
    let is_sql = |word| SQL.contains(&word);
    if text
        .split(|letter: char| !letter.is_alphanumeric())
        .any(is_sql)
    {
        return false;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let beside = words.windows(2).any(|pair| match pair {
        [before, after] => {
            let before = before.trim_end_matches([',', ':', ';', '.']);
            (is_word(before) || is_put_in(before)) && is_word(after)
                || is_word(before) && is_put_in(after)
        }
        _ => false,
    });
    let alone = words.len() == 1
        && is_word(text)
        && text.chars().skip(1).any(char::is_lowercase)
        && (text.starts_with(char::is_uppercase) || text.ends_with(['.', '!', '?', '…']));
    beside || alone
}

/// Letters of any script, two or more, as they stand in a sentence.
fn is_word(text: &str) -> bool {
    let text = text
        .trim_start_matches(['(', '"', '“', '\''])
        .trim_end_matches(['.', ',', ':', ';', '!', '?', '…', ')', '"', '”', '\'']);
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    letters >= 2
        && text
            .chars()
            .all(|letter| letter.is_alphabetic() || matches!(letter, '\'' | '’' | '-'))
}

/// `{name}`, as a format has it.
fn is_put_in(text: &str) -> bool {
    text.starts_with('{')
        && text
            .trim_end_matches(['.', ',', ':', ';', ')'])
            .ends_with('}')
}
