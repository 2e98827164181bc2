//! A sound card: one thread plays from a buffer, another frees it.

use std::cell::RefCell;
use std::rc::Rc;

const PERIODS: usize = 8;

#[derive(Debug, PartialEq)]
enum Errno {
    Einval,
    Ebadfd,
}

/// What both threads use. After hw_free() there is no buffer.
struct Runtime {
    buf: Option<Vec<u8>>,
}

type Shared = Rc<RefCell<Runtime>>; //@ shared

/// Hands work to another thread, as a queue does. In a browser it runs at once.
fn try_spawn(work: impl FnOnce() + Send + 'static) {
    work();
}

fn open() -> Shared {
    let buf = Some(vec![0; PERIODS]);
    Rc::new(RefCell::new(Runtime { buf }))
}

/// Writes one sample in each period, and gives their number.
fn playback(runtime: &Shared) -> Result<usize, Errno> {
    let mut runtime = runtime.borrow_mut(); //@ look
    let Some(buf) = &mut runtime.buf else {
        return Err(Errno::Ebadfd);
    };
    buf.fill(0x80);
    Ok(buf.len())
}

/// Userspace has another thread, and it gives the buffer back.
fn hw_free(runtime: &Shared) {
    runtime.borrow_mut().buf = None; //@ free
}

/// Plays on another thread.
fn start(runtime: &Shared) {
    let runtime = Rc::clone(runtime);
    try_spawn(move || { //@ spawn
        let played = playback(&runtime);
        println!("played {played:?}");
    });
}

/// Makes a buffer of 1 to 64 zeros. Gives the length of the old one, or 0.
fn hw_params(runtime: &Shared, periods: usize) -> Result<usize, Errno> {
    todo!()
}

fn main() {
    let runtime = open();
    start(&runtime);
    hw_free(&runtime);
    start(&runtime);
    println!("had {:?}", hw_params(&runtime, 4));
    start(&runtime);
}
