// SPDX-License-Identifier: GPL-2.0

//! What a ring has to do.

use super::*;

#[kunit_tests(ring)]
mod tests {
    use super::*;

    fn ring(most: u32) -> Result<Pin<KBox<Ring>>> {
        let most = NonZeroU32::new(most).ok_or(EINVAL)?;

        KBox::pin_init(Ring::new(most), GFP_KERNEL)
    }

    fn holds(ring: &Ring, index: u32, text: &[u8]) -> bool {
        let mut room = [0; 16];

        ring.get(index, &mut room) == Some(text.len()) && room.starts_with(text)
    }

    #[test]
    fn a_ring_counts_what_is_put_into_it() -> Result {
        let mut ring = ring(2)?;

        assert!(ring.count() == 0);
        ring.as_mut().put(b"one")?;
        assert!(ring.count() == 1);
        Ok(())
    }

    #[test]
    fn a_line_comes_out_as_it_went_in() -> Result {
        let mut ring = ring(2)?;

        ring.as_mut().put(b"one")?;
        ring.as_mut().put(b"")?;
        assert!(holds(&ring, 0, b"one"));
        assert!(holds(&ring, 1, b""));
        Ok(())
    }

    #[test]
    fn a_line_that_is_too_long_for_its_reader_is_cut() -> Result {
        let mut ring = ring(1)?;
        let mut room = [0; 2];

        ring.as_mut().put(b"long")?;
        assert!(ring.get(0, &mut room) == Some(2));
        assert!(room == *b"lo");
        Ok(())
    }

    #[test]
    fn a_line_that_is_not_there_is_none() -> Result {
        let mut ring = ring(2)?;

        ring.as_mut().put(b"one")?;
        assert!(ring.get(0, &mut []) == Some(0));
        assert!(ring.get(1, &mut []).is_none());
        Ok(())
    }

    #[test]
    fn a_full_ring_drops_its_oldest_line() -> Result {
        let mut ring = ring(2)?;

        for text in [b"one", b"two", b"six"] {
            ring.as_mut().put(text)?;
        }
        assert!(ring.count() == 2 && ring.dropped() == 1);
        assert!(holds(&ring, 0, b"two"));
        Ok(())
    }
}
