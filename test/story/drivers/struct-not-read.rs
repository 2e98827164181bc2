//! A colon is missing, so that the attribute gives nothing back.

use kernel::prelude::*;
use kernel::sync::Mutex;

#[pin_data]
struct Queue {
    #[pin]
    lock Mutex<u32>,
    length: u32,
}

impl Queue {
    fn new() -> Queues {
        Queue::default()
    }
}

fn longest(queues: &[Queue]) -> u32 {
    queues.len() as u32
}
