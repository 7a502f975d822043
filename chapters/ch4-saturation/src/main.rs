//! `cargo run -p ch4-saturation`

fn main() -> std::process::ExitCode {
    lesson::cli::main::<ch4_saturation::Saturation>()
}
