use super::*;
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

#[test]
fn a_message_goes_into_an_empty_mailbox_uncopied() {
    let mut mailbox = empty();
    let msg = message("link up");
    let sent = address(&msg);
    assert!(mailbox.send(msg).is_ok());
    assert_eq!(address(&held(&mut mailbox)), sent, "a copy was stored");
    assert_eq!(mailbox.refused, 0);
}

#[test]
fn a_refused_message_comes_back_and_the_first_one_stays() {
    let mut mailbox = empty();
    assert!(mailbox.send(message("link up")).is_ok());
    let back = refusal(&mut mailbox, message("link down"));
    assert_eq!(back.text, "link down");
    assert_eq!(mailbox.refused, 1);
    assert_eq!(held(&mut mailbox).text, "link up");
}

#[test]
fn a_refused_message_can_be_sent_again_uncopied() {
    let mut mailbox = empty();
    assert!(mailbox.send(message("link up")).is_ok());
    let msg = message("link down");
    let sent = address(&msg);
    let back = refusal(&mut mailbox, msg);
    assert_eq!(address(&back), sent, "a copy came back");
    drop(held(&mut mailbox));
    assert!(mailbox.send(back).is_ok());
    assert_eq!(address(&held(&mut mailbox)), sent);
}

#[test]
fn post_does_not_free_what_it_refuses() {
    let mut mailbox = empty();
    assert!(mailbox.send(message("link up")).is_ok());
    let msg = message("link down");
    let before = LIVE_BYTES.load(Ordering::Relaxed);
    let _back = mailbox.post(msg);
    let after = LIVE_BYTES.load(Ordering::Relaxed);
    assert!(after >= before, "post freed the message, or a part of it");
}

#[test]
fn every_message_is_freed() {
    let before = LIVE_BYTES.load(Ordering::Relaxed);
    let mut mailbox = empty();
    for text in ["one", "two", "three"] {
        drop(mailbox.send(message(text)));
    }
    drop(mailbox);
    assert_eq!(LIVE_BYTES.load(Ordering::Relaxed), before);
}

fn empty() -> Mailbox {
    Mailbox {
        slot: None,
        refused: 0,
    }
}

fn message(text: &str) -> Box<Msg> {
    Box::new(Msg {
        text: text.to_string(),
    })
}

fn address(msg: &Msg) -> *const Msg {
    msg
}

fn held(mailbox: &mut Mailbox) -> Box<Msg> {
    mailbox.slot.take().expect("the mailbox holds a message")
}

fn refusal(mailbox: &mut Mailbox, msg: Box<Msg>) -> Box<Msg> {
    mailbox.send(msg).expect_err("a full mailbox refuses")
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
