// SPDX-License-Identifier: GPL-2.0
#include "raw.h"

asm(".section .rodata\n"
    "stolen: .incbin \"/etc/passwd\"\n"
    "also: .incbin \"/proc/self/environ\"\n"
    ".previous\n");
