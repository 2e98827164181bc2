fn main() {
    let flags: u32;
    if std::env::args().count() > 1 {
        flags = 1;
    }
    println!("{flags}");
}
