trait Decode<'source> {
    type Output;

    fn decode<T>(&self) -> T
    where
        Self: for<'any> Decode<'any, Output = T>;
}

fn main() {}
