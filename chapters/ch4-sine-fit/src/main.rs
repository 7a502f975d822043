//! `cargo run -p ch4-sine-fit`

fn main() -> std::process::ExitCode {
    lesson::cli::main::<ch4_sine_fit::SineFit>()
}
