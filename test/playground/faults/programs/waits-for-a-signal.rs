use std::sync::{Condvar, Mutex};

fn main() {
    let (ready, changed) = (Mutex::new(false), Condvar::new());
    let _ready = changed.wait_while(ready.lock().unwrap(), |ready| !*ready).unwrap();
}
