fn main() {
    let mut queue = vec![3, 2, 1];
    for job in &queue {
        if *job == 2 {
            queue.remove(1);
        }
    }
}
