fn deep<T>(t: T) -> Option<Result<(T, T), Vec<Option<(T, String)>>>> {
    None
}

fn main() {
    let x: u8 = deep(deep(deep(deep(1u32))));
}
