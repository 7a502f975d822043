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

// What scrolls can be reached by keyboard, as the browsers that do not see to it themselves need it, and what does not scroll
// stops nobody who walks through the page by keyboard.
(() => {
    "use strict";

    // The tables of a figure that answers change with it, and stay in reach.
    const SCROLLERS = "main :is(.panels, .formula, .table-wrapper:not(.explorable *), pre > code, .terminal pre)";

    function reach() {
        for (const element of document.querySelectorAll(SCROLLERS)) {
            const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
            const scrolls = scrollWidth > clientWidth || scrollHeight > clientHeight;
            if (scrolls && clientWidth > 0 && getComputedStyle(element).overflow !== "visible") {
                element.tabIndex = 0;
            } else {
                element.removeAttribute("tabindex");
            }
        }
    }

    addEventListener("load", () => document.fonts.ready.then(reach));
    addEventListener("resize", reach);
})();

// Arrow keys turn mdBook's pages, and a quick finger opens its sidebar; but not where they have work of their own: among the
// controls of a form, in what scrolls sideways, and in a figure that answers. While a figure has the whole screen no key is
// mdBook's.
(() => {
    "use strict";

    const main = document.querySelector("main");

    main.addEventListener("keydown", (event) => {
        const { key, target } = event;
        const scrolls = () => target.scrollWidth > target.clientWidth && getComputedStyle(target).overflowX !== "visible";
        if (key.startsWith("Arrow") && (target.closest("form, .explorable") || scrolls())) {
            event.stopPropagation();
        }
    });
    addEventListener("keydown", (event) => document.fullscreenElement && event.stopPropagation(), true);
    main.addEventListener("touchstart", (event) => event.target.closest(".explorable") && event.stopPropagation(), { passive: true });
})();
