// SPDX-License-Identifier: GPL-2.0
use kernel::prelude::*;

struct Demo;

impl kernel::Module for Demo {}
