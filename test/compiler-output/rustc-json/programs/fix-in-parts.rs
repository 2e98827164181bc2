fn longest(a: &str, b: &str) -> &str {
    if a.len() > b.len() { a } else { b }
}

fn main() {
    let found: Option<u32> = 5;
    longest("🦀", "");
}
