fn main() {
    loop {
        eprintln!("{}", "x".repeat(1000));
    }
}
