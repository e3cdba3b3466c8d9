/**
 * Who is to answer for an error, and whether a slower machine could be the reason.
 *
 * <p>Every exception of the harness extends {@link org.recipeharness.fault.HarnessException}, or implements {@link
 * org.recipeharness.fault.Faulty} if it must be an {@link java.io.IOException}, so a new one does not compile without its fault.
 */
@NullMarked
package org.recipeharness.fault;

import org.jspecify.annotations.NullMarked;
