use kernel::prelude::*;

struct Demo;

impl kernel::Module for Demo {}
