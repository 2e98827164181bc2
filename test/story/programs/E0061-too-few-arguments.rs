fn copy(to: &mut [u8], from: &[u8], count: usize) {
    to[..count].copy_from_slice(&from[..count]);
}

fn main() {
    let mut to = [0; 4];
    copy(&mut to, &[1, 2]);
}
