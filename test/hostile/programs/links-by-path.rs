// The linker reads what it is given: an absolute path, and words that look like an option.
#[link(name = "/etc/passwd", kind = "static", modifiers = "+verbatim")]
extern "C" {}

#[link(name = "--whole-archive -o /tmp/elsewhere")]
extern "C" {}

fn main() {}
