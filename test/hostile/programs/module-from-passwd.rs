#[path = "/etc/passwd"]
mod stolen;

fn main() {}
