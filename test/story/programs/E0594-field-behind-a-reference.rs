struct Counter {
    hits: u64,
}

fn hit(counter: &Counter) {
    counter.hits += 1;
}

fn main() {
    hit(&Counter { hits: 0 });
}
