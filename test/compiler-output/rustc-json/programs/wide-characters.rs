fn main() {
	let crab = "🦀🦀"; let wrong: u8 = "é👩‍👩‍👧"; // 🦀
    let 名前 = String::new(); drop(名前); println!("🦀 {名前} 🦀");
    let combining = "e\u{301}"; /* é🦀 */ combining.push(5);
}
