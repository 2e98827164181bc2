fn main() {
    loop {
        println!("{}", "x".repeat(1000));
    }
}
