fn main() {
    //~^ ERROR mismatched types
    let size: u8 = "three";
}
