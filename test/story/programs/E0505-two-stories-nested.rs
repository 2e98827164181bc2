fn main() {
    let outer = String::from("outer");
    let seen = &outer;
    let inner = String::from("inner");
    let also = &inner;
    drop(inner);
    println!("{also}");
    drop(outer);
    println!("{seen}");
}
