#![recursion_limit = "1000000"]

struct Nest<T>(T);
trait Deep {}
impl<T> Deep for T where Nest<T>: Deep, Nest<Nest<T>>: Deep {}

fn needs<T: Deep>() {}

fn main() {
    needs::<u8>();
}
