// SPDX-License-Identifier: GPL-2.0

//! What reads the text that user space writes.

use super::*;

#[kunit_tests(texts)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_at_its_line_end() {
        assert!(to_line(b"one\ntwo") == b"one");
        assert!(to_line(b"\n") == b"");
    }

    #[test]
    fn a_line_without_an_end_is_all_that_was_written() {
        assert!(to_line(b"one") == b"one");
        assert!(to_line(b"") == b"");
    }

    #[test]
    fn a_width_is_a_number_with_or_without_a_line_end() {
        assert!(to_width(b"3\n") == Ok(3));
        assert!(to_width(b"64") == Ok(64));
    }

    #[test]
    fn a_width_of_none_or_of_too_much_is_refused() {
        assert!(to_width(b"0").is_err());
        assert!(to_width(b"65").is_err());
        assert!(to_width(b"3 4").is_err());
        assert!(to_width(b"\xff").is_err());
    }
}
