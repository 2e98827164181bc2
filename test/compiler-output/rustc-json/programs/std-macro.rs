struct Opaque;

fn main() {
    println!("{}", Opaque);
    assert_eq!(1, "one");
    let later: u32 = todo!();
}
