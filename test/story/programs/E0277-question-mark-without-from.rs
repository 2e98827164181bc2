struct Errno(i32);

fn parse(text: &str) -> Result<i32, Errno> {
    let value = text.parse::<i32>()?;
    Ok(value)
}

fn main() {
    if let Err(Errno(code)) = parse("x") {
        println!("{code}");
    }
}
