fn main() {
    let mut left = vec![1, 2];
    let mut right = vec![3, 4];
    let a = &mut left;
    let c = &mut right;
    let b = &mut left;
    let d = &mut right;
    a.push(1);
    b.push(2);
    c.push(3);
    d.push(4);
}
