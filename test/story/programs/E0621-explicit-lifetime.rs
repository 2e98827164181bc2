struct Table<'a> {
    names: Vec<&'a str>,
}

fn add<'a>(table: &mut Table<'a>, name: &str) {
    table.names.push(name);
}

fn main() {
    add(&mut Table { names: vec![] }, "a");
}
