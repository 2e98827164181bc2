fn main() {
    let mut count = 3;
    let borrowed = &mut count;
    let copy = count + 1;
    *borrowed = 5;
    println!("{copy}");
}
