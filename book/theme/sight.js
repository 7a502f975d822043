// Sections that are out of sight are neither laid out nor painted, so that a figure that moves has the processor to itself.
// Each is measured first: the page is as long as before, and keeps its place.

(() => {
    "use strict";

    const main = document.querySelector("main");
    // Figures that answer are wider than the text, and a section that can be left out is cut at its sides.
    const sections = document.querySelectorAll("main > section:not(:has(.explorable))");

    function measure() {
        sections.forEach((section) => delete section.dataset.measured);
        const heights = [...sections].map((section) => getComputedStyle(section).height);
        sections.forEach((section, index) => {
            section.style.containIntrinsicBlockSize = `auto ${heights[index]}`;
            section.dataset.measured = "";
        });
    }

    let width;
    const observer = new ResizeObserver(() => {
        if (width !== main.clientWidth) {
            width = main.clientWidth;
            measure();
        }
    });
    addEventListener("load", () => document.querySelector("[data-explore]") && observer.observe(main));
})();
