// Checks the answers to predictions. Everything that can be said is in the page already, folded below the
// question; this script unfolds the part that belongs to the reader's answer.

(() => {
    "use strict";

    /** The reason that belongs to a choice, or to a number that is not the answer. */
    const reasonFor = {
        choice(form) {
            const chosen = form.querySelector("input:checked");
            return chosen && form.querySelector(`[data-choice="${chosen.value}"]`);
        },
        number(form) {
            const given = form.querySelector("input[type=number]").valueAsNumber;
            if (Number.isNaN(given)) {
                return null;
            }
            const { answer, within } = form.dataset;
            const near = Math.abs(given - Number(answer)) <= Number(within);
            const wrong = [...form.querySelectorAll(".reason.is-wrong")];
            // What is near may still be wrong, on the other side of a limit.
            const expected = wrong.find((reason) => holds(reason.dataset, given));
            return expected ?? (near ? form.querySelector(".reason.is-right") : wrong.find(isForAllOthers));
        },
    };

    function isForAllOthers({ dataset }) {
        return !("low" in dataset) && !("high" in dataset);
    }

    function holds({ low, high, closed }, number) {
        if (low === undefined && high === undefined) {
            return false;
        }
        const above = low === undefined || number >= Number(low);
        const below = high === undefined || number < Number(high) || (closed !== undefined && number === Number(high));
        return above && below;
    }

    function verdict(text) {
        const paragraph = document.createElement("p");
        paragraph.className = "verdict";
        paragraph.textContent = text;
        return paragraph;
    }

    /** A reason without the answer it belongs to: the reader has just given that. */
    function copied(reason) {
        const copy = reason.cloneNode(true);
        copy.querySelector(".choice")?.closest("p").remove();
        copy.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
        return [...copy.childNodes];
    }

    function check(form) {
        const feedback = form.querySelector(".feedback");
        const byNumber = "answer" in form.dataset;
        const reason = byNumber ? reasonFor.number(form) : reasonFor.choice(form);
        const right = reason?.classList.contains("is-right") ?? false;
        feedback.classList.toggle("is-right", right);
        feedback.classList.toggle("is-wrong", Boolean(reason) && !right);
        if (reason) {
            feedback.replaceChildren(verdict(right ? "Right." : "Not so."), ...copied(reason));
        } else {
            feedback.replaceChildren(verdict(byNumber ? "Type a number first." : "Choose an answer first."));
        }
    }

    for (const form of document.querySelectorAll("form.predict")) {
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            check(form);
        });
    }
})();
