use std::cell::Cell;

struct Statistics {
    hits: Cell<u64>,
}

static STATISTICS: Statistics = Statistics { hits: Cell::new(0) };

fn main() {
    STATISTICS.hits.set(1);
}
