//! `cargo run -p ch4-softmax`

fn main() -> std::process::ExitCode {
    lesson::cli::main::<ch4_softmax::Softmax>()
}
