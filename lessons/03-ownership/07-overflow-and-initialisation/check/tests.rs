use super::*;

#[test]
fn a_spliced_page_is_never_written_to() {
    for len in [0, 5, PAGE_LEN - 1, PAGE_LEN] {
        let mut slot = Slot::splice(Box::new([b'x'; PAGE_LEN]), len);
        assert_eq!(slot.append(b"rw"), Err(Error::NotOurs));
        assert_eq!(*slot.page, [b'x'; PAGE_LEN], "spliced with {len}");
    }
}

#[test]
fn texts_are_appended_each_after_a_comma() {
    let mut slot = Slot::own(Box::new([0xff; PAGE_LEN]));
    assert_eq!(slot.append(b"ro"), Ok(()));
    assert_eq!(slot.append(b"noatime"), Ok(()));
    assert_eq!(slot.append(b""), Ok(()));
    assert_eq!(&slot.page[..=slot.len], b",ro,noatime,\0");
}

#[test]
fn a_page_is_filled_to_the_last_byte_and_no_further() {
    let mut slot = Slot::own(Box::new([0; PAGE_LEN]));
    assert_eq!(slot.append(&[b'a'; PAGE_LEN - 1]), Err(Error::NoRoom));
    assert_eq!(slot.len, 0);
    assert_eq!(slot.append(&[b'a'; PAGE_LEN - 2]), Ok(()));
    assert_eq!(slot.len, PAGE_LEN - 1);
}

#[test]
fn a_full_page_takes_no_more_not_even_an_empty_text() {
    for text in [&b"x"[..], b"", &[b'y'; 4 * PAGE_LEN]] {
        let mut slot = Slot::own(Box::new([0; PAGE_LEN]));
        slot.append(&[b'a'; PAGE_LEN - 2]).unwrap();
        let before = *slot.page;
        assert_eq!(slot.append(text), Err(Error::NoRoom));
        assert_eq!(*slot.page, before, "a refused text was written");
    }
}
