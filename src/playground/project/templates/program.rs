fn main() {
    let buf = vec![1u8, 2, 3];
    let first = &buf[0];
    drop(buf);
    println!("{first}");
}
