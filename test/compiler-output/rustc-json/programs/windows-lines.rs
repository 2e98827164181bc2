fn main() {
    let crab = "🦀"; let byte: u8 = "two
lines 🦀";
    missing();
}
