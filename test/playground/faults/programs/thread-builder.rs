use std::thread::Builder;

fn main() {
    let worker = Builder::new().name("worker".into()).spawn(|| 6 * 7);
    println!("{}", worker.unwrap().join().unwrap());
}
