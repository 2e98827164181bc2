fn main() {
    let mut taken = Vec::new();
    loop {
        taken.push(vec![1u8; 1 << 20]);
    }
}
