fn main() {
    let folder = std::env::temp_dir();
    println!("{folder:?}");
}
