use super::*;
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

const IMAGE: &[u8] = b"fwid\x01\x07cal0\x03\x11\x22\x33cal1\x02\xf0\x20void\x00";

#[test]
fn probe_adds_up_the_section_of_its_channel() {
    assert_eq!(probe(firmware(IMAGE), 0), Some(0x66));
    assert_eq!(probe(firmware(IMAGE), 1), Some(0x110));
    assert_eq!(probe(firmware(b"cal0\x02\x01\x09"), 0), Some(0x0a));
}

#[test]
fn a_missing_or_cut_section_gives_none() {
    assert_eq!(probe(firmware(IMAGE), 7), None);
    assert_eq!(probe(firmware(b"cal0\x04\x11\x22"), 0), None);
    assert_eq!(probe(firmware(b"cal"), 0), None);
}

#[test]
fn a_section_points_into_its_image_and_copies_nothing() {
    let image = IMAGE.to_vec();
    let section = {
        let name = *b"cal1";
        find(&image, &name)
    };
    let section = section.expect("cal1 is in the image");
    assert_eq!(&section.data[..], b"\xf0\x20");
    assert!(
        image.as_ptr_range().contains(&section.data.as_ptr()),
        "the bytes of the section are not those of the image"
    );
}

#[test]
fn the_image_is_released_when_probe_returns() {
    let before = LIVE_BYTES.load(Ordering::Relaxed);
    probe(firmware(IMAGE), 0);
    let after = LIVE_BYTES.load(Ordering::Relaxed);
    assert_eq!(before, after, "bytes still allocated after probe");
}

fn firmware(image: &[u8]) -> Firmware {
    Firmware {
        image: image.to_vec(),
    }
}

static LIVE_BYTES: AtomicUsize = AtomicUsize::new(0);

struct Counting;

// SAFETY: Every call goes to `System` unchanged; only the sizes are added up.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        LIVE_BYTES.fetch_add(layout.size(), Ordering::Relaxed);
        // SAFETY: The caller keeps the contract of `alloc`, which is that of `System`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        LIVE_BYTES.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: As above; `memory` came from `System`.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;
