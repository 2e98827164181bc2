fn main() {
    let mut ring = vec![0u8; 16];
    let producer = &mut ring;
    let consumer = &mut ring;
    producer.push(1);
    consumer.clear();
}
