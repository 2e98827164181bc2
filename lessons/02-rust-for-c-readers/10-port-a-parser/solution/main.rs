//! Reads firmware that is made of blocks: tag, unused, length (16 bits, little-endian), value, filled up to four.

#[derive(Debug, PartialEq)]
enum Errno {
    Einval,
    Enoent,
}

fn u16_at(buf: &[u8], at: usize) -> Option<u16> {
    let low = buf.get(at)?;
    let high = buf.get(at + 1)?;
    Some((u16::from(*high) << 8) | u16::from(*low))
}

/// Gives the tag, the value, and what comes after the block.
fn split_block(rest: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let tag = rest.first()?;
    let length = usize::from(u16_at(rest, 2)?);
    let value = rest.get(4..4 + length)?;
    let after = rest.get(4 + length.next_multiple_of(4)..)?;
    Some((*tag, value, after))
}

/// Gives the number of blocks.
fn check(image: &[u8]) -> Result<usize, Errno> {
    let mut rest = image.strip_prefix(b"NOFW").ok_or(Errno::Einval)?;
    let mut blocks = 0;
    while !rest.is_empty() {
        let (_, _, after) = split_block(rest).ok_or(Errno::Einval)?;
        rest = after;
        blocks += 1;
    }
    Ok(blocks)
}

fn find(image: &[u8], tag: u8) -> Option<&[u8]> {
    let mut rest = image.get(4..)?;
    while let Some((found, value, after)) = split_block(rest) {
        if found == tag {
            return Some(value);
        }
        rest = after;
    }
    None
}

fn version(image: &[u8]) -> Result<u16, Errno> {
    check(image)?;
    let value = find(image, 1).ok_or(Errno::Enoent)?;
    u16_at(value, 0).ok_or(Errno::Einval)
}

fn main() {
    let good = b"NOFW\x02\0\x01\0A\0\0\0\x01\0\x02\0\x07\x03\0\0";
    let cut = b"NOFW\x01\0\x09\0\x07\x03\0\0";
    println!("version: {:x?}", version(good));
    println!("cut off: {:x?}", version(cut));
}
