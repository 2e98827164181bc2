fn takes(text: &str) -> usize {
    text.len()
}

fn main() {
    takes(/* 🦀 */ String::from("🦀"));
}
