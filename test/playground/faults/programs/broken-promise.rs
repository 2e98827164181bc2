fn main() {
    let list = [1, 2, 3];
    let index = std::env::args().count() + 8;
    println!("{}", unsafe { list.get_unchecked(index) });
}
