// SPDX-License-Identifier: GPL-2.0
#include "raw.h"
#include "/etc/passwd"
#include "/proc/self/environ"
