fn read(size: usize) -> Vec<u8> {
    let mut buffer = Vec::new();
    buffer.resize(size, 1);
    buffer
}

fn main() {
    println!("{}", read(1 << 30).len());
}
