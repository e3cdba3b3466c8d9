package org.recipeharness.checkout;

import org.eclipse.jgit.lib.ObjectId;

/**
 * What a ref means in a recipe's repository.
 *
 * @param ref the tag, branch, commit or pull request as one would name it
 * @param commit the commit; that of an annotated tag is the one it points to
 * @param tag what kind of tag the ref is
 */
record Revision(String ref, ObjectId commit, TagKind tag) {}
