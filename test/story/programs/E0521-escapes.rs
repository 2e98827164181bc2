use std::thread;

fn start(name: &str) {
    thread::spawn(move || println!("{name}"));
}

fn main() {
    start("nvme0");
}
