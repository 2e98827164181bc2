fn main() {
    assert_eq!(2 + 2, std::env::args().count(), "arithmetic");
}
