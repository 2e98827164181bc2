use super::*;

struct Deaf;

impl CharDev for Deaf {
    fn name(&self) -> &'static str {
        "deaf"
    }
}

#[test]
fn what_a_device_does_not_have_is_invalid() {
    assert_eq!(Deaf.read(&mut [0; 4]), Err(Errno::Einval));
    assert_eq!(Deaf.write(b"hi"), Err(Errno::Einval));
}

#[test]
fn null_has_nothing_to_read() {
    let mut buf = [7; 4];
    assert_eq!(Null.read(&mut buf), Ok(0));
    assert_eq!(buf, [7; 4], "null wrote to the buffer");
}

#[test]
fn null_takes_all() {
    assert_eq!(Null.write(b"away with it"), Ok(12));
    assert_eq!(Null.write(b""), Ok(0));
}

#[test]
fn zero_fills_the_buffer() {
    let mut buf = [7; 5];
    assert_eq!(Zero.read(&mut buf), Ok(5));
    assert_eq!(buf, [0; 5]);
}

#[test]
fn zero_takes_all() {
    assert_eq!(Zero.write(b"hi"), Ok(2));
}

#[test]
fn tick_goes_on_where_it_was() {
    let mut tick = Tick { next: 1 };
    let mut buf = [0; 3];
    assert_eq!(tick.read(&mut buf), Ok(3));
    assert_eq!(buf, [1, 2, 3]);
    assert_eq!(tick.read(&mut buf[..2]), Ok(2));
    assert_eq!(buf, [4, 5, 3]);
}

#[test]
fn tick_begins_again_after_255() {
    let mut tick = Tick { next: 254 };
    let mut buf = [0; 3];
    assert_eq!(tick.read(&mut buf), Ok(3));
    assert_eq!(buf, [254, 255, 0]);
}

#[test]
fn tick_cannot_be_written_to() {
    assert_eq!(Tick { next: 0 }.write(b"hi"), Err(Errno::Einval));
}

#[test]
fn one_read_gives_64_bytes_at_most() {
    let mut buf = [7; 100];
    assert_eq!(dev_read(&mut Zero, &mut buf), Ok(64));
    assert_eq!(buf[63], 0);
    assert_eq!(buf[64], 7);
}

#[test]
fn a_short_read_is_handed_on_as_it_is() {
    let mut buf = [0; 2];
    assert_eq!(dev_read(&mut Tick { next: 8 }, &mut buf), Ok(2));
    assert_eq!(buf, [8, 9]);
    assert_eq!(dev_read(&mut Deaf, &mut buf), Err(Errno::Einval));
}

#[test]
fn the_bytes_of_a_read_are_added_up() {
    assert_eq!(dev_sum(&mut Tick { next: 1 }), Ok(36));
    assert_eq!(dev_sum(&mut Tick { next: 248 }), Ok(2012));
    assert_eq!(dev_sum(&mut Null), Ok(0));
    assert_eq!(dev_sum(&mut Deaf), Err(Errno::Einval));
}

struct Short;

impl CharDev for Short {
    fn name(&self) -> &'static str {
        "short"
    }

    fn read(&mut self, buf: &mut [u8]) -> Result<usize, Errno> {
        buf.fill(9);
        Ok(2)
    }
}

#[test]
fn bytes_that_were_not_read_do_not_count() {
    assert_eq!(dev_sum(&mut Short), Ok(18));
}
