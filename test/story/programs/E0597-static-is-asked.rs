fn register(name: &'static str) -> usize {
    name.len()
}

fn main() {
    let name = String::from("gpio");
    register(&name);
}
