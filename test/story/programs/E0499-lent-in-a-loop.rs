fn main() {
    let mut pool = vec![1u8, 2, 3];
    let mut taken: Vec<&mut u8> = Vec::new();
    for _ in 0..2 {
        taken.push(pool.last_mut().unwrap());
    }
}
