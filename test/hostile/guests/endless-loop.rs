fn main() {
    println!("it begins");
    loop {}
}
