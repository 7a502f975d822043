//! `cargo run -p ch4-spiral`

fn main() -> std::process::ExitCode {
    lesson::cli::main::<ch4_spiral::Spiral>()
}
