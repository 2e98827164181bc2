use std::sync::{mpsc, Arc, Mutex};
use std::thread;

fn main() {
    let sum = Arc::new(Mutex::new(0));
    let (sender, receiver) = mpsc::channel();
    let handles: Vec<_> = (0..4)
        .map(|part| {
            let (sum, sender) = (Arc::clone(&sum), sender.clone());
            thread::spawn(move || {
                *sum.lock().unwrap() += part;
                sender.send(part).unwrap();
            })
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }
    drop(sender);
    println!("{:?}", receiver.iter().collect::<Vec<i32>>());
}
