struct Buffer(Vec<u8>);

fn send(buffer: Buffer) -> usize {
    buffer.0.len()
}

fn main() {
    let buffer = Buffer(vec![0; 16]);
    for _ in 0..3 {
        send(buffer);
    }
}
