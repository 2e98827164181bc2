use std::process::Command;

fn main() {
    let listing = Command::new("ls").output().expect("ls runs");
    println!("{listing:?}");
}
