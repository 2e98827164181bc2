fn main() {
    let level = "user‮ ⁦// Check if admin⁩ ⁦";
    /*‮ } ⁦if is_admin⁩ ⁦ begin admins only */
    println!("{level}");
}
