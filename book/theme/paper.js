// The whole book on one page is made for paper, and there a book begins with its title.

if (theBend.wholeBook) {
    const page = document.createElement("header");
    page.className = "title-page";
    const description = document.querySelector("meta[name=description]").content;
    for (const text of [document.title, ...description.split(": ")]) {
        page.append(Object.assign(document.createElement("p"), { textContent: text }));
    }
    document.querySelector("main").prepend(page);
}
