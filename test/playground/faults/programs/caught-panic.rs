use std::panic::{catch_unwind, set_hook};

struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        println!("dropped");
    }
}

fn main() {
    set_hook(Box::new(|info| eprintln!("my hook: {info}")));
    let caught = catch_unwind(|| {
        let _guard = Guard;
        let list: Vec<u8> = Vec::new();
        list[3]
    });
    println!("caught: {}", caught.is_err());
}
