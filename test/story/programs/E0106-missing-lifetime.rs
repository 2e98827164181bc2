struct Header {
    data: &[u8],
}

fn longer(a: &[u8], b: &[u8]) -> &[u8] {
    if a.len() > b.len() { a } else { b }
}

fn main() {
    println!("{}", longer(b"a", b"bc").len());
    let _ = Header { data: b"x" };
}
