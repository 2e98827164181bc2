struct Buffer(Vec<u8>);

fn main() {
    let buffer = Buffer(vec![1, 2, 3]);
    let first = &buffer.0[0];
    drop(buffer);
    println!("{first}");
}
