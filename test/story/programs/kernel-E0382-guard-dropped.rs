use kernel::prelude::*;
use kernel::sync::{Arc, Mutex};

pub fn count(total: &Arc<Mutex<u32>>) -> u32 {
    let guard = total.lock();
    drop(guard);
    *guard
}
