struct Request {
    sector: u64,
}

fn submit(request: Request) -> u64 {
    request.sector
}

fn main() {
    let request = Request { sector: 8 };
    let done = submit(request);
    println!("{done} {}", request.sector);
}
