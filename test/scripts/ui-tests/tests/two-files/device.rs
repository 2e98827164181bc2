pub fn probe(_: &str) {}
