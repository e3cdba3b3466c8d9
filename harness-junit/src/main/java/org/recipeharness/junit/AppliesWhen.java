package org.recipeharness.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Holds a test, or all tests of a class and of those nested in it, to heads that contain a change.
 *
 * <p>For assertions on what only one change of a recipe brings, such as a pull request that is in no release yet. Where the head
 * under test does not contain it, the test is reported as not applicable with that reason, and nothing is deployed for it. Where a
 * class and its method both name a change, the head must contain both.
 *
 * <p>What is contained is decided by ancestry in the recipe's repository: the change's commit is the head's, or one that the head
 * descends from. Of a working tree, what is committed counts. So a branch or a pull request that goes on behind the head is
 * <em>not</em> contained; and neither is one that was squashed or rebased when it was merged, as its commits are in no history then:
 * name the commit that it became, or the tag that has it first.
 *
 * <p>A name that the recipe's repository does not have, such as that of a deleted branch, is an error and makes the test red: the
 * assertion is stale. Methods that run once for a class, such as {@code @BeforeAll}, are not held back.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface AppliesWhen {

    /**
     * Names the change.
     *
     * @return a branch, a tag, a commit (its id or the beginning of it) or {@code pull/<n>} of the recipe
     */
    String contains();
}
