fn main() {
    let mut blocks: Vec<Vec<u8>> = Vec::new();
    for n in 0.. {
        blocks.push(vec![n as u8; 4 << 20]);
    }
    println!("{}", blocks.len());
}
