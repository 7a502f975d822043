//! `cargo run -p ch4-relu-pairs`

fn main() -> std::process::ExitCode {
    lesson::cli::main::<ch4_relu_pairs::ReluPairs>()
}
