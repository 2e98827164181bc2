//! A field that the struct does not have.

use kernel::prelude::*;
use kernel::sync::{new_mutex, Mutex};

#[pin_data]
struct Queue {
    #[pin]
    lock: Mutex<u32>,
}

impl Queue {
    fn new() -> impl PinInit<Self, Error> {
        try_pin_init!(Self { lock <- new_mutex!(0), length: 3 })
    }

    fn length(&self) -> u32 {
        self.length
    }
}
