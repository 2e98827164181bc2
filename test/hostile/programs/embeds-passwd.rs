use std::arch::global_asm;

global_asm!(".incbin \"/etc/passwd\"");

fn main() {}
