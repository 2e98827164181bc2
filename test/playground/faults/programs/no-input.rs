use std::io;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).expect("a line");
    let number: u32 = line.trim().parse().expect("a number");
    println!("{number}");
}
