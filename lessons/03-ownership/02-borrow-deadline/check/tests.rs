use super::*;
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

#[test]
fn a_read_copies_the_text_of_the_pending_fault() {
    for text in ["fan stopped\n", "link down on port 3\n", "x\n"] {
        let mut dev = device_with(text);
        assert_eq!(read(&mut dev), text);
    }
}

#[test]
fn a_second_read_finds_no_fault() {
    let mut dev = device_with("fan stopped\n");
    read(&mut dev);
    assert_eq!(read(&mut dev), "no fault\n");
    assert!(dev.pending.is_none(), "the fault is still pending");
}

#[test]
fn a_fault_that_came_later_is_reported_in_its_turn() {
    let mut dev = device_with("fan stopped\n");
    read(&mut dev);
    dev.pending = Some(fault("fan is back\n"));
    assert_eq!(read(&mut dev), "fan is back\n");
}

#[test]
fn a_fault_is_freed_once_it_was_read() {
    let mut dev = device_with("fan stopped\n");
    let mut to_user = Vec::with_capacity(64);
    let before = LIVE_BYTES.load(Ordering::Relaxed);
    dev.read(&mut to_user);
    let freed = before - LIVE_BYTES.load(Ordering::Relaxed).min(before);
    assert!(freed > 0, "the read left the fault allocated");
    assert!(
        freed >= size_of::<Fault>() + "fan stopped\n".len(),
        "the read freed only a part of the fault"
    );
}

fn device_with(text: &str) -> FaultDev {
    FaultDev {
        pending: Some(fault(text)),
    }
}

fn fault(text: &str) -> Box<Fault> {
    Box::new(Fault {
        text: text.to_string(),
    })
}

fn read(dev: &mut FaultDev) -> String {
    let mut to_user = Vec::new();
    let length = dev.read(&mut to_user);
    assert_eq!(length, to_user.len(), "read returns the length it copied");
    String::from_utf8(to_user).expect("the text is UTF-8")
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
