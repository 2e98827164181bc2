// SPDX-License-Identifier: GPL-2.0

//! What a book does that is shared.

use super::*;

#[kunit_tests(book)]
mod tests {
    use super::*;

    fn book(lines: u32) -> Result<Arc<Logbook>> {
        let lines = NonZeroU32::new(lines).ok_or(EINVAL)?;

        Arc::pin_init(Logbook::new(lines), GFP_KERNEL)
    }

    #[test]
    fn two_owners_share_one_book() -> Result {
        let one = book(4)?;
        let other = one.clone();

        one.put(b"one")?;
        other.put(b"two")?;
        drop(one);
        assert!(other.counts() == (2, 0));
        Ok(())
    }

    #[test]
    fn a_full_book_counts_what_had_to_go() -> Result {
        let book = book(1)?;

        book.put(b"one")?;
        book.put(b"two")?;
        assert!(book.counts() == (1, 1));
        Ok(())
    }

    #[test]
    fn a_beat_is_written_by_a_worker() -> Result {
        let book = book(4)?;

        Logbook::beat(book.as_arc_borrow());
        drop(FlushOnDrop(book.clone()));
        assert!(book.counts() == (1, 0));
        assert!(book.beats.load(Relaxed) == 1);
        Ok(())
    }
}
