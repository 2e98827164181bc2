fn sum(values: &[u32]) -> u32 {
    values.iter().sum()
}

fn main() {
    let values = vec![1, 2];
    println!("{}", sum(values));
}
