use std::thread;

fn main() {
    let budget = 64;
    let worker = thread::spawn(|| println!("{budget}"));
    worker.join().unwrap();
}
