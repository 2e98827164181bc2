//! Reads firmware that is made of blocks: tag, unused, length (16 bits, little-endian), value, filled up to four.

#[derive(Debug, PartialEq)]
enum Errno {
    Einval,
    Enoent,
}

fn u16_at(buf: &[u8], at: usize) -> Option<u16> {
    todo!()
}

/// Gives the tag, the value, and what comes after the block.
fn split_block(rest: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    todo!()
}

/// Gives the number of blocks.
fn check(image: &[u8]) -> Result<usize, Errno> {
    todo!()
}

fn find(image: &[u8], tag: u8) -> Option<&[u8]> {
    todo!()
}

fn version(image: &[u8]) -> Result<u16, Errno> {
    todo!()
}

fn main() {
    let good = b"NOFW\x02\0\x01\0A\0\0\0\x01\0\x02\0\x07\x03\0\0";
    let cut = b"NOFW\x01\0\x09\0\x07\x03\0\0";
    println!("version: {:x?}", version(good));
    println!("cut off: {:x?}", version(cut));
}
