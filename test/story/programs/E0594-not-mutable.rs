fn main() {
    let count = 0;
    let reset = || count = 1;
    reset();
    println!("{count}");
}
