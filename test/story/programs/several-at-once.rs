fn main() {
    let ring = vec![1u8];
    ring.push(2);
    let moved = ring;
    println!("{}", ring.len());
    let value: u16 = moved;
    println!("{value}");
}
