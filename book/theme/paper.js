// The page as a printer gets it: nothing stays folded, and answers stand behind all questions, as in printed books.

(() => {
    "use strict";

    const main = document.querySelector("main");

    // The whole book on one page is made for paper, and there a book begins with its title.
    if (theBend.wholeBook) {
        const page = document.createElement("header");
        page.className = "title-page";
        const description = document.querySelector("meta[name=description]").content;
        page.append(...[document.title, ...description.split(": ")].map((text) => made("p", text)));
        main.prepend(page);
    }

    function made(name, text) {
        return Object.assign(document.createElement(name), { textContent: text });
    }

    /** The questions of each chapter are numbered, so that their answers can be found. */
    function numberQuestions() {
        let nth = 0;
        for (const element of main.querySelectorAll("h1, .predict legend")) {
            nth = element.localName === "h1" ? 0 : nth + 1;
            if (nth > 0) {
                element.append(Object.assign(made("span", ` ${nth}`), { className: "nth" }));
            }
        }
    }

    /** All answers and solutions with the titles they get, under the titles of their chapters. */
    function answers() {
        let chapter, exercise;
        const found = [];
        for (const element of main.querySelectorAll("h1, h3, details.answer, details:not([class])")) {
            if (element.localName === "h1") {
                chapter = { title: element.textContent, entries: [] };
                found.push(chapter);
            } else if (element.localName === "h3") {
                exercise = element.textContent;
            } else {
                const question = element.closest(".predict")?.querySelector("legend").textContent;
                chapter.entries.push({ title: question ?? exercise, details: element });
            }
        }
        return found.filter(({ entries }) => entries.length > 0);
    }

    /** The answers' own part of the page. What `places` notes is where each was taken from. */
    function gathered(chapters, places) {
        const part = document.createElement("section");
        part.className = "answers";
        part.append(made("h1", "Answers"));
        for (const { title, entries } of chapters) {
            if (theBend.wholeBook) {
                part.append(made("h2", title));
            }
            for (const { title, details } of entries) {
                const place = document.createComment("");
                details.replaceWith(place);
                places.push({ place, details, wasOpen: details.open });
                details.open = true;
                part.append(made("h3", title), details);
            }
        }
        return part;
    }

    let part;
    const places = [];
    const unfolded = [];

    function print() {
        back();
        const chapters = answers();
        if (chapters.length > 0) {
            part = gathered(chapters, places);
            main.append(part);
        }
        unfolded.push(...main.querySelectorAll("details:not([open])"));
        unfolded.forEach((details) => (details.open = true));
    }

    function back() {
        for (const { place, details, wasOpen } of places.splice(0)) {
            place.replaceWith(details);
            details.open = wasOpen;
        }
        unfolded.splice(0).forEach((details) => (details.open = false));
        part?.remove();
        part = undefined;
    }

    numberQuestions();
    window.addEventListener("beforeprint", print);
    window.addEventListener("afterprint", back);
})();
