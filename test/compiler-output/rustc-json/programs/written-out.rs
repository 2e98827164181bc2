fn first(numbers: &[u8]) -> Option<u8> {
    for number in numbers.len() {
        return Some(number);
    }
    let number: u8 = "3".parse::<u8>()?;
    Some(number)
}

fn main() {
    first(&[1]);
}
