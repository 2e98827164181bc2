use std::sync::Mutex;

fn main() {
    let count = Mutex::new(0);
    let first = count.lock().unwrap();
    let second = count.lock().unwrap();
    println!("{first} {second}");
}
