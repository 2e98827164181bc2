use std::io::{self, BufRead};

fn main() {
    let mut lines = io::stdin().lock().lines();
    let first = lines.next().unwrap().unwrap();
    println!("{first}");
}
