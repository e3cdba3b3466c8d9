package org.recipeharness.compose;

/** How the value of one field in a later file changes the value of the same field in the files before. */
@FunctionalInterface
interface MergeRule {

    /**
     * Merges two values of one field.
     *
     * @param base what the files before say
     * @param override what the later file says
     * @return what both say together
     */
    Yaml merged(Yaml base, Yaml override);
}
