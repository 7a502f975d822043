//! What every chapter said, looked up by the paths that pages write.

use super::faults::{Fault, Faults};
use lesson::explore::View;
use lesson::{Chapter, Explorable, Figure, Item, Lesson, Section, Table, Value};
use std::collections::BTreeSet;

/// A chapter, what it said with the numbers of its page, and how its explorables look there.
struct Told {
    chapter: Chapter,
    lesson: Lesson,
    stills: Vec<Still>,
}

/// An explorable, and its view of the page's own values.
pub struct Still {
    /// The explorable.
    pub explorable: &'static Explorable,
    /// What it shows before anybody has moved anything.
    pub view: View,
}

/// All lessons, each run once.
pub struct Lessons(Vec<Told>);

impl Lessons {
    /// Runs the lesson of every chapter; `announce` hears each name before its lesson runs.
    ///
    /// # Errors
    /// Every chapter that refuses its own defaults.
    pub fn run(chapters: &[Chapter], mut announce: impl FnMut(&str)) -> Result<Self, Faults> {
        let (mut lessons, mut faults) = (Vec::new(), Vec::new());
        for chapter in chapters {
            announce(chapter.name);
            match chapter.lesson() {
                Ok(lesson) => {
                    let still = |explorable| Still { explorable, view: explorable.still() };
                    let stills = chapter.explorables.iter().map(still).collect();
                    lessons.push(Told { chapter: *chapter, lesson, stills });
                }
                Err(refusal) => faults.push(Fault::of_folder(folder(chapter.name), refusal.to_string())),
            }
        }
        if faults.is_empty() { Ok(Self(lessons)) } else { Err(Faults(faults)) }
    }

    /// The chapters in reading order.
    pub fn chapters(&self) -> impl Iterator<Item = &Chapter> {
        self.0.iter().map(|told| &told.chapter)
    }

    /// The chapter with a name.
    ///
    /// # Errors
    /// A sentence with the names there are.
    pub fn chapter(&self, name: &str) -> Result<&Chapter, String> {
        self.told(name).map(|told| &told.chapter)
    }

    /// The section at `CHAPTER/NAME`.
    ///
    /// # Errors
    /// A sentence that says which part of the path leads nowhere.
    pub fn section(&self, path: &str) -> Result<Place<'_, &Section>, String> {
        let (told, name) = self.split(path)?;
        Ok(Place { chapter: told.chapter.name, item: told.lesson.section_at(name)? })
    }

    /// The table at `CHAPTER/NAME`.
    ///
    /// # Errors
    /// As [`section`](Self::section).
    pub fn table(&self, path: &str) -> Result<Place<'_, &Table>, String> {
        let (told, name) = self.split(path)?;
        match told.lesson.find(name) {
            Some(Item::Table(table)) => Ok(Place { chapter: told.chapter.name, item: table }),
            _ => Err(format!("{} records no table \"{name}\"", told.chapter.name)),
        }
    }

    /// The figure at `CHAPTER/NAME`.
    ///
    /// # Errors
    /// As [`section`](Self::section).
    pub fn figure(&self, path: &str) -> Result<Place<'_, &Figure>, String> {
        let (told, name) = self.split(path)?;
        match told.lesson.find(name) {
            Some(Item::Figure(figure)) => Ok(Place { chapter: told.chapter.name, item: figure }),
            _ => Err(format!("{} records no figure \"{name}\"", told.chapter.name)),
        }
    }

    /// The explorable at `CHAPTER/NAME`.
    ///
    /// # Errors
    /// As [`section`](Self::section).
    pub fn explorable(&self, path: &str) -> Result<Place<'_, &Still>, String> {
        let (told, name) = self.split(path)?;
        let found = told.stills.iter().find(|still| still.explorable.name == name);
        let item = found.ok_or_else(|| format!("{} has no explorable \"{name}\"", told.chapter.name))?;
        Ok(Place { chapter: told.chapter.name, item })
    }

    /// The value at `CHAPTER/PATH`, and the name of the item that holds it.
    ///
    /// # Errors
    /// As [`section`](Self::section).
    pub fn value<'a>(&'a self, path: &'a str) -> Result<Place<'a, (&'a str, &'a Value)>, String> {
        let (told, inner) = self.split(path)?;
        let value = told.lesson.value_at(inner)?;
        let name = inner.split(['.', '[']).next().unwrap_or(inner);
        Ok(Place { chapter: told.chapter.name, item: (name, value) })
    }

    /// What the chapters' authors did wrong, and what they recorded that no page uses.
    pub fn faults(&self, uses: &Uses, page_of: impl Fn(&str) -> String) -> Vec<Fault> {
        let mut faults = Vec::new();
        for told in &self.0 {
            let name = told.chapter.name;
            faults.extend(told.lesson.faults().iter().map(|fault| Fault::of_folder(folder(name), fault)));
            for item in told.lesson.items() {
                let Some(item_name) = item.name().filter(|item_name| !uses.has(name, item_name)) else {
                    continue;
                };
                let kind = match item {
                    Item::Table(_) => "table",
                    Item::Figure(_) => "figure",
                    Item::Value(_) | Item::Note(_) => "value",
                };
                let sentence = format!("no page uses the {kind} {name}/{item_name}");
                faults.push(Fault::of_page(page_of(name), sentence));
            }
            for Still { explorable, view } in &told.stills {
                if !uses.has(name, explorable.name) {
                    let sentence = format!("no page shows the explorable {name}/{}", explorable.name);
                    faults.push(Fault::of_page(page_of(name), sentence));
                }
                let written = view.figure.faults().into_iter();
                faults.extend(written.map(|fault| Fault::of_folder(folder(name), fault)));
            }
        }
        faults
    }

    fn told(&self, name: &str) -> Result<&Told, String> {
        self.0.iter().find(|told| told.chapter.name == name).ok_or_else(|| {
            let names: Vec<&str> = self.chapters().map(|chapter| chapter.name).collect();
            format!("there is no chapter \"{name}\"; there are {}", names.join(", "))
        })
    }

    fn split<'a>(&self, path: &'a str) -> Result<(&Told, &'a str), String> {
        let (chapter, name) =
            path.split_once('/').ok_or_else(|| format!("\"{path}\" names nothing; write CHAPTER/NAME"))?;
        Ok((self.told(chapter)?, name))
    }
}

/// Something recorded, and the chapter that recorded it.
#[derive(Debug)]
pub struct Place<'a, T> {
    /// The chapter's name.
    pub chapter: &'a str,
    /// What was looked up.
    pub item: T,
}

/// What the pages have used so far.
#[derive(Default)]
pub struct Uses(BTreeSet<(String, String)>);

impl Uses {
    /// Notes that a page shows an item of a chapter.
    pub fn note(&mut self, chapter: &str, item: &str) {
        self.0.insert((chapter.to_owned(), item.to_owned()));
    }

    fn has(&self, chapter: &str, item: &str) -> bool {
        self.0.contains(&(chapter.to_owned(), item.to_owned()))
    }
}

fn folder(chapter: &str) -> String {
    format!("chapters/{chapter}")
}
