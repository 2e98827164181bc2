fn main() {
    let value = 3
    println!("{value}");
}
