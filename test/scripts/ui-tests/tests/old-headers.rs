// This comment: is not a header.
// edition:2021
// compile-flags: -D unused_variables
// normalize-stderr-test: "irq_(\w+)" -> "line_$1"

fn main() {
    let irq_number = 3; //~ ERROR unused variable
}
