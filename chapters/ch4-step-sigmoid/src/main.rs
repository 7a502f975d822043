//! `cargo run -p ch4-step-sigmoid`

fn main() -> std::process::ExitCode {
    lesson::cli::main::<ch4_step_sigmoid::StepSigmoid>()
}
