fn main() {
    let buffer = vec![1u8];
    let reader = buffer;
    drop(buffer); //~ ERROR use of moved value: `buffer`
    drop(reader);
}
