use std::arch::global_asm;

// x86: fork in a loop.
global_asm!(
    ".globl _start",
    "_start:",
    "mov rax, 57",
    "syscall",
    "jmp _start",
);

fn main() {}
