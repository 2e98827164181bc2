fn depth(n: u64) -> u64 {
    if n == 0 {
        0
    } else {
        1 + depth(n - 1)
    }
}

fn main() {
    println!("{}", depth(20_000_000));
}
