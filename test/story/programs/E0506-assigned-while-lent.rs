fn main() {
    let mut level = 3;
    let seen = &level;
    level = 4;
    println!("{seen}");
}
