use super::*;

#[test]
fn a_number_is_read_with_its_low_byte_first() {
    assert_eq!(u16_at(&[7, 3], 0), Some(0x0307));
    assert_eq!(u16_at(&[0, 0xff, 1], 1), Some(0x01ff));
}

#[test]
fn a_number_that_is_cut_off_is_none() {
    assert_eq!(u16_at(&[7], 0), None);
    assert_eq!(u16_at(&[7, 3], 1), None);
}

#[test]
fn a_block_is_split_off() {
    let block = split_block(&[1, 0, 2, 0, 7, 3, 0, 0, 9]);
    assert_eq!(block, Some((1, &[7, 3][..], &[9][..])));
}

#[test]
fn a_block_may_be_empty() {
    assert_eq!(split_block(&[5, 0, 0, 0]), Some((5, &[][..], &[][..])));
}

#[test]
fn a_block_that_is_not_whole_is_none() {
    assert_eq!(split_block(&[1, 0, 2]), None);
    assert_eq!(split_block(&[1, 0, 5, 0, 7, 3, 0, 0]), None);
    assert_eq!(split_block(&[1, 0, 2, 0, 7, 3]), None);
    assert_eq!(split_block(&[1, 0, 0xff, 0xff, 7, 3, 0, 0]), None);
}

#[test]
fn blocks_are_counted() {
    assert_eq!(check(b"NOFW"), Ok(0));
    assert_eq!(check(b"NOFW\x01\0\0\0\x02\0\x01\0A\0\0\0"), Ok(2));
}

#[test]
fn another_format_is_invalid() {
    assert_eq!(check(b"NVFW"), Err(Errno::Einval));
    assert_eq!(check(b"NO"), Err(Errno::Einval));
}

#[test]
fn an_image_with_a_broken_block_is_invalid() {
    assert_eq!(check(b"NOFW\x01\0\0\0\x02"), Err(Errno::Einval));
}

#[test]
fn the_first_block_of_a_tag_is_found() {
    let image = b"NOFW\x02\0\x01\0A\0\0\0\x01\0\x01\0B\0\0\0\x01\0\x01\0C\0\0\0";
    assert_eq!(find(image, 1), Some(&b"B"[..]));
    assert_eq!(find(image, 7), None);
}

#[test]
fn the_version_is_read() {
    assert_eq!(version(b"NOFW\x01\0\x02\0\x07\x03\0\0"), Ok(0x0307));
}

#[test]
fn each_mistake_has_its_error() {
    assert_eq!(version(b"NOFW\x02\0\0\0"), Err(Errno::Enoent));
    assert_eq!(version(b"NOFW\x01\0\x01\0\x07\0\0\0"), Err(Errno::Einval));
    assert_eq!(version(b"NOFW\x01\0\x09\0\x07\x03\0\0"), Err(Errno::Einval));
}
