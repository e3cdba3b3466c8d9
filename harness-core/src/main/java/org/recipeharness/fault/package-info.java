/** What an error of the harness's own operations tells by its kind: whose it is, and whether a slow machine could be the reason. */
@NullMarked
package org.recipeharness.fault;

import org.jspecify.annotations.NullMarked;
