fn main() {
    let mut ring = vec![0u8; 8];
    let head = &mut ring[0];
    let tail = &mut ring[7];
    *head = 1;
    *tail = 2;
}
