package org.recipeharness.sweep;

import java.util.List;
import org.recipeharness.verdict.Attempt;
import org.recipeharness.verdict.Verdict;

/** Decides from what was seen of a red recipe: whether once more is needed, and then whose the fault is. */
public interface Judging {

    /**
     * Tells whether more has to be seen.
     *
     * @param attempts what was seen: the one in the sweep, then those alone
     * @return true where the recipe is to be run once more
     */
    boolean needsAnother(List<Attempt> attempts);

    /**
     * Says whose the fault is.
     *
     * @param attempts what was seen: the one in the sweep, then those alone
     * @return the verdict
     */
    Verdict verdict(List<Attempt> attempts);
}
