use std::sync::RwLock;

fn main() {
    let table = RwLock::new(vec![1, 2, 3]);
    let mut writer = table.write().unwrap();
    writer.push(table.read().unwrap().len());
}
