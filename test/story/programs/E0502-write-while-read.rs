fn main() {
    let mut events = vec![1u32, 2, 3];
    let first = &events[0];
    events.push(4);
    println!("{first}");
}
