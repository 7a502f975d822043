// Says what two parts of mdBook's pages are, which its template leaves out: the bar at the top is the page's banner, and
// what opens the sidebar, a label that tells a state, is a button.

(() => {
    "use strict";

    document.getElementById("mdbook-menu-bar")?.setAttribute("role", "banner");

    const label = document.getElementById("mdbook-sidebar-toggle");
    if (label) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = label.className;
        button.title = label.title;
        button.append(...label.childNodes);
        button.addEventListener("click", () => label.click());
        const tell = () => {
            for (const name of ["aria-label", "aria-controls", "aria-expanded"]) {
                button.setAttribute(name, label.getAttribute(name) ?? "");
            }
        };
        tell();
        new MutationObserver(tell).observe(label, { attributes: true });
        label.style.display = "none";
        label.after(button);
    }
})();
