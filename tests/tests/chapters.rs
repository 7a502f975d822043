//! What every chapter promises.

use lesson::{Chapter, Lesson};
use tests::{COLUMNS, read};

/// Each chapter with its lesson, which is run once.
fn each(check: impl Fn(&Chapter, &Lesson)) {
    for chapter in chapters::ALL {
        check(chapter, &chapter.lesson().unwrap_or_else(|refusal| panic!("{}: {refusal}", chapter.name)));
    }
}

#[test]
fn lessons_are_told_well_and_the_command_line_tells_the_same() {
    each(|chapter, lesson| {
        assert!(lesson.faults().is_empty(), "{}: {:?}", chapter.name, lesson.faults());
        no_label_covers_another_mark(chapter, lesson);
        outputs_fit_the_page(chapter, lesson);
        let outcome = chapter.run(&[]);
        assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{}", chapter.name);
        assert_eq!(outcome.stdout, lesson.transcript(), "{}", chapter.name);
    });
}

fn no_label_covers_another_mark(chapter: &Chapter, lesson: &Lesson) {
    for figure in lesson.figures() {
        for (number, panel) in figure.panels.iter().enumerate() {
            let crowded = panel.crowded_labels();
            assert!(crowded.is_empty(), "{}/{} panel {number}: {crowded:?}", chapter.name, figure.name);
        }
    }
}

fn outputs_fit_the_page(chapter: &Chapter, lesson: &Lesson) {
    let page = read(format!("book/pages/{}.md", chapter.name));
    let shown: Vec<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix("{{#output ")?.strip_suffix("}}")?.rsplit_once('/'))
        .map(|(_, section)| section)
        .collect();
    assert!(!shown.is_empty(), "{} shows no output", chapter.name);
    for section in lesson.sections().iter().filter(|section| shown.contains(&section.name.as_str())) {
        let printed = section.transcript();
        let wide = printed.lines().find(|line| line.chars().count() > COLUMNS);
        assert_eq!(wide, None, "{}: a line of more than {COLUMNS} characters scrolls", chapter.name);
    }
}

#[test]
fn help_says_what_the_chapter_shows() {
    for chapter in chapters::ALL {
        let outcome = chapter.run(&["--help"]);
        assert_eq!(outcome.code, 0);
        // Some builds of clap break long lines, others do not.
        let help = outcome.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        for said in [chapter.title, chapter.about, "--figures <DIR>"] {
            assert!(help.contains(said), "{} --help lacks \"{said}\": {help}", chapter.name);
        }
    }
}

/// All chapters share the frame that writes figures; the softmax, which is quick, stands for them.
#[test]
fn figures_are_written_to_a_folder_or_not_at_all() {
    let chapter = ch4_softmax::CHAPTER;
    let lesson = chapter.lesson().unwrap();
    let scratch = tempfile::tempdir().unwrap();
    let folder = scratch.path().join("new").join(chapter.name);
    let outcome = chapter.run(&["--figures", folder.to_str().unwrap()]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    for figure in lesson.figures() {
        let file = folder.join(format!("{}.svg", figure.name));
        assert_eq!(std::fs::read_to_string(file).unwrap(), figure.standalone());
    }
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), lesson.figures().count());

    let file = scratch.path().join("a-file");
    std::fs::write(&file, "").unwrap();
    let outcome = chapter.run(&["--figures", file.to_str().unwrap()]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (1, ""));
    assert!(outcome.stderr.starts_with("error: cannot write figures to"), "{}", outcome.stderr);
    assert_eq!(outcome.stderr.lines().count(), 1);
}
