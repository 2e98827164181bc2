fn main() {
    let image = [0u8; 4 << 20];
    println!("{}", std::hint::black_box(&image).len());
}
