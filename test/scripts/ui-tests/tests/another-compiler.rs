fn main() {
    let size: u8 = "three"; //~ ERROR mismatched types
}
