fn main() {
    let empty = Vec::new();
    match Some(1) {
        None => {}
    }
}
