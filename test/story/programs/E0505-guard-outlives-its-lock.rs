use std::sync::Mutex;

fn main() {
    let state = Mutex::new(3);
    let guard = state.lock().unwrap();
    drop(state);
    println!("{guard}");
}
