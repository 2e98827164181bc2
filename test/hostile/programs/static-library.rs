// All of std in one archive.
#![crate_type = "staticlib"]

pub fn nothing() {}
