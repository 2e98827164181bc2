fn main() {
    let retries = 3;
    println!("{retries}");
    retries = 2;
    println!("{retries}");
}
