//! How long a busy server wants to be left alone, whatever it writes there.

use std::time::Duration;

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};
use jiff::Timestamp;
use jiff::fmt::rfc2822;

/// The shortest wait.
const SHORTEST: Duration = Duration::from_secs(1);
/// The longest: a server that says *next year* is asked again within the hour.
const LONGEST: Duration = Duration::from_secs(3600);
/// Where the server says nothing that can be read.
const UNSAID: Duration = Duration::from_secs(10);

/// The same wish under the names that other servers have for it, in seconds.
const OTHER_NAMES: [&str; 3] = ["ratelimit-reset", "x-ratelimit-reset", "x-rate-limit-reset"];

/// A number above this is a moment (seconds since 1970), not a duration.
const MOMENT: i64 = 1_000_000_000;

/// Reads the wait that an answer asks for: from 1 s to 1 h.
pub(crate) fn wait(headers: &HeaderMap) -> Duration {
    let named = std::iter::once(RETRY_AFTER.as_str()).chain(OTHER_NAMES);
    let said = named
        .filter_map(|name| headers.get(name))
        .find_map(|value| {
            let text = value.to_str().ok()?.trim();
            seconds(text, server_time(headers))
        });
    match said {
        Some(seconds) => {
            Duration::from_secs(u64::try_from(seconds).unwrap_or(0)).clamp(SHORTEST, LONGEST)
        }
        None => UNSAID,
    }
}

/// The server's own time in an answer (RFC 9110, section 6.6.1).
pub(crate) fn server_time(headers: &HeaderMap) -> Option<Timestamp> {
    moment(headers.get(DATE)?.to_str().ok()?)
}

/// Seconds from the server's now. A date is judged by the server's own clock, never by ours.
fn seconds(text: &str, now: Option<Timestamp>) -> Option<i64> {
    match text.parse::<f64>() {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a float beyond the range saturates"
        )]
        Ok(number) if number.is_finite() => match number.ceil() as i64 {
            moment if moment > MOMENT => Some(now.map_or(moment, |now| moment - now.as_second())),
            seconds => Some(seconds),
        },
        Ok(_) => None,
        Err(_) => Some(moment(text)?.as_second() - now?.as_second()),
    }
}

/// Reads an HTTP date (RFC 9110, section 5.6.7) in the form that is in use.
fn moment(text: &str) -> Option<Timestamp> {
    rfc2822::DateTimeParser::new().parse_timestamp(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(name: &'static str, value: &'static str) -> u64 {
        let mut headers = HeaderMap::new();
        headers.insert(DATE, "Wed, 21 Oct 2026 07:28:00 GMT".parse().unwrap());
        headers.insert(name, value.parse().unwrap());
        wait(&headers).as_secs()
    }

    #[test]
    fn every_wish_is_clamped_from_a_second_to_an_hour() {
        for (value, seconds) in [
            ("0", 1),
            ("-1", 1),
            ("7", 7),
            ("0.5", 1),
            ("1000000000", 3600),
            ("99999999999999999999", 3600),
            ("Fri, 31 Dec 1999 23:59:59 GMT", 1),
            ("Wed, 21 Oct 2026 07:29:30 GMT", 90),
            ("Wed, 21 Oct 2099 07:29:30 GMT", 3600),
            ("soon", 10),
            ("", 10),
            ("NaN", 10),
        ] {
            assert_eq!(waits("retry-after", value), seconds, "Retry-After: {value}");
        }
    }

    #[test]
    fn the_header_may_have_another_name() {
        assert_eq!(waits("x-ratelimit-reset", "5"), 5);
        assert_eq!(waits("ratelimit-reset", "5"), 5);
        assert_eq!(
            waits("x-rate-limit-reset", "1792567710"),
            30,
            "a moment, by the server's clock"
        );
        assert_eq!(wait(&HeaderMap::new()).as_secs(), 10, "no header at all");
    }

    #[test]
    fn our_own_clock_has_no_say() {
        let mut headers = HeaderMap::new();
        headers.insert(
            RETRY_AFTER,
            "Wed, 21 Oct 2026 07:29:30 GMT".parse().unwrap(),
        );
        assert_eq!(
            wait(&headers).as_secs(),
            10,
            "a date without the server's own time says nothing"
        );
    }
}
