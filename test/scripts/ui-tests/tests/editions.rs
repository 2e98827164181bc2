//@ revisions: old new
//@[old] edition: 2018
//@[new] edition: 2021

fn main() {
    let pair = (vec![1u8], vec![2u8]);
    let take = || drop(pair.0);
    //[old]~^ NOTE value moved into closure here
    //[new]~^^ NOTE value moved into closure here
    take();
    #[cfg(old)]
    drop(pair.1); //[old]~ ERROR use of moved value
    #[cfg(new)]
    drop(pair.0); //[new]~ ERROR use of moved value
}
