fn risky(divisor: u32) -> u32 {
    100 / divisor
}

fn attempt(divisor: u32) -> Option<u32> {
    std::panic::catch_unwind(|| risky(divisor)).ok()
}

fn main() {
    println!("{:?}", attempt(std::env::args().count() as u32 - 1));
}
