fn main() {
    let error: Error = todo!();
}
