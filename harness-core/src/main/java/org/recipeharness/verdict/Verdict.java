package org.recipeharness.verdict;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Whose the fault of a red recipe is.
 *
 * @param kind whose
 * @param because why that is said, one sentence
 * @param evidence what it rests on, a line each
 * @param wrong the probability that another run would show something else, 0 to 1; empty where it does not rest on repetition
 */
public record Verdict(Kind kind, String because, List<String> evidence, OptionalDouble wrong) {

    public Verdict {
        evidence = List.copyOf(evidence);
    }

    /** Whose a red can be. */
    public enum Kind {
        /** The recipe's: it is red each time, alone too, and what fails is what its authors have published. */
        RECIPE_DEFECT("recipe defect"),
        /** That of the assertions beside the generic checks: they ask for what this version does not promise. */
        STALE_OVERLAY("stale overlay"),
        /** The harness's own. */
        HARNESS_DEFECT("harness defect"),
        /** Nobody's: a limit of time that a loaded machine does not keep, and an idle one does. */
        LOAD_SENSITIVE("load-sensitive"),
        /** Nobody's that is known: the same input, and another result. */
        FLAKY("flaky"),
        /** That of something outside: a registry, a name server, a disk. */
        EXTERNAL("external"),
        /** Not known: the evidence that is owed is missing. */
        UNVERIFIED("unverified");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /**
         * Gives the word for it that all reports use.
         *
         * @return such as {@code recipe defect}
         */
        public String word() {
            return word;
        }

        /**
         * Tells whether it stays as it is until recipe or tests are changed.
         *
         * @return true for a recipe defect and a stale overlay
         */
        public boolean lasts() {
            return this == RECIPE_DEFECT || this == STALE_OVERLAY;
        }
    }
}
