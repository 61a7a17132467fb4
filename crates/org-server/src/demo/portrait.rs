//! Portraits of people who don't exist: a head, shoulders and a background, in colours of their own.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};
use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;

/// Width and height, in pixels.
const SIDE: u32 = 128;

/// Draws the portrait with this number as PNG; `None` if it could not be encoded.
pub(crate) fn draw(seed: u64, number: u32) -> Option<Vec<u8>> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed ^ (u64::from(number) << 20));
    let hue = chance.random_range(0.0..360.0_f32);
    let wall = colour(hue, 0.35, 0.86);
    let shade = colour(hue + 20.0, 0.35, 0.78);
    let skin = colour(
        chance.random_range(18.0..34.0),
        0.45,
        chance.random_range(0.42..0.85),
    );
    let hair = colour(
        chance.random_range(10.0..45.0),
        0.4,
        chance.random_range(0.12..0.6),
    );
    let coat = colour(hue + chance.random_range(120.0..240.0), 0.45, 0.45);
    let long_hair = chance.random_bool(0.45);
    let tilt = chance.random_range(-3.0..3.0_f32);
    let width = chance.random_range(21.0..25.0_f32);

    let inside = |x: f32, y: f32, cx: f32, cy: f32, rx: f32, ry: f32| {
        ((x - cx) / rx).powi(2) + ((y - cy) / ry).powi(2) <= 1.0
    };
    let is_hair = |x: f32, y: f32| {
        let middle = 64.0 + tilt;
        let crown = inside(x, y, middle, 48.0, width + 4.0, 28.0) && y < 58.0;
        crown || (long_hair && inside(x, y, middle, 64.0, width + 7.0, 36.0) && y < 92.0)
    };
    let picture = RgbImage::from_fn(SIDE, SIDE, |x, y| {
        #[expect(clippy::cast_precision_loss, reason = "pixels are counted to 128")]
        let (x, y) = (x as f32, y as f32);
        let middle = 64.0 + tilt;
        if inside(x, y, middle, 56.0, width, 28.0) && y > 42.0 {
            skin
        } else if is_hair(x, y) {
            hair
        } else if inside(x, y, middle, 88.0, 10.0, 16.0) {
            skin
        } else if inside(x, y, 64.0, 132.0, 46.0, 42.0) {
            coat
        } else if x + y * 0.6 < 90.0 {
            wall
        } else {
            shade
        }
    });
    let mut png = Cursor::new(Vec::new());
    picture.write_to(&mut png, ImageFormat::Png).ok()?;
    Some(png.into_inner())
}

/// From hue (degrees), saturation and lightness (0 to 1).
fn colour(hue: f32, saturation: f32, lightness: f32) -> Rgb<u8> {
    let chroma = (1.0 - (2.0 * lightness - 1.0).abs()) * saturation;
    let channel = |offset: f32| {
        let k = (offset + hue.rem_euclid(360.0) / 30.0) % 12.0;
        let value = lightness - chroma / 2.0 * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to a byte just before"
        )]
        let byte = (value * 255.0).round().clamp(0.0, 255.0) as u8;
        byte
    };
    Rgb([channel(0.0), channel(8.0), channel(4.0)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_always_looks_the_same_and_unlike_another() {
        assert_eq!(
            draw(7, 1),
            draw(7, 1),
            "a picture must not change between two looks"
        );
        assert_ne!(draw(7, 1), draw(7, 2), "two people must be told apart");
        assert!(
            draw(7, 1).unwrap().len() < 20_000,
            "a list shows hundreds of pictures"
        );
    }
}
